import { z } from 'zod'
import type { JsonObject } from '#core/kernel'
import { contextsAt } from '../contexts.ts'
import type { Check, Draft } from '../draft.ts'
import { compile } from '../expression/feel.ts'
import { type Finding, inRegulation } from '../problem.ts'
import { type Question, questionsOf } from '../action-parts.ts'

/** What is asked of a registry is what its service contract takes, whatever the case holds. */
export const questionsKeepTheirContracts: Check = (draft) =>
  Object.entries(draft.edition.actions).flatMap(([id, action]) =>
    questionsOf(action).flatMap((question) => faultOf(draft, id, question) ?? []),
  )

function faultOf(draft: Draft, id: string, question: Question): Finding | undefined {
  const { services } = draft.world
  const contract = Object.hasOwn(services, question.service)
    ? services[question.service]
    : undefined
  if (contract === undefined) return undefined
  const at = ['actions', id, ...question.at, 'request']
  const unknown = unknownNames(contract.request, question)
  if (unknown[0] !== undefined)
    return inRegulation(
      [...at, unknown[0]],
      'REQUEST',
      `"${question.service}" takes no "${unknown[0]}"`,
    )
  const compiled = Object.entries(question.request).map(
    ([name, text]) => [name, compile(text)] as const,
  )
  for (const context of contextsAt(draft, id, question.party && [question.party])) {
    const members = compiled.map(([name, value]) => [name, value(context)] as const)
    const request: JsonObject = Object.fromEntries(members.filter(([, value]) => value !== null))
    const issue = contract.request.safeParse(request).error?.issues[0]
    if (issue !== undefined)
      return inRegulation(
        at,
        'REQUEST',
        `"${question.service}" does not take ${JSON.stringify(request)}: ${issue.path.join('.')} ${issue.message}`,
      )
  }
  return undefined
}

/** What changes a register is marked as binding, and nothing else is. */
export const changesAreBinding: Check = (draft) =>
  Object.entries(draft.edition.actions).flatMap(([id, action]) => {
    if (action.does !== 'ask' || !Object.hasOwn(draft.world.services, action.service)) return []
    const changes = draft.world.services[action.service]?.changes === true
    if (changes === (action.binding === true)) return []
    const reason = changes
      ? `"${action.service}" changes its register: say "binding: true"`
      : `"${action.service}" changes nothing: leave out "binding"`
    return [inRegulation(['actions', id], 'BINDING', reason)]
  })

const unknownNames = (request: z.ZodType, question: Question): readonly string[] =>
  request instanceof z.ZodObject
    ? Object.keys(question.request).filter((name) => !Object.hasOwn(request.shape, name))
    : []
