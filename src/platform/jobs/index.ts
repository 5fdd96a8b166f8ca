export { createWorker, type Worker, type WorkerOptions } from './create-worker.ts'
export { enqueue, type NewJob } from './enqueue.ts'
export type { Job, JobContext, JobHandler, JobLater } from './job.ts'
export { jobsSchema } from './schema.ts'
