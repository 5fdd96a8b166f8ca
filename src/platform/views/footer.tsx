import type { ComponentChildren } from 'preact'
import type { NavItem } from './header.tsx'
import { Mark } from './header.tsx'

/** The end of every page: whom to ask, links, and what this site is. */
export function Footer(props: {
  readonly links: readonly NavItem[]
  readonly children: ComponentChildren
}) {
  return (
    <footer class="q-footer">
      <div class="govuk-width-container q-footer__in">
        <ul class="q-footer__links">
          {props.links.map(({ href, text }) => (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <div class="q-footer__text">
          <Mark />
          <div>{props.children}</div>
        </div>
      </div>
    </footer>
  )
}
