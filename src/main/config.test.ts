import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Config, readConfig } from './config.ts'

const read = (env: Record<string, string>) => readConfig('/app', env)
function config(env: Record<string, string>): Config {
  const result = read(env)
  if ('mistakes' in result) throw new Error(result.mistakes.join('; '))
  return result.config
}
/** The variables that are complained about. */
function wrong(env: Record<string, string>): string[] {
  const result = read(env)
  return 'mistakes' in result
    ? result.mistakes.map((line) => line.split(':')[0] ?? '').toSorted()
    : []
}
const production = { QYZMET_MODE: 'production', QYZMET_BASE_URL: 'https://qyzmet.example' }

describe('the settings', () => {
  it('need not be set at all: a demonstration on this machine', () => {
    expect(config({})).toEqual({
      root: '/app',
      mode: 'demonstration',
      data: path.resolve('data'),
      host: '127.0.0.1',
      port: 8080,
      baseUrl: 'http://localhost:8080',
      bankPort: 8081,
      bankUrl: 'http://localhost:8081',
      countrySize: 1000,
      logLevel: 'warn',
      mailFrom: 'Qyzmet <no-reply@localhost>',
      jobs: 8,
      renderers: 1,
      trustProxy: false,
    })
  })

  it('are read from the environment; an empty variable is one that is not set', () => {
    const env = {
      QYZMET_PORT: '9000',
      QYZMET_HOST: '',
      QYZMET_TODAY: '2012-03-01',
      QYZMET_TRUST_PROXY: 'yes',
      QYZMET_BASE_URL: 'http://portal.example/',
      DATABASE_URL: 'postgres://db/qyzmet',
      PATH: '/bin',
    }
    expect(config(env)).toMatchObject({
      port: 9000,
      host: '127.0.0.1',
      today: '2012-03-01',
      trustProxy: true,
      baseUrl: 'http://portal.example',
      databaseUrl: 'postgres://db/qyzmet',
    })
  })

  it('are refused with every mistake at once', () => {
    expect(
      wrong({
        QYZMET_MODE: 'test',
        QYZMET_PORT: '70000',
        QYZMET_TODAY: '2012-02-30',
        QYZMET_LOG: 'loud',
        QYZMET_BASE_URL: 'ftp://portal.example',
        QYZMET_COUNTRY_SIZE: 'many',
        QYZMET_TRUST_PROXY: 'true',
      }),
    ).toEqual([
      'QYZMET_BASE_URL',
      'QYZMET_COUNTRY_SIZE',
      'QYZMET_LOG',
      'QYZMET_MODE',
      'QYZMET_PORT',
      'QYZMET_TODAY',
      'QYZMET_TRUST_PROXY',
    ])
  })
})

describe('production', () => {
  it('starts with an https address', () => {
    expect(config(production)).toMatchObject({
      mode: 'production',
      baseUrl: 'https://qyzmet.example',
    })
  })
  it('refuses another day than today, and an address that is not https or not given', () => {
    expect(wrong({ ...production, QYZMET_TODAY: '2012-03-01' })).toEqual(['QYZMET_TODAY'])
    expect(wrong({ ...production, QYZMET_BASE_URL: 'http://qyzmet.example' })).toEqual([
      'QYZMET_BASE_URL',
    ])
    expect(wrong({ QYZMET_MODE: 'production' })).toEqual(['QYZMET_BASE_URL'])
  })
  it('tells of these together with all other mistakes', () => {
    const env = { QYZMET_MODE: 'production', QYZMET_TODAY: '2012-03-01', QYZMET_PORT: 'x' }
    expect(wrong(env)).toEqual(['QYZMET_BASE_URL', 'QYZMET_PORT', 'QYZMET_TODAY'])
  })
})
