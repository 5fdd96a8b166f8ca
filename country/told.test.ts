import fs from 'node:fs'
import { expect, test } from 'vitest'
import { plainDate } from '#core/kernel'
import type { CivilActRow, ParticipantRow } from '#registries/civil-acts'
import { createCountry } from './index.ts'
import { KIN_PEOPLE } from './relatives.ts'

const README = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8')

const fullName = ({ name }: ParticipantRow): string =>
  [name.ru.surname, name.ru.given, name.ru.patronymic].filter(Boolean).join(' ')
const dayOf = (iso: string): string => iso.split('-').toReversed().join('.')

/** What the portal asks of a record, as the register has it. */
function particulars({ kind, versions }: CivilActRow, iin: string): string {
  const { happenedOn = '', place, participants = [] } = versions.at(-1) ?? {}
  const others = participants.filter((one) => one.iin !== iin).map(fullName)
  const said = kind === 'name-change' ? participants.map(({ name }) => name.ru.surname) : others
  return [dayOf(happenedOn), place?.ru, ...said].filter(Boolean).join('; ')
}

const ASKED = [
  ['mother', 'marriage'],
  ['bride', 'marriage'],
  ['bride', 'divorce'],
  ['groom', 'name-change'],
] as const

test.each(['2026-11-22', '2027-03-01'])(
  'the README tells what the people to try the platform with are asked for, on %s',
  (day) => {
    const { civilActs } = createCountry({ today: plainDate(day), size: 1000 })
    const rows = ASKED.map(([id, kind]) => {
      const { iin } = KIN_PEOPLE[id]
      const record = civilActs.findLast(
        (one) =>
          one.kind === kind &&
          one.versions
            .at(-1)
            ?.participants.some(
              (who) => who.iin === iin && who.role !== 'mother' && who.role !== 'father',
            ),
      )
      if (record === undefined) throw new Error(`${id} has no ${kind}`)
      return `| ${iin} | ${kind} | ${particulars(record, iin)} |`
    })
    expect(README).toContain(rows.join('\n'))
  },
)
