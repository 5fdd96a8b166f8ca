import type { Edition } from '#core/regulation'

type Document = Edition['documents'][string]
type Line = Document['form'][number]

const cell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim()

/** What fills a name of a line: the expression of a field, the words of a phrase, or the platform. */
function sourceOf(document: Document, name: string): string {
  const [head = ''] = name.split('.')
  const expression = document.fields[head]
  if (expression !== undefined) return `\`d.${name}\`${shown(name, expression)}`
  if (document.phrases.includes(head)) return `phrase \`${head}\``
  return head === 'barcode' ? 'the barcode' : `\`d.${name}\`, given by the platform`
}

/** Short expressions are told; long ones stand in regulation.yaml. */
const shown = (name: string, expression: string): string =>
  name.includes('.') || expression.length > 70 ? '' : ` = \`${cell(expression)}\``

const rowOf = (document: Document, { line, en, by, note }: Line): string =>
  `| ${cell(line)}${en === undefined ? '' : ` (${cell(en)})`} | ${by.map((name) => sourceOf(document, name)).join(', ') || '–'} | ${cell(note ?? '')} |`

const tableOf = (id: string, document: Document): readonly string[] => [
  '',
  `### ${id}: ${document.title.ru}`,
  '',
  `Template \`${document.template}\`, sealed by \`${document.seal}\`.`,
  '',
  '| the form has | what fills it | note |',
  '|---|---|---|',
  ...document.form.map((line) => rowOf(document, line)),
]

/** Lines of the receipt for a duty (`regulations/_shared/receipt.typ`), filled by payments and not by a regulation. */
export const RECEIPT: readonly (readonly [line: string, en: string, fields: readonly string[]])[] =
  [
    ['Төленді · Оплачено', 'paid: the amount in tenge', ['amount']],
    ['Төлемнің атауы · Наименование платежа', 'name of the duty', ['duty']],
    ['Мемлекеттік қызмет · Государственная услуга', 'the service', ['service']],
    ['Сұраудың нөмірі · Номер запроса', 'number of the request', ['request']],
    ['Төлеуші · Плательщик', 'the payer', ['payer']],
    ['Төлеушінің ЖСН (БСН) · ИИН (БИН) плательщика', 'IIN or BIN of the payer', ['payerNumber']],
    [
      'Кім үшін · За кого',
      'the party of the request, where a parent or representative pays',
      ['paidFor'],
    ],
    ['Төленген күні мен уақыты · Дата и время оплаты', 'day and time', ['paidOn', 'paidAt']],
    ['Карта', 'the card, masked; left out where none was used', ['card']],
    ['Банктегі төлем нөмірі · Номер платежа в банке', "the bank's number", ['payment']],
  ]

const receiptSection = (): readonly string[] => [
  '',
  '## Receipt for a duty',
  '',
  'The acts say that the portal gives a receipt (чек) and give it no form: the form is ours. Template `_shared/receipt.typ`, filled by `src/capabilities/payments/issue-receipt.ts`, sealed by the operator of the portal.',
  '',
  '| the form has | what fills it |',
  '|---|---|',
  ...RECEIPT.map(
    ([line, en, fields]) =>
      `| ${line} (${en}) | ${fields.map((name) => `\`d.${name}\``).join(', ')} |`,
  ),
]

/** docs/forms.md: the form of each document of the last edition of each service, line by line. */
export function formsDocument(editions: readonly Edition[]): string {
  const lines = [
    '# Forms of documents, field by field',
    '',
    'Made by `npm run generate` from `documents.*.form` of the regulations. Each line of a form of the acts, or of ours where an act gives none, and what fills it: a field of the document (`d.<name>` in the template, its expression in `documents.<id>.fields`),',
    'a fixed phrase of the act, or what the platform gives every document (`src/capabilities/documents`). `regulations check` refuses a template that prints what nothing fills, a field that is not printed, and a form that',
    'leaves a field out; `test/documents` renders every golden example and finds all its values in the PDF. Every document also bears its number, the address of the check page and page numbers at the foot, and in a',
    'demonstration the words that it has no legal force; `data.json`, its signature and the text of the barcode travel inside the file.',
  ]
  for (const edition of editions) {
    lines.push('', `## ${edition.service} (edition ${edition.edition})`, '', edition.about.name.en)
    for (const [id, document] of Object.entries(edition.documents))
      lines.push(...tableOf(id, document))
  }
  lines.push(...receiptSection())
  return `${lines.join('\n')}\n`
}
