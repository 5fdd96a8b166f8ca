import type { FieldData } from './model.ts'

/** The kinds of form fields that the platform asks, checks and shows. */
export const FIELD_KINDS = [
  'number-of-party',
  'choice',
  'region',
  'text',
  'cadastral-number',
  'iin',
  'bin',
  'date',
  'number',
  'decimal',
  'unit',
  'appointment',
  'file',
] as const satisfies readonly FieldData['kind'][]
