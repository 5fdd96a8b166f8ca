import fs from 'node:fs'
import path from 'node:path'
import { checkOffline, createQrReader } from '#capabilities/documents'
import { renderError } from '#platform/i18n'
import { readCertificate } from '#platform/crypto'
import { loadAuthorityData } from '../authority-data.ts'
import { createClock } from '../clock.ts'
import { mainErrors } from '../errors.ts'
import { threadsIn } from '../platform.ts'
import { Refused } from '../refused.ts'
import { anchorsOf, certificatesIn, readNamed } from './anchors.ts'
import type { CommandContext } from './context.ts'
import { EXIT, terminalLang } from './output.ts'

/** Certificates of seals that this installation knows: they open barcodes, which carry only the name of their key. */
function sealCertificates({ config }: CommandContext) {
  const folder = path.join(config.data, 'keys')
  const files = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => /^seal-.*\.crt\.pem$/.test(name))
    : []
  return files.flatMap((name) =>
    certificatesIn(path.join(folder, name)).flatMap((der) => {
      const certificate = readCertificate(der)
      return certificate.ok ? [certificate.value] : []
    }),
  )
}

const isPicture = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).toString('hex') === '89504e47' ||
  bytes.subarray(0, 2).toString('hex') === 'ffd8'

/** A PDF, or the text of a barcode. */
const isDocument = (bytes: Buffer): boolean =>
  bytes.subarray(0, 1024).includes('%PDF-') ||
  bytes.toString('latin1').trimStart().startsWith('QZ1:')

/** The file itself; of a photo or scan (PNG, JPEG) the text of the barcode on it. */
async function readable({ dist }: CommandContext, file: string): Promise<Buffer> {
  const bytes = readNamed(file)
  if (!isPicture(bytes)) {
    if (!isDocument(bytes)) throw new Refused(mainErrors.DOCUMENT_KIND({ file }))
    return bytes
  }
  const reader = createQrReader({ workerUrl: threadsIn(dist).qr, size: 1 })
  try {
    const texts = await reader.readQr(bytes)
    if (!texts.ok) throw new Refused(texts.error)
    return Buffer.from(texts.value.find((text) => text.startsWith('QZ1:')) ?? texts.value[0] ?? '')
  } finally {
    await reader.close()
  }
}

/** `qyzmet document check FILE`: without network and without the platform. Exit code 1 unless the verdict is `valid`. */
export async function documentCommand(
  context: CommandContext,
  file: string,
  trustFile?: string,
): Promise<number> {
  const { output, config } = context
  const { holder } = loadAuthorityData(context.root).oids
  const report = await checkOffline(await readable(context, file), {
    trust: await anchorsOf(context, trustFile),
    at: createClock(config.today)(),
    isSeal: (certificate) => certificate.extendedKeyUsage.includes(holder.seal),
    certificates: sealCertificates(context),
  })
  if (!report.ok) throw new Refused(report.error)
  const { verdict, checks, document } = report.value
  output.line(`verdict: ${verdict}`)
  for (const { name, outcome, error, at, signer } of checks) {
    const why = error === undefined ? '' : `: ${renderError(error, terminalLang())}`
    output.line(
      `  ${name}: ${outcome}${why}${at === undefined ? '' : `, ${at}`}${signer === undefined ? '' : `, ${signer}`}`,
    )
  }
  if (document !== undefined)
    output.line(`  No ${document.number}, ${document.title.en}, issued ${document.issuedAt}`)
  output.result({
    verdict,
    document: document?.number ?? null,
    checks: checks.map(({ name, outcome, error }) => ({
      name,
      outcome,
      code: error?.code ?? null,
    })),
  })
  return verdict === 'valid' ? EXIT.done : EXIT.refused
}
