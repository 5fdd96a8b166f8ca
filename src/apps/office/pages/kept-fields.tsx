import { type Json, type JsonObject, parseDate } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { SummaryList } from '#platform/views'
import type { OfficeTextKey } from '../texts/office-texts.ts'
import type { View } from '../view.ts'

/** What the desk's own forms keep, by name. */
const LABELS: Readonly<Record<string, OfficeTextKey>> = {
  positive: 'kept.positive',
  checked: 'kept.checked',
  minutes: 'decide.minutes',
  heldOn: 'decide.heldOn',
  present: 'decide.present',
  for: 'decide.for',
  against: 'decide.against',
  receivedBy: 'decide.receivedBy',
  identity: 'decide.identity',
  handedOn: 'decide.handedOn',
  remark: 'kept.remark',
  at: 'kept.at',
}

/** The label of what was kept: of the desk's own form, of a body that answered, of a field of the regulation's form. */
export function keptLabel(view: Pick<View, 't' | 'text'>, edition: Edition, name: string): string {
  const key = Object.hasOwn(LABELS, name) ? LABELS[name] : undefined
  if (key !== undefined) return view.t(key)
  for (const actor of Object.values(edition.actors)) {
    const body = actor.kind === 'bodies' ? actor.bodies[name] : undefined
    if (body !== undefined) return view.text(body.name)
  }
  const fields = Object.values(edition.forms).flatMap((form) =>
    form.pages.flatMap((page) => page.fields),
  )
  const field = fields.find(({ id }) => id === name)
  return field === undefined ? name : view.text(field.label)
}

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT.*Z$/.test(text)

function Value({ view, value }: { readonly view: View; readonly value: Json }) {
  if (typeof value === 'boolean')
    return <>{view.t(value ? 'outcome.agree.positive' : 'outcome.agree.negative')}</>
  if (typeof value !== 'string') return <>{value === null ? '—' : JSON.stringify(value)}</>
  const day = parseDate(value)
  if (day !== undefined) return <>{view.f.date(day)}</>
  return (
    <>
      {isInstant(value) ? view.f.dateTime(value as Parameters<typeof view.f.dateTime>[0]) : value}
    </>
  )
}

/** In the order in which the form asks; what is not of it stands first. */
const place = (name: string): number => Object.keys(LABELS).indexOf(name)

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an official's step has kept, line by line with labels. */
export function KeptFields(props: {
  readonly view: View
  readonly edition: Edition
  readonly value: Json
}) {
  const { view, edition, value } = props
  if (!isObject(value)) return <Value view={view} value={value} />
  const entries = Object.entries(value).toSorted(([a], [b]) => place(a) - place(b))
  if (entries.length === 0) return <>—</>
  return (
    <SummaryList
      rows={entries.map(([name, one]) => ({
        key: keptLabel(view, edition, name),
        value: <KeptFields view={view} edition={edition} value={one} />,
      }))}
    />
  )
}
