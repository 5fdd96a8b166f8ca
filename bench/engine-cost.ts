import fs from 'node:fs'
import path from 'node:path'
import { migrate, type PostgresServer, startEmbeddedPostgres } from '#platform/db'
import { schemas } from '../src/main/schemas.ts'
import { cpuOf } from './machine.ts'
import { rate, round } from './measure.ts'
import { value } from './one-case.ts'

export const LANES = 16

/** The embedded server of a data folder with all schemas. */
export async function openServer(folder: string): Promise<PostgresServer> {
  const server = value(await startEmbeddedPostgres({ dir: folder }))
  const { connection, rolePasswords } = server
  value(await migrate({ connection, modules: schemas, rolePasswords }))
  return server
}

/** The process of the server of a data folder. */
export const postmasterIn = (folder: string): number =>
  Number.parseInt(fs.readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8'), 10)

export interface Cost {
  readonly perSecond: number
  /** Processor time of one, ms: in this process and in PostgreSQL. */
  readonly node: number
  readonly postgres: number
}

/** The rate of `one`, and what each costs. */
export async function costOf(
  postmaster: number,
  milliseconds: number,
  one: (lane: number) => Promise<number>,
): Promise<Cost> {
  const [node, postgres] = [process.cpuUsage(), cpuOf(postmaster)]
  let made = 0
  const perSecond = await rate(LANES, milliseconds, async (lane) => {
    const more = await one(lane)
    made += more
    return more
  })
  const used = process.cpuUsage(node)
  return {
    perSecond,
    node: (used.user + used.system) / 1000 / made,
    postgres: (cpuOf(postmaster) - postgres) / made,
  }
}

export const rounded = ({ perSecond, node, postgres }: Cost) => ({
  perSecond: Math.round(perSecond),
  processorMs: { node: round(node, 3), postgres: round(postgres, 3) },
})
