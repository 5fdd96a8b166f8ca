import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { HttpOptions } from './http-options.ts'

/** A file as it was sent. Name and type are the sender's claims: judge by content. */
export interface Upload {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

const MEBIBYTE = 1_048_576

/**
 * Forms, with files or without. A multipart body is read as a whole, within the limits, before the form token is checked:
 * its fields become `request.body`, its files `request.uploads`; an empty file input is no file.
 */
export async function addUploads(app: FastifyInstance, { uploads }: HttpOptions) {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      fileSize: uploads?.fileBytes ?? 10 * MEBIBYTE,
      files: uploads?.files ?? 5,
      fields: 100,
      fieldSize: 65_536,
      headerPairs: 20,
    },
  })
  app.decorateRequest('uploads')
  app.decorateRequest('oversized')
  app.addHook('onRequest', async (request) => {
    request.uploads = []
    request.oversized = []
  })
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart()) await readParts(request).catch(refuseUnreadable)
  })
}

/** What the parser of multipart bodies throws without a status is always the sender's doing: no boundary, a broken head. */
function refuseUnreadable(error: unknown): never {
  if (error instanceof Error && !('statusCode' in error)) Object.assign(error, { statusCode: 400 })
  throw error
}

async function readParts(request: FastifyRequest): Promise<void> {
  const files: Upload[] = []
  const oversized: string[] = []
  const keepsOversized = request.routeOptions.config.keepsOversized === true
  const fields = new Map<string, string[]>()
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const values = fields.get(part.fieldname) ?? []
      fields.set(part.fieldname, [...values, String(part.value)])
      continue
    }
    const bytes = await part.toBuffer()
    if (part.file.truncated && !keepsOversized)
      throw Object.assign(new Error('the file is too large'), { statusCode: 413 })
    if (part.file.truncated) oversized.push(part.fieldname)
    else if (part.filename !== '' || bytes.length > 0)
      files.push({ field: part.fieldname, name: part.filename, type: part.mimetype, bytes })
  }
  request.uploads = files
  request.oversized = oversized
  request.body = Object.fromEntries(
    Array.from(fields, ([name, values]) => [name, values.length > 1 ? values : values[0]]),
  )
}
