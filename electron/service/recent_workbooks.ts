/**
 * The list of recent workbooks, newest first, in a small file of its own. A convenience: a list that cannot be read
 * is empty, one that cannot be written is as it was.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { writeWhole } from './atomic_file.ts'

/** `missing`: there is no file at its place now. */
export type RecentWorkbook = { path: string; name: string; missing: boolean }

export type RecentWorkbooks = {
  /** Newest first, those whose file is not there too: a disk can be connected again. */
  list(): RecentWorkbook[]
  /** True for a path that the list shows: the only ones that a page may name, and none that is made anew when it is lost. */
  has(path: string): boolean
  add(path: string): Promise<void>
}

const MOST = 10

function read(file: string): string[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(value) ? value.filter((path): path is string => typeof path === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function createRecentWorkbooks(file: string): RecentWorkbooks {
  let paths = read(file)
  return {
    list: () => paths.map((path) => ({ path, name: basename(path), missing: !existsSync(path) })),
    has: (path) => paths.includes(path),
    async add(path) {
      const added = resolve(path)
      paths = [added, ...paths.filter((other) => other !== added)].slice(0, MOST)
      await writeWhole(file, JSON.stringify(paths)).catch(() => {})
    },
  }
}
