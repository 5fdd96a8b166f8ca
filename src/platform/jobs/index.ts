export { createWorker, type Worker, type WorkerOptions } from './create-worker.ts'
export { enqueue, enqueueCall, type NewJob } from './enqueue.ts'
export { type Job, JOB_ENDED, type JobContext, type JobHandler, type JobLater } from './job.ts'
export { jobsSchema } from './schema.ts'
