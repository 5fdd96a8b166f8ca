import { type Instant, instant, type JsonObject } from '#core/kernel'
import type { Sql, SqlCall } from '#platform/db'

/** The step at which a signature was made. */
export interface SignedAt {
  readonly caseId: string
  readonly action: string
  readonly visit: number
}

export interface KeptSignature extends SignedAt {
  /** IIN of the person who was to sign; absent where only the certificate tells it (an entity's). */
  readonly signer?: string
  readonly content: Buffer
  readonly cms: Buffer
  readonly receivedAt: Instant
}

/** How a signature was judged, and on which evidence (certificate, OCSP answer, time stamp). */
export interface Judged {
  readonly verdict: 'valid' | 'invalid'
  readonly evidence: unknown
}

/** Keeps a signature as a part of the step that it was made for; with its verdict, where it was judged before. */
export const keepSignature = (signature: KeptSignature, judged?: Judged): SqlCall => {
  const { caseId, action, visit, signer = null, content, cms, receivedAt } = signature
  const evidence = judged === undefined ? null : JSON.stringify(judged.evidence)
  return {
    name: 'cases.keep_signature',
    values: [
      caseId,
      action,
      visit,
      signer,
      content,
      cms,
      receivedAt,
      judged?.verdict ?? null,
      evidence,
    ],
  }
}

interface Row {
  readonly action: string
  readonly visit: number
  readonly signer: string | null
  readonly content: Buffer
  readonly cms: Buffer
  readonly at: Date
}

/** The signature given last on a case, or at one of its actions. */
export async function lastSignature(
  sql: Sql,
  caseId: string,
  action?: string,
): Promise<KeptSignature | undefined> {
  const { rows } = await sql.query<Row>({
    name: 'signature-last',
    text: `select action, visit, signer, content, cms, received_at as at from cases.signature
      where region = 'kz' and case_id = $1 and ($2::text is null or action = $2)
      order by received_at desc, visit desc limit 1`,
    values: [caseId, action ?? null],
  })
  const [row] = rows
  if (row === undefined) return undefined
  const { at, signer, ...kept } = row
  return { caseId, ...kept, receivedAt: instant(at), ...(signer === null ? {} : { signer }) }
}

/** Keeps beside the signature how it was judged. */
export const keepVerdict = (at: SignedAt, { verdict, evidence }: Judged): SqlCall => ({
  name: 'cases.keep_verdict',
  values: [at.caseId, at.action, at.visit, verdict, JSON.stringify(evidence ?? null)],
})

/** A signature as those see it who look into the case. */
export interface SignatureRecord {
  readonly action: string
  readonly visit: number
  /** IIN of the person who was to sign; null where only the certificate tells it. */
  readonly signer: string | null
  readonly at: Instant
  readonly verdict: 'valid' | 'invalid' | null
  readonly evidence: JsonObject | null
}

/** All signatures of a case, in the order in which they came. */
export async function signaturesOf(sql: Sql, caseId: string): Promise<readonly SignatureRecord[]> {
  const { rows } = await sql.query<SignatureRecord & { at: Date }>({
    name: 'signatures-of-case',
    text: `select action, visit, signer, received_at as at, verdict, evidence from cases.signature
      where region = 'kz' and case_id = $1 order by received_at, action, visit`,
    values: [caseId],
  })
  return rows.map((row) => ({ ...row, at: instant(row.at) }))
}
