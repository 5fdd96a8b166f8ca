import { type Bin, type Iin, ok, type Party, type Result, refuse, parseIin } from '#core/kernel'
import { digitsOf, parsePartyNumber } from './account.ts'
import { identityErrors } from './errors.ts'

/** The answer of the register of persons; `down`: nobody answered in time. */
export type PersonLookup =
  | { readonly status: 'found'; readonly name: string; readonly active: boolean }
  | { readonly status: 'absent' | 'down' }
/** The answer of the register of legal entities, with the IIN of its first head. */
export type EntityLookup =
  | {
      readonly status: 'found'
      readonly name: string
      readonly active: boolean
      readonly headIin: string
    }
  | { readonly status: 'absent' | 'down' }

/** The registers as the gateway reaches them (`persons.identify`, `legal-entities.identify`). */
export interface Registers {
  person(iin: Iin): Promise<PersonLookup>
  entity(bin: Bin): Promise<EntityLookup>
}

export interface FoundParty {
  readonly party: Party
  readonly headIin?: Iin
  readonly name: string
}

export interface PartyClaim {
  /** IIN or BIN as typed. */
  readonly number: string
  /** For a BIN: the IIN of the head as typed. */
  readonly headIin?: string
}

const failure = (status: 'absent' | 'down'): Result<never> =>
  refuse(
    status === 'down'
      ? identityErrors.REGISTER_DOWN()
      : identityErrors.NOT_IN_REGISTER({}, 'number'),
  )

async function findPerson(registers: Registers, iin: Iin): Promise<Result<FoundParty>> {
  const person = await registers.person(iin)
  if (person.status !== 'found') return failure(person.status)
  if (!person.active) return refuse(identityErrors.NOT_ACTIVE({}, 'number'))
  return ok({ party: { kind: 'person', iin }, name: person.name })
}

async function findEntity(registers: Registers, bin: Bin, typed: string) {
  const headIin = parseIin(digitsOf(typed))
  if (headIin === undefined) return refuse(identityErrors.BAD_HEAD_NUMBER({}, 'headIin'))
  const entity = await registers.entity(bin)
  if (entity.status !== 'found') return failure(entity.status)
  if (!entity.active) return refuse(identityErrors.NOT_ACTIVE({}, 'number'))
  if (entity.headIin !== headIin) return refuse(identityErrors.WRONG_HEAD({}, 'headIin'))
  return ok({ party: { kind: 'entity', bin } as const, headIin, name: entity.name })
}

/**
 * The party that the register knows under a claimed number. Refusals: IDENTITY_BAD_NUMBER, _BAD_HEAD_NUMBER,
 * _NOT_IN_REGISTER, _NOT_ACTIVE, _WRONG_HEAD, _REGISTER_DOWN.
 */
export async function findParty(
  registers: Registers,
  claim: PartyClaim,
): Promise<Result<FoundParty>> {
  const party = parsePartyNumber(claim.number)
  if (party === undefined) return refuse(identityErrors.BAD_NUMBER({}, 'number'))
  return party.kind === 'person'
    ? findPerson(registers, party.iin)
    : findEntity(registers, party.bin, claim.headIin ?? '')
}
