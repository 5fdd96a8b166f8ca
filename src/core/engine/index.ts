export { paymentsMade } from './ending.ts'
export { caseErrors } from './errors.ts'
export { type Happened, replay, storeName } from './evolve.ts'
export {
  faultOfWithdrawal,
  isParty,
  mayActAs,
  mayCarryOut,
  mayRepresent,
  numberIn,
} from './policies.ts'
export type {
  About,
  Actor,
  CaseEvent,
  CaseState,
  CaseStatus,
  Command,
  Conclusion,
  CurrentAction,
  DecisionSignature,
  DoneAction,
  Effect,
  NoticeAbout,
  Refusal,
  Representative,
} from './state.ts'
export { type Facts, type LawFacts, step, type Stepped } from './step.ts'
export { contextOf } from './context.ts'
