import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  civilActsAcceptMarriageApplication,
  civilActsAcceptRepeatRequest,
  civilActsMarriageImpediments,
  civilActsRecordHandOver,
} from './index.ts'
import { OFFICE } from './testing/family.ts'
import {
  GRANDFATHER,
  FATHER,
  SON,
  DAUGHTER,
  FORMER_WIFE,
  WIDOW,
  son,
  TODAY,
  registerOfKin,
} from './testing/kin.ts'

let register: Awaited<ReturnType<typeof registerOfKin>>
beforeAll(async () => {
  register = await registerOfKin()
})
afterAll(() => register.close())

describe('the books', () => {
  const request = { iin: SON, kind: 'birth', recordNumber: son.number, sentOn: TODAY }
  const accept = async (change: object) => {
    const body = { caseNumber: '10100000000001', ...request, ...change }
    return (await register.ask(civilActsAcceptRepeatRequest, { subject: body.iin, body: body }))
      .body as {
      acceptedNumber: string
    } | null
  }
  test('take a request once and give it the next number of five digits', async () => {
    const first = await accept({})
    expect(first).toMatchObject({
      acceptedNumber: /^\d{5}$/.exec(first?.acceptedNumber ?? '')?.[0],
    })
    expect(first).toMatchObject({ office: { code: '130', address: OFFICE.address } })
    expect(await accept({})).toEqual(first)
    const second = await accept({ caseNumber: '10100000000002' })
    expect(Number(second?.acceptedNumber)).toBe(Number(first?.acceptedNumber) + 1)
  })
  test('take no request about a record of somebody else', async () => {
    expect(await accept({ iin: DAUGHTER, caseNumber: '10100000000003' })).toBeNull()
    expect(await accept({ iin: DAUGHTER })).toBeNull()
  })
  test('note a hand-over once, with the first day', async () => {
    const accepted = await accept({ caseNumber: '10100000000004' })
    const acceptedNumber = accepted?.acceptedNumber ?? ''
    const note = async (change: object) => {
      const body = {
        caseNumber: '10100000000004',
        iin: SON,
        acceptedNumber,
        handedOn: '2026-11-23',
        by: 'ОСПАНОВА Г. Б.',
        ...change,
      }
      return (await register.ask(civilActsRecordHandOver, { subject: body.iin, body: body })).body
    }
    expect(await note({})).toEqual({ acceptedNumber, handedOn: '2026-11-23' })
    expect(await note({ handedOn: '2026-11-24' })).toEqual({
      acceptedNumber,
      handedOn: '2026-11-23',
    })
    expect(await note({ iin: DAUGHTER })).toBeNull()
    expect(await note({ acceptedNumber: '99999' })).toBeNull()
  })
  test('take an application for marriage once, at an office that exists', async () => {
    const apply = async (change: object) => {
      const body = {
        caseNumber: '10100000000005',
        applicants: [WIDOW, GRANDFATHER],
        office: '130',
        at: '2026-12-05T06:00:00.000Z',
        ...change,
      }
      return (
        await register.ask(civilActsAcceptMarriageApplication, {
          subject: body.applicants[0] ?? '',
          body: body,
        })
      ).body
    }
    const first = await apply({})
    expect(first).toMatchObject({ office: { code: '130' } })
    expect(await apply({ at: '2026-12-06T06:00:00.000Z' })).toEqual(first)
    expect(await apply({ caseNumber: '10100000000006', office: '999' })).toBeNull()
    const known = async (applicants: string[], day?: string) =>
      (
        await register.ask(
          civilActsMarriageImpediments,
          { subject: applicants[0] ?? '', body: { applicants } },
          day,
        )
      ).body
    const application = { ...(first as object), at: '2026-12-05T06:00:00.000Z' }
    expect(await known([GRANDFATHER, WIDOW])).toMatchObject({ applications: [application] })
    expect(await known([FORMER_WIFE, GRANDFATHER])).toMatchObject({ applications: [application] })
    expect(await known([WIDOW, GRANDFATHER], '2026-12-07')).not.toHaveProperty('applications')
    expect(await apply({ applicants: [WIDOW, FATHER] })).toBeNull()
  })
  test('and the records are never overwritten', async () => {
    for (const table of ['record', 'version', 'participant', 'repeat_request', 'hand_over'])
      await expect(register.pool.query(`delete from reg_civil_acts.${table}`)).rejects.toThrow(
        'permission denied',
      )
  })
})
