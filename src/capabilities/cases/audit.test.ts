import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseState } from '#core/engine'
import { type CaseScene, createCaseScene, value } from './testing/index.ts'

let scene: CaseScene

beforeAll(async () => {
  scene = await createCaseScene()
})
afterAll(() => scene.close())

/** As the owner of the tables, whom no right is withheld from. */
async function asOwner(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(scene.test.connection)
  await client.connect()
  try {
    await client.query(text, values)
  } finally {
    await client.end()
  }
}

async function ended(): Promise<CaseState> {
  const { id: caseId } = await scene.filled()
  return value(await scene.cases.withdraw({ caseId, actor: scene.applicant }))
}

const audit = async ({ number }: CaseState) => (await scene.cases.audit(number))?.audit

describe('the events of a case', () => {
  it('are a whole chain that replays to the kept state', async () => {
    const state = await ended()
    expect(await audit(state)).toEqual({ events: state.version, replays: true })
    expect(await scene.cases.audit('10199999999999')).toBeUndefined()
  })

  it.each([
    'update cases.case_event set type = type',
    'delete from cases.case_event',
    'truncate cases.case_event',
  ])('are not to be changed by the platform itself: %s', async (statement) => {
    await expect(scene.database.pool('app').query(statement)).rejects.toThrow(/permission denied/)
  })

  it.each([
    [
      'what was typed',
      "data = jsonb_set(data, '{store,region}', '\"750000000\"')",
      "type = 'completed' and data->>'action' = 'fill'",
    ],
    ['who did it', 'actor = \'{"kind": "system", "system": "x"}\'', "type = 'withdrawn'"],
    ['when it was', "at = at - interval '1 day'", "type = 'opened'"],
    ['what it was', "type = 'nonsense'", "type = 'completed' and data->>'action' = 'fill'"],
  ])('tell when somebody with all rights changed %s', async (_what, change, where) => {
    const state = await ended()
    const { rows } = await scene.database
      .pool('app')
      .query<{ seq: number }>(`select seq from cases.case_event where case_id = $1 and ${where}`, [
        state.id,
      ])
    await asOwner(`update cases.case_event set ${change} where case_id = $1 and ${where}`, [
      state.id,
    ])
    expect(await audit(state)).toMatchObject({ brokenAt: rows[0]?.seq })
  })

  it.each([
    ['the first', 'seq = 1', 1],
    ['one in the middle', 'seq = 3', 3],
  ])('tell when %s was taken away', async (_which, where, brokenAt) => {
    const state = await ended()
    await asOwner(`delete from cases.case_event where case_id = $1 and ${where}`, [state.id])
    expect(await audit(state)).toMatchObject({ brokenAt, replays: false })
  })

  it('tell when the last one was taken away, though the rest is a whole chain', async () => {
    const state = await ended()
    await asOwner('delete from cases.case_event where case_id = $1 and seq = $2', [
      state.id,
      state.version,
    ])
    expect(await audit(state)).toEqual({
      events: state.version - 1,
      brokenAt: state.version,
      replays: false,
    })
  })

  it('tell when the state beside them was changed', async () => {
    const state = await ended()
    await asOwner(
      `update cases.case_state set state = jsonb_set(state, '{data,language}', '"ru"') where id = $1`,
      [state.id],
    )
    expect(await audit(state)).toEqual({ events: state.version, replays: false })
  })
})
