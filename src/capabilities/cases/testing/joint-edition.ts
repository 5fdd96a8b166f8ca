import { contracts } from '#core/contracts'
import type { Iin, JsonObject } from '#core/kernel'
import type { ActionData, ActorData, Edition } from '#core/regulation'
import type { CountryLaw } from '#core/engine/testing'

const NO_RIGHTS: JsonObject = {
  ...contracts['realty.rights-of-person'].sample.absent,
  status: 'absent',
}
const name = { kk: 'Әрекет', ru: 'Действие', en: 'Action' }
const text = name

/** Expressions that the edition behind it does not have. */
type Given = Readonly<Record<string, (context: JsonObject) => string | null>>

const numberOf = (value: JsonObject[string] | undefined): string | null => {
  const number = value !== null && typeof value === 'object' && 'number' in value && value['number']
  return typeof number === 'string' ? number : null
}

/** Both sign, and pay. */
const TOGETHER: Record<string, ActionData> = {
  verifySignature: {
    name,
    does: 'verify-signature',
    by: 'portal',
    next: { valid: 'register', invalid: 'refuseSignature' },
  },
  register: { name, does: 'register', by: 'portal', next: { done: 'spouseSign' } },
  spouseSign: {
    name,
    does: 'sign',
    by: 'spouse',
    within: { hours: 24 },
    next: { done: 'verifySpouse', declined: 'refuseNoData', lapsed: 'expire' },
  },
  verifySpouse: {
    name,
    does: 'verify-signature',
    of: 'spouseSign',
    by: 'portal',
    next: { valid: 'pay', invalid: 'refuseSignature' },
  },
  pay: {
    name,
    does: 'pay',
    by: 'applicant',
    as: 'payment',
    within: { hours: 24 },
    next: { paid: 'appoint', lapsed: 'expire' },
  },
}

/** An hour is appointed, and an official decides. */
const DECIDED: Record<string, ActionData> = {
  expire: { name, does: 'expire', by: 'portal', text },
  appoint: {
    name,
    does: 'appoint',
    by: 'portal',
    as: 'appointment',
    calendar: 'marriage',
    of: 'office',
    wished: 'wished',
    next: { appointed: 'approve', full: 'refuseNoData' },
  },
  approve: {
    name,
    does: 'approve',
    by: 'registrar',
    signed: true,
    within: { hours: 8 },
    next: { done: 'issue', returned: 'refuseByOfficial' },
  },
  refuseByOfficial: {
    name,
    does: 'refuse',
    by: 'registrar',
    signed: true,
    grounds: ['noData', 'userData'],
    document: 'certificate',
  },
  issue: {
    name,
    does: 'issue',
    by: 'portal',
    document: 'certificate',
    replaces: 'original.number',
    next: { done: 'finish' },
  },
}

/**
 * The certificate of absence as two people would order it together: both sign, a duty is paid, an hour is appointed, an
 * official of the region approves with a signature or refuses with a notification. `correction` is a channel about a document
 * that was issued before.
 */
export function jointEdition(
  base: Edition,
  given: { spouse: Iin; wished: string | null },
): Edition {
  const expressions: Given = {
    spouse: () => given.spouse,
    office: () => '101',
    wished: () => given.wished,
    'original.number': ({ original }) => numberOf(original),
  }
  const actors: Record<string, ActorData> = {
    ...base.actors,
    spouse: { kind: 'applicant', name, number: 'spouse' },
    registrar: {
      kind: 'official',
      name,
      role: 'justice.registrar',
      unit: 'by-region',
      of: 'form.region',
    },
  }
  const { portal } = base.channels
  if (portal === undefined) throw new TypeError('the edition has a portal')
  return {
    ...base,
    actors,
    actions: { ...base.actions, ...TOGETHER, ...DECIDED },
    channels: { ...base.channels, correction: { ...portal, about: 'document' } },
    fee: { duty: { name, amount: { mrp: 1 }, exemptions: [], reference: text } },
    evaluate: (expression, context) => {
      const value = expressions[expression]
      // Nobody asks the register here; what is printed speaks of its answer.
      return value === undefined
        ? base.evaluate(expression, { realty: NO_RIGHTS, ...context })
        : value(context)
    },
  }
}

/** The law in which that edition is the only one of its service. */
export function jointLaw(law: CountryLaw, edition: Edition): CountryLaw['regulations'] {
  return { ...law.regulations, edition: () => edition, inForce: () => edition }
}
