export {
  type ActionRow,
  type ActionTable,
  actionTable,
  printActionTable,
} from './action-table.ts'
export { lockEditions } from './editions-lock.ts'

export { type Example, parseExample } from './example.ts'
export {
  type Adoption,
  checkRegulations,
  loadRegulations,
  type Regulations,
  type RegulationsCheck,
  type RegulationsOptions,
} from './load-regulations.ts'
export { differences, type ExampleRun, runExample } from './run-example.ts'
export { swimlane, swimlaneSvg } from './swimlane/index.ts'
