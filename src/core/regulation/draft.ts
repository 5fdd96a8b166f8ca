import type { Graph } from './graph.ts'
import type { EditionData, FormData, ServiceData } from './model.ts'
import type { Finding } from './problem.ts'
import type { Samples } from './samples.ts'
import type { World } from './world.ts'

/** An edition whose shape is right, before it is known to be sound: what the checks look at. */
export interface Draft {
  readonly edition: EditionData
  readonly about: ServiceData
  readonly forms: Readonly<Record<string, FormData>>
  /** The Typst files by their path from the edition's folder, such as `documents/certificate.typ`. */
  readonly templates: ReadonlyMap<string, string>
  readonly world: World
  readonly graph: Graph
  /** Samples made so far, by what they are of: many expressions are tried on the same ones. */
  readonly made: Map<string, Samples>
}

/** One kind of unsoundness. Pure; gives all that it finds. */
export type Check = (draft: Draft) => Iterable<Finding>

/** The samples under this key, made at the first asking. */
export function madeOnce(draft: Draft, key: string, make: () => Samples): Samples {
  const made = draft.made.get(key) ?? make()
  draft.made.set(key, made)
  return made
}
