import { randomUUID } from 'node:crypto'
import { type Lang, ok, partyNumber, type Result, refuse } from '#core/kernel'
import { inTransaction } from '#platform/db'
import { type Account, digitsOf } from './account.ts'
import type { Context } from './deps.ts'
import { identityErrors } from './errors.ts'
import { type FoundParty, findParty, type PartyClaim } from './find-party.ts'
import { note } from './journal.ts'
import { checkPassword } from './passwords.ts'
import { giveBack, LOOK_UP, REGISTRATION, takeAttempt } from './throttle.ts'

export interface Registration extends PartyClaim {
  readonly password: string
  readonly language: Lang
  readonly address: string
}

async function insertAccount(
  context: Context,
  found: FoundParty,
  input: Registration,
  hash: string,
) {
  const id = randomUUID()
  const at = context.clock()
  const inserted = await inTransaction(context.pool, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into identity.account
         (id, kind, number, head_iin, name, language, password_hash, password_changed_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict (number) do nothing`,
      [
        id,
        found.party.kind,
        partyNumber(found.party),
        found.headIin ?? null,
        found.name,
        input.language,
        hash,
        at,
      ],
    )
    if (rowCount !== 1) return false
    await note(tx, id, { at, kind: 'registered', address: input.address })
    return true
  })
  return inserted ? id : undefined
}

/**
 * Registers the party in whose name the number stands, once its register confirms it. Two at once make one account.
 * Refusals: those of {@link findParty} and of `checkPassword`; IDENTITY_ALREADY_REGISTERED, IDENTITY_TOO_MANY_CHECKS.
 */
export async function register(context: Context, input: Registration): Promise<Result<Account>> {
  const numbers = [input.number, input.headIin ?? ''].map((n) => n.replaceAll(/\D/g, ''))
  const password = checkPassword(
    input.password,
    numbers.filter((n) => n.length === 12),
  )
  if (!password.ok) return password
  const { pool, clock } = context
  const look = { number: digitsOf(input.number), address: input.address }
  const taken = await takeAttempt(pool, LOOK_UP, look, clock())
  if (!taken.ok) return taken
  const found = await findParty(context.registers, input)
  if (!found.ok) return found
  const place = await takeAttempt(pool, REGISTRATION, look, clock())
  if (!place.ok) return place
  const hash = await context.passwords.hash(password.value)
  const id = await insertAccount(context, found.value, input, hash)
  if (id === undefined) return refuse(identityErrors.ALREADY_REGISTERED({}, 'number'))
  // This look-up, and the one by which the person saw that it is the right number.
  await giveBack(pool, LOOK_UP, look, 2)
  return ok({ id, ...found.value, language: input.language })
}
