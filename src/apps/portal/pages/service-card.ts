import type { Card } from '#platform/views'
import type { Edition, ServiceData } from '#core/regulation'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'
import { longestText } from './term-text.ts'

/** A service in a list: its name, and in one line who, how, until when and for how much. */
export function serviceCard(view: View, service: ServiceData, edition: Edition | undefined): Card {
  const facts = [
    view.text(service.stateBody),
    view.t(service.online ? 'catalogue.online' : 'catalogue.offline'),
    edition?.total && longestText(view, edition.total.term),
    edition && view.t('catalogue.free'),
  ]
  return {
    title: view.text(service.name),
    href: paths.service(service.id),
    note: facts.filter((fact) => fact !== undefined && fact !== '').join(' · '),
  }
}
