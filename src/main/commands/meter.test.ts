import { expect, test } from 'vitest'
import { createMeter } from './meter.ts'

function scene(isTTY: boolean) {
  let at = 0
  const written: string[] = []
  const terminal = { isTTY, write: (text: string) => written.push(text) }
  const meter = createMeter({ terminal, now: () => at })
  return {
    written,
    tell: (seconds: number, done: number) => {
      at = seconds * 1000
      meter(done, 100)
    },
  }
}

test('elsewhere than on a terminal there is a plain line at each tenth, with the time that is left', () => {
  const { written, tell } = scene(false)
  tell(1, 50)
  tell(11, 55)
  tell(12, 56)
  tell(21, 60)
  tell(101, 100)
  expect(written).toEqual([
    '  55 % (55 of 100), 90 s left\n'.replace('90 s', '2 min'),
    '  60 % (60 of 100), 80 s left\n',
    '  100 % (100 of 100), done\n',
  ])
})

test('on a terminal one line is written over, and quick work writes nothing', () => {
  const quick = scene(true)
  quick.tell(1, 100)
  expect(quick.written).toEqual([])
  const slow = scene(true)
  slow.tell(0, 0)
  slow.tell(2, 10)
  slow.tell(2.1, 11)
  slow.tell(10, 100)
  expect(slow.written.map((line) => line.startsWith('\r'))).toEqual([true, true])
  expect(slow.written.at(-1)?.endsWith('\n')).toBe(true)
})
