import { type AdoptionData, adoption } from './model.ts'
import type { Problem } from './problem.ts'
import { readShape } from './shape.ts'
import { readSource, type SourceFile } from './source.ts'

/** Reads country/adoption.yaml: which editions the country keeps in force, or what is wrong with the file. */
export function loadAdoption(file: SourceFile): {
  readonly adoption?: AdoptionData
  readonly problems: readonly Problem[]
} {
  const { value, problems } = readShape(readSource(file), adoption)
  return value === undefined ? { problems } : { adoption: value, problems }
}
