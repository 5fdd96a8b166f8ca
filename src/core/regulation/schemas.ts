import { z } from 'zod'
import { adoption, edition, forms, service } from './model.ts'

const SCHEMAS = {
  'regulation.schema.json': [edition, 'Edition of a regulation'],
  'form.schema.json': [forms, 'Forms of an edition'],
  'service.schema.json': [service, 'A service, whatever the edition'],
  'adoption.schema.json': [adoption, 'Editions that the country keeps in force'],
} as const

/** The JSON Schemas of the regulation language by file name, for editors (`# yaml-language-server: $schema=...`). */
export const languageSchemas = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, [schema, title]]) => [
      name,
      { ...z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), title },
    ]),
  )
