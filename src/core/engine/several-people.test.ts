import { beforeAll, describe, expect, it } from 'vitest'
import { contractOf } from '#core/contracts'
import { addSeconds, type Iin, type Instant, type JsonObject, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { About, Actor, CaseState, Command, Representative } from './state.ts'
import { step, type Stepped } from './step.ts'
import { type CountryLaw, countryLaw, factsOf, PLATFORM } from './testing/index.ts'

let law: CountryLaw
let marriage: Edition
let repeat: Edition

beforeAll(async () => {
  law = await countryLaw()
  const named = (ref: string) => {
    const edition = law.regulations.edition(ref)
    if (edition === undefined) throw new Error(`${ref} is missing`)
    return edition
  }
  marriage = named('justice.marriage-application@2011-08-26')
  repeat = named('justice.repeat-certificate@2011-08-26')
})

const START = '2012-05-15T04:00:00.000Z' as Instant
const person = (iin: string): Extract<Actor, { kind: 'applicant' }> => ({
  kind: 'applicant',
  party: { kind: 'person', iin: iin as Iin },
})
const bride = person('840731400431')
const groom = person('810921300640')
const stranger = person('850101300125')
const registrar = (unit: string): Actor => ({
  kind: 'official',
  id: 'r1',
  roles: ['justice.civil-registry-specialist'],
  unit,
})
const found = (service: string): JsonObject => {
  const sample = contractOf(service)?.sample as { readonly found: JsonObject } | undefined
  return { ...sample?.found, status: 'found' }
}

interface Move {
  readonly by?: Actor
  readonly outcome?: string
  readonly store?: JsonObject
  readonly more?: Partial<Extract<Command, { do: 'complete' }>>
}

const give = (
  edition: Edition,
  state: CaseState | undefined,
  command: Command,
  ...[actor, now = START]: readonly [Actor, Instant?]
): Result<Stepped> => step(edition, state, command, { actor, ...factsOf(law) }, now)

const must = (result: Result<Stepped>): Stepped => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code)

function open(edition: Edition, actor: typeof bride, more: object = {}): Result<Stepped> {
  const base = { id: 'case', number: '10100000000001', channel: 'portal', language: 'ru' } as const
  return give(edition, undefined, { do: 'open', ...base, party: actor.party, ...more }, actor)
}

/** Completes what the case waits at. */
function complete(edition: Edition, { state }: Stepped, move: Move): Result<Stepped> {
  const { action = '', visit = 0 } = state.current ?? {}
  const { by = PLATFORM, outcome = 'done', store, more } = move
  const brought = store === undefined ? {} : { store }
  return give(edition, state, { do: 'complete', action, visit, outcome, ...brought, ...more }, by)
}

const go = (edition: Edition, from: Stepped, ...moves: readonly Move[]): Stepped =>
  moves.reduce((stepped, move) => must(complete(edition, stepped, move)), from)

const form = { partner: '810921300640', office: '130', time: '2012-06-20T10:30' }
const identified = { outcome: 'ok', store: found('persons.identify') }
/** Up to the moment when the other applicant is asked to sign. */
const asked = () =>
  go(
    marriage,
    must(open(marriage, bride)),
    identified,
    { by: bride, store: form },
    { outcome: 'found', store: found('persons.identify') },
    { by: bride },
    { outcome: 'valid' },
  )
const offered = () =>
  go(
    marriage,
    asked(),
    { by: groom },
    { outcome: 'valid' },
    { outcome: 'absent', store: { impediments: [] } },
  )
const paid = () =>
  go(marriage, offered(), { outcome: 'paid', store: { order: '1', amount: 161_800 } })

const effects = ({ effects: all }: Stepped, kind: string) =>
  all.filter(({ effect }) => effect === kind)
const elapse = ({ state }: Stepped): Command => ({
  do: 'elapse',
  action: state.current?.action ?? '',
  visit: state.current?.visit ?? 0,
})
const later = (hours: number) => addSeconds(START, hours * 3600)

