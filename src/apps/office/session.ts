import { createHash } from 'node:crypto'
import type { AtDesk, Officials } from '#capabilities/officials'
import { type SessionAccess, sessionAccess } from '#platform/http'

export const DESK_COOKIE = 'desk'

/** Finds who sits at the desk by its own cookie: a session of the portal is none here, nor the other way round. */
export const deskSession = (officials: Officials): SessionAccess<AtDesk> =>
  sessionAccess(async (request) => {
    const token = request.readCookie(DESK_COOKIE)
    if (token === undefined || token === '') return undefined
    const found = await officials.session(token)
    if (found === undefined) return undefined
    return {
      id: `desk ${found.session}`,
      csrfSecret: createHash('sha256').update(`desk form token ${token}`).digest('base64url'),
      lang: found.language,
      account: found,
    }
  })
