import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'

export interface BuiltStyles {
  readonly css: string
  /** Files that went in, relative to the root. */
  readonly inputs: readonly string[]
}

const FONT = /url\("?fonts\/([\w-]+\.woff2)"?\)/g

/** Compiles the style sheet; fonts are referred to by the names that `fontFile` gives them. */
export async function buildStyles(
  root: string,
  fontFile: (name: string) => string,
): Promise<BuiltStyles> {
  const sass = await import('sass')
  const result = sass.compile(`${root}/src/platform/assets/styles/qyzmet.scss`, {
    style: 'compressed',
    importers: [new sass.NodePackageImporter(root)],
    quietDeps: true,
  })
  return {
    css: result.css.replaceAll(FONT, (_, name: string) => `url(${fontFile(name)})`),
    inputs: result.loadedUrls
      .filter(({ protocol }) => protocol === 'file:')
      .map((url) => relative(root, fileURLToPath(url))),
  }
}
