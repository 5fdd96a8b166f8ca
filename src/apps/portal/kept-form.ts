import { z } from 'zod'
import type { Cases } from '#capabilities/cases'
import type { Actor } from '#core/engine'
import { openText, signText } from '#platform/http'
import { paths } from './paths.ts'

/** A page of a form that came in after its session had ended: it waits in the page of sign-in. */
const keptForm = z.object({
  number: z.string().regex(/^\d{14}$/),
  page: z.string(),
  fields: z.record(z.string(), z.string()),
})
export type KeptForm = z.infer<typeof keptForm>

const PURPOSE = 'kept form'

/** Signed, so that nothing but what was typed here comes back. */
export const writeKept = (secret: string, kept: KeptForm): string =>
  signText(secret, PURPOSE, JSON.stringify(kept))

export function readKept(secret: string, text: string): KeptForm | undefined {
  const opened = openText(secret, PURPOSE, text)
  if (opened === undefined) return undefined
  return keptForm.safeParse(JSON.parse(opened)).data
}

/** Puts what was typed into the draft of its owner, once they are back; gives where they go on. Somebody else's stays as it is. */
export async function restoreKept(
  cases: Pick<Cases, 'byNumber' | 'saveDraft'>,
  kept: KeptForm,
  actor: Actor,
): Promise<string | undefined> {
  const found = await cases.byNumber(kept.number, actor)
  if (!found.ok) return undefined
  const { id } = found.value.state
  const saved = await cases.saveDraft({ caseId: id, actor, fields: kept.fields })
  return saved.ok ? paths.fill(kept.number, kept.page) : paths.request(kept.number)
}
