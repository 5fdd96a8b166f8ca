import type { Check, Draft } from '../draft.ts'
import { documentsOf, groundsOf, questionsOf } from '../action-parts.ts'
import { nextOf } from '../graph.ts'
import type { ActionData, ChannelData, FieldData } from '../model.ts'
import type { World } from '../world.ts'
import { type Finding, inForm, inRegulation, type Path } from '../problem.ts'
import { fieldsOf } from '../form-fields.ts'

interface Reference {
  readonly at: Path
  readonly what: string
  readonly name: string
  readonly known: readonly string[]
}

const missing = ({ at, what, name, known }: Reference): Finding => {
  const choice = known.length === 0 ? 'there is none' : `known: ${known.join(', ')}`
  const reason = `UNKNOWN_${what.toUpperCase().replaceAll(' ', '_')}`
  return inRegulation(at, reason, `there is no ${what} "${name}" (${choice})`)
}

/** Whatever is named exists: in the edition, in its form file, or in the world outside. */
export const everyNameIsKnown: Check = (draft) =>
  [...references(draft)].filter((one) => !one.known.includes(one.name)).map(missing)

function* references(draft: Draft): Iterable<Reference> {
  yield* actorReferences(draft)
  for (const [id, action] of Object.entries(draft.edition.actions))
    yield* actionReferences(draft, id, action)
  for (const [id, channel] of Object.entries(draft.edition.channels))
    yield* channelReferences(draft, id, channel)
  yield* documentReferences(draft)
}

function* channelReferences({ edition }: Draft, id: string, channel: ChannelData) {
  const known = Object.keys(edition.actions)
  const here = ['channels', id]
  yield { at: [...here, 'start'], what: 'action', name: channel.start, known }
  const items = channel.items.map((part, n) => ({ part, at: [...here, 'items', n, 'actions'] }))
  const rows = (channel.table?.rows ?? []).map((part, n) => ({
    part,
    at: [...here, 'table', 'rows', n, 'actions'],
  }))
  for (const { part, at } of [...items, ...rows])
    for (const [n, name] of part.actions.entries())
      yield { at: [...at, n], what: 'action', name, known }
}

function* documentReferences({ edition, world }: Draft): Iterable<Reference> {
  for (const [id, document] of Object.entries(edition.documents)) {
    const here = ['documents', id]
    const actors = Object.keys(edition.actors)
    const phrases = Object.keys(edition.phrases)
    yield { at: [...here, 'signer'], what: 'actor', name: document.signer, known: actors }
    yield { at: [...here, 'seal'], what: 'seal', name: document.seal, known: world.seals }
    for (const [n, name] of document.phrases.entries())
      yield { at: [...here, 'phrases', n], what: 'phrase', name, known: phrases }
  }
}

function* actorReferences({ edition, world }: Draft): Iterable<Reference> {
  for (const [id, actor] of Object.entries(edition.actors)) {
    if ('system' in actor)
      yield {
        at: ['actors', id, 'system'],
        what: 'system',
        name: actor.system,
        known: world.systems,
      }
    if ('role' in actor)
      yield { at: ['actors', id, 'role'], what: 'role', name: actor.role, known: world.roles }
  }
}

function* actionReferences(draft: Draft, id: string, action: ActionData): Iterable<Reference> {
  const { edition, world, forms } = draft
  const here = ['actions', id]
  yield { at: [...here, 'by'], what: 'actor', name: action.by, known: Object.keys(edition.actors) }
  for (const [outcome, name] of Object.entries(nextOf(action)))
    yield {
      at: [...here, 'next', outcome],
      what: 'action',
      name,
      known: Object.keys(edition.actions),
    }
  for (const { at, service } of questionsOf(action))
    yield {
      at: [...here, ...at, 'service'],
      what: 'service',
      name: service,
      known: Object.keys(world.services),
    }
  if (action.does === 'fill')
    yield { at: [...here, 'form'], what: 'form', name: action.form, known: Object.keys(forms) }
  if (action.does === 'finish')
    yield {
      at: [...here, 'result'],
      what: 'result',
      name: action.result,
      known: Object.keys(edition.results),
    }
  if (action.does === 'appoint')
    yield {
      at: [...here, 'calendar'],
      what: 'calendar',
      name: action.calendar,
      known: world.calendars,
    }
  if (action.does === 'verify-signature' && action.of !== undefined) {
    const known = Object.keys(edition.actions).filter(
      (name) => edition.actions[name]?.does === 'sign',
    )
    yield { at: [...here, 'of'], what: 'signature', name: action.of, known }
  }
  yield* changeReferences(draft, id, action)
  const grounds = Object.keys(edition.grounds)
  for (const name of groundsOf(action)) yield { at: here, what: 'ground', name, known: grounds }
  for (const name of documentsOf(action))
    yield { at: here, what: 'document', name, known: Object.keys(edition.documents) }
}

