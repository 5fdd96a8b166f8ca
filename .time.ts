import { startEmbeddedPostgres } from './src/platform/db/index.ts'
const dir = process.argv[2]!
for (let i = 0; i < 3; i++) {
  const t = performance.now()
  const r = await startEmbeddedPostgres({ dir, durable: process.argv[3] !== 'fast', onProgress: (s) => console.log(Math.round(performance.now() - t), s) })
  if (!r.ok) { console.log(r.error.code, r.error.params); process.exit(1) }
  console.log(Math.round(performance.now() - t), 'up', r.value.started)
  const t2 = performance.now()
  if (process.argv[4] === 'hold') await new Promise(() => setInterval(() => {}, 1000))
  await r.value.stop()
  console.log(Math.round(performance.now() - t2), 'stopped')
}
