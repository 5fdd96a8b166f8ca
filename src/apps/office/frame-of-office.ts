import type { UiOptions } from '#apps/ui'
import type { AtDesk } from '#capabilities/officials'
import type { SessionAccess } from '#platform/http'
import { frameFor } from './frame.tsx'
import { isOfficePath } from './paths.ts'
import { officeTranslators } from './texts/office-texts.ts'

/** For `createUi({ frameOf })`: error pages below /office have the desk around them. */
export const frameOfOffice =
  (session: SessionAccess<AtDesk>): NonNullable<UiOptions['frameOf']> =>
  ({ lang, csrf, url }, request) =>
    isOfficePath(url)
      ? frameFor({
          t: officeTranslators[lang],
          lang,
          csrf,
          url,
          desk: session.of(request)?.account,
        })
      : undefined
