import { configDefaults, defineConfig } from 'vitest/config'
import { missingWitnesses, WITNESSED } from './test/setup/witnesses.ts'

const missing = missingWitnesses(process.env['PATH'] ?? '')
if (missing.length > 0 && process.env['CI_WITNESSES'] === 'required')
  throw new Error(
    `these programs judge our signatures and PDFs and are missing: ${missing.join(', ')}`,
  )
if (missing.length > 0)
  process.stderr.write(
    `Not installed: ${missing.join(', ')}. ${WITNESSED.length} test files that ask them are left out; CONTRIBUTING.md says how to get them.\n`,
  )
const exclude = [...configDefaults.exclude, ...(missing.length > 0 ? WITNESSED : [])]

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
          exclude,
          globalSetup,
        },
      },
      {
        extends: true,
        test: {
          name: 'scenarios',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, 'test/browser/**'],
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
