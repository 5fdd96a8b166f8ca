export { type SamplePage, samplePages } from './sample-pages.tsx'
