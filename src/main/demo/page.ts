/** A form as it stands on a page: where it goes, and what it would send if nobody typed anything. */
export interface Form {
  readonly action: string
  readonly method: 'get' | 'post'
  readonly multipart: boolean
  readonly fields: Readonly<Record<string, string>>
}

/** A page that a visitor has before them. */
export interface Page {
  readonly url: string
  readonly status: number
  readonly html: string
  readonly forms: readonly Form[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  nbsp: ' ',
}
const decode = (text: string) =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

const TAG = /<(form|\/form|input|select|option|textarea|button)\b([^>]*)>/gi
const ATTRIBUTE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

function attributes(source: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE))
    found[name.toLowerCase()] = decode(double ?? single ?? bare ?? '')
  return found
}

interface Draft {
  action: string
  method: 'get' | 'post'
  multipart: boolean
  fields: Record<string, string>
  select: string | undefined
}

const begin = (at: Readonly<Record<string, string>>, url: string): Draft => ({
  action: at['action'] === undefined || at['action'] === '' ? url : at['action'],
  method: at['method']?.toLowerCase() === 'post' ? 'post' : 'get',
  multipart: at['enctype'] === 'multipart/form-data',
  fields: {},
  select: undefined,
})

function input(form: Draft, at: Readonly<Record<string, string>>): void {
  const name = at['name']
  if (name === undefined || ['submit', 'button', 'file'].includes(at['type'] ?? '')) return
  const ticked = !['radio', 'checkbox'].includes(at['type'] ?? '') || 'checked' in at
  if (ticked) form.fields[name] = at['value'] ?? (at['type'] === 'checkbox' ? 'on' : '')
}

function option(form: Draft, at: Readonly<Record<string, string>>): void {
  const { select } = form
  if (select === undefined) return
  if (!(select in form.fields) || 'selected' in at) form.fields[select] = at['value'] ?? ''
}

function visit(
  form: Draft,
  tag: string,
  at: Readonly<Record<string, string>>,
  after: string,
): void {
  if (tag === 'input') input(form, at)
  if (tag === 'select') form.select = at['name']
  if (tag === 'option') option(form, at)
  if (tag === 'textarea' && at['name'] !== undefined)
    form.fields[at['name']] = decode(
      after.slice(0, after.indexOf('</textarea>')).replace(/^\n/, ''),
    )
}

/** Reads the forms of one of our own pages, as a browser would before it sends them. */
export function readForms(html: string, url: string): Form[] {
  const forms: Draft[] = []
  let open: Draft | undefined
  for (const match of html.matchAll(TAG)) {
    const [whole, name = '', source = ''] = match
    const tag = name.toLowerCase()
    if (tag === 'form') {
      open = begin(attributes(source), url)
      forms.push(open)
    } else if (tag === '/form') open = undefined
    else if (open !== undefined)
      visit(open, tag, attributes(source), html.slice(match.index + whole.length))
  }
  return forms.map(({ select: _select, ...form }) => form)
}
