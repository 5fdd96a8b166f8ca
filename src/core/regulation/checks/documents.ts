import type { Check, Draft } from '../draft.ts'
import type { DocumentData } from '../model.ts'
import { type Finding, inRegulation, type Path } from '../problem.ts'

/** What the platform gives every template beside the document's own fields. */
export const PLATFORM_FIELDS: readonly string[] = [
  'number',
  'receivedOn',
  'body',
  'title',
  'certificateNo',
  'certificateDate',
  'phrases',
  'language',
  'demonstration',
  'checkAt',
]

/** Each document has its template, the template is filled by the fields, and every field is printed. */
export const templatesAreFilled: Check = (draft) =>
  Object.entries(draft.edition.documents).flatMap(([id, document]) =>
    ofDocument(draft, id, document),
  )

function ofDocument({ templates }: Draft, id: string, document: DocumentData): readonly Finding[] {
  const here = ['documents', id]
  const template = templates.get(document.template)
  if (template === undefined)
    return [
      inRegulation(
        [...here, 'template'],
        'UNKNOWN_TEMPLATE',
        `there is no file "${document.template}" beside the edition`,
      ),
    ]
  return [
    ...fieldFaults(here, document, namesIn(template)),
    ...phraseFaults(here, document, phrasesIn(template)),
    ...formFaults(here, document),
  ]
}

function fieldFaults(here: Path, document: DocumentData, printed: readonly string[]) {
  const given = Object.keys(document.fields)
  const at = [...here, 'fields']
  const filled = [...given, ...PLATFORM_FIELDS]
  return [
    ...printed
      .filter((name) => !filled.includes(name))
      .map((name) =>
        inRegulation(
          at,
          'FIELD_NOT_FILLED',
          `the template prints "d.${name}", which nothing fills`,
        ),
      ),
    ...given
      .filter((name) => !printed.includes(name))
      .map((name) =>
        inRegulation([...at, name], 'FIELD_NOT_PRINTED', `the template does not print "d.${name}"`),
      ),
    ...given
      .filter((name) => PLATFORM_FIELDS.includes(name))
      .map((name) =>
        inRegulation([...at, name], 'FIELD_OF_PLATFORM', `"${name}" is given by the platform`),
      ),
  ]
}

/** The form names what is there, says why a line is empty, and leaves nothing out. */
function formFaults(here: Path, { form, fields, phrases }: DocumentData): readonly Finding[] {
  const given = [...Object.keys(fields), ...phrases]
  const known = [...given, ...PLATFORM_FIELDS, 'barcode']
  const named = form.flatMap(({ by }) => by.map((name) => name.split('.')[0] ?? ''))
  const fault = (at: Path, message: string) => inRegulation([...here, ...at], 'FORM_LINE', message)
  return [
    ...form.flatMap(({ line, by, note }, i) => [
      ...(by.length === 0 && note === undefined
        ? [fault(['form', i], `nothing fills "${line}": say why in "note"`)]
        : []),
      ...by
        .filter((name) => !known.includes(name.split('.')[0] ?? ''))
        .map((name) => fault(['form', i, 'by'], `the document has no "${name}"`)),
    ]),
    ...given
      .filter((name) => !named.includes(name))
      .map((name) => fault(['form'], `no line of the form names "${name}"`)),
  ]
}

function phraseFaults(here: Path, document: DocumentData, printed: readonly string[]) {
  const at = [...here, 'phrases']
  return [
    ...printed
      .filter((name) => !document.phrases.includes(name))
      .map((name) =>
        inRegulation(
          at,
          'FIELD_NOT_FILLED',
          `the template prints the phrase "${name}", which the document does not name`,
        ),
      ),
    ...document.phrases
      .filter((name) => !printed.includes(name))
      .map((name) =>
        inRegulation(at, 'FIELD_NOT_PRINTED', `the template does not print the phrase "${name}"`),
      ),
  ]
}

/** The names after `d.`: the template reads its data as `d`. Comments print nothing. */
const namesIn = (template: string): readonly string[] =>
  [
    ...new Set(
      Array.from(
        codeOf(template).matchAll(/(?<![\w.-])d\.([A-Za-z][A-Za-z0-9_]*)/g),
        ([, name = '']) => name,
      ),
    ),
  ].filter((name) => name !== 'at')

const phrasesIn = (template: string): readonly string[] =>
  Array.from(codeOf(template).matchAll(/phrase\("([^"]*)"\)/g), ([, name = '']) => name)

const codeOf = (template: string) =>
  template.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
