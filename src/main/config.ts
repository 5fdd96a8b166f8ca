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
  /** Where the bank of the demonstration listens. Default: the port after the portal's. */
  QYZMET_BANK_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** Where people and the portal reach the bank. Default in the demonstration: http://localhost:<bank's port>. */
  QYZMET_BANK_URL: z.url({ protocol: /^https?$/ }).optional(),
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
  /** The mail server for notifications. Without it production sends none; the demonstration has one of its own. */
  QYZMET_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender of notifications: an address, or `Name <address>`. */
  QYZMET_MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      'an address such as Qyzmet <no-reply@example.kz>',
    )
    .optional(),
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
  const bank = given['QYZMET_BANK_URL']
  if (mode !== 'production') return []
  return [
    ...(today === undefined ? [] : ['QYZMET_TODAY: is for development only']),
    ...(address?.startsWith('https://') === true
      ? []
      : ['QYZMET_BASE_URL: must be an https address in production']),
    ...(bank === undefined || bank.startsWith('https://')
      ? []
      : ['QYZMET_BANK_URL: must be an https address in production']),
  ]
}

type Settings = z.infer<typeof schema>

/** The portal's port and the bank's next to it; people reach both by these when no address is given. */
function places(set: Settings): Pick<Config, 'port' | 'baseUrl' | 'bankPort' | 'bankUrl'> {
  const port = set.QYZMET_PORT
  const bankPort = set.QYZMET_BANK_PORT ?? (port < 65_535 ? port + 1 : port - 1)
  const own = set.QYZMET_MODE === 'demonstration' ? `http://localhost:${bankPort}` : undefined
  const bankUrl = (set.QYZMET_BANK_URL ?? own)?.replace(/\/$/, '')
  const baseUrl = (set.QYZMET_BASE_URL ?? `http://localhost:${port}`).replace(/\/$/, '')
  return { port, baseUrl, bankPort, ...(bankUrl === undefined ? {} : { bankUrl }) }
}

export interface Config {
  readonly root: string
  readonly mode: 'demonstration' | 'production'
  readonly data: string
  readonly host: string
  readonly port: number
  readonly baseUrl: string
  readonly bankPort: number
  /** None in production until a bank is named. */
  readonly bankUrl?: string
  readonly databaseUrl?: string
  readonly countrySize: number
  readonly today?: PlainDate
  readonly logLevel: z.infer<typeof schema>['QYZMET_LOG']
  readonly smtpUrl?: string
  readonly mailFrom: string
  readonly jobs: number
  readonly renderers: number
  readonly trustProxy: boolean
}

const mailOf = (
  { QYZMET_SMTP_URL: smtpUrl, QYZMET_MAIL_FROM: from }: Settings,
  baseUrl: string,
): Pick<Config, 'smtpUrl' | 'mailFrom'> => ({
  ...(smtpUrl === undefined ? {} : { smtpUrl }),
  mailFrom: from ?? `Qyzmet <no-reply@${new URL(baseUrl).hostname}>`,
})

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
  const where = places(set)
  return {
    config: {
      root,
      mode: set.QYZMET_MODE,
      data: path.resolve(set.QYZMET_DATA),
      host: set.QYZMET_HOST,
      ...where,
      ...(set.DATABASE_URL === undefined ? {} : { databaseUrl: set.DATABASE_URL }),
      countrySize: set.QYZMET_COUNTRY_SIZE,
      ...(set.QYZMET_TODAY === undefined ? {} : { today: set.QYZMET_TODAY as PlainDate }),
      logLevel: set.QYZMET_LOG,
      ...mailOf(set, where.baseUrl),
      jobs: set.QYZMET_JOBS,
      renderers: set.QYZMET_RENDERERS,
      trustProxy: set.QYZMET_TRUST_PROXY === 'yes',
    },
  }
}
