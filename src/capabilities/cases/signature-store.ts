import type { Instant } from '#core/kernel'
import type { Sql, SqlCall } from '#platform/db'

export interface KeptSignature {
  readonly caseId: string
  readonly visit: number
  readonly content: Buffer
  readonly cms: Buffer
  readonly receivedAt: Instant
}

/** Keeps a signature as a part of the step that files the request. */
export const keepSignature = (signature: KeptSignature): SqlCall => {
  const { caseId, visit, content, cms, receivedAt } = signature
  return { name: 'cases.keep_signature', values: [caseId, visit, content, cms, receivedAt] }
}

/** The signature given last on a case. */
export async function lastSignature(sql: Sql, caseId: string): Promise<KeptSignature | undefined> {
  const { rows } = await sql.query<{ visit: number; content: Buffer; cms: Buffer; at: Date }>({
    name: 'signature-last',
    text: `select visit, content, cms, received_at as at from cases.signature
      where region = 'kz' and case_id = $1 order by visit desc limit 1`,
    values: [caseId],
  })
  const row = rows[0]
  if (row === undefined) return undefined
  return {
    caseId,
    visit: row.visit,
    content: row.content,
    cms: row.cms,
    receivedAt: row.at.toISOString() as Instant,
  }
}

/** Keeps beside the signature how it was judged and on which evidence (certificate, OCSP answer, time stamp). */
export const keepVerdict = (judged: {
  caseId: string
  visit: number
  verdict: 'valid' | 'invalid'
  evidence: unknown
}): SqlCall => {
  const { caseId, visit, verdict, evidence } = judged
  return {
    name: 'cases.keep_verdict',
    values: [caseId, visit, verdict, JSON.stringify(evidence ?? null)],
  }
}
