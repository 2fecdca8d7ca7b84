/**
 * What `npm start` does: opens the workbench in Electron where it can, else in the browser, saying which and why.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT_FOLDER } from '../project.ts'
import { ensureRenderer } from './renderer_build.ts'
import { fetchRuntime, findRuntime } from './runtime.ts'
import { readServeArguments, type ServeArguments } from './serve_arguments.ts'
import { runServe } from './serve_command.ts'
import { chooseShell } from './shell_choice.ts'

const FETCH_LIMIT_MS = 60_000

/** A window that ends sooner than this, and badly, never was one: the system would not let Electron run. */
const STILLBORN_MS = 15_000

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Runs the desktop program until it ends; the answer is its exit code, or null where it could not run at all. */
function runDesktop(runtime: string, { workbook, isNew }: ServeArguments): Promise<number | null> {
  return new Promise((resolve) => {
    const args = [
      join(PROJECT_FOLDER, 'electron', 'main.ts'),
      ...(isNew ? ['--new'] : []),
      ...(workbook === null ? [] : [workbook]),
    ]
    const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
    const child = spawn(runtime, args, { stdio: 'inherit', env })
    const began = performance.now()
    let isStopped = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        isStopped = true
        child.kill(signal)
      })
    }
    child.on('error', () => resolve(null))
    child.on('close', (code) => {
      const isStillborn = code !== 0 && !isStopped && performance.now() - began < STILLBORN_MS
      resolve(isStillborn ? null : isStopped ? 0 : (code ?? 1))
    })
  })
}

/** Runs the command; the answer is its exit code. */
export async function runStart(commandLine: readonly string[]): Promise<number> {
  const serveLine = commandLine.filter((arg) => arg !== '--browser')
  const args = readServeArguments(serveLine, process.cwd())
  if ('error' in args) {
    console.error(`${args.error}\nUse: npm start -- [--browser] [--workbook FILE [--new]] [--port N] [--no-open]`)
    return 2
  }
  // A port, and not opening a browser, only mean something to the browser shell.
  const isBrowserWanted = serveLine.length < commandLine.length || args.port !== 0 || !args.open
  const packageFolder = join(PROJECT_FOLDER, 'node_modules', 'electron')
  const choice = await chooseShell({
    isBrowserWanted,
    platform: process.platform,
    env: process.env,
    find: () => findRuntime(packageFolder, process.env),
    fetch: () => fetchRuntime(packageFolder, process.env, FETCH_LIMIT_MS),
    say,
  })
  if (choice.shell === 'electron') {
    await ensureRenderer(say)
    say(`Opening Tieout in Electron: ${choice.why}.`)
    const code = await runDesktop(choice.runtime, args)
    if (code !== null) return code
    say('Opening Tieout in the browser, because the system did not let Electron run.')
  } else {
    say(`Opening Tieout in the browser, ${choice.why}.`)
  }
  return runServe(serveLine)
}