describe('another applicant', () => {
  it('is told, and alone may sign', () => {
    const waiting = asked()
    expect(waiting.state.current?.action).toBe('signPartner')
    expect(effects(waiting, 'notify')).toMatchObject([
      { about: 'consent-asked', to: '810921300640' },
    ])
    for (const by of [bride, stranger, registrar('130'), PLATFORM])
      expect(code(complete(marriage, waiting, { by }))).toBe('CASE_FORBIDDEN')
    expect(code(complete(marriage, waiting, { by: groom }))).toBe('ok')
  })
  it('may decline, which ends the request with nothing to pay, and tells the applicant', () => {
    const declined = go(marriage, asked(), { by: groom, outcome: 'declined' })
    expect(declined.state.status).toBe('expired')
    expect(declined.state.expiry?.ru).toContain('отказался')
    expect(declined.effects.map((one) => ('about' in one ? one.about : one.effect))).toEqual([
      'declined',
      'expired',
    ])
  })
  it('who does not sign in time lets the request expire, and not before', () => {
    const waiting = asked()
    const command = elapse(waiting)
    expect(code(give(marriage, waiting.state, command, PLATFORM, later(71)))).toBe('CASE_STALE')
    const gone = must(give(marriage, waiting.state, command, PLATFORM, later(72)))
    expect(gone.state).toMatchObject({ status: 'expired' })
    expect(code(give(marriage, waiting.state, command, groom, later(73)))).toBe('CASE_FORBIDDEN')
  })
  it('may not withdraw what is not theirs', () => {
    expect(code(give(marriage, asked().state, { do: 'withdraw' }, groom))).toBe('CASE_FORBIDDEN')
  })
})

describe('a state duty', () => {
  it('is offered with its amount and the term of 24 hours by the clock', () => {
    const waiting = offered()
    expect(waiting.state.current).toMatchObject({ action: 'pay', amount: 161_800, due: later(24) })
    expect(effects(waiting, 'offer')).toMatchObject([
      { key: 'case/pay/1', amount: 161_800, until: later(24) },
    ])
  })
  it('is paid by the word of the bank, not by that of the applicant', () => {
    const move = { outcome: 'paid', store: { amount: 161_800 } }
    for (const by of [bride, groom, registrar('130')])
      expect(code(complete(marriage, offered(), { ...move, by }))).toBe('CASE_FORBIDDEN')
    expect(code(complete(marriage, offered(), move))).toBe('ok')
    expect(code(complete(marriage, offered(), { ...move, outcome: 'lapsed' }))).toBe(
      'CASE_OUTCOME_UNKNOWN',
    )
  })
  it('that is not paid in time closes its offer and lets the request expire', () => {
    const waiting = offered()
    const gone = must(give(marriage, waiting.state, elapse(waiting), PLATFORM, later(24)))
    expect(gone.state.status).toBe('expired')
    expect(effects(gone, 'close-offer')).toMatchObject([{ offer: 'case/pay/1' }])
    expect(effects(gone, 'refund')).toEqual([])
  })
  it('closes its offer when the request is withdrawn, and is given back when it was paid', () => {
    const before = must(give(marriage, offered().state, { do: 'withdraw' }, bride))
    expect(effects(before, 'close-offer')).toMatchObject([{ offer: 'case/pay/1' }])
    const after = must(give(marriage, paid().state, { do: 'withdraw' }, bride))
    expect(effects(after, 'refund')).toMatchObject([{ offer: 'case/pay/1', reason: 'withdrawn' }])
  })
  it('is not given back once the register has taken the application: nobody withdraws it any more', () => {
    const { state } = paid()
    const at = (action: string, ...done: CaseState['done']): CaseState => ({
      ...state,
      done: [...state.done, ...done],
      current: { action, visit: 1, since: START },
    })
    const accepted = { action: 'accept', visit: 1, since: START, at: START }
    const withdrawn = (from: CaseState) => code(give(marriage, from, { do: 'withdraw' }, bride))
    expect(withdrawn(at('accept'))).toBe('CASE_DELIVERED')
    expect(withdrawn(at('appoint', { ...accepted, outcome: 'found' }))).toBe('CASE_DELIVERED')
    expect(withdrawn(at('check', { ...accepted, outcome: 'absent' }))).toBe('ok')
    const issued = { ...accepted, action: 'issue', outcome: 'done' }
    expect(withdrawn(at('finish', issued))).toBe('CASE_DELIVERED')
  })
  it('is not asked for where an exemption holds', () => {
    if (!('duty' in repeat.fee)) throw new Error('the service has a duty')
    const text = { kk: 'босатылған', ru: 'освобождён', en: 'exempt' }
    const exemptions = [{ id: 'all', when: 'form.variant = "birth"', text }]
    const fee = { duty: { ...repeat.fee.duty, exemptions } }
    const evaluate: Edition['evaluate'] = (expression, context) =>
      expression === 'form.variant = "birth"' || repeat.evaluate(expression, context)
    const exempt = { ...repeat, fee, evaluate }
    const stepped = go(
      exempt,
      must(open(exempt, bride)),
      identified,
      { by: bride, store: { variant: 'birth' } },
      { by: bride },
      { outcome: 'valid' },
      { outcome: 'found', store: found('civil-acts.find-record') },
    )
    expect(stepped.state.current?.action).toBe('accept')
    expect(stepped.state.data['payment']).toMatchObject({ amount: 0, exempt: 'all' })
    expect(effects(stepped, 'offer')).toEqual([])
  })
})

