import { type Config, readConfig } from '../config.ts'
import type { Output } from './output.ts'

/** Where the program lies; given by the launcher. */
export interface Place {
  /** The root of the repository. */
  readonly root: string
  /** Its bundles. */
  readonly dist: string
}

export interface CommandContext extends Place {
  readonly config: Config
  readonly output: Output
}

/** The settings, or undefined after every mistake in them was told. */
export function contextOf(place: Place, output: Output): CommandContext | undefined {
  const read = readConfig(place.root)
  if ('config' in read) return { ...place, config: read.config, output }
  output.result({ error: { code: 'MAIN_SETTINGS', mistakes: read.mistakes } })
  output.note('The settings in the environment are wrong:')
  for (const mistake of read.mistakes) output.note(`  ${mistake}`)
  return undefined
}
