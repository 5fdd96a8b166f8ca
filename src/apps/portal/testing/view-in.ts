import type { Instant, Lang } from '#core/kernel'
import { formatsOf } from '#platform/i18n'
import { portalTranslators } from '../texts/portal-texts.ts'
import type { View } from '../view.ts'

/** A view of a page without a server, for its tests. */
export const viewIn = (lang: Lang, now = '2026-04-02T10:00:00.000Z' as Instant): View => ({
  lang,
  t: portalTranslators[lang],
  f: formatsOf(lang),
  now,
  csrf: 'token',
  text: (text) => text[lang],
})
