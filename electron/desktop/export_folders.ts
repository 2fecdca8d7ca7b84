/**
 * The folders that copies, tables and printed pages were written to last: where a program that was stopped in the middle left
 * a file without a name, it is removed at the next start. A convenience: a list that cannot be read is empty.
 */
import { readFileSync } from 'node:fs'
import { clearLeftovers } from '../../db/leftovers.ts'
import { writeWhole } from '../service/atomic_file.ts'

const MOST = 10

function read(file: string): string[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(value) ? value.filter((folder) => typeof folder === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export type ExportFolders = {
  /** Notes a folder before something is written there. */
  add(folder: string): Promise<void>
  /** Removes what an earlier program left half written in the folders noted. */
  clear(): void
}

export function createExportFolders(file: string): ExportFolders {
  let folders = read(file)
  return {
    async add(folder) {
      if (folders.includes(folder)) return
      folders = [folder, ...folders].slice(0, MOST)
      await writeWhole(file, JSON.stringify(folders)).catch(() => {})
    },
    clear() {
      for (const folder of folders) clearLeftovers(folder)
    },
  }
}
