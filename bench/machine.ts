import fs from 'node:fs'
import os from 'node:os'

/** What the figures were taken on. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGb: number
  readonly system: string
  readonly node: string
  /** Load averages of the last minute at the beginning: other work on the machine spoils every figure. */
  readonly load: number
}

export const machine = (): Machine => ({
  processor: os.cpus()[0]?.model ?? 'unknown',
  cores: os.cpus().length,
  memoryGb: Math.round(os.totalmem() / 2 ** 30),
  system: `${os.type()} ${os.release()}`,
  node: process.version,
  load: os.loadavg()[0] ?? 0,
})

const TICK_MS = 10

interface ProcessStat {
  readonly pid: number
  readonly parent: number
  readonly command: string
  readonly cpuMs: number
}

function statOf(pid: number): ProcessStat | undefined {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const close = text.lastIndexOf(')')
    const fields = text.slice(close + 2).split(' ')
    // Own time and that of children that have ended: connections come and go.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return {
      pid,
      parent: Number(fields[1]),
      command: text.slice(text.indexOf('(') + 1, close),
      cpuMs: ticks * TICK_MS,
    }
  } catch {
    return undefined
  }
}

function allProcesses(): ProcessStat[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? [])
}

/** A process with everything that it started. */
function family(pid: number): ProcessStat[] {
  const all = allProcesses()
  const found = all.filter((one) => one.pid === pid)
  for (const member of found) found.push(...all.filter((one) => one.parent === member.pid))
  return found
}

/** Memory of a process in MB: the proportional share, in which shared pages count once over all who share them. */
function pssOf(pid: number): number {
  try {
    const [, kb = '0'] =
      /^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    return Number(kb) / 1024
  } catch {
    return 0
  }
}

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)

/** Memory of a process and all below it, MB. Linux only; 0 elsewhere. */
export const memoryOf = (pid: number): number => sum(family(pid).map((one) => pssOf(one.pid)))

/** Processor time that a process and all below it have used, ms. Linux only. */
export const cpuOf = (pid: number): number => sum(family(pid).map(({ cpuMs }) => cpuMs))
