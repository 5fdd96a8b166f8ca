import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.ts'
import { postmasterPid, shutDown } from './postmaster.ts'

let model: string
let home: string
let servers: EmbeddedPostgres[]
beforeAll(async () => {
  model = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-model-'))
  const made = await startEmbeddedPostgres({ dir: path.join(model, 'data'), durable: false })
  if (!made.ok) throw new Error(made.error.code)
  await made.value.stop()
})
afterAll(() => {
  fs.rmSync(model, { recursive: true, force: true })
})
beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-embedded-'))
  fs.chmodSync(home, 0o755)
  servers = []
})
afterEach(async () => {
  for (const server of servers) await server.stop()
  fs.rmSync(home, { recursive: true, force: true })
})

/** A data folder that an earlier run left behind, stopped. */
function existing(): string {
  execFileSync('cp', ['-a', path.join(model, 'data'), home])
  return path.join(home, 'data')
}

/** Runs `work` while a file is away, and puts it back. */
async function without(file: string, work: (file: string) => Promise<void>): Promise<void> {
  fs.renameSync(file, `${file}.kept`)
  try {
    await work(file)
  } finally {
    fs.renameSync(`${file}.kept`, file)
  }
}

async function start(dir: string) {
  const result = await startEmbeddedPostgres({ dir, durable: false })
  if (result.ok) servers.push(result.value)
  return result
}

