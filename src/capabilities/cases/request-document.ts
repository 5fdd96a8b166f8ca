import { createHash } from 'node:crypto'
import type { CaseState } from '#core/engine'
import { contextOf } from '#core/engine'
import { canonicalJson, type Json, type JsonObject, partyNumber, type Text } from '#core/kernel'
import type { Edition, FieldData } from '#core/regulation'

export interface RequestLine {
  readonly label: Text
  readonly value: Text
}

/** What the applicant signs: exact bytes, their hash, and the same content as people read it. */
export interface RequestDocument {
  readonly bytes: Buffer
  readonly sha256: string
  readonly lines: readonly RequestLine[]
}

/** Names of values that stand in classifiers, such as regions by KATO code. */
export type NameOf = (field: FieldData, value: Json) => Text

const everywhere = (value: string): Text => ({ kk: value, ru: value, en: value })
const plain = ({ kk, ru, en }: Text): JsonObject => ({ kk, ru, en })

export function nameOfApplicant(edition: Edition, state: CaseState): Text {
  for (const action of Object.values(edition.actions)) {
    if (action.does !== 'identify') continue
    const name = action[state.party.kind]?.name
    if (name === undefined) continue
    const value = edition.evaluate(name, contextOf(state, state.openedAt)) as {
      kk?: string
      ru?: string
    } | null
    const ru = value?.ru ?? ''
    return { kk: value?.kk ?? ru, ru, en: ru }
  }
  return everywhere(partyNumber(state.party))
}

/** The answers of the case's form, with labels and values in words, in the order of the form. */
export function answersOf(
  edition: Edition,
  state: CaseState,
  nameOf: NameOf,
): (RequestLine & { id: string; raw: Json })[] {
  const values = (state.data['form'] ?? {}) as JsonObject
  const fields = Object.values(edition.forms).flatMap((form) =>
    form.pages.flatMap((page) => page.fields),
  )
  return fields.flatMap((field) => {
    const raw = values[field.id]
    if (raw === undefined || raw === null || raw === '') return []
    return [{ id: field.id, label: field.label, raw, value: nameOf(field, raw) }]
  })
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
    answers: answers.map(({ id, raw, label, value }) => ({
      id,
      value: raw,
      label: plain(label),
      reads: plain(value),
    })),
  }
  const bytes = Buffer.from(canonicalJson(content), 'utf8')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, sha256, lines: answers.map(({ label, value }) => ({ label, value })) }
}
