import { randomUUID } from 'node:crypto'
import { ok, type Party, partyNumber, type Result, refuse } from '#core/kernel'
import { inTransaction } from '#platform/db'
import type { Context } from './deps.ts'
import { identityErrors } from './errors.ts'
import { type JournalKind, note } from './journal.ts'
import { checkPassword } from './passwords.ts'
import { closeOthers, type SignedIn } from './sessions.ts'
import { forgive, giveBack, SIGN_IN, takeAttempt } from './throttle.ts'

export interface PasswordChange {
  readonly current: string
  readonly next: string
  readonly address: string
}

interface NewPassword {
  readonly party: Party
  readonly account: string
  readonly hash: string
  readonly keep?: string
  readonly kind: JournalKind
  readonly address: string
}

/** A new password ends every other session: whoever knew the old one is out. The owner is told. */
async function store(context: Context, change: NewPassword): Promise<void> {
  const at = context.clock()
  await inTransaction(context.pool, async (tx) => {
    await tx.query(
      'update identity.account set password_hash = $2, password_changed_at = $3 where id = $1',
      [change.account, change.hash, at],
    )
    await closeOthers(tx, change.account, change.keep)
    await note(tx, change.account, { at, kind: change.kind, address: change.address })
    const key = `password/${randomUUID()}`
    await context.notify(tx, { about: 'passwordChanged', key, party: change.party, at })
  })
}

/**
 * Sets a new password by knowledge of the old one. Refusals: IDENTITY_WRONG_PASSWORD (field `current`), those of
 * `checkPassword` (field `next`), IDENTITY_TOO_MANY_ATTEMPTS.
 */
export async function changePassword(
  context: Context,
  by: SignedIn,
  change: PasswordChange,
): Promise<Result<undefined>> {
  const number = partyNumber(by.account.party)
  const next = checkPassword(change.next, [number], 'next')
  if (!next.ok) return next
  const guess = { number: `change:${number}`, address: change.address }
  const taken = await takeAttempt(context.pool, SIGN_IN, guess, context.clock())
  if (!taken.ok) return taken
  const { rows } = await context.pool.query<{ password_hash: string }>(
    'select password_hash from identity.account where id = $1',
    [by.account.id],
  )
  if (!(await context.passwords.matches(rows[0]?.password_hash, change.current))) {
    return refuse(identityErrors.WRONG_PASSWORD({}, 'current'))
  }
  await giveBack(context.pool, SIGN_IN, guess)
  const hash = await context.passwords.hash(next.value)
  await store(context, {
    account: by.account.id,
    party: by.account.party,
    hash,
    keep: by.session,
    kind: 'password-changed',
    address: change.address,
  })
  return ok(undefined)
}

export interface PasswordReset {
  readonly party: Party
  readonly next: string
  readonly address: string
}

/**
 * Sets a new password without the old one. The caller has proof of who is there: a signature with the party's own key that
 * was verified. Refusals: those of `checkPassword` (field `next`), IDENTITY_WRONG_CREDENTIALS when there is no account.
 */
export async function resetPassword(
  context: Context,
  reset: PasswordReset,
): Promise<Result<undefined>> {
  const number = partyNumber(reset.party)
  const next = checkPassword(reset.next, [number], 'next')
  if (!next.ok) return next
  const { rows } = await context.pool.query<{ id: string }>(
    'select id from identity.account where number = $1',
    [number],
  )
  const account = rows[0]?.id
  if (account === undefined) return refuse(identityErrors.WRONG_CREDENTIALS())
  const hash = await context.passwords.hash(next.value)
  const { party, address } = reset
  await store(context, { account, party, hash, kind: 'password-reset', address })
  await forgive(context.pool, SIGN_IN, number)
  return ok(undefined)
}
