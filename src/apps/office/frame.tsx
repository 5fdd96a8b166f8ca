import type { Frame } from '#apps/ui'
import type { AtDesk } from '#capabilities/officials'
import type { Lang } from '#core/kernel'
import { Button, Form } from '#platform/views'
import { paths } from './paths.ts'
import type { OfficeTranslator } from './texts/office-texts.ts'

interface Framed {
  readonly t: OfficeTranslator
  readonly lang: Lang
  readonly csrf: string
  readonly url: string
  readonly desk: AtDesk | undefined
}

/** Who sits there and as what, the way to another seat, and the way out. */
function Account({ t, lang, csrf, desk }: Framed) {
  if (desk === undefined)
    return (
      <div class="q-account">
        <a href={paths.signIn}>{t('sign-in.title')}</a>
      </div>
    )
  const { seat, appointments } = desk
  const name = shortName(appointments[0]?.name.kk ?? '')
  const sits = seat === undefined ? name : `${name}, ${seat.roleName[lang]}`
  return (
    <div class="q-account">
      {appointments.length > 1 ? (
        <a href={paths.seat} aria-label={t('seat.change', { name: sits })}>
          {name}
        </a>
      ) : (
        <span>{name}</span>
      )}
      <Form action={paths.signOut} csrf={csrf}>
        <Button look="link">{t('desk.sign-out')}</Button>
      </Form>
    </div>
  )
}

/** ОСПАНОВА ГҮЛНАР БОЛАТҚЫЗЫ as ОСПАНОВА Г. Б.: the header has one line. */
const shortName = (full: string): string => {
  const [surname = '', ...given] = full.split(' ')
  return [surname, ...given.map((word) => `${word.slice(0, 1)}.`)].join(' ')
}

const MENU = [
  ['worklist', 'desk.worklist'],
  ['handOver', 'hand.title'],
  ['done', 'done.title'],
  ['open', 'new.title'],
] as const

/** What stands around every page of the desks. */
export function frameFor(framed: Framed): Frame {
  const { t, lang, url, desk } = framed
  const [path] = url.split('?')
  return {
    home: paths.worklist,
    suffix: desk?.seat === undefined ? t('desk.name') : desk.seat.roleName[lang],
    width: 'desk',
    account: <Account {...framed} />,
    nav:
      desk?.seat === undefined
        ? []
        : MENU.map(([page, key]) => ({
            href: paths[page],
            text: t(key),
            current: path === paths[page],
          })),
  }
}
