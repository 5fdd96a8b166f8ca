import type { Inquiries } from '#capabilities/inquiries'
import type { RepresentationDeps } from '#capabilities/representation'
import { contracts } from '#core/contracts'
import type { Instant } from '#core/kernel'

/** How rights to act for others are asked for: through the gateway, by signed messages, with the purpose for the journal. */
export const rightQuestions =
  (inquiries: Inquiries, clock: () => Instant): RepresentationDeps['ask'] =>
  ({ service, subject, body, purpose }) =>
    inquiries.ask({
      from: 'portal',
      to: contracts[service].system,
      service,
      subject,
      body,
      purpose,
      sentAt: clock(),
    })
