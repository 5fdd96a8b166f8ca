import type { ComponentChildren } from 'preact'
import { useViewTexts } from './lang.tsx'

export interface Card {
  readonly title: ComponentChildren
  readonly href: string
  readonly note?: ComponentChildren
}

/** Links as cards; the whole card is the target. */
export const CardGrid = (props: { readonly cards: readonly Card[] }) => (
  <ul class="q-grid">
    {props.cards.map(({ title, href, note }) => (
      <li class="q-card">
        <a class="govuk-link q-card__link" href={href}>
          {title}
        </a>
        {note === undefined ? null : <p class="q-card__note">{note}</p>}
      </li>
    ))}
  </ul>
)

export interface SearchBoxProps {
  readonly action: string
  readonly label: string
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly example?: string | undefined
  /** Choices that a new search keeps. */
  readonly kept?: Readonly<Record<string, string>> | undefined
}

/** A GET form: a search can be linked and gone back to. */
export function SearchBox(props: SearchBoxProps) {
  const t = useViewTexts()
  const name = props.name ?? 'q'
  return (
    <search>
      <form class="q-search" action={props.action} method="get">
        {Object.entries(props.kept ?? {}).map(([kept, value]) =>
          value === '' ? null : <input type="hidden" name={kept} value={value} />,
        )}
        <label class="govuk-visually-hidden" for={name}>
          {props.label}
        </label>
        <input
          class="q-search__input"
          id={name}
          name={name}
          type="search"
          value={props.value}
          placeholder={props.example}
          autocomplete="off"
        />
        <button class="q-search__button" type="submit">
          {t('view.search')}
        </button>
      </form>
    </search>
  )
}
