import { type Instant, instant } from '#core/kernel'
import {
  type CertificateStatus,
  REVOCATION_REASONS,
  type RevocationReason,
  type RevokedEntry,
} from '#platform/crypto'
import type { Sql } from '#platform/db'
import type { AnyProfile } from './profiles.ts'

/** A certificate as it goes into the register. */
export interface NewEntry {
  readonly serial: string
  readonly profile: AnyProfile
  readonly holder: string
  readonly iin: string | null
  readonly bin: string | null
  readonly keyHash: string
  readonly subjectHash: string
  readonly der: Buffer
  readonly notBefore: Instant
  readonly notAfter: Instant
}

/** Serialises what is done with one key. */
export async function lockKey(tx: Sql, keyHash: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`authority ${keyHash}`])
}

/** Serialises revocations and lists, so that a list never misses a revocation that came before it. */
export async function lockRevocations(tx: Sql): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('authority revocations', 0))`)
}

/** Whose key it is; it becomes the holder's when nobody had it. */
export async function claimKey(tx: Sql, keyHash: string, holder: string): Promise<string> {
  await tx.query(
    `insert into authority.certified_key (key_hash, holder) values ($1, $2) on conflict do nothing`,
    [keyHash, holder],
  )
  const { rows } = await tx.query<{ holder: string }>(
    'select holder from authority.certified_key where key_hash = $1',
    [keyHash],
  )
  return rows[0]?.holder ?? holder
}

export interface KeyCertificate {
  readonly profile: string
  readonly subjectHash: string
  readonly notAfter: Instant
  readonly revoked: boolean
  readonly der: Buffer
}

interface KeyRow {
  profile: string
  subject_hash: string
  not_after: Date
  revoked_at: Date | null
  der: Buffer
}

/** Certificates that a key has had, newest first. */
export async function certificatesOfKey(tx: Sql, keyHash: string): Promise<KeyCertificate[]> {
  const { rows } = await tx.query<KeyRow>(
    `select profile, subject_hash, not_after, revoked_at, der from authority.certificate
     where key_hash = $1 order by not_after desc`,
    [keyHash],
  )
  return rows.map((row) => ({
    profile: row.profile,
    subjectHash: row.subject_hash,
    notAfter: instant(row.not_after),
    revoked: row.revoked_at !== null,
    der: row.der,
  }))
}

export async function addCertificate(tx: Sql, entry: NewEntry): Promise<void> {
  await tx.query(
    `insert into authority.certificate (serial, profile, holder, iin, bin, key_hash, subject_hash, der, not_before, not_after)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      entry.serial,
      entry.profile,
      entry.holder,
      entry.iin,
      entry.bin,
      entry.keyHash,
      entry.subjectHash,
      entry.der,
      entry.notBefore,
      entry.notAfter,
    ],
  )
  await tx.query(`insert into authority.journal (at, action, serial) values ($1, 'issued', $2)`, [
    entry.notBefore,
    entry.serial,
  ])
}

/** Whether there is such a certificate; one that is revoked already keeps its first time and reason. */
export async function markRevoked(
  tx: Sql,
  revoked: RevokedEntry,
): Promise<'revoked' | 'was revoked' | 'unknown'> {
  const { serialHex, at, reason } = revoked
  const updated = await tx.query(
    `update authority.certificate set revoked_at = $2, revocation_reason = $3
     where serial = $1 and revoked_at is null`,
    [serialHex, at, reason],
  )
  if (updated.rowCount === 0) {
    const known = await tx.query('select from authority.certificate where serial = $1', [serialHex])
    return known.rowCount === 0 ? 'unknown' : 'was revoked'
  }
  await tx.query(
    `insert into authority.journal (at, action, serial, reason) values ($1, 'revoked', $2, $3)`,
    [at, serialHex, reason],
  )
  return 'revoked'
}

const isReason = (text: string): text is RevocationReason => text in REVOCATION_REASONS
export const reasonFrom = (text: string | null): RevocationReason =>
  text !== null && isReason(text) ? text : 'unspecified'

interface StatusRow {
  serial: string
  revoked_at: Date | null
  revocation_reason: string | null
}

/** What is known of these serial numbers, in one indexed query; a number that was never issued is absent. */
export async function statusOf(
  sql: Sql,
  serials: readonly string[],
): Promise<Map<string, CertificateStatus>> {
  const { rows } = await sql.query<StatusRow>({
    name: 'authority-status',
    text: 'select serial, revoked_at, revocation_reason from authority.certificate where serial = any($1)',
    values: [serials],
  })
  return new Map(rows.map((row) => [row.serial, statusFrom(row)]))
}

function statusFrom(row: StatusRow): CertificateStatus {
  if (row.revoked_at === null) return { status: 'good' }
  const reason = reasonFrom(row.revocation_reason)
  return { status: 'revoked', at: instant(row.revoked_at), reason }
}

/** Revoked certificates that have not expired at `now`: what a full CRL lists. */
export async function revokedAt(sql: Sql, now: Instant): Promise<RevokedEntry[]> {
  const { rows } = await sql.query<{ serial: string; revoked_at: Date; revocation_reason: string }>(
    `select serial, revoked_at, revocation_reason from authority.certificate
     where revoked_at is not null and not_after >= $1 order by revoked_at, serial`,
    [now],
  )
  return rows.map((row) => ({
    serialHex: row.serial,
    at: instant(row.revoked_at),
    reason: reasonFrom(row.revocation_reason),
  }))
}

/** A line of a person's own list of certificates. */
export interface CertificateSummary {
  readonly serialHex: string
  readonly profile: string
  readonly bin?: string
  readonly notBefore: Instant
  readonly notAfter: Instant
  readonly status: 'valid' | 'expired' | 'revoked'
  readonly revokedAt?: Instant
  readonly reason?: RevocationReason
}

interface SummaryRow extends StatusRow {
  profile: string
  bin: string | null
  not_before: Date
  not_after: Date
}

function summary(row: SummaryRow, now: Instant): CertificateSummary {
  const notAfter = instant(row.not_after)
  const base = {
    serialHex: row.serial,
    profile: row.profile,
    notBefore: instant(row.not_before),
    notAfter,
    ...(row.bin !== null && { bin: row.bin }),
  }
  if (row.revoked_at === null) return { ...base, status: now > notAfter ? 'expired' : 'valid' }
  const reason = reasonFrom(row.revocation_reason)
  return { ...base, status: 'revoked', revokedAt: instant(row.revoked_at), reason }
}

/** Certificates that name a person, newest first. */
export async function certificatesOfPerson(
  sql: Sql,
  iin: string,
  now: Instant,
): Promise<CertificateSummary[]> {
  const { rows } = await sql.query<SummaryRow>(
    `select serial, profile, bin, not_before, not_after, revoked_at, revocation_reason
     from authority.certificate where iin = $1 order by not_before desc, serial`,
    [iin],
  )
  return rows.map((row) => summary(row, now))
}
