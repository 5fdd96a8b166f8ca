export { ANSWERS, type CaseScene, createCaseScene, type Ran } from './case-scene.ts'
