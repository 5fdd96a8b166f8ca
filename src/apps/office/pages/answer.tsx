import { codeTitleOf, titleOf } from '#core/contracts'
import { type Instant, type Json, type JsonObject, parseDate } from '#core/kernel'
import type { View } from '../view.ts'

interface Member {
  readonly view: View
  /** The member of the answer that it stands in. */
  readonly name?: string
  readonly value: Json
}

const isText = (value: JsonObject): value is { kk: string; ru: string; en: string } =>
  typeof value['kk'] === 'string' && typeof value['ru'] === 'string'

const isInstant = (text: string): text is Instant => /^\d{4}-\d\d-\d\dT.*Z$/.test(text)

/** A value in words: a day and an hour as they are written, what a code stands for, a sum in tenge. */
export function valueText({ view, name = '', value }: Member): string {
  if (value === null || value === '') return '—'
  if (typeof value === 'boolean') return view.t(value ? 'case.yes' : 'case.no')
  if (typeof value === 'number') return name === 'tiyn' ? view.f.money(value) : String(value)
  return typeof value === 'string' ? wordsOf(view, name, value) : JSON.stringify(value)
}

function wordsOf(view: View, name: string, value: string): string {
  const { f } = view
  const code = codeTitleOf(name, value)
  if (code !== undefined) return view.text(code)
  const day = parseDate(value)
  if (day !== undefined) return f.date(day)
  return isInstant(value) ? f.dateTime(value) : value
}

const titleIn = (view: View, name: string): string => {
  const title = titleOf(name)
  return title === undefined ? name : view.text(title)
}

/** What a register answered, member by member, each by its title; a text in two languages in the reader's own. */
export function Answer({ view, name, value }: Member) {
  const named = name === undefined ? {} : { name }
  if (value === null || typeof value !== 'object')
    return <span>{valueText({ view, ...named, value })}</span>
  if (Array.isArray(value))
    return value.length === 0 ? (
      <span>—</span>
    ) : (
      <ol class="q-answer">
        {value.map((one: Json) => (
          <li>
            <Answer view={view} {...named} value={one} />
          </li>
        ))}
      </ol>
    )
  const members = value as JsonObject
  if (isText(members)) return <span>{view.lang === 'kk' ? members.kk : members.ru}</span>
  return (
    <dl class="q-answer">
      {Object.entries(members).map(([member, one]) => (
        <div>
          <dt>{titleIn(view, member)}</dt>
          <dd>
            <Answer view={view} name={member} value={one} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
