import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform()
})
afterAll(() => platform?.stop())

const SCHEMAS_OF_APP = [
  'jobs',
  'identity',
  'inquiries',
  'cases',
  'appointments',
  'documents',
  'notifications',
  'officials',
  'surveys',
  'representation',
  'payments',
] as const

const ROLES = [
  ['app', SCHEMAS_OF_APP],
  ['gateway', ['gateway']],
  ['authority', ['authority']],
  ['registry_persons', ['reg_persons']],
  ['registry_legal_entities', ['reg_legal_entities']],
  ['registry_realty', ['reg_realty']],
  ['registry_civil_acts', ['reg_civil_acts']],
  ['registry_land', ['reg_land']],
  ['registry_notary', ['reg_notary']],
  ['registry_bank', ['bank']],
] as const

/** What a module opens to another role on purpose. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  // Answers are handed over as jobs; their keys must be seen to be used once.
  gateway: ['jobs.job'],
  app: ['gateway.access_log', 'gateway.waiting', 'gateway.system_status'],
}

const poolOf = (role: (typeof ROLES)[number][0]) => platform.platform.database.pool(role)

const relations = async (role: (typeof ROLES)[number][0]) => {
  const { rows } = await poolOf(role).query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'p', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  )
  return rows
}

test.each(ROLES)('the role %s reads its own schemas and nothing of others', async (role, own) => {
  const all = await relations(role)
  expect(new Set(all.map(({ schema }) => schema)).size).toBeGreaterThan(10)
  const strange = all.filter(({ schema }) => !(own as readonly string[]).includes(schema))
  for (const { schema, name } of strange) {
    const table = `${schema}.${name}`
    const reading = poolOf(role).query(`select 1 from ${table} limit 1`)
    if (OPENED[role]?.includes(table) === true) await expect(reading).resolves.toBeDefined()
    else await expect(reading, table).rejects.toMatchObject({ code: '42501' })
  }
})

test('the portal’s role can neither read nor write a table of a registry', async () => {
  for (const table of ['reg_persons.person', 'reg_legal_entities.entity', 'reg_realty.object']) {
    await expect(poolOf('app').query(`delete from ${table}`)).rejects.toMatchObject({
      code: '42501',
    })
  }
  const { rows } = await poolOf('app').query<{ tables: number }>(
    `select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where (n.nspname like 'reg\\_%' or n.nspname = 'bank') and c.relkind = 'r'
       and has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
  )
  expect(rows).toEqual([{ tables: 0 }])
})

test.each([
  'update cases.case_event set type = type',
  'delete from cases.case_event',
  'delete from documents.document',
  'update documents.content set pdf = pdf',
])('the portal’s role cannot do: %s', async (statement) => {
  await expect(poolOf('app').query(statement)).rejects.toMatchObject({ code: '42501' })
})

/** Everything under a folder, with what others than the owner may do with it. */
function openFiles(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    const open = (fs.lstatSync(file).mode & 0o077) !== 0
    // Whoever cannot enter a folder reaches nothing in it.
    const inside = entry.isDirectory() && open ? openFiles(file) : []
    return open && !entry.isDirectory() ? [file, ...inside] : inside
  })
}

test('keys, secrets and the socket of the database are their owner’s alone', () => {
  const { data } = platform.config
  const open = openFiles(data).map((file) => path.relative(data, file))
  // Who the folder belongs to and which version made it: nothing secret.
  expect(open.filter((file) => !['owner.json', 'qyzmet.json'].includes(file))).toEqual([])
  for (const folder of ['keys', 'demonstration', 'postgres'])
    expect(fs.statSync(path.join(data, folder)).mode & 0o077, folder).toBe(0)
})

test('the database listens on no network and trusts nobody without a password', async () => {
  const admin = poolOf('app')
  const { rows } = await admin.query<{ address: string | null }>(
    'select inet_server_addr()::text as address',
  )
  expect(rows).toEqual([{ address: null }])
  const { rows: settings } = await admin.query<{ listen: string }>(
    `select current_setting('listen_addresses') as listen`,
  )
  expect(settings).toEqual([{ listen: '' }])
  const rules = fs.readFileSync(path.join(platform.config.data, 'postgres/pg_hba.conf'), 'utf8')
  expect(rules).not.toMatch(/^[^#]*\b(trust|ident)\b/m)
})
