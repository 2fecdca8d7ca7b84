/**
 * Finds the Electron runtime on disk, or fetches it within a time limit. Electron's package fetches its runtime when it
 * is first used, not when it is installed; importing the package would do so without any limit, hence this file.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Fetched = { path: string } | { why: string }

/**
 * The executable that the installed package would start, or null where its runtime is missing or of another version.
 * `ELECTRON_OVERRIDE_DIST_PATH` names another folder, as it does for Electron's own command.
 */
export function findRuntime(packageFolder: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const read = (...names: string[]): string => readFileSync(join(packageFolder, ...names), 'utf8').trim()
  try {
    const override = env.ELECTRON_OVERRIDE_DIST_PATH
    if (override) {
      const known = existsSync(join(packageFolder, 'path.txt')) ? read('path.txt') : 'electron'
      return existsSync(join(override, known)) ? join(override, known) : null
    }
    const wanted = (JSON.parse(read('package.json')) as { version: string }).version
    if (read('dist', 'version').replace(/^v/, '') !== wanted) return null
    const path = join(packageFolder, 'dist', read('path.txt'))
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** What the installer said, in a line: the fault of the network where it names one, else how it began. */
function reasonOf(said: string): string {
  const network = /\b(?:getaddrinfo|connect|read) E[A-Z_]+[^\n'"]*/.exec(said)?.[0]
  if (network !== undefined) return network
  if (said.includes('fetch failed')) return 'the network could not be reached'
  const lines = said.split('\n').map((line) => line.trim())
  return lines.find((line) => line !== '') ?? 'no reason given'
}

/**
 * Runs the package's own installer in a process of its own, which is ended when the time is over. Resolves in any case.
 */
export function fetchRuntime(
  packageFolder: string,
  env: Readonly<Record<string, string | undefined>>,
  limitMs: number,
): Promise<Fetched> {
  const installer = join(packageFolder, 'install.js')
  if (!existsSync(installer)) return Promise.resolve({ why: 'the package electron is not installed' })
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...env } })
    let said = ''
    let isOver = false
    child.stderr.on('data', (part: Buffer) => (said += part.toString()))
    const timer = setTimeout(() => {
      isOver = true
      child.kill('SIGKILL')
      // A process that the installer started could hold the pipe open; nobody waits for it.
      child.stderr.destroy()
    }, limitMs)
    const end = (why: string): void => {
      clearTimeout(timer)
      const path = findRuntime(packageFolder, env)
      resolve(path === null ? { why } : { path })
    }
    child.on('error', (fault) => end(`the installer could not be started (${fault.message})`))
    child.on('close', () => {
      const seconds = Math.round(limitMs / 1_000)
      end(isOver ? `it could not be fetched within ${seconds} seconds` : `it could not be fetched (${reasonOf(said)})`)
    })
  })
}
