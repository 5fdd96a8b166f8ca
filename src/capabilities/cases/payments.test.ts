import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSeconds } from '#core/kernel'
import { createJointScene, type JointScene, runJob, value } from './testing/index.ts'

let scene: JointScene
beforeAll(async () => {
  scene = await createJointScene()
})
beforeEach(() => scene.fresh())
afterAll(() => scene.close())

const withdraw = (caseId: string) => scene.cases.withdraw({ caseId, actor: scene.applicant })
const bookings = async (caseId: string) => {
  const { rows } = await scene.database
    .pool('app')
    .query<{ at: Date; released: boolean }>(
      'select at, released_at is not null as released from appointments.booking where case_id = $1',
      [caseId],
    )
  return rows
}

describe('a duty', () => {
  it('is offered once, for a day, and paid once however often the payment is told', async () => {
    const state = await scene.toPay()
    const key = `${state.id}/pay/1`
    expect(scene.offered).toMatchObject([
      { key, amount: state.current?.amount, until: state.current?.due },
    ])
    const job = await scene.settled(state)
    const told = await Promise.all(
      [1, 2, 3].map(() => runJob(scene.cases, job, true).catch(() => 'lost')),
    )
    expect(told.filter((one) => one === 'done')).toHaveLength(1)
    expect(await runJob(scene.cases, job, true)).toBe('returned')
    const after = await scene.stands(state.id)
    expect(after.data['payment']).toMatchObject({ amount: 294_000, receipt: '20261125000001' })
    expect(scene.duties).toEqual([])
  })

  it('told by a worker that lost its lease changes nothing: the case is not even touched', async () => {
    const state = await scene.toPay()
    const job = await scene.settled(state)
    await expect(runJob(scene.cases, job, false)).rejects.toThrow(/lease/)
    expect(await scene.stands(state.id)).toEqual(state)
  })

  it('that nobody wants any more is closed; what is paid then is given back, once', async () => {
    const state = await scene.toPay()
    const offer = `${state.id}/pay/1`
    value(await withdraw(state.id))
    expect(scene.duties).toEqual([{ offer, what: 'closed' }])
    const job = await scene.settled(state)
    expect(await runJob(scene.cases, job, true)).toBe('done')
    expect(scene.duties).toEqual([
      { offer, what: 'closed' },
      { offer, what: 'late' },
    ])
  })

  it('not paid in its term closes the offer and lets the request expire', async () => {
    const state = await scene.toPay()
    scene.setClock(addSeconds(state.current?.due ?? scene.clock(), 1))
    await scene.work('case.deadline', scene.cases)
    expect((await scene.stands(state.id)).status).toBe('expired')
    expect(scene.duties).toEqual([{ offer: `${state.id}/pay/1`, what: 'closed' }])
  })

  it('is given back when the paid request is withdrawn', async () => {
    const state = await scene.toAppoint()
    value(await withdraw(state.id))
    expect(scene.duties).toEqual([{ offer: `${state.id}/pay/1`, what: 'withdrawn' }])
  })
})

describe('an appointment', () => {
  it('is the first free hour of the office, kept with its name and address', async () => {
    const state = await scene.toApprove()
    const [booked] = await bookings(state.id)
    expect(state.data['appointment']).toMatchObject({
      office: { code: '101', address: { kk: '1' } },
      at: booked?.at.toISOString(),
      local: expect.stringMatching(/T10:00$/) as string,
    })
    expect(scene.told).toContainEqual(expect.objectContaining({ about: 'appointed' }))
  })

  it('is the same hour when the worker was killed before it could say so', async () => {
    const { id } = await scene.toAppoint()
    const [job] = (await scene.jobs()).filter(({ kind }) => kind === 'case.appoint')
    if (job === undefined) throw new Error('no job')
    await expect(runJob(scene.cases, job, false)).rejects.toThrow(/lease/)
    const [first] = await bookings(id)
    expect(await runJob(scene.cases, job, true)).toBe('done')
    expect(await bookings(id)).toEqual([first])
    expect(await runJob(scene.cases, job, true)).toBe('returned')
  })

  it('is given back when the request is withdrawn, and refused when nothing is free', async () => {
    const state = await scene.toApprove()
    value(await withdraw(state.id))
    expect(await bookings(state.id)).toMatchObject([{ released: true }])
    const { id } = await scene.toAppoint()
    await scene.database.pool('app').query(
      `insert into appointments.booking (key, case_id, calendar, office, at, place, places, booked_at)
       select n::text, $1, 'marriage', '101', date_trunc('day', now()) + n * interval '1 hour', 1, 1, now()
       from generate_series(0, 24 * 70) n`,
      [state.id],
    )
    await scene.work('case.appoint', scene.cases)
    await scene.work('case.issue-document', scene.cases)
    expect(await scene.stands(id)).toMatchObject({ status: 'refused', ground: { id: 'noData' } })
    expect(scene.duties).toContainEqual({ offer: `${id}/pay/1`, what: 'refused' })
  })

  it('taken for a request that is withdrawn in the same moment is given back', async () => {
    const { id } = await scene.toAppoint()
    const { appointments } = scene.wiring
    const slow = scene.wired({
      regulations: scene.regulations,
      appointments: {
        ...appointments,
        book: async (request) => {
          const booked = await appointments.book(request)
          // The hour is taken; the statement of the withdrawal did not see it.
          await withdraw(id)
          await scene.database
            .pool('app')
            .query('update appointments.booking set released_at = null where case_id = $1', [id])
          return booked
        },
      },
    })
    expect(await scene.work('case.appoint', slow)).toEqual(['returned'])
    expect(await bookings(id)).toMatchObject([{ released: true }])
  })
})
