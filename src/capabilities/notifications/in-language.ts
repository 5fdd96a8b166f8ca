import type { Lang } from '#core/kernel'
import type { NotificationParams } from './notify.ts'

/** The parameters of a message with those that are for people in one language. */
export const inLanguage = (params: NotificationParams, lang: Lang): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value[lang],
    ]),
  )
