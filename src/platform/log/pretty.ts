const LEVELS: Readonly<Record<number, string>> = {
  10: 'TRACE',
  20: 'DEBUG',
  30: 'INFO ',
  40: 'WARN ',
  50: 'ERROR',
  60: 'FATAL',
}
const OWN = new Set(['level', 'time', 'msg', 'err'])

function detail(key: string, value: unknown): string {
  return `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`
}

function errorLines(err: unknown): string {
  if (typeof err !== 'object' || err === null) return ''
  const { type, code, message, at } = err as Record<string, unknown>
  const frames = Array.isArray(at) ? at.map((frame) => `\n      at ${String(frame)}`).join('') : ''
  const named = typeof code === 'string' ? `${String(type)} ${code}` : String(type)
  return `\n      ${named}: ${String(message)}${frames}`
}

/** One JSON log line as a person at a terminal reads it: `12:31:07 INFO  started port=8080`. */
export function prettyLine(json: string): string {
  const entry = JSON.parse(json) as Record<string, unknown>
  const level = LEVELS[Number(entry['level'])] ?? 'INFO '
  const time = String(entry['time']).slice(11, 19)
  const rest = Object.entries(entry).filter(([key]) => !OWN.has(key))
  const details = rest.map(([key, value]) => ` ${detail(key, value)}`).join('')
  const message = typeof entry['msg'] === 'string' ? entry['msg'] : ''
  return `${time} ${level} ${message}${details}${errorLines(entry['err'])}\n`
}
