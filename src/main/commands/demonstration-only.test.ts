import { expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { Refused } from '../refused.ts'
import type { CommandContext } from './context.ts'
import { countryCommand } from './country-command.ts'
import { demoCommand } from './demo-command.ts'
import { createOutput } from './output.ts'

function inProduction(): CommandContext {
  const env = { QYZMET_MODE: 'production', QYZMET_BASE_URL: 'https://qyzmet.example' }
  const read = readConfig('/app', env)
  if ('mistakes' in read) throw new Error(read.mistakes.join('; '))
  return { root: '/app', dist: '/app/dist', config: read.config, output: createOutput(true) }
}

it.each([
  ['country create', () => countryCommand(inProduction(), undefined)],
  ['demo', () => demoCommand(inProduction())],
])('in production the command "%s" is refused before it touches anything', async (_, run) => {
  const error = await run().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error instanceof Refused ? error.refusal.code : error).toBe('MAIN_DEMONSTRATION_ONLY')
})
