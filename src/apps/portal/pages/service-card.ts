import type { Card } from '#platform/views'
import type { Edition, ServiceData } from '#core/regulation'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

/** A service in a list: its name, and in one line who, how, until when and for how much. */
export function serviceCard(view: View, service: ServiceData, edition: Edition | undefined): Card {
  const facts = [
    view.text(service.stateBody),
    view.t(service.online ? 'catalogue.online' : 'catalogue.offline'),
    edition?.total && view.text(edition.total.text),
    edition && view.text(edition.fee.none),
  ]
  return {
    title: view.text(service.name),
    href: paths.service(service.id),
    note: facts.filter((fact) => fact !== undefined && fact !== '').join(' · '),
  }
}
