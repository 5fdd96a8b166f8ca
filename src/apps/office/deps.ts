import type { ChoiceDeps, Ui } from '#apps/ui'
import type { Cases, NameOf } from '#capabilities/cases'
import type { Documents } from '#capabilities/documents'
import type { Identity, Registers } from '#capabilities/identity'
import type { AtDesk, Officials } from '#capabilities/officials'
import type { Payments } from '#capabilities/payments'
import type { Regulations } from '#capabilities/regulations'
import type { OfficeCalendar } from '#core/calendar'
import type { Instant } from '#core/kernel'
import type { SessionAccess } from '#platform/http'

export interface OfficeDeps extends ChoiceDeps {
  readonly ui: Ui
  /** From `deskSession`; the same that `createHttp` got. */
  readonly session: SessionAccess<AtDesk>
  readonly officials: Officials
  readonly identity: Pick<Identity, 'prove'>
  readonly cases: Cases
  readonly documents: Documents
  readonly payments: Pick<Payments, 'ofCase'>
  readonly regulations: Regulations
  readonly calendar: OfficeCalendar
  readonly nameOf: NameOf
  /** The registers, asked who a visitor is. */
  readonly registers: Registers
  readonly clock: () => Instant
}
