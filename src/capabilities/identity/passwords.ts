import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { ok, type Result, refuse } from '#core/kernel'
import { isCommon } from './common-passwords.ts'
import { identityErrors } from './errors.ts'
import { isSequence } from './sequences.ts'

/** OWASP ASVS 4.0.3, 2.1.1. */
export const PASSWORD_MIN = 12
/** Above it a password costs us time and protects nobody. */
const PASSWORD_MAX = 128
/** OWASP Password Storage: argon2id (the library's default), 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** One way to write what was typed: the same letters may come composed or not, by keyboard. */
const normal = (password: string): string => password.normalize('NFKC')

const guessable = (password: string): boolean =>
  new Set(password).size < 4 || isSequence(password) || isCommon(password)

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
