import { env } from 'node:process'
import { defineConfig } from 'vitest/config'

declare module 'vitest' {
  interface ProvidedContext {
    /** The program that `playwright-core` starts. */
    chromium: string
  }
}

/** Tests through a real browser: each file starts the platform and Chromium, so files run one after the other. */
export default defineConfig({
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['./test/setup/postgres.ts'],
    provide: { chromium: env['CHROMIUM_PATH'] ?? '/usr/bin/chromium' },
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
