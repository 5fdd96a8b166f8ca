import type { Edition } from '#core/regulation'
import type { Catalogued, CataloguedFields, FixedPhrases } from './catalogue-model.ts'
import { compareFlow } from './compare-flow.ts'
import { covers, type Difference, includes, letters, means, same } from './difference.ts'

type Document = Edition['documents'][string]
type Said = Iterable<Difference>

/** All that an edition says otherwise than the catalogue, leaves out or has no place for. */
export function differences(
  edition: Edition,
  said: Catalogued,
  phrases: FixedPhrases,
): readonly Difference[] {
  return [
    ...compareName(edition, said),
    ...Object.entries(said.flows).flatMap(([name, flow]) => [...compareFlow(edition, name, flow)]),
    ...compareVariants(edition, said),
    ...compareForm(edition, said),
    ...compareResults(edition, said),
    ...compareRefusals(edition, said),
    ...comparePhrases(edition, said, phrases),
    ...compareSurvey(edition, said),
    ...compareHelp(edition, said),
    ...compareValidity(edition, said),
    ...compareFee(edition, said),
    ...compareOffer(edition, said),
  ]
}

function* compareName({ about }: Edition, { title }: Catalogued): Said {
  for (const lang of ['ru', 'kk'] as const) {
    const words = title[lang]
    if (words !== undefined && !about.name.ours?.includes(lang) && !same(words, about.name[lang]))
      yield { id: `title.${lang}`, said: words }
  }
}

const camel = (id: string) => id.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase())

function* compareVariants(edition: Edition, { variants = [] }: Catalogued): Said {
  const choices = fieldsOf(edition).flatMap((field) =>
    field.kind === 'choice' ? field.options.map(({ value }) => value) : [],
  )
  const known = [...Object.keys(edition.variants ?? {}), ...choices]
  for (const { id } of variants)
    if (!known.includes(camel(id)) && !known.includes(id)) yield { id: `variants.${id}`, said: id }
}

const fieldsOf = (edition: Edition) =>
  Object.values(edition.forms).flatMap((form) => form.pages.flatMap((page) => page.fields))

const NUMBERS = ['iin', 'bin', 'iin_bin', 'iin_or_bin']

function* compareForm(edition: Edition, { form }: Catalogued): Said {
  const fields = fieldsOf(edition)
  for (const { id, ru } of form?.fields ?? []) {
    const found = fields.some(
      (field) =>
        field.id === camel(id) ||
        (NUMBERS.includes(id) && field.kind === 'number-of-party') ||
        (ru !== undefined && includes(ru, field.label.ru)),
    )
    if (!found) yield { id: `form.${id}`, said: ru ?? id }
  }
}

const linesOf = (fields: CataloguedFields): readonly string[] =>
  (fields ?? []).flatMap((field) =>
    typeof field === 'string' ? [field] : [...(field.item_fields ?? []), ...(field.columns ?? [])],
  )

const cyrillic = (text: string) =>
  letters((text.match(/[\p{Script=Cyrillic}\d]+/gu) ?? []).join(''))

/** A line of the catalogue stands in the form of a document: in the words of the act, or as it is put in English. */
const hasLine = ({ form }: Document, said: string): boolean =>
  form.some(({ line, en }) => {
    if (en !== undefined && same(en, said)) return true
    const words = cyrillic(said)
    return words !== '' && cyrillic(line).includes(words)
  })

function* compareLines(
  document: Document | undefined,
  at: string,
  said: { fields: CataloguedFields; phrases?: readonly { id: string }[] | undefined },
): Said {
  for (const [i, line] of linesOf(said.fields).entries())
    if (document === undefined || !hasLine(document, line))
      yield { id: `${at}.fields.${i + 1}`, said: line }
  for (const { id } of said.phrases ?? [])
    if (document === undefined || !document.phrases.includes(id))
      yield { id: `${at}.phrases.${id}`, said: id }
}

/** `Форма уведомления об отказе` and `Уведомление об отказе` name the same document. */
const bare = (title: string): string =>
  title
    .replace(/^Форма\s+/u, '')
    .replace(/^(Уведомлени|Справк)\S+/u, '')
    .replace(/\s+нысаны$/u, '')

const titled = (edition: Edition, names: readonly (string | undefined)[]): Document | undefined =>
  Object.values(edition.documents).find(({ title }) =>
    names.some(
      (name) =>
        name !== undefined && [title.ru, title.kk].some((own) => covers(bare(own), bare(name))),
    ),
  )

