import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword, createPasswords } from './passwords.ts'

const numbers = ['880101400017']
/** So many characters that nobody would guess. */
const words = (length: number): string =>
  'түнгі жол, алыс шам; '.repeat(7).slice(0, length - 1) + '7'

describe('the rules of a password', () => {
  it('accept a phrase of words in Kazakh without digits or signs', () => {
    expect(checkPassword('көк аспан астында', numbers).ok).toBe(true)
  })

  it('accept 128 characters', () => {
    expect(
      checkPassword(`бірегей ${'тау тас су от жел '.repeat(8)}`.slice(0, 128), numbers).ok,
    ).toBe(true)
  })

  it.each([
    'correct horse battery staple',
    'алма ағашы 12 жыл',
    'my password is none of yours',
    'kQ7#vm2Zp!x4',
    'қысқы Алматы көшесі',
  ])('accept what only contains a common word: %s', (password) => {
    expect(checkPassword(password, numbers).ok).toBe(true)
  })

  it.each([
    ['short', 'IDENTITY_PASSWORD_SHORT'],
    ['қысқа пар', 'IDENTITY_PASSWORD_SHORT'],
    [words(129), 'IDENTITY_PASSWORD_LONG'],
    ['880101400017', 'IDENTITY_PASSWORD_IS_NUMBER'],
    ['my 880101-400017!', 'IDENTITY_PASSWORD_IS_NUMBER'],
    ['ababababababab', 'IDENTITY_PASSWORD_COMMON'],
    ['көккөккөккөк', 'IDENTITY_PASSWORD_COMMON'],
    ['123456789012', 'IDENTITY_PASSWORD_COMMON'],
    ['2345678901234', 'IDENTITY_PASSWORD_COMMON'],
    ['11223344556677', 'IDENTITY_PASSWORD_COMMON'],
    ['zyxwvutsrqponm', 'IDENTITY_PASSWORD_COMMON'],
    ['абвгдежзийкл', 'IDENTITY_PASSWORD_COMMON'],
    ['аәбвгғдеёжзи', 'IDENTITY_PASSWORD_COMMON'],
    ['Qwerty123456', 'IDENTITY_PASSWORD_COMMON'],
    ['йцукенгшщзхъ', 'IDENTITY_PASSWORD_COMMON'],
    ['qazwsxedcrfv', 'IDENTITY_PASSWORD_COMMON'],
    ['1q2w3e4r5t6y', 'IDENTITY_PASSWORD_COMMON'],
    ['qwe123qwe123', 'IDENTITY_PASSWORD_COMMON'],
    ['Password2026!', 'IDENTITY_PASSWORD_COMMON'],
    ['P@$$w0rd-2026', 'IDENTITY_PASSWORD_COMMON'],
    ['Құпиясөз 2026', 'IDENTITY_PASSWORD_COMMON'],
    ['Администратор1', 'IDENTITY_PASSWORD_COMMON'],
    ['qazaqstan2026', 'IDENTITY_PASSWORD_COMMON'],
    ['123almaty456', 'IDENTITY_PASSWORD_COMMON'],
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
