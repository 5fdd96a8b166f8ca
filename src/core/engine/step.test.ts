import { beforeAll, describe, expect, it } from 'vitest'
import { addSeconds, type Iin, type Instant, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { type Actor, type CaseState, type Command, step, type Stepped } from './index.ts'
import {
  countryLaw,
  factsOf,
  type CountryLaw,
  PLATFORM,
  rightfulActor,
  rightfulOpener,
} from './testing/index.ts'

let law: CountryLaw
let land: Edition

beforeAll(async () => {
  law = await countryLaw()
  const edition = law.regulations.edition('land.purpose-change@2017-01-27')
  if (edition === undefined) throw new Error('the edition is missing')
  land = edition
})

const party = { kind: 'person', iin: '840731400431' as Iin } as const
const applicant: Actor = { kind: 'applicant', party }
/** A Monday, ten in the morning. */
const MONDAY = '2017-02-06T04:00:00.000Z' as Instant

function give(
  edition: Edition,
  state: CaseState | undefined,
  command: Command,
  ...[actor, now = MONDAY]: readonly [Actor, Instant?]
): Result<Stepped> {
  return step(edition, state, command, { actor, ...factsOf(law) }, now)
}
function done(result: Result<Stepped>): Stepped {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code)

function open(edition: Edition, channel: string): Stepped {
  const command = {
    do: 'open',
    id: 'case',
    number: '10100000000001',
    channel,
    party,
    language: 'kk',
  } as const
  return done(give(edition, undefined, command, rightfulOpener(edition, channel, party)))
}

/** Goes through the actions with their outcomes, by those who may: `check incomplete`, `review`. */
function go(edition: Edition, from: Stepped, ...outcomes: readonly string[]): Stepped {
  let stepped = from
  for (const outcome of outcomes) {
    const { action = '', visit = 0 } = stepped.state.current ?? {}
    const actor = rightfulActor(edition, action, party)
    const command = { do: 'complete', action, visit, outcome, store: { networks: 'yes' } } as const
    stepped = done(give(edition, stepped.state, command, actor))
  }
  return stepped
}

const at = ({ state }: Stepped) => ({
  action: state.current?.action ?? '',
  visit: state.current?.visit ?? 0,
})

describe('a request that an official takes in', () => {
  const command = {
    do: 'open',
    id: 'case',
    number: '10100000000001',
    channel: 'office',
    party,
    language: 'kk',
  } as const
  const chancery = (id: string): Actor => ({
    kind: 'official',
    id,
    roles: ['akimat.chancery'],
    unit: '630000000',
  })

  it('is of the unit of that official', () => {
    const { state } = done(give(land, undefined, command, chancery('751114400500')))
    expect(state.unit).toBe('630000000')
  })

  it('is never their own', () => {
    expect(code(give(land, undefined, command, chancery(party.iin)))).toBe('CASE_OWN_CASE')
  })
})

describe('bodies that are asked together', () => {
  const asked = () =>
    go(land, open(land, 'office'), 'done', 'done', 'complete', 'done', 'done', 'done')
  const body = (unit: string): Actor => ({
    kind: 'official',
    id: 'x',
    roles: ['akimat.approving'],
    unit,
  })
  const says = (part: string): Command => ({
    do: 'conclude',
    action: 'conclusions',
    visit: 1,
    part,
    positive: true,
  })

  it('each answer once for themselves; the last answer takes the case on', () => {
    let stepped = asked()
    expect(Object.keys(stepped.state.current?.parts ?? {})).toEqual([
      'sanitary',
      'environment',
      'emergency',
      'networks',
    ])
    for (const part of ['networks', 'sanitary', 'environment']) {
      expect(code(give(land, stepped.state, says(part), body('other')))).toBe('CASE_FORBIDDEN')
      stepped = done(give(land, stepped.state, says(part), body(part)))
      expect(code(give(land, stepped.state, says(part), body(part)))).toBe('CASE_CONCLUDED')
      expect(stepped.state.current?.action).toBe('conclusions')
    }
    expect(code(give(land, stepped.state, says('constructor'), body('constructor')))).toBe(
      'CASE_STALE',
    )
    stepped = done(give(land, stepped.state, says('emergency'), body('emergency')))
    expect(stepped.state.current?.action).toBe('propose')
    expect(stepped.state.data['conclusions']).toMatchObject({
      networks: { positive: true, at: MONDAY },
    })
  })

  it('are not waited for when the regulation asks none', () => {
    const none: Edition = {
      ...land,
      actions: Object.fromEntries(
        Object.entries(land.actions).map(([id, action]) => [
          id,
          action.does === 'agree'
            ? { ...action, bodies: 'if form = null then [] else []' }
            : action,
        ]),
      ),
      evaluate: (expression, context) =>
        expression.startsWith('if form = null then [] else []')
          ? []
          : land.evaluate(expression, context),
    }
    const stepped = go(
      none,
      open(none, 'office'),
      'done',
      'done',
      'complete',
      'done',
      'done',
      'done',
    )
    expect(stepped.state.current?.action).toBe('propose')
    expect(stepped.state.done.at(-1)).toMatchObject({ action: 'conclusions', outcome: 'done' })
  })
})

describe('a term', () => {
  it('of an official who refuses is watched like any other', () => {
    const stepped = go(land, open(land, 'office'), 'done', 'done', 'incomplete')
    expect(at(stepped).action).toBe('refuseIncomplete')
    expect(stepped.effects).toContainEqual({
      effect: 'deadline',
      key: 'case/refuseIncomplete/1/deadline',
      ...at(stepped),
      at: stepped.state.current?.due,
    })
  })

  it('runs out once, when it is over, and for the platform alone', () => {
    const waiting = go(land, open(land, 'office'), 'done', 'done')
    const elapse: Command = { do: 'elapse', ...at(waiting) }
    const due = waiting.state.current?.due ?? MONDAY
    expect(due).toBe(addSeconds(MONDAY, 15 * 60))
    expect(code(give(land, waiting.state, elapse, PLATFORM, addSeconds(due, -1)))).toBe(
      'CASE_STALE',
    )
    expect(code(give(land, waiting.state, elapse, applicant, due))).toBe('CASE_FORBIDDEN')
    const late = done(give(land, waiting.state, elapse, PLATFORM, due))
    expect(late.state.current).toMatchObject({ action: 'checkOffice', overdue: true })
    expect(late.effects.map(({ effect }) => effect)).toEqual(['notify'])
    expect(code(give(land, late.state, elapse, PLATFORM, due))).toBe('CASE_STALE')
    expect(go(land, late, 'complete').state.current?.action).toBe('examine')
  })

  it('of the whole service is watched from filing or registration on, and passes once', () => {
    const filed = go(land, open(land, 'office'), 'done', 'done')
    const due = filed.state.due ?? MONDAY
    expect(filed.state.due).toBeDefined()
    const lapse: Command = { do: 'lapse' }
    expect(code(give(land, filed.state, lapse, PLATFORM, addSeconds(due, -1)))).toBe('CASE_STALE')
    expect(code(give(land, filed.state, lapse, applicant, due))).toBe('CASE_FORBIDDEN')
    const late = done(give(land, filed.state, lapse, PLATFORM, due))
    expect(late.state).toMatchObject({ lapsed: true, current: filed.state.current })
    expect(late.effects).toMatchObject([{ effect: 'notify', about: 'overdue' }])
    expect(code(give(land, late.state, lapse, PLATFORM, due))).toBe('CASE_STALE')
  })
})

describe('an official who refuses', () => {
  const refusing = () => go(land, open(land, 'office'), 'done', 'done', 'incomplete')
  const chancery = (): Actor => rightfulActor(land, 'refuseIncomplete', party)

  it('needs no ground where the regulation gives one only', () => {
    const command: Command = {
      do: 'complete',
      ...at(refusing()),
      outcome: '',
      remark: 'жоспар жоқ',
    }
    const decided = done(give(land, refusing().state, command, chancery()))
    expect(decided.effects).toMatchObject([{ effect: 'issue', document: 'refusal' }])
    const issued: Command = { do: 'complete', ...at(decided), outcome: '' }
    const { state } = done(give(land, decided.state, issued, PLATFORM))
    expect(state).toMatchObject({
      status: 'refused',
      ground: {
        id: 'incomplete',
        remark: { kk: 'жоспар жоқ', ru: 'жоспар жоқ', en: 'жоспар жоқ' },
      },
    })
    expect(state.done.at(-1)).toMatchObject({ action: 'refuseIncomplete', outcome: 'refused' })
  })
  it('cannot give a ground that the regulation does not allow there', () => {
    for (const ground of ['signature', 'constructor', '']) {
      const command: Command = { do: 'complete', ...at(refusing()), outcome: '', ground }
      expect(code(give(land, refusing().state, command, chancery()))).toBe('CASE_GROUND_UNKNOWN')
    }
  })
})

describe('the applicant', () => {
  const signing = () => go(land, open(land, 'portal'), 'ok', 'done')

  it('goes back from signing to the form as often as needed', () => {
    let stepped = signing()
    for (const visit of [1, 2, 3]) {
      stepped = done(give(land, stepped.state, { do: 'revise', action: 'sign', visit }, applicant))
      expect(at(stepped)).toEqual({ action: 'fill', visit: visit + 1 })
      stepped = go(land, stepped, 'done')
    }
    expect(go(land, stepped, 'done').state.filedAt).toBe(MONDAY)
  })
  it('cannot go back once the request is signed', () => {
    const filed = go(land, signing(), 'done')
    expect(code(give(land, filed.state, { do: 'revise', ...at(filed) }, applicant))).toBe(
      'CASE_STALE',
    )
  })
  it('withdraws at any time before something is delivered, once', () => {
    const filed = go(land, signing(), 'done', 'valid', 'complete', 'done')
    const command: Command = { do: 'withdraw', reason: 'ойымнан айныдым' }
    expect(code(give(land, filed.state, command, rightfulActor(land, 'examine', party)))).toBe(
      'CASE_FORBIDDEN',
    )
    const { state, effects } = done(give(land, filed.state, command, applicant))
    expect(state.status).toBe('withdrawn')
    expect(state.done.at(-1)).toMatchObject({ action: 'assign', outcome: 'withdrawn' })
    expect(effects).toMatchObject([{ effect: 'notify', about: 'withdrawn' }])
    expect(code(give(land, state, command, applicant))).toBe('CASE_NOT_OPEN')
  })
  it('may begin with the answers of an earlier request', () => {
    const command = {
      do: 'open',
      id: 'b',
      number: '10100000000002',
      channel: 'portal',
      party,
      language: 'ru',
    } as const
    const { state, events } = done(
      give(land, undefined, { ...command, fields: { purpose: 'үй' } }, applicant),
    )
    expect(events.map(({ type }) => type)).toEqual(['opened', 'saved', 'entered'])
    expect(state.data['draft']).toEqual({ purpose: 'үй' })
  })
})
