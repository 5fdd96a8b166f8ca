import {
  dayOf,
  type Instant,
  instant,
  type Lang,
  type Party,
  type PlainDate,
  partyNumber,
} from '#core/kernel'
import type { Sql } from '#platform/db'
import type { DocumentRequest, DocumentStatus, IssuedDocument } from './model.ts'
import type { Reservation } from './record.ts'

interface Row {
  number: string
  case_id: string
  service: string
  edition: string
  document: string
  title_kk: string
  title_ru: string
  title_en: string
  body_kk: string
  body_ru: string
  body_en: string
  owner_kind: 'person' | 'entity'
  owner_number: string
  owner_name: string
  language: Lang
  issued_at: Date
  valid_until: PlainDate | null
  sha256: string
  revoked_at: Date | null
  reason_kk: string | null
  reason_ru: string | null
  reason_en: string | null
  replaced_by: string | null
}

const COLUMNS = `d.number, d.case_id, d.service, d.edition, d.document, d.title_kk, d.title_ru, d.title_en,
  d.body_kk, d.body_ru, d.body_en, d.owner_kind, d.owner_number, d.owner_name, d.language, d.issued_at,
  d.valid_until::text, d.sha256, r.at as revoked_at, r.reason_kk, r.reason_ru, r.reason_en, r.replaced_by`
const FROM = `documents.document d
  left join documents.status_change r on r.number = d.number and r.status = 'revoked'`

function statusOf(row: Row, now: Instant): DocumentStatus {
  if (row.revoked_at !== null) return 'revoked'
  return row.valid_until !== null && row.valid_until < dayOf(now) ? 'expired' : 'valid'
}

function fromRow(row: Row, now: Instant): IssuedDocument {
  return {
    number: row.number,
    caseId: row.case_id,
    service: row.service,
    edition: row.edition,
    document: row.document,
    title: { kk: row.title_kk, ru: row.title_ru, en: row.title_en },
    body: { kk: row.body_kk, ru: row.body_ru, en: row.body_en },
    owner: (row.owner_kind === 'person'
      ? { kind: 'person', iin: row.owner_number }
      : { kind: 'entity', bin: row.owner_number }) as Party,
    ownerName: row.owner_name,
    language: row.language,
    issuedAt: instant(row.issued_at),
    validUntil: row.valid_until,
    sha256: row.sha256,
    status: statusOf(row, now),
    revocation: revocationOf(row),
  }
}

function revocationOf(row: Row): IssuedDocument['revocation'] {
  if (row.revoked_at === null) return null
  const reason = { kk: row.reason_kk ?? '', ru: row.reason_ru ?? '', en: row.reason_en ?? '' }
  return { at: instant(row.revoked_at), reason, replacedBy: row.replaced_by }
}

type Column = 'number' | 'key' | 'case_id' | 'owner_number'

/** Documents by one of their columns, newest first. */
export async function findDocuments(
  sql: Sql,
  by: { readonly column: Column; readonly value: string },
  now: Instant,
): Promise<readonly IssuedDocument[]> {
  const { rows } = await sql.query<Row>({
    name: `documents-by-${by.column}`,
    text: `select ${COLUMNS} from ${FROM} where d.${by.column} = $1 order by d.issued_at desc, d.number desc`,
    values: [by.value],
  })
  return rows.map((row) => fromRow(row, now))
}

/** The documents of some cases, newest first. */
export async function documentsOfCases(
  sql: Sql,
  cases: readonly string[],
  now: Instant,
): Promise<readonly IssuedDocument[]> {
  if (cases.length === 0) return []
  const { rows } = await sql.query<Row>({
    name: 'documents-of-cases',
    text: `select ${COLUMNS} from ${FROM} where d.case_id = any ($1::text[]) order by d.issued_at desc, d.number desc`,
    values: [cases],
  })
  return rows.map((row) => fromRow(row, now))
}

