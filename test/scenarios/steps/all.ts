import { ENTRANCE } from './entrance.ts'
import { PROCESSING } from './processing.ts'
import type { Step } from './scene.ts'
import { SIGNING } from './signing.ts'

/** Every item of point 7 of the act with the scenarios that run it, in the act's order. */
export const STEPS: readonly Step[] = [...ENTRANCE, ...SIGNING, ...PROCESSING]
