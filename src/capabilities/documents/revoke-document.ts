import { type Instant, ok, refuse, type Result, type Text } from '#core/kernel'
import type { Sql, SqlCall } from '#platform/db'
import { documentErrors } from './errors.ts'
import type { IssuedDocument } from './model.ts'
import { findDocuments } from './register.ts'

export interface RevokeRequest {
  readonly number: string
  readonly reason: Text
  /** Number of the document issued in its place. */
  readonly replacedBy?: string
}

/** Adds the end to a document's status, once. DOCUMENT_NOT_FOUND, DOCUMENT_ALREADY_REVOKED. */
export async function revokeDocument(
  sql: Sql,
  { number, reason, replacedBy }: RevokeRequest,
  now: Instant,
): Promise<Result<IssuedDocument>> {
  const { rowCount } = await sql.query({
    name: 'documents-revoke',
    text: `insert into documents.status_change (number, status, at, reason_kk, reason_ru, reason_en, replaced_by)
      select number, 'revoked', $2, $3, $4, $5, r.replacement
      from documents.document, (select $6::text as replacement) r
      where number = $1 and (r.replacement is null
        or exists (select from documents.document other where other.number = r.replacement and other.number <> $1))
      on conflict do nothing`,
    values: [number, now, reason.kk, reason.ru, reason.en, replacedBy ?? null],
  })
  const [found] = await findDocuments(sql, { column: 'number', value: number }, now)
  if (rowCount === 1 && found) return ok(found)
  return refuse(
    found?.status === 'revoked' ? documentErrors.ALREADY_REVOKED() : documentErrors.NOT_FOUND(),
  )
}

const REPLACED: Text = {
  kk: 'Құжаттың орнына түзетілген құжат берілді.',
  ru: 'Вместо этого документа выдан исправленный.',
  en: 'A corrected document was issued in place of this one.',
}

/** Ends a document for which another one was issued, as a part of the caller's statement. One that has ended stays as it is. */
export const replaceCall = (old: string, by: string, at: Instant): SqlCall => ({
  name: 'documents.replace_document',
  values: [old, by, at, REPLACED.kk, REPLACED.ru, REPLACED.en],
})
