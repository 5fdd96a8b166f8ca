export { caseErrors } from './errors.ts'
export { type Happened, replay, storeName } from './evolve.ts'
export { isParty, mayCarryOut } from './policies.ts'
export type {
  Actor,
  CaseEvent,
  CaseState,
  CaseStatus,
  Command,
  Conclusion,
  CurrentAction,
  DoneAction,
  Effect,
} from './state.ts'
export { type Facts, step, type Stepped } from './step.ts'
export { contextOf } from './walk.ts'
