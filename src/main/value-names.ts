import type { NameOf } from '#capabilities/cases'
import { type Json, jsonText, type Text } from '#core/kernel'
import type { Regions } from './regions.ts'

const everywhere = (value: Json): Text => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return { kk: text, ru: text, en: text }
}

/** What a value of a form means in words: the label of a choice, the name of a region, else the value as it was typed. */
export const nameOfField =
  (regions: Regions): NameOf =>
  (field, value) => {
    if (field.kind === 'choice') {
      const label = field.options.find((option) => option.value === value)?.label
      return label ?? everywhere(value)
    }
    if (field.kind === 'region') return regions.nameOf(jsonText(value)) ?? everywhere(value)
    return everywhere(value)
  }
