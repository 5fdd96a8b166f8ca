import { randomUUID } from 'node:crypto'
import type { AnswerEnvelope, AnswerError, RequestEnvelope, SystemId } from '#core/envelope'
import type { CodedError, Instant, Json, Lang } from '#core/kernel'
import type { Outcome } from './define-service.ts'

export type Reply =
  | Outcome<Json>
  | { readonly status: 'refused'; readonly body: null; readonly error: AnswerError }

/** The text as a reader sees it: parameters are plain words and numbers in the messages between systems. */
function fill(error: CodedError, lang: Lang): string {
  return error.text[lang].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    String(error.params[name] ?? whole),
  )
}

export const refusal = (error: CodedError): Reply => ({
  status: 'refused',
  body: null,
  error: {
    code: error.code,
    text: { kk: fill(error, 'kk'), ru: fill(error, 'ru'), en: fill(error, 'en') },
  },
})

type Asked = Pick<RequestEnvelope, 'id' | 'from' | 'service' | 'case' | 'subject'>

/** The answer envelope to a request; the case and the person concerned are those of the request. */
export function replyTo(
  request: Asked,
  reply: Reply,
  meta: { readonly from: SystemId; readonly at: Instant },
): AnswerEnvelope {
  return {
    kind: 'answer',
    id: randomUUID(),
    inReplyTo: request.id,
    from: meta.from,
    to: request.from,
    service: request.service,
    ...(request.case !== undefined && { case: request.case }),
    ...(request.subject !== undefined && { subject: request.subject }),
    body: reply.body,
    status: reply.status,
    ...('error' in reply && { error: reply.error }),
    sentAt: meta.at,
  }
}
