import type { CodedError, JsonObject, Lang } from '#core/kernel'
import { renderError } from '#platform/i18n'
import { Refused } from '../refused.ts'

/** Exit codes: done; refused or a negative verdict; wrong use or settings; broken. */
export const EXIT = { done: 0, refused: 1, usage: 2, broken: 70 } as const

/** Where a command writes: people get lines, `--json` one object on standard output and nothing else. */
export interface Output {
  readonly json: boolean
  line(text?: string): void
  /** The result of the command. */
  result(value: unknown): void
  /** What happens meanwhile: standard error, so that it never mixes with the result. */
  note(text: string): void
}

/** Whoever reads may stop reading (`… | head`): there is nobody left to write to, which is no fault. */
const isClosed = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE'

export function createOutput(json: boolean): Output {
  process.stdout.on('error', (error) => {
    if (!isClosed(error)) throw error
    process.exit(EXIT.done)
  })
  return {
    json,
    line: (text = '') => {
      if (!json) process.stdout.write(`${text}\n`)
    },
    result: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`)
    },
    note: (text) => void process.stderr.write(`${text}\n`),
  }
}

/** The language of the terminal, as far as it is one of ours. */
export const terminalLang = (): Lang => {
  const [language] = new Intl.DateTimeFormat().resolvedOptions().locale.split('-')
  return language === 'kk' || language === 'ru' ? language : 'en'
}

/** A refusal as the result of a command. */
export const refusalOf = (error: CodedError): JsonObject => ({
  error: { code: error.code, text: renderError(error, terminalLang()) },
})

/** A refusal for people, where it does not mix with the result. */
export function tellRefusal(output: Output, error: CodedError): void {
  if (!output.json) output.note(`${error.code}: ${renderError(error, terminalLang())}`)
}

/** Ends a command: a refusal is told with its code and without a stack trace; what is broken keeps its trace. */
export async function settle(output: Output, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    output.result(refusalOf(error.refusal))
    tellRefusal(output, error.refusal)
    process.exitCode = EXIT.refused
  }
}
