import pino from 'pino'
import { prettyLine } from './pretty.ts'
import { describeError, redact } from './redact.ts'

/** Writes one line an event: `log.info({ case: number, ms: 12 }, 'document issued')`. */
export type Log = pino.Logger
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'

export interface LogOptions {
  readonly level: LogLevel
  /** True for a person at a terminal, false for JSON lines. */
  readonly pretty: boolean
  /** Where lines go; standard error when absent, so that standard output stays free for results. */
  readonly write?: (line: string) => void
}

const members = (value: object) => redact(value) as Record<string, unknown>

/** pino lets the members that a child log is bound to through as they are; every descendant inherits this `child`. */
function withCleanChildren(log: Log): Log {
  const plain = Object.getPrototypeOf(log) as {
    child: (this: Log, bindings: pino.Bindings, options?: pino.ChildLoggerOptions) => Log
  }
  return Object.assign(log, {
    child(this: Log, bindings: pino.Bindings, options?: pino.ChildLoggerOptions) {
      return plain.child.call(this, members(bindings), options)
    },
  })
}

/**
 * The log of a process. Whatever is passed to it is stripped of persons' data before it is written: see `redact.ts` for
 * the names of members that are hidden and for the numbers that are masked in texts.
 */
export function createLog(options: LogOptions): Log {
  const stderr = pino.destination({ fd: 2, sync: true })
  const write = options.write ?? ((line: string) => stderr.write(line))
  const log: Log = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log: members },
      serializers: { err: describeError, error: describeError },
    },
    { write: (line: string) => write(options.pretty ? prettyLine(line) : line) },
  )
  return withCleanChildren(log)
}
