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

/** Parts of templates that several editions share; `#import "/_shared/document.typ"` names them. */
const SHARED = /"\/(_shared\/[\w./-]+\.typ)"/g

/** The shared parts that these files import, and those that the parts import. */
async function sharedBy(root: string, files: readonly SourceFile[]): Promise<SourceFile[]> {
  const found = new Map<string, SourceFile>()
  let open: readonly SourceFile[] = files
  while (open.length > 0) {
    const named = open.flatMap(({ text }) =>
      [...text.matchAll(SHARED)].map(([, path = '']) => path),
    )
    const fresh = [...new Set(named)].filter((path) => !found.has(path))
    open = await Promise.all(fresh.map((path) => read(root, path)))
    for (const file of open) found.set(file.path, file)
  }
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

const EDITION = /^(?<service>.+)\/editions\/[^/]+\/regulation\.yaml$/

/**
 * Reads every edition under `root`: service.yaml of its service, regulation.yaml, form.yaml, documents/**, examples/*.yaml.
 * @throws when the folder cannot be read.
 */
export async function readEditionFiles(root: string): Promise<readonly EditionFiles[]> {
  const all = await pathsUnder(root)
  const editions = all.flatMap((path) => {
    const service = EDITION.exec(path)?.groups?.['service']
    return service === undefined
      ? []
      : [{ folder: path.slice(0, -'/regulation.yaml'.length), service }]
  })
  return Promise.all(
    editions.map(async ({ folder, service }) => {
      const own = all.filter((path) => path.startsWith(`${folder}/`))
      const isExample = (path: string) => path.startsWith(`${folder}/examples/`)
      const about = all.filter((path) => path === `${service}/service.yaml`)
      const paths = [...about, ...own.filter((path) => !isExample(path))]
      const files = await Promise.all(paths.map((path) => read(root, path)))
      return {
        folder,
        files: [...files, ...(await sharedBy(root, files))],
        examples: await Promise.all(own.filter(isExample).map((path) => read(root, path))),
      }
    }),
  )
}
