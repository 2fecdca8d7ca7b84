/**
 * Shells for the desks of the tests that one process runs: each serves the workbook of one test after the other, at a port of
 * its own, and ends with the process that ordered it. One that a test has ended is not used again. Opens no browser, makes no workbook.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { shellSurroundings, waitForAddress, type ShellProcess } from '../shell_process.ts'
import type { Order } from './serving_child.ts'

const CHILD = join(import.meta.dirname, 'serving_child.ts')

/** Processes that serve nothing just now. */
const waiting: ChildProcess[] = []

const hasEnded = (process: ChildProcess): boolean => process.exitCode !== null || process.signalCode !== null

function order(process: ChildProcess, what: Order): void {
  process.send(what)
}

/** Serves a workbook, on a free port unless one is named; rejects with what was printed where that fails. */
export async function takeShell(workbook: string, port = 0): Promise<ShellProcess> {
  const free = waiting.pop()
  if (free && hasEnded(free)) return takeShell(workbook, port)
  const process =
    free ?? spawn(globalThis.process.execPath, [CHILD], shellSurroundings(['ignore', 'pipe', 'pipe', 'ipc']))
  const shell = waitForAddress(process, `Serving ${workbook}\n`)
  order(process, { serve: workbook, port })
  return shell
}

/** Closes the workbook of a shell; its process waits for the next. Nothing to do where it has ended. */
export async function giveBack({ process }: ShellProcess): Promise<void> {
  if (hasEnded(process)) return
  await new Promise<unknown>((resolve) => {
    process.once('message', resolve).once('exit', resolve)
    order(process, 'close')
  })
  process.removeAllListeners('message').removeAllListeners('exit')
  process.stdout!.removeAllListeners('data')
  process.stderr!.removeAllListeners('data')
  if (!hasEnded(process)) waiting.push(process)
}
