import { createHash } from 'node:crypto'
import type { Identity, SignedIn } from '#capabilities/identity'
import { type SessionAccess, sessionAccess } from '#platform/http'

export const SESSION_COOKIE = 'session'

/**
 * Finds the account of a request by its session cookie, for `createHttp({ sessionOf: access.lookup })`. The secret that
 * binds form tokens is derived from the token, so it is of this session alone and kept nowhere.
 */
export const portalSession = (identity: Identity): SessionAccess<SignedIn> =>
  sessionAccess(async (request) => {
    const token = request.readCookie(SESSION_COOKIE)
    if (token === undefined || token === '') return undefined
    const found = await identity.session(token)
    if (found === undefined) return undefined
    return {
      id: found.session,
      csrfSecret: createHash('sha256').update(`form token ${token}`).digest('base64url'),
      lang: found.account.language,
      account: found,
    }
  })
