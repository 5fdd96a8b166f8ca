import type { NameOf } from '#capabilities/cases'
import {
  type Json,
  jsonText,
  LANGS,
  type Lang,
  parseDate,
  type PlainDate,
  type Text,
} from '#core/kernel'
import type { FieldData } from '#core/regulation'
import { formatsOf } from '#platform/i18n'
import type { Regions } from './regions.ts'
import type { Units } from './units.ts'

const inEach = (write: (lang: Lang) => string): Text =>
  Object.fromEntries(LANGS.map((lang) => [lang, write(lang)])) as Record<Lang, string>

const everywhere = (value: Json): Text => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return inEach(() => text)
}

const dayIn = (text: string): PlainDate | undefined => parseDate(text.slice(0, 10))

/** A day, or a day and an hour of the wall clock, as each language writes it. */
function written(text: string): Text | undefined {
  const day = dayIn(text)
  if (day === undefined) return undefined
  const hour = text.slice(11)
  return inEach((lang) => [formatsOf(lang).date(day), hour].filter(Boolean).join(', '))
}

interface Names {
  readonly regions: Regions
  readonly units: Units
}

function named({ regions, units }: Names, field: FieldData, value: Json): Text | undefined {
  if (field.kind === 'choice') return field.options.find((option) => option.value === value)?.label
  if (field.kind === 'region') return regions.nameOf(jsonText(value))
  if (field.kind === 'unit') return units.find(jsonText(value))?.name
  const dated = field.kind === 'date' || field.kind === 'appointment'
  return dated ? written(jsonText(value)) : undefined
}

/** What a value of a form means in words: the label of a choice, the name of a region or an office, a day written out; else as it was typed. */
export const nameOfField =
  (names: Names): NameOf =>
  (field, value) =>
    named(names, field, value) ?? everywhere(value)
