import type { Catalogue } from '#platform/i18n'

/** Keeps the literal keys of a catalogue while demanding all three languages of each text. */
export const checkedTexts = <const C extends Catalogue>(catalogue: C): C => catalogue
