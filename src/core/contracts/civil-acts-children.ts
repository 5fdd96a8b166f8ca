import { z } from 'zod'
import { bilingual, day, iin, recordNumber } from './shapes.ts'

const request = z.object({ iin })
const answer = z.object({
  /** Of any age, oldest first; a child that was adopted away is not here, an adopted one is. */
  children: z.array(
    z.object({
      iin,
      fullName: bilingual,
      birthDate: day,
      relation: z.enum(['mother', 'father']),
      /** The record that makes the person a parent (birth, paternity or adoption), and its day. */
      recordNumber,
      since: day,
    }),
  ),
})
export type ChildrenOf = z.output<typeof answer>

const found: ChildrenOf = {
  children: [
    {
      iin: '150612600016',
      fullName: { kk: 'ЖҰМАБАЕВА ДАНА ЕРЛАНҚЫЗЫ', ru: 'ЖУМАБАЕВА ДАНА ЕРЛАНОВНА' },
      birthDate: '2015-06-12',
      relation: 'mother',
      recordNumber: '10-130-15-0000003',
      since: '2015-06-22',
    },
  ],
}

/** IS ZAGS: whose mother or father a person is today. `absent`: nobody's that the register knows. */
export const civilActsChildren = {
  id: 'civil-acts.children',
  system: 'civil-acts',
  name: { kk: 'Тұлғаның балалары', ru: 'Дети лица', en: 'Children of a person' },
  request,
  answer,
  sample: { found },
} as const
