import { createHash } from 'node:crypto'
import type { CaseState } from '#core/engine'
import { contextOf, storeName } from '#core/engine'
import { canonicalJson, type Json, type JsonObject, partyNumber, type Text } from '#core/kernel'
import type { Edition, FieldData } from '#core/regulation'
import { paperOf, type RequestLine, representativeLines } from './representative-lines.ts'

/** What the applicant signs: exact bytes, their hash, and the same content as people read it. */
export interface RequestDocument {
  readonly bytes: Buffer
  readonly sha256: string
  readonly lines: readonly RequestLine[]
}

/** Names of values that stand in classifiers, such as regions by KATO code. */
export type NameOf = (field: FieldData, value: Json) => Text

const everywhere = (value: string): Text => ({ kk: value, ru: value, en: value })
/**
 * What the register that identified the applicant calls them; where none was asked, or has not answered yet, the name on the
 * document that the case is about, else the number.
 */
export function nameOfApplicant(edition: Edition, state: CaseState): Text {
  for (const action of Object.values(edition.actions)) {
    const name = action.does === 'identify' ? action[state.party.kind]?.name : undefined
    const found = name === undefined ? undefined : nameFrom(edition, state, name)
    if (found !== undefined) return found
  }
  const holder = state.about?.holder
  return holder === undefined ? everywhere(partyNumber(state.party)) : { ...holder, en: holder.ru }
}

/** What a register that was asked about this other person calls them; undefined where none was, or has not answered yet. */
export function nameOfParticipant(
  edition: Edition,
  state: CaseState,
  number: string,
): Text | undefined {
  const context = contextOf(state, state.openedAt)
  for (const id of state.done.map((one) => one.action)) {
    const action = edition.actions[id]
    if (action?.does !== 'ask' || action.subject === undefined) continue
    if (edition.evaluate(action.subject, context) !== number) continue
    const answer = state.data[action.as] ?? null
    const name = asName(
      answer !== null && typeof answer === 'object' ? (answer as JsonObject)['fullName'] : null,
    )
    if (name !== undefined) return name
  }
  return undefined
}

function nameFrom(edition: Edition, state: CaseState, expression: string): Text | undefined {
  return asName(edition.evaluate(expression, contextOf(state, state.openedAt)))
}

/** A name of a register in each language; English has the Russian one. */
function asName(name: Json | undefined): Text | undefined {
  const value = name as { kk?: string; ru?: string } | null | undefined
  const ru = value?.ru ?? value?.kk
  return ru === undefined ? undefined : { kk: value?.kk ?? ru, ru, en: ru }
}

/** The form whose answers are the request, as it was filled in last. */
export function filledForm(edition: Edition, state: CaseState) {
  const filled = state.done.findLast(({ action }) => isRequest(edition, action))?.action ?? ''
  const action = edition.actions[filled]
  const form = action?.does === 'fill' ? edition.forms[action.form] : undefined
  if (form === undefined) return undefined
  const values = (state.data[storeName(edition, filled)] ?? {}) as JsonObject
  return { fields: form.pages.flatMap((page) => page.fields), values }
}

/** Filled in by the applicant, or by an official for the applicant; other forms of officials have names of their own. */
const isRequest = (edition: Edition, id: string): boolean => {
  const action = edition.actions[id]
  if (action?.does !== 'fill') return false
  return storeName(edition, id) === 'form' || edition.actors[action.by]?.kind === 'applicant'
}

/** Whether there is anything to sign yet. */
export const isFilled = (edition: Edition, state: CaseState): boolean =>
  filledForm(edition, state) !== undefined

/** Answers with labels and values in words, in the order of the form. */
export function inWords(
  fields: readonly FieldData[],
  values: JsonObject,
  nameOf: NameOf,
): (RequestLine & { id: string; raw: Json })[] {
  return fields.flatMap((field) => {
    const raw = values[field.id]
    if (raw === undefined || raw === null || raw === '') return []
    return [{ id: field.id, label: field.label, raw, value: nameOf(field, raw) }]
  })
}

/** The answers of the applicant's form. */
export function answersOf(edition: Edition, state: CaseState, nameOf: NameOf) {
  const form = filledForm(edition, state)
  return form === undefined ? [] : inWords(form.fields, form.values, nameOf)
}

/** Who orders for whom, and about which document: there only where it is so. */
const circumstancesOf = ({ representative, about }: CaseState): JsonObject => ({
  ...(representative === undefined
    ? {}
    : {
        representative: {
          iin: representative.iin,
          name: { ...representative.name },
          basis: representative.basis,
          ...paperOf(representative),
        },
      }),
  ...(about === undefined
    ? {}
    : { about: { number: about.number, title: { ...about.title }, issuedOn: about.issuedOn } }),
})

/** A text without the marks of its origin. */
export const plain = ({ kk, ru, en }: Text): JsonObject => ({ kk, ru, en })

/** The head of everything that is signed in a case: which request it is, under which law, of whom. */
export const headOf = (edition: Edition, state: CaseState): JsonObject => ({
  number: state.number,
  service: edition.service,
  title: plain(edition.about.name),
  edition: edition.ref,
  act: { number: edition.act.number, date: edition.act.date },
  applicant: {
    kind: state.party.kind,
    number: partyNumber(state.party),
    name: plain(nameOfApplicant(edition, state)),
  },
})

/** Answers as they stand in what is signed. */
export const linesOf = (answers: ReturnType<typeof inWords>): JsonObject[] =>
  answers.map(({ id, raw, label, value }) => ({
    id,
    value: raw,
    label: plain(label),
    reads: plain(value),
  }))

/** The exact bytes that are signed, with their hash. */
export function signedBytes(content: JsonObject): { bytes: Buffer; sha256: string } {
  const bytes = Buffer.from(canonicalJson(content), 'utf8')
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * The request as a document: canonical JSON (RFC 8785) in Kazakh, Russian and English, made from the case alone, so that
 * whoever holds the case can make the same bytes again.
 */
export function requestDocument(
  edition: Edition,
  state: CaseState,
  nameOf: NameOf,
): RequestDocument {
  const answers = answersOf(edition, state, nameOf)
  const content = {
    format: 'qyzmet-request-1',
    ...headOf(edition, state),
    ...circumstancesOf(state),
    answers: linesOf(answers),
  }
  return {
    ...signedBytes(content),
    lines: [
      ...(state.representative === undefined ? [] : representativeLines(state.representative)),
      ...answers.map(({ label, value }) => ({ label, value })),
    ],
  }
}
