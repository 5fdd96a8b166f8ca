import { contracts, type Power } from '#core/contracts'
import {
  addDays,
  dayOf,
  type Iin,
  type Party,
  plainDate,
  type PlainDate,
  type Text,
} from '#core/kernel'
import type { RegisterQuestion, RepresentationDeps } from './deps.ts'
import type { Mandate } from './mandate.ts'

/** What a register says; undefined: it did not answer. */
export type Read<T> = Promise<T | undefined>

const LIST: Text = {
  kk: 'Тұлға кімнің атынан әрекет ете алатынын анықтау',
  ru: 'Определение, от чьего имени лицо вправе действовать',
  en: 'To find out for whom the person may act',
}
const GIVEN: Text = {
  kk: 'Тұлғаның атынан кім әрекет ете алатынын анықтау',
  ru: 'Определение, кто вправе действовать от имени лица',
  en: 'To find out who may act for the person',
}

const majority = (born: PlainDate): PlainDate =>
  addDays(
    plainDate(`${Number(born.slice(0, 4)) + 18}-${born.slice(5, 7)}-01`),
    Number(born.slice(8)) - 1,
  )

const answers = (status: string): boolean => status === 'found' || status === 'absent'

/** Asks and reads the list in the answer; an absent one is empty. */
async function list<T>(
  { ask }: RepresentationDeps,
  question: RegisterQuestion,
  read: (body: unknown) => readonly T[],
): Read<readonly T[]> {
  const answer = await ask(question)
  if (answer === undefined || !answers(answer.status)) return undefined
  return answer.body === null ? [] : read(answer.body)
}

/** Children under 18 of a person. */
export async function childrenOf(deps: RepresentationDeps, iin: Iin): Read<readonly Mandate[]> {
  const { id, answer } = contracts['civil-acts.children']
  const today = dayOf(deps.clock())
  const question = { service: id, subject: iin, body: { iin }, purpose: LIST }
  const children = await list(deps, question, (body) => answer.parse(body).children)
  return children
    ?.map(({ birthDate, ...child }) => ({ ...child, grown: majority(plainDate(birthDate)) }))
    .filter(({ grown }) => today < grown)
    .map(
      (child): Mandate => ({
        key: `parent:${child.iin}`,
        basis: 'parent',
        principal: { party: { kind: 'person', iin: child.iin as Iin }, name: child.fullName },
        since: plainDate(child.since),
        until: addDays(child.grown, -1),
        codes: [],
        text: null,
        source: { relation: child.relation, record: child.recordNumber, recordedOn: child.since },
      }),
    )
}

const partyOf = ({ kind, number }: Power['principal']): Party =>
  kind === 'person'
    ? { kind, iin: number as Iin }
    : { kind, bin: number as Extract<Party, { kind: 'entity' }>['bin'] }

const mandateOf = (power: Power): Mandate => ({
  key: `attorney:${power.number}`,
  basis: 'attorney',
  principal: { party: partyOf(power.principal), name: power.principal.name },
  since: plainDate(power.issuedOn),
  until: plainDate(power.validUntil),
  codes: power.codes,
  text: power.text,
  source: {
    number: power.number,
    issuedOn: power.issuedOn,
    validUntil: power.validUntil,
    notary: power.notary,
    codes: power.codes,
  },
})

/** Powers of attorney in force that a person holds. */
export async function powersHeldBy(deps: RepresentationDeps, iin: Iin): Read<readonly Mandate[]> {
  const { id, answer } = contracts['notary.powers']
  const question = { service: id, subject: iin, body: { representative: iin }, purpose: LIST }
  const powers = await list(deps, question, (body) => answer.parse(body).powers)
  return powers?.map(mandateOf)
}

/** Powers of attorney in force that a person or a legal entity has given. */
export const powersGivenBy = (
  deps: RepresentationDeps,
  principal: string,
): Read<readonly Power[]> => {
  const { id, answer } = contracts['notary.powers-given']
  const question = { service: id, subject: principal, body: { principal }, purpose: GIVEN }
  return list(deps, question, (body) => answer.parse(body).powers)
}

/** Registered legal entities that a person heads. */
export async function firmsHeadedBy(deps: RepresentationDeps, iin: Iin): Read<readonly Mandate[]> {
  const { id, answer } = contracts['legal-entities.person-participation']
  const question = { service: id, subject: iin, body: { iin }, purpose: LIST }
  const firms = await list(deps, question, (body) => answer.parse(body).participations)
  return firms?.flatMap(({ bin, name, head, status }) =>
    status === 'registered' && head?.iin === iin
      ? [headMandate({ bin, name, since: head.since })]
      : [],
  )
}

/** The right of the head of a legal entity. */
export const headMandate = (firm: {
  readonly bin: string
  readonly name: Mandate['principal']['name']
  readonly since: string
}): Mandate => ({
  key: `head:${firm.bin}`,
  basis: 'head',
  principal: {
    party: { kind: 'entity', bin: firm.bin as Extract<Party, { kind: 'entity' }>['bin'] },
    name: firm.name,
  },
  since: plainDate(firm.since),
  until: null,
  codes: [],
  text: null,
  source: { bin: firm.bin, since: firm.since },
})
