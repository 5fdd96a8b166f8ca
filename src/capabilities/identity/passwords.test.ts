import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword, createPasswords } from './passwords.ts'

const numbers = ['880101400017']

describe('the rules of a password', () => {
  it('accept a phrase of words in Kazakh without digits or signs', () => {
    expect(checkPassword('көк аспан астында', numbers).ok).toBe(true)
  })

  it.each([
    ['short', 'IDENTITY_PASSWORD_SHORT'],
    ['қысқа пар', 'IDENTITY_PASSWORD_SHORT'],
    ['x'.repeat(201), 'IDENTITY_PASSWORD_LONG'],
    ['880101400017', 'IDENTITY_PASSWORD_IS_NUMBER'],
    ['my 880101-400017!', 'IDENTITY_PASSWORD_IS_NUMBER'],
    ['Qwerty12345', 'IDENTITY_PASSWORD_COMMON'],
    ['ababababababab', 'IDENTITY_PASSWORD_COMMON'],
  ])('refuse %s', (password, code) => {
    expect(checkPassword(password, numbers)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('the hash of a password', () => {
  it('is argon2id at the cost that OWASP asks for', async () => {
    const passwords = await createPasswords()
    expect(await passwords.hash('көк аспан астында')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    )
  })

  it('knows the password again however its letters were composed', async () => {
    const passwords = await createPasswords()
    const hash = await passwords.hash('сөйлейтін қайың'.normalize('NFC'))
    expect(await passwords.matches(hash, 'сөйлейтін қайың'.normalize('NFD'))).toBe(true)
  })

  it('matches no other text, and nothing matches where there is no account', async () => {
    const passwords = await createPasswords()
    const hash = await passwords.hash('көк аспан астында')
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 400 }), async (typed) => {
        expect(await passwords.matches(hash, typed)).toBe(false)
        expect(await passwords.matches(undefined, typed)).toBe(false)
      }),
      { numRuns: 8 },
    )
  })
})
