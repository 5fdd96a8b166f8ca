import { canonicalJson, type Json, type JsonObject } from '#core/kernel'
import { BEHAVIOUR, STRUCTURE } from './checks/all.ts'
import type { Draft } from './draft.ts'
import type { Edition } from './edition.ts'
import { compile } from './expression/feel.ts'
import type { Compiled } from './expression/simple.ts'
import { graphOf } from './graph.ts'
import {
  type EditionData,
  edition,
  type FieldData,
  type FormData,
  forms,
  type ServiceData,
  service,
} from './model.ts'
import type { Finding, Problem } from './problem.ts'
import { sha256 } from './sha256.ts'
import { readShape } from './shape.ts'
import { sitesOf } from './sites.ts'
import { readSource, type Source, type SourceFile } from './source.ts'
import type { World } from './world.ts'

/** An edition, or the reasons why there is none. */
export interface Loaded {
  readonly edition?: Edition
  readonly problems: readonly Problem[]
}

type Sources = Readonly<Record<Finding['in'], Source>>

/**
 * Reads an edition from its texts: `service.yaml`, `regulation.yaml`, `form.yaml` where it has forms, and its templates by
 * their path from the folder of `regulation.yaml`. Pure, and total: whatever the texts are, it gives an edition that is
 * sound, or problems that name file, line and reason (`REGULATION_*`).
 */
export function loadEdition(files: readonly SourceFile[], world: World): Loaded {
  const sources = sourcesOf(files)
  const regulation = readShape(sources.regulation, edition)
  const about = readShape(sources.service, service)
  const asked = readShape(sources.form, forms)
  const misshapen = [...about.problems, ...regulation.problems, ...asked.problems]
  if (regulation.value === undefined || about.value === undefined || asked.value === undefined)
    return { problems: misshapen }
  const draft = draftOf(
    { edition: regulation.value, about: about.value, forms: asked.value.forms },
    templatesOf(files),
    world,
  )
  const run = (checks: typeof STRUCTURE) =>
    checks.flatMap((check) => [...check(draft)]).map(placed(sources))
  const unsound = run(STRUCTURE)
  const problems = unsound.length > 0 ? unsound : run(BEHAVIOUR)
  return problems.length > 0 ? { problems } : { edition: parsed(draft, hashOf(files)), problems }
}

const placed =
  (sources: Sources) =>
  (finding: Finding): Problem => ({
    file: sources[finding.in].path,
    line: sources[finding.in].lineOf(finding.at),
    code: finding.code,
    message: finding.message,
  })

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

function sourcesOf(files: readonly SourceFile[]): Sources {
  const named = (name: string, absent: string): Source => {
    const file = files.find((one) => nameOf(one.path) === name)
    return readSource(file ?? { path: name, text: absent })
  }
  return {
    regulation: named('regulation.yaml', ''),
    service: named('service.yaml', ''),
    form: named('form.yaml', 'forms: {}'),
  }
}

/** The folder of the edition, with its last slash; problems and hashes name files from there. */
const folderOf = (files: readonly SourceFile[]) =>
  files
    .find((file) => nameOf(file.path) === 'regulation.yaml')
    ?.path.slice(0, -'regulation.yaml'.length) ?? ''

const within = (folder: string, path: string) =>
  path.startsWith(folder) ? path.slice(folder.length) : path

const templatesOf = (files: readonly SourceFile[]) =>
  new Map(
    files
      .filter((file) => file.path.endsWith('.typ'))
      .map((file) => [within(folderOf(files), file.path), file.text]),
  )

/** What a document of an edition is printed with belongs to it, wherever the file lies. */
const isOwn = (folder: string, path: string): boolean =>
  path.startsWith(folder) || path.startsWith('_shared/')

/** The same on every machine: paths from the edition's folder, lines ended by LF. The service's names are not in it. */
function hashOf(files: readonly SourceFile[]): string {
  const folder = folderOf(files)
  const content = files
    .filter((file) => isOwn(folder, file.path) && nameOf(file.path) !== 'service.yaml')
    .map((file) => [within(folder, file.path), file.text.replaceAll('\r\n', '\n')])
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return sha256(canonicalJson(content))
}

interface Shaped {
  readonly edition: EditionData
  readonly about: ServiceData
  readonly forms: Readonly<Record<string, FormData>>
}

function draftOf(shaped: Shaped, templates: Draft['templates'], world: World): Draft {
  const filled = Object.entries(shaped.forms).map(
    ([id, form]) => [id, { ...choicesIn(form, world), ...nameIn(shaped.edition, id) }] as const,
  )
  return {
    ...shaped,
    forms: Object.fromEntries(filled),
    templates,
    world,
    graph: graphOf(shaped.edition),
    made: new Map(),
  }
}

/** A form carries the regions and offices that it offers, so that it can be checked anywhere. */
function choicesIn(form: FormData, world: World): FormData {
  const codesOf = (field: FieldData): readonly string[] | undefined => {
    if (field.kind === 'region') return field.codes ?? world.regions
    return field.kind === 'unit' ? (field.codes ?? world.units[field.of] ?? []) : undefined
  }
  const withCodes = (field: FieldData): FieldData => {
    const codes = codesOf(field)
    return codes === undefined ? field : ({ ...field, codes: [...codes] } as FieldData)
  }
  const pages = form.pages.map((page) => ({ ...page, fields: page.fields.map(withCodes) }))
  return { ...form, pages }
}

/** And the name by which its own expressions see its answers, where an action keeps them under one. */
function nameIn({ actions }: EditionData, formId: string): { readonly as?: string } {
  for (const action of Object.values(actions))
    if (action.does === 'fill' && action.form === formId && action.as !== undefined)
      return { as: action.as }
  return {}
}

function parsed(draft: Draft, hash: string): Edition {
  const compiled = new Map<string, Compiled>()
  for (const { expression } of sitesOf(draft)) compiled.set(expression, compile(expression))
  const evaluate = (expression: string, context: JsonObject): Json => {
    const value = compiled.get(expression)
    if (value === undefined) throw new TypeError(`no expression of this edition: ${expression}`)
    return value(context)
  }
  const { edition: data, about, forms: asked } = draft
  const ref = `${data.service}@${data.edition}`
  return { ...data, ref, hash, about, forms: asked, evaluate } as Edition
}
