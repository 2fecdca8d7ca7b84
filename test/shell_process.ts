/**
 * The browser shell over a workbook as a process of its own, as a person starts it. Opens no browser, makes no workbook.
 */
import { spawn, type ChildProcess, type SpawnOptions, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROJECT = join(import.meta.dirname, '..')

/** Compiled sources are kept between the shells of a run, which start by the hundred. */
const COMPILED = join(tmpdir(), 'tieout-tests-compiled')

/** A running shell: where it answers, and all that it has printed until now. */
export type ShellProcess = { process: ChildProcess; address: string; output: () => string }

/** What a process that serves is started with: the project's folder, and where compiled sources are kept. */
export function shellSurroundings(stdio: StdioOptions): SpawnOptions {
  return { cwd: PROJECT, stdio, env: { ...process.env, NODE_COMPILE_CACHE: COMPILED } }
}

/** Resolves when the process has printed an address, behind `mark` where one is given; rejects with what it printed where it ends before. */
export async function waitForAddress(shell: ChildProcess, mark = ''): Promise<ShellProcess> {
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (part: Buffer): void => {
      output += part.toString()
      const from = output.indexOf(mark)
      const found = from < 0 ? null : /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(output.slice(from))
      if (found) resolve(found[0])
    }
    shell.stdout!.on('data', read)
    shell.stderr!.on('data', read)
    shell.once('exit', (code) => reject(new Error(`The shell ended with ${code}: ${output}`)))
  })
  return { process: shell, address, output: () => output }
}

/** Starts the shell, on a free port unless one is named; resolves when it has printed its address, rejects with what it printed where it ends before. */
export function startShell(workbook: string, port = 0): Promise<ShellProcess> {
  const args = ['electron/serve.ts', '--workbook', workbook, '--port', String(port), '--no-open']
  return waitForAddress(spawn(process.execPath, args, shellSurroundings(['ignore', 'pipe', 'pipe'])))
}

/** Ends a shell, by the signal, and waits until it is gone; nothing to do where it has ended. */
export async function stopShell({ process: shell }: ShellProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (shell.exitCode !== null || shell.signalCode !== null) return
  shell.kill(signal)
  await once(shell, 'exit')
}