describe('an official of an office', () => {
  const SIGNATURE = { signature: { sha256: '0'.repeat(64) } }
  it('acts for that office alone, unless they serve the whole country', () => {
    const check = (by: Actor) =>
      code(complete(marriage, paid(), { by, outcome: 'complete', more: SIGNATURE }))
    expect(check(registrar('130'))).toBe('ok')
    expect(check(registrar('*'))).toBe('ok')
    for (const by of [registrar('131'), registrar(''), bride, PLATFORM])
      expect(check(by)).toBe('CASE_FORBIDDEN')
  })
  it('signs what the regulation wants signed', () => {
    const move = { by: registrar('130'), outcome: 'complete' }
    expect(code(complete(marriage, paid(), move))).toBe('CASE_NOT_SIGNED')
  })
  it('who refuses has the notification issued first, then the case ends with it and the duty goes back', () => {
    const by = registrar('130')
    const incomplete = go(marriage, paid(), { by, outcome: 'incomplete', more: SIGNATURE })
    const more = { ...SIGNATURE, remark: 'Брак за границей.' }
    const decided = go(marriage, incomplete, { by, outcome: '', more })
    expect(decided.state.status).toBe('open')
    expect(decided.state.current?.refusal).toMatchObject({
      ground: 'impediment',
      remark: { kk: 'Брак за границей.' },
    })
    expect(effects(decided, 'issue')).toMatchObject([{ document: 'refusal' }])
    expect(code(complete(marriage, decided, { by, outcome: '', more }))).toBe('CASE_FORBIDDEN')
    const ended = go(marriage, decided, { outcome: '', store: { number: '00000000000007' } })
    expect(ended.state).toMatchObject({
      status: 'refused',
      ground: { id: 'impediment' },
      data: { document: { number: '00000000000007' } },
    })
    expect(effects(ended, 'refund')).toMatchObject([{ reason: 'refused' }])
  })
  it('is quoted to the applicant with what they wrote when they found the request wanting', () => {
    const by = registrar('130')
    const store = { checked: '1', remark: 'Брак за границей.' }
    const incomplete = go(marriage, paid(), { by, outcome: 'incomplete', store, more: SIGNATURE })
    const decided = go(marriage, incomplete, { by, outcome: '', more: SIGNATURE })
    expect(decided.state.current?.refusal).toMatchObject({ remark: { ru: 'Брак за границей.' } })
  })
})

describe('who orders for another', () => {
  const representative: Representative = {
    iin: '810921300640' as Iin,
    name: { kk: 'Ж', ru: 'Ж' },
    basis: 'attorney',
    mandate: { number: '1', codes: ['civil-acts.certificates'] },
  }
  const attorney = { ...bride, by: { iin: representative.iin } }
  it('has a right that the regulation knows', () => {
    expect(code(open(repeat, attorney, { representative }))).toBe('ok')
    const wrong = { ...representative, mandate: { codes: ['land.documents'] } }
    expect(code(open(repeat, attorney, { representative: wrong }))).toBe('CASE_NO_MANDATE')
    expect(code(open(marriage, attorney, { representative }))).toBe('CASE_NO_MANDATE')
  })
  it('says so, and nobody orders in the name of a representative', () => {
    expect(code(open(repeat, attorney))).toBe('CASE_FORBIDDEN')
    expect(code(open(repeat, bride, { representative }))).toBe('CASE_FORBIDDEN')
  })
  it('acts in that case, as does the party; no other representative does', () => {
    const opened = must(open(repeat, attorney, { representative }))
    const filling = go(repeat, opened, identified)
    const fill = (by: Actor) => code(complete(repeat, filling, { by, store: { variant: 'birth' } }))
    expect([fill(attorney), fill(bride)]).toEqual(['ok', 'ok'])
    expect(fill({ ...bride, by: { iin: '850101300125' as Iin } })).toBe('CASE_FORBIDDEN')
    expect(fill(groom)).toBe('CASE_FORBIDDEN')
  })
})

it('a case that is not about a document takes none', () => {
  const about: About = {
    caseId: 'c',
    caseNumber: '10100000000000',
    document: 'acceptance',
    number: '1',
    title: { kk: 'х', ru: 'у' },
    issuedOn: '2012-05-10' as never,
    data: {},
  }
  expect(code(open(repeat, bride, { about }))).toBe('CASE_ABOUT_NOTHING')
})
