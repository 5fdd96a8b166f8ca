import type { Instant } from '#core/kernel'
import type { Sql } from '#platform/db'

export interface KeptSignature {
  readonly caseId: string
  readonly visit: number
  readonly content: Buffer
  readonly cms: Buffer
  readonly receivedAt: Instant
}

export async function keepSignature(tx: Sql, signature: KeptSignature): Promise<void> {
  const { caseId, visit, content, cms, receivedAt } = signature
  await tx.query({
    name: 'signature-keep',
    text: 'insert into cases.signature (case_id, visit, content, cms, received_at) values ($1, $2, $3, $4, $5)',
    values: [caseId, visit, content, cms, receivedAt],
  })
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
export async function keepVerdict(
  tx: Sql,
  verdict: { caseId: string; visit: number; verdict: 'valid' | 'invalid'; evidence: unknown },
): Promise<void> {
  await tx.query({
    name: 'signature-verdict',
    text: `update cases.signature set verdict = $3, evidence = $4 where region = 'kz' and case_id = $1 and visit = $2`,
    values: [
      verdict.caseId,
      verdict.visit,
      verdict.verdict,
      JSON.stringify(verdict.evidence ?? null),
    ],
  })
}
