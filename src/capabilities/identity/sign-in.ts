import { ok, partyNumber, type Result, refuse } from '#core/kernel'
import { inTransaction } from '#platform/db'
import {
  ACCOUNT_COLUMNS,
  type Account,
  type AccountRow,
  parsePartyNumber,
  toAccount,
} from './account.ts'
import type { Context } from './deps.ts'
import { identityErrors } from './errors.ts'
import { note } from './journal.ts'
import { closeToken, type Origin, openSession } from './sessions.ts'
import { giveBack, SIGN_IN, takeAttempt } from './throttle.ts'

/** Who claims to be the owner of an account, and from where. */
export interface Proof {
  /** IIN or BIN as typed. */
  readonly number: string
  readonly password: string
  readonly address: string
}

export interface SignIn extends Origin, Proof {
  /** The token that the browser held before: it ends, so a planted token is worth nothing. */
  readonly previous?: string
}

export interface SignInResult {
  readonly token: string
  readonly account: Account
}

interface CredentialRow extends AccountRow {
  readonly password_hash: string
}

async function credentialOf(context: Context, number: string): Promise<CredentialRow | undefined> {
  const { rows } = await context.pool.query<CredentialRow>(
    `select ${ACCOUNT_COLUMNS}, a.password_hash from identity.account a where a.number = $1`,
    [number],
  )
  return rows[0]
}

/** The account whose password this is, with the guess that it took; the caller gives the guess back. */
async function check(context: Context, { number, password, address }: Proof) {
  const party = parsePartyNumber(number)
  if (party === undefined) return refuse(identityErrors.BAD_NUMBER({}, 'number'))
  const at = context.clock()
  const guess = { number: partyNumber(party), address }
  const taken = await takeAttempt(context.pool, SIGN_IN, guess, at)
  if (!taken.ok) return taken
  const row = await credentialOf(context, guess.number)
  const right = await context.passwords.matches(row?.password_hash, password)
  if (row === undefined || !right) {
    await note(context.pool, row?.id, { at, kind: 'sign-in-failed', address })
    return refuse(identityErrors.WRONG_CREDENTIALS())
  }
  return ok({ account: toAccount(row), guess, at })
}

/**
 * Opens a new session. The same answer, in the same time, whether the number has an account or not.
 * Refusals: IDENTITY_BAD_NUMBER (no number at all), IDENTITY_WRONG_CREDENTIALS, IDENTITY_TOO_MANY_ATTEMPTS.
 */
export async function signIn(context: Context, input: SignIn): Promise<Result<SignInResult>> {
  const checked = await check(context, input)
  if (!checked.ok) return checked
  const { account, guess, at } = checked.value
  const token = await inTransaction(context.pool, async (tx) => {
    await giveBack(tx, SIGN_IN, guess)
    if (input.previous !== undefined) await closeToken(tx, input.previous)
    await note(tx, account.id, { at, kind: 'signed-in', address: input.address })
    return openSession(tx, account.id, input, at)
  })
  await context.prune(at)
  return ok({ token, account })
}

/**
 * The account whose password this is, within the same limits and with the same refusals as {@link signIn}, but without a
 * session at the portal: for those who keep sessions of another kind.
 */
export async function prove(context: Context, proof: Proof): Promise<Result<Account>> {
  const checked = await check(context, proof)
  if (!checked.ok) return checked
  const { account, guess, at } = checked.value
  await giveBack(context.pool, SIGN_IN, guess)
  await note(context.pool, account.id, { at, kind: 'signed-in', address: proof.address })
  return ok(account)
}
