import type pg from 'pg'
import { type Instant, ok, type Result, refuse, type Text } from '#core/kernel'
import { surveysErrors } from './errors.ts'

/** One question of the edition's questionnaire; the last option is the best. */
export interface Question {
  readonly question: Text
  readonly options: readonly Text[]
}

export interface SurveyAnswer {
  /** Number of the request. */
  readonly request: string
  readonly service: string
  readonly edition: string
  readonly questions: readonly Question[]
  /** What was chosen, by field name `q1`, `q2`...: "1" is the first option. */
  readonly input: Readonly<Record<string, string | undefined>>
  readonly comment?: string
}

/** How the recipients of a service judged it. */
export interface Satisfaction {
  readonly answers: number
  /** By question: how often each option was chosen. */
  readonly questions: readonly (readonly number[])[]
}

export interface Surveys {
  /** Keeps the answer, once per request. Refusals: SURVEY_UNANSWERED (field `q1`...), SURVEY_ALREADY_ANSWERED. */
  answer(answer: SurveyAnswer): Promise<Result<undefined>>
  answered(request: string): Promise<boolean>
  /** Undefined below five answers: so few say nothing, and might tell on somebody. */
  satisfaction(service: string, questions: readonly Question[]): Promise<Satisfaction | undefined>
}

const PUBLIC_FROM = 5

const chosen = (question: Question, typed: string | undefined): number | undefined => {
  const choice = /^[1-9]\d?$/.test(typed ?? '') ? Number(typed) : 0
  return choice >= 1 && choice <= question.options.length ? choice : undefined
}

function choicesOf({ questions, input }: SurveyAnswer): Result<number[]> {
  const choices: number[] = []
  for (const [index, question] of questions.entries()) {
    const choice = chosen(question, input[`q${index + 1}`])
    if (choice === undefined) return refuse(surveysErrors.UNANSWERED({}, `q${index + 1}`))
    choices.push(choice)
  }
  return ok(choices)
}

/** Rows of the tally are met in one order, so that two answers at once do not wait for each other. */
const KEEP = `
with kept as (
  insert into surveys.answer (request, service, edition, choices, comment, at)
  values ($1, $2, $3, $4, $5, $6) on conflict (request) do nothing returning service, choices
)
insert into surveys.tally as t (service, questions, question, choice, answers)
select k.service, cardinality(k.choices), c.question, c.choice, 1
from kept k cross join lateral unnest(k.choices) with ordinality c (choice, question) order by c.question
on conflict (service, questions, question, choice) do update set answers = t.answers + 1`

async function keep(deps: SurveysDeps, answer: SurveyAnswer): Promise<Result<undefined>> {
  const choices = choicesOf(answer)
  if (!choices.ok) return choices
  const comment = answer.comment?.replaceAll('\u0000', '').trim().slice(0, 2000)
  const { rowCount } = await deps.pool.query(KEEP, [
    answer.request,
    answer.service,
    answer.edition,
    choices.value,
    comment || null,
    deps.clock(),
  ])
  return (rowCount ?? 0) > 0 ? ok(undefined) : refuse(surveysErrors.ALREADY_ANSWERED())
}

async function satisfaction(pool: pg.Pool, service: string, questions: readonly Question[]) {
  const { rows } = await pool.query<{ question: number; choice: number; n: number }>(
    `select question, choice, answers::int as n from surveys.tally
     where service = $1 and questions = $2`,
    [service, questions.length],
  )
  const shares = questions.map(({ options }, q) =>
    options.map(
      (_, o) => rows.find((row) => row.question === q + 1 && row.choice === o + 1)?.n ?? 0,
    ),
  )
  const answers = (shares[0] ?? []).reduce((sum, n) => sum + n, 0)
  return answers < PUBLIC_FROM ? undefined : { answers, questions: shares }
}

export interface SurveysDeps {
  /** Pool of the role `app`. */
  readonly pool: pg.Pool
  readonly clock: () => Instant
}

export function createSurveys(deps: SurveysDeps): Surveys {
  return {
    answer: (answer) => keep(deps, answer),
    async answered(request) {
      const { rowCount } = await deps.pool.query('select from surveys.answer where request = $1', [
        request,
      ])
      return (rowCount ?? 0) > 0
    },
    satisfaction: (service, questions) => satisfaction(deps.pool, service, questions),
  }
}