function* changeReferences(draft: Draft, id: string, action: ActionData): Iterable<Reference> {
  if (action.does !== 'check' || action.change === undefined) return
  const at = ['actions', id, 'change', 'of']
  yield { at, what: 'field', name: action.change.of, known: choicesBefore(draft, id) }
}

/** The choices that were asked on every form that can be filled in before an action, as `<form>.<field>`. */
const choicesBefore = ({ edition, forms, graph }: Draft, actionId: string): readonly string[] =>
  Object.entries(edition.actions).flatMap(([id, action]) => {
    if (action.does !== 'fill' || !graph.reach([id]).has(actionId)) return []
    const fields = forms[action.form]?.pages.flatMap((page) => page.fields) ?? []
    return fields.flatMap((field) =>
      field.kind === 'choice' ? [`${action.as ?? 'form'}.${field.id}`] : [],
    )
  })

/** The regions and offices that a form offers are codes of the classifiers, and a time is free in a calendar of one of them. */
export const choicesExist: Check = ({ forms, world }) =>
  Object.entries(forms).flatMap(([id, form]) => {
    const fields = fieldsOf(id, form)
    const offices = fields.flatMap(({ field }) => (field.kind === 'unit' ? [field.id] : []))
    return fields.flatMap(({ field, at }) => [...ofChoices(field, at, { world, offices })])
  })

type Reach = { readonly world: World; readonly offices: readonly string[] }

const unknownIn = (at: Path, what: string, name: string): Finding =>
  inForm(at, `UNKNOWN_${what.toUpperCase().replaceAll(' ', '_')}`, `there is no ${what} "${name}"`)

function ofChoices(field: FieldData, at: Path, { world, offices }: Reach): readonly Finding[] {
  if (field.kind === 'region') return codesIn(field, at, 'region', world.regions)
  if (field.kind === 'unit') {
    const known = Object.hasOwn(world.units, field.of) ? world.units[field.of] : undefined
    return known === undefined
      ? [unknownIn([...at, 'of'], 'kind of units', field.of)]
      : codesIn(field, at, 'unit', known)
  }
  if (field.kind !== 'appointment') return []
  const { calendar, office } = field
  return [
    ...(world.calendars.includes(calendar)
      ? []
      : [unknownIn([...at, 'calendar'], 'calendar', calendar)]),
    ...(offices.includes(office) ? [] : [unknownIn([...at, 'office'], 'field', office)]),
  ]
}

const codesIn = (
  { codes = [] }: { readonly codes?: readonly string[] },
  at: Path,
  what: string,
  known: readonly string[],
): readonly Finding[] =>
  codes
    .filter((code) => !known.includes(code))
    .map((code) => unknownIn([...at, 'codes'], what, code))

/** What the edition declares it also uses, and a refusal has its ground. */
export const everythingIsUsed: Check = ({ edition, forms }) => {
  const actions = Object.values(edition.actions)
  const phrases = Object.values(edition.documents).flatMap((document) => document.phrases)
  const unused = (kind: string, names: readonly string[], used: readonly string[]) =>
    names
      .filter((name) => !used.includes(name))
      .map((name) => inRegulation([kind, name], 'UNUSED', `nothing uses "${name}" of ${kind}`))
  const results = actions.flatMap((action) => (action.does === 'finish' ? [action.result] : []))
  const actors = [
    ...actions.map((action) => action.by),
    ...Object.values(edition.documents).map((one) => one.signer),
  ]
  const asked = actions.flatMap((action) => (action.does === 'fill' ? [action.form] : []))
  return [
    ...unused('grounds', Object.keys(edition.grounds), actions.flatMap(groundsOf)),
    ...unused('documents', Object.keys(edition.documents), actions.flatMap(documentsOf)),
    ...unused('results', Object.keys(edition.results), results),
    ...unused('actors', Object.keys(edition.actors), actors),
    ...unused('phrases', Object.keys(edition.phrases), phrases),
    ...Object.keys(forms)
      .filter((name) => !asked.includes(name))
      .map((name) => inForm(['forms', name], 'UNUSED', `no action fills the form "${name}"`)),
    ...Object.entries(edition.actions)
      .filter(([, action]) => action.does === 'refuse' && groundsOf(action).length === 0)
      .map(([id]) =>
        inRegulation(['actions', id], 'NO_GROUND', `"${id}" refuses without a ground`),
      ),
  ]
}
