import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadAdoption } from './load-adoption.ts'
import { languageSchemas } from './schemas.ts'

const FILE = path.resolve(import.meta.dirname, '../../../country/adoption.yaml')

test('the demonstration country keeps the last edition of the certificate in force', () => {
  const { adoption, problems } = loadAdoption({ path: FILE, text: fs.readFileSync(FILE, 'utf8') })
  expect(problems).toEqual([])
  expect(adoption?.kept).toContainEqual(
    expect.objectContaining({
      service: 'justice.realty-absence',
      edition: '2012-04-10',
      from: '2012-12-10',
    }),
  )
})

test('a wrong adoption file is refused with its line', () => {
  const text = 'kept:\n  - service: justice.realty-absence\n    edition: 2012\n'
  expect(loadAdoption({ path: 'adoption.yaml', text }).problems).toMatchObject([
    { file: 'adoption.yaml', line: 3, code: 'REGULATION_SHAPE' },
    { line: 2, code: 'REGULATION_MISSING' },
    { line: 2, code: 'REGULATION_MISSING' },
  ])
})

test('the JSON Schemas for editors name the verbs', () => {
  const schemas = languageSchemas()
  expect(Object.keys(schemas)).toContain('regulation.schema.json')
  expect(JSON.stringify(schemas['regulation.schema.json'])).toContain('verify-signature')
})
