import { expect } from 'vitest'
import { changed, loadSample } from './sample-edition.ts'

/** One change that makes the good edition unsound. */
export interface Break {
  readonly it: string
  readonly code: string
  readonly file?: string
  readonly from: string
  readonly to: string
  /** The line of the problem holds this; where several do, the first after `to` was put in. */
  readonly line: string
}

/** The loader refuses the changed edition with this code, in this file, at this line. */
export function expectRefused({ code, file = 'regulation.yaml', from, to, line }: Break): void {
  const files = changed(file, from, to)
  const text = files.find((one) => one.path.endsWith(file))?.text ?? ''
  const { edition, problems } = loadSample(files)
  expect(edition).toBeUndefined()
  const found = problems.filter((problem) => problem.code === `REGULATION_${code}`)
  expect(found.length, JSON.stringify(problems, null, 1)).toBeGreaterThan(0)
  for (const problem of found) expect(problem.message.length).toBeGreaterThan(10)
  if (line === '') return
  const lines = found.map((problem) => text.split('\n')[problem.line - 1] ?? '')
  expect(found[0]?.file).toMatch(new RegExp(`${file}$`))
  expect(lines.join('\n')).toContain(line)
}
