import { defineConfig } from 'vitest/config'

const globalSetup = ['./test/setup/postgres.ts']

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,country,bench}/**/*.test.{ts,tsx}'],
          globalSetup,
        },
      },
      {
        extends: true,
        test: {
          name: 'scenarios',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          globalSetup,
          pool: 'forks',
          isolate: true,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
