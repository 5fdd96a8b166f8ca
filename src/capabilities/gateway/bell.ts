/** Wakes whoever waits; a ring while nobody waits is not lost. */
export interface Bell {
  ring(): void
  /** Until the bell rings or `milliseconds` have passed. */
  wait(milliseconds: number): Promise<void>
}

export function createBell(): Bell {
  let rung = false
  let awake: (() => void) | undefined
  return {
    ring() {
      rung = true
      awake?.()
    },
    async wait(milliseconds) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds)
          awake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      awake = undefined
      rung = false
    },
  }
}
