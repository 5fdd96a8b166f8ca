import { createHash } from 'node:crypto'
import path from 'node:path'
import { canonicalJson, dayOf, type Instant, ok, refuse, type Result } from '#core/kernel'
import {
  type AskTimeStamp,
  type Certificate,
  readCertificate,
  signData,
  signPdf,
  type Trust,
  verifyChain,
} from '#platform/crypto'
import type { KeyPair } from '#platform/keys'
import type { Sql } from '#platform/db'
import { documentErrors } from './errors.ts'
import type { DocumentRequest, IssuedDocument } from './model.ts'
import { drawQr } from './qr-code.ts'
import { type DocumentRecord, makeRecord, recordBytes, type Reservation } from './record.ts'
import { enterDocument, findDocuments, reserveNumber } from './register.ts'
import type { Renderer } from './renderer.ts'
import { keyIdOf, sealPayload } from './sealed-payload.ts'

export interface IssueDeps {
  readonly pool: Sql
  readonly clock: () => Instant
  readonly renderer: Renderer
  /** Key and certificate of a seal by its name; throws when this process has none. */
  readonly seals: (name: string) => Promise<KeyPair>
  readonly timeStamp: AskTimeStamp
  readonly trust: Trust
  /** Where documents are checked, as printed on them. */
  readonly checkAt: string
  readonly demonstration: boolean
}

interface Seal {
  readonly key: KeyPair['privateKey']
  readonly certificate: Certificate
  readonly chain: readonly Buffer[]
}

/**
 * Makes, seals and registers a document. A crash at any point leaves either nothing but a taken number, or the whole
 * document; asking again with the same key goes on with the same number or gives the same document.
 * DOCUMENT_NO_TIMESTAMP, DOCUMENT_RENDERER_BUSY, DOCUMENT_SEAL_UNFIT: ask again later; DOCUMENT_TEMPLATE_FAILED.
 */
export async function issueDocument(
  deps: IssueDeps,
  request: DocumentRequest,
): Promise<Result<IssuedDocument>> {
  const seal = await fitSeal(deps, request.seal)
  if (!seal.ok) return (await doneBefore(deps, request.key)) ?? seal
  const { fresh, ...reservation } = await reserveNumber(
    deps.pool,
    request.key,
    request.issuedAt ?? deps.clock(),
  )
  const done = fresh ? undefined : await doneBefore(deps, request.key)
  return done ?? makeDocument(deps, request, { reservation, seal: seal.value })
}

async function makeDocument(
  deps: IssueDeps,
  request: DocumentRequest,
  making: Making,
): Promise<Result<IssuedDocument>> {
  const pdf = await makePdf(deps, request, making)
  if (!pdf.ok) return pdf
  const { certificate } = making.seal
  const entered = await enterDocument(deps.pool, request, {
    reservation: making.reservation,
    pdf: pdf.value,
    sha256: createHash('sha256').update(pdf.value).digest('hex'),
    seal: {
      sha256: Buffer.from(certificate.fingerprint, 'hex'),
      keyId: keyIdOf(certificate),
      der: certificate.der,
    },
  })
  const issued = entered === undefined ? await doneBefore(deps, request.key) : ok(entered)
  if (!issued) throw new Error('a document is there after it was entered')
  return issued
}

async function doneBefore(
  deps: IssueDeps,
  key: string,
): Promise<Result<IssuedDocument> | undefined> {
  const [found] = await findDocuments(deps.pool, { column: 'key', value: key }, deps.clock())
  return found && ok(found)
}

/** Nothing is sealed with a certificate that a checker would refuse. */
async function fitSeal(deps: IssueDeps, name: string): Promise<Result<Seal>> {
  const { privateKey, certificate, chain } = await deps.seals(name)
  const read = certificate && readCertificate(certificate)
  if (!read?.ok || !verifyChain(deps.trust, read.value, deps.clock()).ok)
    return refuse(documentErrors.SEAL_UNFIT({ seal: name }))
  return ok({ key: privateKey, certificate: read.value, chain })
}

interface Making {
  readonly reservation: Reservation
  readonly seal: Seal
}

async function makePdf(
  deps: IssueDeps,
  request: DocumentRequest,
  { reservation, seal }: Making,
): Promise<Result<Buffer>> {
  const record = makeRecord(request, reservation, deps.demonstration)
  const template = path.join(request.templateDir, request.template)
  const inputs = makeInputs(deps, request, { record, seal })
  const rendered = await deps.renderer.render(template, inputs)
  if (!rendered.ok) return rendered
  const sealed = await signPdf(rendered.value, {
    ...seal,
    signedAt: reservation.issuedAt,
    name: request.body.kk,
    reason: `${request.title.kk} / ${request.title.ru}`,
    location: deps.checkAt,
    timeStamp: deps.timeStamp,
    trust: deps.trust,
  })
  if (sealed.ok || sealed.error.code !== 'PDF_NO_TIMESTAMP') return sealed
  return refuse(documentErrors.NO_TIMESTAMP())
}

function makeInputs(
  deps: IssueDeps,
  request: DocumentRequest,
  { record, seal }: { readonly record: DocumentRecord; readonly seal: Seal },
): Record<string, string> {
  const bytes = recordBytes(record)
  const signature = signData({
    content: bytes,
    ...seal,
    detached: true,
    signingTime: record.issuedAt,
  })
  const barcode = sealPayload(
    {
      number: record.number,
      issuedAt: record.issuedAt,
      title: record.title,
      body: record.body,
      owner: record.owner.number,
      ownerName: record.owner.name,
      validUntil: record.validUntil,
      recordDigest: createHash('sha256').update(bytes).digest(),
      demonstration: record.demonstration,
      facts: request.barcode,
    },
    seal,
  )
  return {
    data: canonicalJson(printed(deps, request, record)),
    qr: drawQr(barcode).svg,
    barcode,
    record: bytes.toString('utf8'),
    signature: JSON.stringify([...signature]),
  }
}

/** What the template reads as `d`: the fields of the form and those that the platform gives every document. */
function printed(deps: IssueDeps, request: DocumentRequest, record: DocumentRecord) {
  const day = dayOf(record.issuedAt)
  return {
    ...request.data,
    number: record.number,
    receivedOn: day,
    certificateNo: record.number,
    certificateDate: day,
    title: record.title,
    body: record.body,
    phrases: request.phrases,
    language: request.language,
    demonstration: record.demonstration,
    checkAt: deps.checkAt,
  }
}
