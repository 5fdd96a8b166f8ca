import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { addSeconds, type Instant, instant, type Lang } from '#core/kernel'
import type { JobHandler } from '#platform/jobs'
import type { Mailer, Outcome } from '#platform/mail'
import type { NotificationParams } from './notify.ts'
import { type KeptLetter, writeLetter } from './write-letter.tsx'

export interface LetterDeps {
  /** Pool of the role `app`. */
  readonly pool: pg.Pool
  readonly clock: () => Instant
  readonly mailer: Mailer
  /** Where people reach the portal. */
  readonly baseUrl: string
}

/** After each attempt in vain: soon at first (greylisting), then ever more rarely. */
const WAITS_SECONDS = [60, 120, 300, 600, 1800, 3600, 4 * 3600]
/** Then the letter is given up: who did not get it finds the same in the cabinet. */
const LONGEST_SECONDS = 3 * 24 * 3600

interface Row {
  readonly id: string
  readonly email: string
  readonly language: Lang
  readonly kind: string
  readonly params: NotificationParams
  readonly request: string | null
  readonly way_out: string | null
  readonly at: Date
  readonly attempts: number
}

async function load(pool: pg.Pool, id: string): Promise<(KeptLetter & Row) | undefined> {
  const { rows } = await pool.query<Row>({
    name: 'notifications-letter',
    text: `select l.id, l.email, l.language, l.kind, l.params, l.request, l.at, l.attempts, a.way_out
           from notifications.letter l
           left join notifications.address a on a.party_number = l.party_number and l.kind <> 'confirm'
           where l.id::text = $1 and l.state = 'waiting'`,
    values: [id],
  })
  const [row] = rows
  return row && { ...row, wayOut: row.way_out }
}

/** What a letter said and to whom is not kept once it is over. */
async function end(
  { pool, clock }: LetterDeps,
  id: string,
  { state, reason = null }: { state: 'sent' | 'refused' | 'given-up'; reason?: string | null },
): Promise<void> {
  await pool.query(
    `update notifications.letter set state = $2, ended_at = greatest($3::timestamptz, at), last_reason = $4,
       attempts = attempts + 1, email = null, params = '{}' where id = $1`,
    [id, state, clock(), reason],
  )
}

/** No more letters go to an address that its server does not know; its owner is told in the settings. */
async function refuseAddress({ pool, clock }: LetterDeps, email: string): Promise<void> {
  await pool.query(
    'update notifications.address set refused_at = $2 where email = $1 and refused_at is null',
    [email, clock()],
  )
}

function waitAfter(attempts: number): number {
  const wait = WAITS_SECONDS[Math.min(attempts, WAITS_SECONDS.length - 1)] ?? 60
  return Math.round((wait * randomInt(800, 1200)) / 1000)
}

type Later = Extract<Outcome, { status: 'later' | 'refused' }>

/** Handler of the jobs `notifications.letter`: hands one letter to the mail server. */
export function sendLetter(deps: LetterDeps): JobHandler {
  const postpone = async (letter: Row, { reason }: Later): Promise<Instant | undefined> => {
    const now = deps.clock()
    if (now > addSeconds(instant(letter.at), LONGEST_SECONDS)) return undefined
    await deps.pool.query(
      'update notifications.letter set attempts = attempts + 1, last_reason = $2 where id = $1',
      [letter.id, reason],
    )
    return addSeconds(now, waitAfter(letter.attempts))
  }
  return async (job, { later, log }) => {
    const letter = await load(deps.pool, job.key)
    const written = letter && writeLetter(letter, deps.baseUrl)
    if (letter === undefined || written === undefined) return
    const outcome = await deps.mailer.send(written)
    if (outcome.status === 'accepted') return end(deps, letter.id, { state: 'sent' })
    if (outcome.status === 'refused') {
      await refuseAddress(deps, letter.email)
      return end(deps, letter.id, { state: 'refused', reason: outcome.reason })
    }
    const next = await postpone(letter, outcome)
    if (next !== undefined) return later(next, outcome.reason)
    log.error(
      { alarm: 'letter-given-up', reason: outcome.reason },
      'the mail server took a letter for days',
    )
    return end(deps, letter.id, { state: 'given-up', reason: outcome.reason })
  }
}
