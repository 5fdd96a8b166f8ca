/** Progressive enhancement of every page: govuk-frontend's scripts for the parts in use, typed text kept over a switch of language, fields that come and go with a choice. */
import {
  Button,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  SkipLink,
} from 'govuk-frontend'
import { steerForms } from './parts/steering-fields.ts'
import { keepTypedText, restoreTypedText } from './parts/typed-text.ts'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const part of [Button, ErrorSummary, NotificationBanner, PasswordInput, SkipLink])
  createAll(part)

restoreTypedText()
steerForms()
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-module="q-lang"] a'))
  link.addEventListener('click', keepTypedText)
