export { ANSWERS, type CaseScene, createCaseScene, type Ran, runJob, value } from './case-scene.ts'
