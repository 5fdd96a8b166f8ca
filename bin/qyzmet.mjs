#!/usr/bin/env node
// Starts the platform from a fresh checkout: translates src/ into dist/ when it is missing or out of date, then runs it.
// Nothing here may need a newer Node.js than the message about an old one.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const dist = path.join(root, 'dist')
const stampFile = path.join(dist, 'build.json')

function fail(message) {
  process.stderr.write(`qyzmet: ${message}\n`)
  process.exit(70)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Node.js 20.19 or later is needed, this is ${process.versions.node}. See https://nodejs.org`)
}

const isSource = (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)

function sources(dir) {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name)
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sources(file)
    return isSource(entry.name) ? [file] : []
  })
}

/** Hashes content, not times: a copied or freshly cloned checkout keeps its dist. */
function stampOf(files) {
  const hash = createHash('sha256')
  for (const file of [
    ...files.toSorted(),
    path.join(root, 'package.json'),
    fileURLToPath(import.meta.url),
  ])
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

function isFresh(stamp) {
  try {
    return JSON.parse(fs.readFileSync(stampFile, 'utf8')).stamp === stamp
  } catch {
    return false
  }
}

/** Readers, and another build at the same moment, see the old file or the new one. */
function write(file, contents) {
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, contents)
  fs.renameSync(draft, file)
}

function entryPoints(files) {
  const workers = files.filter((file) => file.endsWith('.worker.ts'))
  const named = workers.map((file) => [path.basename(file, '.ts'), file])
  return { cli: path.join(root, 'src/main/cli.ts'), ...Object.fromEntries(named) }
}

async function build(files, stamp) {
  const { build: bundle } = await import('esbuild')
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: entryPoints(files),
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'silent',
    write: false,
  })
  fs.mkdirSync(dist, { recursive: true })
  for (const { path: file, contents } of outputFiles) write(file, contents)
  write(stampFile, `${JSON.stringify({ stamp })}\n`)
}

async function ensureBuilt() {
  // A packaged installation may come without its sources.
  if (!fs.existsSync(path.join(root, 'src/main/cli.ts'))) return
  const files = ['src', 'country'].flatMap((folder) => sources(path.join(root, folder)))
  const stamp = stampOf(files)
  if (isFresh(stamp)) return
  const began = performance.now()
  await build(files, stamp)
  process.stderr.write(`qyzmet: built in ${Math.round(performance.now() - began)} ms\n`)
}

function explain(error) {
  if (error.code === 'ERR_MODULE_NOT_FOUND')
    return 'the packages are not installed: run "npm ci" first'
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
    return `dist/ is out of date and cannot be written (${error.code}): run once as the owner of ${root}`
  const [first] = error.errors ?? []
  const at = first?.location ? `${first.location.file}:${first.location.line}: ` : ''
  return `the sources could not be built: ${at}${first?.text ?? error.message}`
}

checkNode()
await ensureBuilt().catch((error) => fail(explain(error)))
// Stack traces name the lines of src/.
process.setSourceMapsEnabled(true)
const { main } = await import(pathToFileURL(path.join(dist, 'cli.mjs')).href)
await main({ root, dist, argv: process.argv.slice(2) })
