import { z } from 'zod'
import { ok, parseDate, type PlainDate, refuse, type Result } from '#core/kernel'
import { dutyErrors } from './errors.ts'
import type { MrpRates } from './mrp-on.ts'

const day = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parseDate(value) !== undefined,
  'a day such as 2012-01-01',
)

const rows = z
  .array(
    z.strictObject({
      from: day,
      tenge: z.int().positive(),
      purpose: z.enum(['all', 'benefits']),
      source: z.string().min(1),
    }),
  )
  .min(1)
  .refine(
    (all) => all.every(({ from }, i) => i === 0 || from > (all[i - 1]?.from ?? '')),
    'rows stand in the order of their days',
  )
  .refine(([first]) => first?.purpose === 'all', 'the first row is for all purposes')

const table = z.strictObject({ rates: rows })

/** The rates of classifiers/mrp.yaml. Refuses with DUTY_MALFORMED, naming the place. */
export function parseMrp(data: unknown): Result<MrpRates> {
  const parsed = table.safeParse(data)
  if (parsed.success) return ok(parsed.data.rates)
  const issue = parsed.error.issues[0]
  const place = issue?.path.join('.') ?? ''
  return refuse(dutyErrors.MALFORMED({ place, reason: issue?.message ?? '' }))
}
