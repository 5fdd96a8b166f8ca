import { expect, it } from 'vitest'
import type { SignedIn } from '#capabilities/identity'
import { createPortalKeys } from './portal-keys.ts'

/** Using any of it would throw: what is refused must be refused before anybody is asked. */
const untouched = {} as never

it('no key is issued at a screen unless the country is a demonstration: an account proves nothing about the person', async () => {
  const keys = createPortalKeys({
    authority: untouched,
    inquiries: untouched,
    clock: untouched,
    online: false,
    notify: untouched,
  })
  const issued = await keys.issue({} as SignedIn, Buffer.from('any request'))
  expect(issued.ok ? 'issued' : issued.error.code).toBe('KEY_IN_PERSON')
})
