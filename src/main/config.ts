import path from 'node:path'
import { z } from 'zod'
import { parseDate, type PlainDate } from '#core/kernel'

const number = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback)

/** Every setting of the environment, with what it is for. docs/runbook.md lists the same. */
const schema = z.object({
  /** `demonstration`: the country, its accounts and key files are made up and shown. `production` refuses all of that. */
  QYZMET_MODE: z.enum(['demonstration', 'production']).default('demonstration'),
  /** Folder of the embedded database, the keys and the secrets. */
  QYZMET_DATA: z.string().min(1).default('data'),
  QYZMET_HOST: z.string().min(1).default('127.0.0.1'),
  QYZMET_PORT: number(8080, 0, 65_535),
  /** Where people reach the portal; also stands in QR codes and certificates. Default: http://localhost:<port>. */
  QYZMET_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Another PostgreSQL, 15 or later, instead of the embedded one. */
  DATABASE_URL: z.string().optional(),
  /** Persons in the demonstration country when it is created. */
  QYZMET_COUNTRY_SIZE: number(1000, 100, 1_000_000),
  /** A day on which to run instead of today: development only. */
  QYZMET_TODAY: z
    .string()
    .refine((text) => parseDate(text) !== undefined, 'a day such as 2012-03-01')
    .optional(),
  QYZMET_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  /** Jobs that one process works on at a time. */
  QYZMET_JOBS: number(8, 1, 64),
  /** Threads that render documents. */
  QYZMET_RENDERERS: number(1, 1, 16),
  /** Whether the portal stands behind a proxy whose X-Forwarded-* it may believe. */
  QYZMET_TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
})

/** What production refuses; found beside all other mistakes, not after them. */
function refusedInProduction(given: Readonly<Record<string, string | undefined>>): string[] {
  const { QYZMET_MODE: mode, QYZMET_TODAY: today, QYZMET_BASE_URL: address } = given
  if (mode !== 'production') return []
  return [
    ...(today === undefined ? [] : ['QYZMET_TODAY: is for development only']),
    ...(address?.startsWith('https://') === true
      ? []
      : ['QYZMET_BASE_URL: must be an https address in production']),
  ]
}

export interface Config {
  readonly root: string
  readonly mode: 'demonstration' | 'production'
  readonly data: string
  readonly host: string
  readonly port: number
  readonly baseUrl: string
  readonly databaseUrl?: string
  readonly countrySize: number
  readonly today?: PlainDate
  readonly logLevel: z.infer<typeof schema>['QYZMET_LOG']
  readonly jobs: number
  readonly renderers: number
  readonly trustProxy: boolean
}

/** Reads the environment once. All mistakes are found at once; each line names the variable and what is wrong. */
export function readConfig(
  root: string,
  env: NodeJS.ProcessEnv = process.env,
): { readonly config: Config } | { readonly mistakes: readonly string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  const malformed = parsed.error?.issues.map(
    ({ path: [name], message }) => `${String(name)}: ${message}`,
  )
  const mistakes = [...(malformed ?? []), ...refusedInProduction(given)]
  if (!parsed.success || mistakes.length > 0) return { mistakes }
  const set = parsed.data
  return {
    config: {
      root,
      mode: set.QYZMET_MODE,
      data: path.resolve(set.QYZMET_DATA),
      host: set.QYZMET_HOST,
      port: set.QYZMET_PORT,
      baseUrl: (set.QYZMET_BASE_URL ?? `http://localhost:${set.QYZMET_PORT}`).replace(/\/$/, ''),
      ...(set.DATABASE_URL === undefined ? {} : { databaseUrl: set.DATABASE_URL }),
      countrySize: set.QYZMET_COUNTRY_SIZE,
      ...(set.QYZMET_TODAY === undefined ? {} : { today: set.QYZMET_TODAY as PlainDate }),
      logLevel: set.QYZMET_LOG,
      jobs: set.QYZMET_JOBS,
      renderers: set.QYZMET_RENDERERS,
      trustProxy: set.QYZMET_TRUST_PROXY === 'yes',
    },
  }
}
