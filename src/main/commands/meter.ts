/** Where a meter writes: standard error. */
export interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Work that takes less is not worth a line. */
const PATIENCE_MS = 1500
const REDRAW_MS = 200

function left(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 90 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`
}

/**
 * Tells how far long work is: on a terminal one line that is written over, elsewhere a plain line at each tenth. What was
 * done in the first moments is not counted as speed: it may have been done by an earlier run.
 */
export function createMeter({
  terminal,
  show = String,
  now = () => performance.now(),
}: {
  readonly terminal: Terminal
  /** An amount in words. */
  readonly show?: (amount: number) => string
  readonly now?: () => number
}): (done: number, total: number) => void {
  let began: number | undefined
  let since = { done: 0, at: 0 }
  let drawn = 0
  let tenth = 0
  return (done, total) => {
    const ended = done >= total
    began ??= now()
    if (now() - began < PATIENCE_MS) {
      since = { done, at: now() }
      return
    }
    const pace = (now() - since.at) / Math.max(done - since.done, 1)
    const rest = ended ? 'done' : left(pace * (total - done))
    const text = `  ${Math.floor((done / total) * 100)} % (${show(done)} of ${show(total)}), ${rest}`
    if (terminal.isTTY === true) {
      if (!ended && now() - drawn < REDRAW_MS) return
      drawn = now()
      terminal.write(`\r\u001b[K${text}${ended ? '\n' : ''}`)
    } else if (ended || Math.floor((done / total) * 10) > tenth) {
      tenth = Math.floor((done / total) * 10)
      terminal.write(`${text}\n`)
    }
  }
}
