/**
 * Files and folders that one run of the program needs for a while: named by its process, so that what a killed one left behind is
 * known and removed at a later start. Must never touch what another user, or a program that still runs, owns.
 */
import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isRunning } from '../../db/leftovers.ts'

/** How names of this process begin: `<stem>-<process id>-`. */
export function ownPrefix(stem: string): string {
  return `${stem}-${process.pid}-`
}

/** True for a real file or folder of this user; a link is neither. */
async function isOwn(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  const facts = await lstat(path)
  const isKind = kind === 'file' ? facts.isFile() : facts.isDirectory()
  return isKind && (process.getuid === undefined || facts.uid === process.getuid())
}

/**
 * Removes what ended processes left in `folder` under names of `stem`. Never rejects: what cannot be removed stays for the next
 * start.
 */
export async function removeLeftOver(folder: string, stem: string, kind: 'file' | 'folder'): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const id = name.startsWith(`${stem}-`) ? /^([1-9]\d{0,9})-/.exec(name.slice(stem.length + 1))?.[1] : undefined
    if (id === undefined || isRunning(Number(id))) continue
    const path = join(folder, name)
    try {
      if (await isOwn(path, kind)) await rm(path, { recursive: true, force: true })
    } catch {
      // Gone meanwhile, or not removable: harmless either way.
    }
  }
}
