export {
  type ActionRow,
  type ActionTable,
  actionTable,
  printActionTable,
  TABLE_COLUMNS,
} from './action-table.ts'
export { lockEditions } from './editions-lock.ts'
export { regulationErrors } from './errors.ts'
export { type Example, exampleShape, parseExample } from './example.ts'
export {
  type Adoption,
  checkRegulations,
  loadRegulations,
  type Regulations,
  type RegulationsCheck,
  type RegulationsOptions,
} from './load-regulations.ts'
export { differences, type ExampleRun, runExample } from './run-example.ts'
export { swimlane, swimlaneBpmn, swimlaneSvg } from './swimlane/index.ts'
export { termText } from './term-text.ts'
