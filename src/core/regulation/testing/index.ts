export { type Break, expectRefused } from './refuses.ts'
export { changed, loadSample, sampleFiles, sampleWorld } from './sample-edition.ts'
