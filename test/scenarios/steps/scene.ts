import type { CaseState } from '#core/engine'
import { expect } from 'vitest'
import type { TestPlatform } from '../../kit/platform.ts'

/** An item of point 7, as the regulation file has it. */
export interface Item {
  readonly no: string
  readonly process?: number
  readonly condition?: number
  readonly actions: readonly string[]
}

export interface Scene {
  readonly platform: TestPlatform
  readonly edition: string
  readonly item: Item
}

export interface Scenario {
  readonly about: string
  readonly run: (scene: Scene) => Promise<void>
}

/** An item by the act's own number, and what is tried of it. */
export interface Step {
  readonly item: string
  readonly scenarios: readonly Scenario[]
}

/** The case behind a request, its history proven whole. */
export async function caseOf(
  { platform: { platform } }: Pick<Scene, 'platform'>,
  number: string,
): Promise<CaseState> {
  const found = await platform.backend.cases.audit(number)
  if (found === undefined) throw new Error(`no case ${number}`)
  expect(found.audit).toEqual({ events: found.state.version, replays: true })
  return found.state
}

/** That the case ran through every action of the item, under the edition in force. */
export async function expectPassed(scene: Scene, number: string): Promise<CaseState> {
  const state = await caseOf(scene, number)
  const passed = [...state.done.map(({ action }) => action), state.current?.action]
  expect(passed).toEqual(expect.arrayContaining([...scene.item.actions]))
  expect(state.edition).toBe(`justice.realty-absence@${scene.edition}`)
  return state
}