function* compareResults(edition: Edition, { results = [] }: Catalogued): Said {
  for (const { id, name_ru, name_kk, fields, fixed_phrases } of results) {
    const document = titled(edition, [name_ru, name_kk])
    const named = Object.values(edition.results).some(({ name }) =>
      [name_ru, name_kk].some(
        (one) => one !== undefined && (same(one, name.ru) || same(one, name.kk)),
      ),
    )
    if (document === undefined && !named)
      yield { id: `results.${id}`, said: name_ru ?? name_kk ?? id }
    yield* compareLines(document, `results.${id}`, { fields, phrases: fixed_phrases })
  }
}

function* compareRefusals(edition: Edition, { refusals = [] }: Catalogued): Said {
  const grounds = Object.values(edition.grounds)
  for (const { id, reason, title_ru, name_kk, fields, fixed_phrases } of refusals) {
    if (reason !== undefined && !grounds.some(({ text }) => means(reason, text.en)))
      yield { id: `refusals.${id}`, said: reason }
    const name = title_ru ?? name_kk
    if (name === undefined) continue
    const document = titled(edition, [name])
    if (document === undefined) yield { id: `refusals.${id}`, said: name }
    yield* compareLines(document, `refusals.${id}`, { fields, phrases: fixed_phrases })
  }
}

/** The fixed phrases of the catalogue that belong to this service are the edition's, letter by letter. */
function* comparePhrases(
  edition: Edition,
  { results = [], refusals = [] }: Catalogued,
  known: FixedPhrases,
): Said {
  const ids = [...results, ...refusals].flatMap(
    ({ fixed_phrases }) => fixed_phrases?.map(({ id }) => id) ?? [],
  )
  for (const id of new Set(ids)) {
    const said = known.find((one) => one.id === id)
    const own = edition.phrases[id]
    for (const lang of ['ru', 'kk'] as const) {
      const words = said?.[lang]
      if (words !== undefined && !includes(words, own?.[lang] ?? 'nothing'))
        yield { id: `phrases.${id}.${lang}`, said: words }
    }
  }
}

function* compareSurvey(edition: Edition, { survey }: Catalogued): Said {
  const questions = survey?.questions ?? []
  if (questions.length !== edition.survey.length)
    yield { id: 'survey', said: `${questions.length} questions` }
  for (const [i, { question, options }] of edition.survey.entries())
    for (const lang of ['ru', 'kk'] as const) {
      const said = questions[i]
      const asked = [said, ...(said?.options ?? [])].map((one) => one?.[lang])
      const own = [question, ...options].filter(({ ours }) => !ours?.includes(lang))
      const wrong = own.findIndex(
        (text, n) => asked[n] !== undefined && !same(asked[n], text[lang]),
      )
      if (wrong >= 0) yield { id: `survey.${i + 1}.${lang}`, said: asked[wrong] ?? '' }
    }
}

function* compareHelp({ help }: Edition, { information }: Catalogued): Said {
  const own = [help?.phones.map(({ number }) => number), help?.emails].flatMap((some) => some ?? [])
  const asked = [information?.phones, information?.emails].flatMap((some) => some ?? [])
  for (const said of asked)
    if (!own.some((one) => same(one, said))) yield { id: `help.${said}`, said }
}

function* compareValidity(edition: Edition, { validity }: Catalogued): Said {
  const said = validity?.value
  const terms = Object.values(edition.documents).map((document) =>
    JSON.stringify(document.validity),
  )
  if (said !== undefined && !terms.some((term) => term.includes(String(said))))
    yield { id: 'validity', said: String(said) }
}

/** The duty in MRP; undefined where the service is free. */
function dutyOf({ fee }: Edition): number | undefined {
  if (!('duty' in fee)) return undefined
  const { amount } = fee.duty
  return 'mrp' in amount ? amount.mrp : amount.percentOfMrp / 100
}

function* compareFee(edition: Edition, { fee }: Catalogued): Said {
  const said = fee?.amount_mrp
  if (said !== dutyOf(edition)) yield { id: 'fee', said: String(said) }
}

/** How long an offer to pay stands, and what follows when it lapses. */
function* compareOffer({ actions }: Edition, { fee, notifications }: Catalogued): Said {
  const all = Object.values(actions)
  const offers = all.flatMap((one) => (one.does === 'pay' ? [JSON.stringify(one.within)] : []))
  const window = JSON.stringify({ hours: fee?.window?.hours })
  if (window !== '{}' && !offers.includes(window)) yield { id: 'fee.window', said: window }
  const expiry = notifications?.rules?.find((rule) => rule.includes('24 hours'))
  if (expiry !== undefined && !all.some(({ does }) => does === 'expire'))
    yield { id: 'notifications.expiry', said: expiry }
}
