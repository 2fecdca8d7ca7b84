/**
 * What a program that was stopped in the middle of writing leaves in a folder: files that never got their name.
 * Must not touch a file that a program writes now, nor one that the product did not name.
 */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writerOf } from './file_names.ts'

/** True while the process runs; a number that another user's process has taken counts as running. */
export function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return (error as { code?: unknown }).code !== 'ESRCH'
  }
}

/** Removes what ended programs left half written in the folder. A folder that cannot be read keeps it for the next time. */
export function clearLeftovers(folder: string): void {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return
  }
  for (const name of names) {
    const writer = writerOf(name)
    if (writer === undefined || (writer !== null && isRunning(writer))) continue
    try {
      rmSync(join(folder, name), { force: true })
    } catch {
      // It stays until it can be removed; it is in nobody's way.
    }
  }
}
