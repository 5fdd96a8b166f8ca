import fs from 'node:fs'
import path from 'node:path'
import { type Bank, createHttpBank, paymentErrors } from '#capabilities/payments'
import type { Seal } from '#core/envelope'
import { type Instant, refuse } from '#core/kernel'
import type { Database } from '#platform/db'
import type { Log } from '#platform/log'
import { type BankServer, createBank, openTestCards, parseTestCards } from '#registries/bank'
import { parse } from 'yaml'
import type { Boundaries } from './boundaries.ts'
import type { Config } from './config.ts'
import { secretIn } from './secret.ts'

/** Where this process reaches a server of its own that listens on `host`. */
const loopback = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host

/** Where the bank takes the messages of the portal. */
const servicesOf = ({ mode, host, bankPort, bankUrl }: Config): string =>
  mode === 'demonstration' ? `http://${loopback(host)}:${bankPort}/api` : `${bankUrl}/api`

const nobody = () => Promise.resolve(refuse(paymentErrors.NO_BANK()))

/** Takes no money: an installation to which no bank is connected yet. */
const noBank: Bank = { createOrder: nobody, status: nobody, refund: nobody, statement: nobody }

/** The bank as payments know it: our own in the demonstration, in production the one that the settings name. */
export function bankOf(
  config: Config,
  deps: { readonly seal: Seal; readonly clock: () => Instant; readonly at?: string | undefined },
): Bank {
  if (config.bankUrl === undefined) return noBank
  const { seal, clock, at } = deps
  return createHttpBank({ url: at ?? servicesOf(config), seal, clock })
}

/** The bank of the demonstration, with its test cards; undefined in production, where it would give nobody money. */
export async function ownBank(deps: {
  readonly config: Config
  readonly database: Database
  readonly seal: Seal
  readonly clock: () => Instant
  readonly log: Log
  readonly around?: Boundaries | undefined
}): Promise<BankServer | undefined> {
  const { config, database, clock, around } = deps
  if (config.mode !== 'demonstration') return undefined
  const file = path.join(config.root, 'country/bank.yaml')
  const testCards = parseTestCards(parse(fs.readFileSync(file, 'utf8')))
  const sql = database.pool('registry_bank')
  const secret = secretIn(config.data, 'bank.secret')
  await openTestCards(sql, testCards, { secret, now: clock() })
  return createBank({
    ...deps,
    sql,
    secret,
    testCards,
    publicUrl: () => config.bankUrl ?? '',
    callBackTo: () =>
      around?.callBacks ?? `http://${loopback(config.host)}:${config.port}/payments/call-back`,
  })
}