async function started(dir: string): Promise<EmbeddedPostgres> {
  const result = await start(dir)
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`)
  return result.value
}

async function ask(
  server: EmbeddedPostgres,
  sql: string,
  more: pg.ClientConfig = {},
): Promise<unknown[]> {
  const client = new pg.Client({ ...server.connection, ...more })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

test('data are there again after stop and start', async () => {
  const dir = existing()
  const first = await started(dir)
  expect(first.started).toBe(true)
  await ask(first, 'create table kept as select 42 as n')
  await first.stop()
  expect(postmasterPid(path.join(dir, 'postgres'))).toBeUndefined()
  const second = await started(dir)
  expect(await ask(second, 'select n from kept')).toEqual([42])
})

test('nobody enters without a password, and not by network', async () => {
  const server = await started(path.join(model, 'data'))
  await expect(ask(server, 'select 1', { password: 'guess' })).rejects.toMatchObject({
    code: '28P01',
  })
  expect(await ask(server, 'select distinct auth_method from pg_hba_file_rules')).toEqual([
    'scram-sha-256',
  ])
  expect(await ask(server, 'show listen_addresses')).toEqual([''])
  const secrets = fs.statSync(path.join(model, 'data', 'secrets.json'))
  expect(secrets.mode & 0o777).toBe(0o600)
  expect(fs.statSync(server.connection.host).mode & 0o777).toBe(0o700)
})

test('acknowledged data are safe: the server waits for the disk unless told otherwise', async () => {
  const result = await startEmbeddedPostgres({ dir: path.join(home, 'data') })
  if (!result.ok) throw new Error(result.error.code)
  servers.push(result.value)
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'])
    expect([setting, ...(await ask(result.value, `show ${setting}`))]).toEqual([setting, 'on'])
})

test('Kazakh and Kyrgyz words sort by their alphabets', async () => {
  const server = await started(path.join(model, 'data'))
  const words = "(values ('ө'),('о'),('ң'),('н'),('у'),('ү'),('а')) t(w)"
  expect(await ask(server, `select w from ${words} order by w collate "ky-x-icu"`)).toEqual(
    Array.from('анңоөуү'),
  )
  expect(
    await ask(
      server,
      `select w from (values ('қ'),('к'),('ә'),('а')) t(w) order by w collate "kk-x-icu"`,
    ),
  ).toEqual(Array.from('аәкқ'))
})

test('of several that start at once one starts the server and all use it', async () => {
  const dir = path.join(home, 'data')
  const all = await Promise.all([1, 2, 3, 4].map(() => started(dir)))
  expect(all.filter((server) => server.started)).toHaveLength(1)
  expect(
    new Set(
      await Promise.all(
        all.map((server) => ask(server, 'select pg_postmaster_start_time()::text').then(String)),
      ),
    ).size,
  ).toBe(1)
  expect(fs.readdirSync(dir).filter((name) => name.startsWith('init-'))).toEqual([])
})

test('after kill -9 of the server the next start brings committed data back', async () => {
  const dir = existing()
  const first = await started(dir)
  await ask(first, 'create table kept as select 42 as n')
  process.kill(postmasterPid(path.join(dir, 'postgres')) ?? 0, 'SIGKILL')
  const second = await started(dir)
  expect(second.started).toBe(true)
  expect(await ask(second, 'select n from kept')).toEqual([42])
})

test('a server whose program was killed is taken over by the next one', async () => {
  const dir = existing()
  await started(dir)
  const dead = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' })
  const postmaster = postmasterPid(path.join(dir, 'postgres'))
  fs.writeFileSync(
    path.join(dir, 'owner.json'),
    JSON.stringify({ postmaster, owner: Number(dead) }),
  )
  const next = await started(dir)
  expect(next.started).toBe(true)
  await next.stop()
  expect(postmasterPid(path.join(dir, 'postgres'))).toBeUndefined()
})

test('a path that is too long for a socket, or of which a part is closed to others, works too', async () => {
  const closed = path.join(home, 'closed')
  fs.mkdirSync(closed, { mode: 0o700 })
  const server = await started(path.join(closed, 'd'.repeat(120), 'data'))
  expect(await ask(server, 'select 1')).toEqual([1])
  expect(fs.statSync(server.connection.host).mode & 0o777).toBe(0o700)
})

test('a folder with files of somebody else is refused and not touched', async () => {
  fs.writeFileSync(path.join(home, 'thesis.txt'), 'mine')
  expect(await start(home)).toMatchObject({ ok: false, error: { code: 'DB_FOREIGN_DATA' } })
  expect(fs.readdirSync(home)).toEqual(['thesis.txt'])
  expect(await start(path.join(home, 'thesis.txt'))).toMatchObject({
    ok: false,
    error: { code: 'DB_FOREIGN_DATA' },
  })
})

test('a folder of a newer program is refused', async () => {
  const dir = path.join(home, 'data')
  fs.mkdirSync(dir)
  fs.writeFileSync(path.join(dir, 'qyzmet.json'), '{"product":"qyzmet","layout":99}')
  expect(await start(dir)).toMatchObject({ ok: false, error: { code: 'DB_NEWER_DATA' } })
})

test('database files of another PostgreSQL version are refused', async () => {
  const dir = path.join(model, 'data')
  await without(path.join(dir, 'postgres', 'PG_VERSION'), async (version) => {
    fs.writeFileSync(version, '15\n')
    expect(await start(dir)).toMatchObject({
      ok: false,
      error: {
        code: 'DB_NEWER_DATA',
        params: { found: 'PostgreSQL 15', expected: 'PostgreSQL 18' },
      },
    })
  })
})

test('damaged database files are refused with the reason that the server gives', async () => {
  const dir = path.join(model, 'data')
  await without(path.join(dir, 'postgres', 'global', 'pg_control'), async () => {
    expect(await start(dir)).toMatchObject({
      ok: false,
      error: {
        code: 'DB_NOT_STARTABLE',
        params: { reason: expect.stringContaining('pg_control') as string },
      },
    })
  })
})

test('a secrets file that was lost is named as the reason', async () => {
  const dir = path.join(model, 'data')
  await without(path.join(dir, 'secrets.json'), async () => {
    expect(await start(dir)).toMatchObject({
      ok: false,
      error: {
        code: 'DB_NOT_STARTABLE',
        params: { reason: expect.stringContaining('secrets.json') as string },
      },
    })
  })
  await shutDown(path.join(dir, 'postgres'))
})
