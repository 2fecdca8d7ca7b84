/**
 * Builds what runs built: the pages and the preload, when they are missing or older than their sources, and the main
 * process for packaging. Only for the sources; a packaged product carries all of it.
 */
import { spawn } from 'node:child_process'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { PRELOAD_FILE, PROJECT_FOLDER, RENDERER_FOLDER } from '../project.ts'

/** What the build reads; a change in any of these makes it stale. */
const SOURCES = ['renderer', 'shared', 'electron/preload.ts', 'electron/desktop/preload_bridge.ts', 'package-lock.json']

/** The newest time of change, in milliseconds, below a file or folder; 0 where there is nothing. */
async function newestChange(path: string): Promise<number> {
  let facts
  try {
    facts = await stat(path)
  } catch {
    return 0
  }
  if (!facts.isDirectory()) return facts.mtimeMs
  const names = await readdir(path)
  // The folder's own time tells of a file that was removed.
  const times = await Promise.all(names.map((name) => newestChange(join(path, name))))
  return times.reduce((newest, time) => Math.max(newest, time), facts.mtimeMs)
}

/** True when an output is missing or older than a source. */
export async function isStale(outputs: readonly string[], sources: readonly string[]): Promise<boolean> {
  const built = await Promise.all(outputs.map((path) => newestChange(path)))
  const changed = await Promise.all(sources.map((path) => newestChange(path)))
  return Math.min(...built) < Math.max(...changed)
}

/** Runs a script of the installed packages with this Node; rejects with what it printed when it fails. */
export function runScript(script: string, args: readonly string[], folder: string = PROJECT_FOLDER): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    child.stdout.on('data', (part: Buffer) => (printed += part.toString()))
    child.stderr.on('data', (part: Buffer) => (printed += part.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(printed.trim() || `${script} ended with ${code}`))
    })
  })
}

/** The script behind Vite's command. */
const VITE = join(PROJECT_FOLDER, 'node_modules', 'vite', 'bin', 'vite.js')

/** Builds pages and preload as `npm run build` does. */
export function buildRenderer(): Promise<void> {
  return runScript(VITE, ['build', '-c', 'renderer/vite.config.ts', '--logLevel', 'warn'])
}

/** Builds what is missing or stale; `say` hears of it first, since it takes some seconds. */
export async function ensureRenderer(say: (text: string) => void): Promise<void> {
  const outputs = [join(RENDERER_FOLDER, 'index.html'), PRELOAD_FILE]
  const sources = SOURCES.map((source) => join(PROJECT_FOLDER, source))
  if (!(await isStale(outputs, sources))) return
  say('Building the screen, which takes a few seconds.')
  await oneAtATime(join(PROJECT_FOLDER, 'dist'), async () => {
    // Another program may have built it meanwhile.
    if (await isStale(outputs, sources)) await buildRenderer()
  })
}

/** A build takes seconds; a mark older than this was left by a program that was killed. */
const ABANDONED = 120_000

/** Runs the build while no other program builds into the folder; waits for one that does. */
export async function oneAtATime(folder: string, build: () => Promise<void>): Promise<void> {
  const mark = join(folder, '.building')
  await mkdir(folder, { recursive: true })
  for (;;) {
    try {
      await mkdir(mark)
      break
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
      if (Date.now() - (await newestChange(mark)) > ABANDONED) await rm(mark, { recursive: true, force: true })
      else await setTimeout(100)
    }
  }
  try {
    await build()
  } finally {
    await rm(mark, { recursive: true, force: true })
  }
}

/**
 * Bundles the main process to `<folder>/main.js`. What is installed stays outside the bundle: Electron, the database
 * binding, and the libraries that the packaged product carries as its dependencies.
 */
export function buildMain(folder: string): Promise<void> {
  const output = ['--outDir', folder, '--emptyOutDir', '--target', 'node24', '--logLevel', 'warn']
  return runScript(VITE, ['build', '--ssr', 'electron/main.ts', ...output])
}
