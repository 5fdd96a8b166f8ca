import type { Lang } from '#core/kernel'
import { renderText } from '#platform/i18n'
import type { Letter } from '#platform/mail'
import { renderFragment } from '#platform/views'
import { groupOf } from './groups.ts'
import { inLanguage } from './in-language.ts'
import { around, confirmation, subjects } from './mail-texts.ts'
import type { NotificationParams } from './notify.ts'
import { isNotificationKind, notificationTexts } from './texts.ts'

/** A letter as the outbox keeps it. */
export interface KeptLetter {
  readonly id: string
  readonly email: string
  readonly language: Lang
  readonly kind: string
  readonly params: NotificationParams
  readonly request: string | null
  /** Names the reader's way out of such letters; none before the address is confirmed. */
  readonly wayOut: string | null
}

/** Addresses of the portal that letters lead to. */
export const mailPaths = {
  confirm: (token: string) => `/confirm-email/${token}`,
  stop: (key: string) => `/stop-letters/${key}`,
  settings: '/cabinet/notifications/settings',
} as const

interface Parts {
  readonly subject: string
  readonly title: string
  readonly body: string
  readonly links: readonly Link[]
  readonly foot: readonly Link[]
  readonly why?: string
}

interface Link {
  readonly text: string
  readonly href: string
}

function confirmationParts({ language, params }: KeptLetter, baseUrl: string): Parts {
  const token = typeof params['token'] === 'string' ? params['token'] : ''
  return {
    subject: subjects.confirm[language],
    title: confirmation.title[language],
    body: confirmation.body[language],
    links: [{ text: confirmation.link[language], href: baseUrl + mailPaths.confirm(token) }],
    foot: [],
  }
}

function newsParts(letter: KeptLetter, baseUrl: string): Parts | undefined {
  const { kind, language, params, request, wayOut } = letter
  if (!isNotificationKind(kind)) return undefined
  const { title, body } = notificationTexts[kind]
  const told = inLanguage(params, language)
  const to =
    request === null
      ? { text: around.cabinet[language], href: `${baseUrl}/cabinet/notifications` }
      : { text: around.request[language], href: `${baseUrl}/requests/${request}` }
  const stop = { text: around.stop[language], href: baseUrl + mailPaths.stop(wayOut ?? '') }
  return {
    subject: subjects[groupOf(kind)][language],
    title: renderText(title, language, told),
    body: renderText(body, language, told),
    links: [to],
    why: around.why[language],
    foot: [
      { text: around.settings[language], href: baseUrl + mailPaths.settings },
      ...(wayOut === null ? [] : [stop]),
    ],
  }
}

const line = ({ text, href }: Link): string => `${text}: ${href}`

const plain = ({ title, body, links, foot, why }: Parts): string =>
  [
    title,
    body,
    ...links.map(line),
    ...(why === undefined ? [] : ['--', why]),
    foot.map(line).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')

const FONT = 'font-family:sans-serif;font-size:16px;line-height:1.5;'

/** As plain as a letter: no picture, no font, nothing that is fetched when it is read. */
const Html = ({ parts, lang }: { readonly parts: Parts; readonly lang: Lang }) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <title>{parts.subject}</title>
    </head>
    <body style={`${FONT}max-width:36em;margin:0 auto;padding:16px`}>
      <p>
        <strong>Qyzmet</strong>
      </p>
      <h1 style="font-size:20px">{parts.title}</h1>
      <p>{parts.body}</p>
      {parts.links.map(({ text, href }) => (
        <p>
          <a href={href}>{text}</a>
        </p>
      ))}
      {parts.why === undefined ? null : (
        <p style="font-size:14px">
          {parts.why}
          {parts.foot.map(({ text, href }) => (
            <>
              {' '}
              <a href={href}>{text}</a>.
            </>
          ))}
        </p>
      )}
    </body>
  </html>
)

/** The letter in its reader's language, as plain text and as plain HTML; undefined for a kind that is written no more. */
export function writeLetter(letter: KeptLetter, baseUrl: string): Letter | undefined {
  const parts =
    letter.kind === 'confirm' ? confirmationParts(letter, baseUrl) : newsParts(letter, baseUrl)
  if (parts === undefined) return undefined
  const { id, email: to, language, wayOut } = letter
  return {
    id,
    to,
    subject: parts.subject,
    text: plain(parts),
    html: `<!doctype html>${renderFragment(<Html parts={parts} lang={language} />)}`,
    ...(wayOut === null ? {} : { unsubscribe: baseUrl + mailPaths.stop(wayOut) }),
  }
}
