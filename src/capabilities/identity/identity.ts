import { type Lang, type Party, partyNumber, type Result } from '#core/kernel'
import { ACCOUNT_COLUMNS, type Account, type AccountRow, digitsOf, toAccount } from './account.ts'
import {
  changePassword,
  type PasswordChange,
  type PasswordReset,
  resetPassword,
} from './change-password.ts'
import type { Context, IdentityDeps } from './deps.ts'
import { type FoundParty, findParty, type PartyClaim } from './find-party.ts'
import { type JournalEntry, journalOf, note } from './journal.ts'
import { createPasswords } from './passwords.ts'
import { createPruning } from './prune.ts'
import { type Registration, register } from './register.ts'
import {
  closeOthers,
  closeSession,
  closeToken,
  findSession,
  sessionRuns,
  type SessionSummary,
  type SignedIn,
  sessionsOf,
} from './sessions.ts'
import { type Proof, prove, type SignIn, type SignInResult, signIn } from './sign-in.ts'
import { LOOK_UP, takeAttempt } from './throttle.ts'

/** Accounts and sessions of the portal. Refusals are `IDENTITY_*`, each named at the verb's own file. */
export interface Identity {
  /** Looks the claimed number up in its register; counts for the address, so that names cannot be harvested. */
  find(claim: PartyClaim, address: string): Promise<Result<FoundParty>>
  register(input: Registration): Promise<Result<Account>>
  signIn(input: SignIn): Promise<Result<SignInResult>>
  /** Whose password it is, within the limits of a sign-in, without a session: for desks that keep their own. */
  prove(proof: Proof): Promise<Result<Account>>
  /** Who holds the token; undefined once it is idle for 30 minutes or 12 hours old. */
  session(token: string): Promise<SignedIn | undefined>
  /** Whether a session still runs, by its id. Asking is no sign of life, so what runs by itself may ask. */
  stillOpen(session: string): Promise<boolean>
  signOut(token: string, address: string): Promise<void>
  signOutEverywhere(by: SignedIn, address: string): Promise<void>
  endSession(by: SignedIn, id: string, address: string): Promise<boolean>
  sessionsOf(account: string): Promise<SessionSummary[]>
  journalOf(account: string): Promise<JournalEntry[]>
  changePassword(by: SignedIn, change: PasswordChange): Promise<Result<undefined>>
  resetPassword(reset: PasswordReset): Promise<Result<undefined>>
  setLanguage(account: string, language: Lang): Promise<void>
  accountOf(party: Party): Promise<Account | undefined>
}

async function accountOf(context: Context, party: Party): Promise<Account | undefined> {
  const { rows } = await context.pool.query<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from identity.account a where a.number = $1`,
    [partyNumber(party)],
  )
  return rows[0] && toAccount(rows[0])
}

async function find(context: Context, claim: PartyClaim, address: string) {
  const look = { number: digitsOf(claim.number), address }
  const taken = await takeAttempt(context.pool, LOOK_UP, look, context.clock())
  return taken.ok ? findParty(context.registers, claim) : taken
}

function sessionVerbs(
  context: Context,
): Pick<
  Identity,
  | 'session'
  | 'stillOpen'
  | 'signOut'
  | 'signOutEverywhere'
  | 'endSession'
  | 'sessionsOf'
  | 'journalOf'
> {
  const { pool, clock } = context
  return {
    session: (token) => findSession(pool, token, clock()),
    stillOpen: (session) => sessionRuns(pool, session, clock()),
    async signOut(token, address) {
      const account = await closeToken(pool, token)
      if (account !== undefined)
        await note(pool, account, { at: clock(), kind: 'signed-out', address })
    },
    async signOutEverywhere(by, address) {
      await closeOthers(pool, by.account.id)
      await note(pool, by.account.id, { at: clock(), kind: 'signed-out-everywhere', address })
    },
    async endSession(by, id, address) {
      const ended = await closeSession(pool, by.account.id, id)
      if (ended) await note(pool, by.account.id, { at: clock(), kind: 'session-ended', address })
      return ended
    },
    sessionsOf: (account) => sessionsOf(pool, account, clock()),
    journalOf: (account) => journalOf(pool, account),
  }
}

export async function createIdentity(deps: IdentityDeps): Promise<Identity> {
  const context: Context = {
    ...deps,
    passwords: await createPasswords(),
    prune: createPruning(deps.pool),
  }
  return {
    ...sessionVerbs(context),
    find: (claim, address) => find(context, claim, address),
    register: (input) => register(context, input),
    signIn: (input) => signIn(context, input),
    prove: (proof) => prove(context, proof),
    changePassword: (by, change) => changePassword(context, by, change),
    resetPassword: (reset) => resetPassword(context, reset),
    async setLanguage(account, language) {
      await deps.pool.query('update identity.account set language = $2 where id = $1', [
        account,
        language,
      ])
    },
    accountOf: (party) => accountOf(context, party),
  }
}
