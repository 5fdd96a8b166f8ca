import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { ok, type Result, refuse } from '#core/kernel'
import { identityErrors } from './errors.ts'

export const PASSWORD_MIN = 10
/** Above it a password costs us time and protects nobody. */
const PASSWORD_MAX = 200
/** OWASP Password Storage: argon2id (the library's default), 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The well-known ones that are long enough to pass the first rule; compared without case. */
const COMMON = new Set(
  `1234567890 0123456789 0987654321 9876543210 1234567891 12345678910 123456789a 123456789q qwertyuiop qwertyuiop1
  qwerty12345 qwerty123456 12345qwert 12345qwerty 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 1qaz2wsx3edc
  qazwsxedcrfv qazwsx12345 zaq12wsxcde3 asdfghjkl1 asdfghjkl123 zxcvbnm123 password12 password123 password1234
  password12345 passw0rd123 p@ssw0rd123 parol12345 parol123456 пароль12345 пароль123456 құпиясөз12 құпиясөз123
  йцукенгшщз йцукенгшщзхъ фывапролдж админ12345 administrator admin12345 admin123456 welcome123 welcome1234
  iloveyou123 iloveyou1234 letmein123 monkey12345 dragon12345 football123 kazakhstan kazakhstan1 kazakhstan123
  қазақстан1 қазақстан123 казахстан1 казахстан123 astana12345 astana2012 almaty12345 алматы12345 астана12345
  shymkent123 abcdefghij abcd123456 abcde12345 a123456789 aa12345678 qwe123qwe123 123qwe123qwe asd123asd123
  1122334455 1212121212 1231231231 123123123123 changeme123 secret12345 test123456 testtest123`.split(
    /\s+/,
  ),
)

/** One way to write what was typed: the same letters may come composed or not, by keyboard. */
const normal = (password: string): string => password.normalize('NFKC')

const guessable = (password: string): boolean =>
  COMMON.has(password.toLowerCase()) || new Set(password).size < 4

/** A password that may be set, normalised. Refusals: IDENTITY_PASSWORD_SHORT, _LONG, _IS_NUMBER, _COMMON (at `field`). */
export function checkPassword(
  typed: string,
  numbers: readonly string[],
  field = 'password',
): Result<string> {
  const password = normal(typed)
  const length = Array.from(password).length
  if (length < PASSWORD_MIN)
    return refuse(identityErrors.PASSWORD_SHORT({ min: PASSWORD_MIN }, field))
  if (length > PASSWORD_MAX)
    return refuse(identityErrors.PASSWORD_LONG({ max: PASSWORD_MAX }, field))
  if (numbers.some((number) => password.replaceAll(/\D/g, '').includes(number))) {
    return refuse(identityErrors.PASSWORD_IS_NUMBER({}, field))
  }
  if (guessable(password)) return refuse(identityErrors.PASSWORD_COMMON({}, field))
  return ok(password)
}

export interface Passwords {
  hash(password: string): Promise<string>
  /** Whether `typed` is the password. Without a hash (no such account) it works as long and answers false. */
  matches(hash: string | undefined, typed: string): Promise<boolean>
}

/** Hashing of passwords, with the hash of a secret nobody knows for numbers that have no account. */
export async function createPasswords(): Promise<Passwords> {
  const nobody = await hash(randomBytes(32), COST)
  return {
    hash: (password) => hash(normal(password), COST),
    async matches(stored, typed) {
      const candidate = normal(typed).slice(0, PASSWORD_MAX + 1)
      const same = await verify(stored ?? nobody, candidate)
      return stored !== undefined && same
    },
  }
}
