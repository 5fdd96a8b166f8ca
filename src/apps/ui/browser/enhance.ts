/** Progressive enhancement of every page: govuk-frontend's scripts for the parts in use, and typed text kept over a switch of language. */
import {
  Button,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  SkipLink,
} from 'govuk-frontend'
import { keepTypedText, restoreTypedText } from './parts/typed-text.ts'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const part of [Button, ErrorSummary, NotificationBanner, PasswordInput, SkipLink])
  createAll(part)

restoreTypedText()
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-module="q-lang"] a'))
  link.addEventListener('click', keepTypedText)
