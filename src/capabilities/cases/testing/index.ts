export { ANSWERS, type CaseScene, createCaseScene, type Ran, runJob, value } from './case-scene.ts'
export { createJointScene, type JointScene } from './joint-scene.ts'
