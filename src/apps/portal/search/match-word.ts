import { editDistance } from './edit-distance.ts'
import { isCyrillic, latinSound } from './letters.ts'
import { stemsOf } from './stems.ts'
import type { Entry } from './word-index.ts'

/** An entry that a typed word may mean, and how surely. */
export interface Match {
  readonly entry: Entry
  readonly sureness: number
}

/** A word as typed, and as the same keys write it on the other keyboard. */
export interface TypedWord {
  readonly typed: string
  readonly swapped: string
}

/** How a typed word was understood: `slip` when it is not what stands in any text. */
export interface Understood {
  readonly typed: string
  readonly matches: readonly Match[]
  readonly slip: boolean
}

const SHORTEST_BEGINNING = 3
const LONGEST_REST = 4
/** How surely a known word is meant by one that goes on longer. */
const ROOTED = 0.6
const begins = (word: string, beginning: string): boolean =>
  beginning.length >= SHORTEST_BEGINNING && word.startsWith(beginning)

function plainly(entries: readonly Entry[], typed: string): Match[] {
  const stems = stemsOf(typed)
  return entries.flatMap((entry) => {
    if (stems.includes(entry.stem)) return [{ entry, sureness: 1 }]
    // What is being typed yet, and words of one root: "земл" is in "земля", "недвижим" in "недвижимость".
    if (stems.some((stem) => begins(entry.stem, stem))) return [{ entry, sureness: 0.7 }]
    const rooted = stems.some(
      (stem) =>
        entry.stem.length > LONGEST_REST &&
        begins(stem, entry.stem) &&
        stem.length - entry.stem.length <= LONGEST_REST,
    )
    return rooted ? [{ entry, sureness: ROOTED }] : []
  })
}

/** A Kazakh or Russian word in Latin letters. */
function bySound(entries: readonly Entry[], typed: string): Match[] {
  if (isCyrillic(typed)) return []
  const sound = latinSound(typed)
  return entries.flatMap((entry) => {
    if (!isCyrillic(entry.word) || sound.length < SHORTEST_BEGINNING) return []
    if (sound === entry.sound) return [{ entry, sureness: 0.8 }]
    const ending = sound.length - entry.sound.length
    const inflected = begins(sound, entry.sound) && ending <= 3
    const begun = sound.length > SHORTEST_BEGINNING && begins(entry.sound, sound)
    return inflected || begun ? [{ entry, sureness: 0.6 }] : []
  })
}

/** Slips forgiven: none in short words, one from four letters on, two from eight. */
const slipsIn = (word: string): number => {
  if (word.length < 4) return 0
  return word.length < 8 ? 1 : 2
}

function withSlips(entries: readonly Entry[], typed: string): Match[] {
  const cyrillic = isCyrillic(typed)
  const stems = cyrillic ? stemsOf(typed) : [...stemsOf(typed), latinSound(typed)]
  return entries.flatMap((entry) => {
    const other = !cyrillic && isCyrillic(entry.word) ? entry.sound : entry.stem
    const distances = stems.map((stem) => {
      const most = Math.min(slipsIn(stem), slipsIn(other))
      const distance = editDistance(stem, other, most)
      return distance <= most && most > 0 ? distance : Number.POSITIVE_INFINITY
    })
    const least = Math.min(...distances)
    return Number.isFinite(least) ? [{ entry, sureness: 0.5 / Math.max(1, least) }] : []
  })
}

/** Of the words that slips lead to, the nearest alone. */
function nearest(matches: readonly Match[]): Match[] {
  const best = Math.max(...matches.map(({ sureness }) => sureness))
  return matches.filter(({ sureness }) => sureness === best)
}

const has = (matches: readonly Match[], one: Entry): boolean =>
  matches.some(({ entry }) => entry === one)

/** What a typed word means among the words of the services: as typed, else from the other keyboard, by its sound, with slips. */
export function understand(entries: readonly Entry[], { typed, swapped }: TypedWord): Understood {
  const exact = plainly(entries, typed)
  if (exact.some(({ sureness }) => sureness > ROOTED)) return { typed, matches: exact, slip: false }
  // A longer word that only begins like one that is known may be that one with an ending, or another one with a slip: "marrige".
  if (exact.length > 0) {
    const meant = nearest(withSlips(entries, typed)).filter(({ entry }) => !has(exact, entry))
    return { typed, matches: [...meant, ...exact], slip: meant.length > 0 }
  }
  const readings: readonly (() => Match[])[] = [
    () => plainly(entries, swapped).filter(({ sureness }) => sureness === 1),
    () => bySound(entries, typed),
    () => plainly(entries, swapped),
    () => nearest(withSlips(entries, typed)),
    () => nearest(withSlips(entries, swapped)),
  ]
  for (const reading of readings) {
    const matches = reading()
    if (matches.length > 0) return { typed, matches, slip: true }
  }
  return { typed, matches: [], slip: true }
}
