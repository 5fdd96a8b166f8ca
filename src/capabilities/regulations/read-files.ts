import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { SourceFile } from '#core/regulation'

/** The files of one edition, in the form in which `loadEdition` takes them, and its golden examples. */
export interface EditionFiles {
  /** Path of the edition's folder from the root of the regulations: `justice/realty-absence/editions/2012-04-10`. */
  readonly folder: string
  readonly files: readonly SourceFile[]
  readonly examples: readonly SourceFile[]
}

const portable = (path: string) => path.split(sep).join('/')

/** All files under `root`, sorted; folders that begin with `_` or `.` hold no edition. */
async function pathsUnder(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => portable(relative(root, join(entry.parentPath, entry.name))))
    .filter((path) => !/(^|\/)[_.]/.test(path))
    .toSorted()
}

const read = async (root: string, path: string): Promise<SourceFile> => ({
  path,
  text: await readFile(join(root, path), 'utf8'),
})

const EDITION = /^(?<service>.+)\/editions\/[^/]+\/regulation\.yaml$/

/**
 * Reads every edition under `root`: service.yaml of its service, regulation.yaml, form.yaml, documents/**, examples/*.yaml.
 * @throws when the folder cannot be read.
 */
export async function readEditionFiles(root: string): Promise<readonly EditionFiles[]> {
  const paths = await pathsUnder(root)
  const editions = paths.flatMap((path) => {
    const service = EDITION.exec(path)?.groups?.['service']
    return service === undefined
      ? []
      : [{ folder: path.slice(0, -'/regulation.yaml'.length), service }]
  })
  return Promise.all(
    editions.map(async ({ folder, service }) => {
      const own = paths.filter((path) => path.startsWith(`${folder}/`))
      const isExample = (path: string) => path.startsWith(`${folder}/examples/`)
      const about = paths.filter((path) => path === `${service}/service.yaml`)
      const files = [...about, ...own.filter((path) => !isExample(path))]
      return {
        folder,
        files: await Promise.all(files.map((path) => read(root, path))),
        examples: await Promise.all(own.filter(isExample).map((path) => read(root, path))),
      }
    }),
  )
}
