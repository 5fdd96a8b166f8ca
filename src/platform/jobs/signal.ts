/** A bell that one waiter hears. Rung while nobody waits, it is heard at the next wait. */
export interface Signal {
  readonly ring: () => void
  /** Resolves when rung, or after `ms`. */
  readonly wait: (ms: number) => Promise<void>
}

export function createSignal(): Signal {
  let rung = false
  let hear: () => void = () => {}
  return {
    ring() {
      rung = true
      hear()
    },
    async wait(ms) {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          hear = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      rung = false
      hear = () => {}
    },
  }
}
