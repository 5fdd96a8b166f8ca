import type { ComponentChildren } from 'preact'
import type { DeclineReason } from '#core/contracts'
import { type CodedError, instant, LANGS, type Lang } from '#core/kernel'
import { formatsOf, renderError } from '#platform/i18n'
import type { PayOrder } from './order-status.ts'
import type { TestCard } from './test-cards.ts'
import { type BankTranslator, bankTranslators } from './texts.ts'

export interface BankView {
  readonly lang: Lang
  /** The address of the page without its language. */
  readonly path: string
  readonly demonstration: boolean
}

const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = {
  kk: 'Қазақша',
  ru: 'Русский',
  en: 'English',
}

function Languages({ view, t }: { readonly view: BankView; readonly t: BankTranslator }) {
  return (
    <nav aria-label={t('bank.languages')}>
      {LANGS.map((lang) => (
        <a
          href={`${view.path}?lang=${lang}`}
          lang={lang}
          hrefLang={lang}
          aria-current={lang === view.lang ? 'true' : undefined}
        >
          {LANGUAGE_NAMES[lang]}
        </a>
      ))}
    </nav>
  )
}

function Frame(props: {
  readonly view: BankView
  readonly title: string
  readonly failed?: boolean
  readonly children: ComponentChildren
}) {
  const { view, title, failed } = props
  const t = bankTranslators[view.lang]
  const named = failed === true ? t('bank.error-title', { title }) : title
  return (
    <html lang={view.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${named} – ${t('bank.name')}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href="/bank.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <strong>{t('bank.name')}</strong>
          <Languages view={view} t={t} />
        </header>
        <main>
          {view.demonstration ? <p class="note">{t('bank.demonstration')}</p> : null}
          {props.children}
        </main>
      </body>
    </html>
  )
}

function Order({ view, order }: { readonly view: BankView; readonly order: PayOrder }) {
  const t = bankTranslators[view.lang]
  const f = formatsOf(view.lang)
  return (
    <dl>
      <dt>{t('bank.merchant')}</dt>
      <dd>{t('bank.merchant-name')}</dd>
      <dt>{t('bank.purpose')}</dt>
      <dd>{order.purpose[view.lang]}</dd>
      <dt>{t('bank.amount')}</dt>
      <dd class="sum">{f.money(order.amount)}</dd>
      <dt>{t('bank.until')}</dt>
      <dd>{f.dateTime(instant(order.until))}</dd>
    </dl>
  )
}

interface InputProps {
  readonly name: 'number' | 'expiry' | 'code'
  readonly label: string
  readonly hint: string
  readonly autocomplete: string
  readonly error: string | undefined
  readonly short?: boolean
}

/** What was typed is never written back into the page: a card's number does not belong into a browser's history. */
function Input({ name, label, hint, autocomplete, error, short }: InputProps) {
  const described = `${name}-hint${error === undefined ? '' : ` ${name}-wrong`}`
  return (
    <>
      <label for={name}>{label}</label>
      <span class="hint" id={`${name}-hint`}>
        {hint}
      </span>
      {error === undefined ? null : (
        <span class="wrong" id={`${name}-wrong`}>
          {error}
        </span>
      )}
      <input
        id={name}
        name={name}
        class={short === true ? 'short' : undefined}
        inputMode={name === 'expiry' ? undefined : 'numeric'}
        autocomplete={autocomplete}
        required
        aria-describedby={described}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
    </>
  )
}

function CardForm(props: {
  readonly view: BankView
  readonly order: PayOrder
  readonly error: CodedError | undefined
}) {
  const { view, order, error } = props
  const t = bankTranslators[view.lang]
  const errorOf = (name: string) =>
    error?.field === name ? renderError(error, view.lang) : undefined
  return (
    <form method="post" action={`/pay/${order.id}?lang=${view.lang}`}>
      <Input
        name="number"
        label={t('bank.number')}
        hint={t('bank.number-hint')}
        autocomplete="cc-number"
        error={errorOf('number')}
      />
      <Input
        name="expiry"
        label={t('bank.expiry')}
        hint={t('bank.expiry-hint')}
        autocomplete="cc-exp"
        error={errorOf('expiry')}
        short
      />
      <Input
        name="code"
        label={t('bank.code')}
        hint={t('bank.code-hint')}
        autocomplete="cc-csc"
        error={errorOf('code')}
        short
      />
      <button>{t('bank.pay', { amount: formatsOf(view.lang).money(order.amount) })}</button>
    </form>
  )
}

const spaced = (number: string): string => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

function TestCards({
  view,
  cards,
}: {
  readonly view: BankView
  readonly cards: readonly TestCard[]
}) {
  const t = bankTranslators[view.lang]
  return (
    <>
      <h2>{t('bank.cards')}</h2>
      <div class="cards">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('bank.number')}</th>
              <th scope="col">{t('bank.expiry')}</th>
              <th scope="col">{t('bank.cards-shows')}</th>
            </tr>
          </thead>
          <tbody>
            {cards.map(({ number, expires, shows }) => (
              <tr>
                <td>{spaced(number)}</td>
                <td>{expires}</td>
                <td>{shows[view.lang]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

export interface PayProps {
  readonly view: BankView
  readonly order: PayOrder
  /** Shown in the demonstration; none elsewhere. */
  readonly cards: readonly TestCard[]
  /** What was typed wrongly. */
  readonly error?: CodedError | undefined
  /** Why the bank refused. */
  readonly reason?: DeclineReason | undefined
}

export function PayPage({ view, order, cards, error, reason }: PayProps) {
  const t = bankTranslators[view.lang]
  const title = t(reason === undefined ? 'bank.title' : 'bank.declined')
  return (
    <Frame view={view} title={title} failed={error !== undefined || reason !== undefined}>
      <h1>{title}</h1>
      {reason === undefined ? null : (
        <p class="bad" role="alert" data-declined={reason}>
          {t(`bank.reason.${reason}`)}
        </p>
      )}
      <Order view={view} order={order} />
      <CardForm view={view} order={order} error={error} />
      <p>
        <a href={order.return_to}>{t('bank.back')}</a>
      </p>
      {view.demonstration ? <TestCards view={view} cards={cards} /> : null}
    </Frame>
  )
}

export function PaidPage({ view, order }: { readonly view: BankView; readonly order: PayOrder }) {
  const t = bankTranslators[view.lang]
  return (
    <Frame view={view} title={t('bank.paid')}>
      <h1>{t('bank.paid')}</h1>
      <p class="good" data-paid>
        {t('bank.paid-note')}
      </p>
      <Order view={view} order={order} />
      <a class="button" href={order.return_to}>
        {t('bank.return')}
      </a>
    </Frame>
  )
}

/** Whatever has no order to show: the front door, and refusals. */
export function PlainPage(props: {
  readonly view: BankView
  readonly error?: CodedError
  readonly returnTo?: string
}) {
  const { view, error, returnTo } = props
  const t = bankTranslators[view.lang]
  return (
    <Frame view={view} title={t('bank.title')} failed={error !== undefined}>
      <h1>{t('bank.title')}</h1>
      {error === undefined ? (
        <p>{t('bank.about')}</p>
      ) : (
        <p class="bad" role="alert" data-refused={error.code}>
          {renderError(error, view.lang)}
        </p>
      )}
      {returnTo === undefined ? null : (
        <a class="button" href={returnTo}>
          {t('bank.return')}
        </a>
      )}
    </Frame>
  )
}