/** Takes a number when the key has none yet; drawn only then, and in the same statement. */
const RESERVE = `
  with found as (select number, issued_at, false as fresh from documents.reservation where key = $1),
  drawn as (
    insert into documents.serial as s (day, last) select $2::date, 1 where not exists (select from found)
    on conflict (day) do update set last = s.last + 1 returning last),
  made as (
    insert into documents.reservation (key, number, issued_at)
    select $1, $3::text || lpad(last::text, 6, '0'), $4 from drawn
    on conflict (key) do nothing returning number, issued_at, true as fresh)
  select * from found union all select * from made`

/**
 * The number and time of issue that belong to a key; taken once, found again ever after. Two callers at the same time get
 * the same one; the number that the slower of them drew is left unused. `fresh`: taken now, so nothing has been made yet.
 */
export async function reserveNumber(
  sql: Sql,
  key: string,
  issuedAt: Instant,
): Promise<Reservation & { readonly fresh: boolean }> {
  const day = dayOf(issuedAt)
  const { rows } = await sql.query<{ number: string; issued_at: Date; fresh: boolean }>({
    name: 'documents-reserve',
    text: RESERVE,
    values: [key, day, day.replaceAll('-', ''), issuedAt],
  })
  const [row] = rows
  // Another caller took it between our look and our writing: it is there now.
  if (row === undefined) return reserveNumber(sql, key, issuedAt)
  return { number: row.number, issuedAt: instant(row.issued_at), fresh: row.fresh }
}

export interface Finished {
  readonly reservation: Reservation
  readonly pdf: Buffer
  readonly sha256: string
  readonly seal: { readonly sha256: Buffer; readonly keyId: Buffer; readonly der: Buffer }
}

/**
 * Enters a finished document, its bytes, its first status and the seal's certificate, in one statement. A document that
 * is already there under the key stays as it is, and undefined is given.
 */
export async function enterDocument(
  sql: Sql,
  request: DocumentRequest,
  { reservation, pdf, sha256, seal }: Finished,
): Promise<IssuedDocument | undefined> {
  const { title, body, owner } = request
  const { rowCount } = await sql.query({
    name: 'documents-enter',
    text: `with seal as (
        insert into documents.seal_certificate (sha256, key_id, der) values ($19, $20, $21) on conflict do nothing),
      entered as (
        insert into documents.document (number, key, case_id, service, edition, document, title_kk, title_ru, title_en,
          body_kk, body_ru, body_en, owner_kind, owner_number, owner_name, language, issued_at, valid_until, sha256)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $23)
        on conflict do nothing returning number, issued_at),
      kept as (insert into documents.content (number, pdf) select number, $22 from entered)
      insert into documents.status_change (number, status, at) select number, 'issued', issued_at from entered`,
    values: [
      reservation.number,
      request.key,
      request.caseId,
      request.service,
      request.edition,
      request.document,
      title.kk,
      title.ru,
      title.en,
      body.kk,
      body.ru,
      body.en,
      owner.kind,
      partyNumber(owner),
      request.ownerName,
      request.language,
      reservation.issuedAt,
      request.validUntil ?? null,
      seal.sha256,
      seal.keyId,
      seal.der,
      pdf,
      sha256,
    ],
  })
  return rowCount === 1 ? entered(request, reservation, sha256) : undefined
}

function entered(
  request: DocumentRequest,
  { number, issuedAt }: Reservation,
  sha256: string,
): IssuedDocument {
  const { caseId, service, edition, document, title, body, owner, ownerName, language } = request
  return {
    number,
    caseId,
    service,
    edition,
    document,
    title,
    body,
    owner,
    ownerName,
    language,
    issuedAt,
    validUntil: request.validUntil ?? null,
    sha256,
    status: 'valid',
    revocation: null,
  }
}

export async function findContent(sql: Sql, number: string): Promise<Buffer | undefined> {
  const { rows } = await sql.query<{ pdf: Buffer }>({
    name: 'documents-content',
    text: 'select pdf from documents.content where number = $1',
    values: [number],
  })
  return rows[0]?.pdf
}

export async function findSealCertificate(sql: Sql, keyId: Buffer): Promise<Buffer | undefined> {
  const { rows } = await sql.query<{ der: Buffer }>({
    name: 'documents-seal-certificate',
    text: 'select der from documents.seal_certificate where key_id = $1',
    values: [keyId],
  })
  return rows[0]?.der
}
