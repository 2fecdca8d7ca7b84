/**
 * Where the parts of the product lie, run from its sources or packaged, and what version it is.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder above that holds a package.json: the sources' own, or that of the packaged product. */
function projectFolder(folder: string): string {
  const above = dirname(folder)
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : projectFolder(above)
}

export const PROJECT_FOLDER = projectFolder(import.meta.dirname)

export const RENDERER_FOLDER = join(PROJECT_FOLDER, 'dist', 'renderer')

export const PRELOAD_FILE = join(PROJECT_FOLDER, 'dist', 'preload', 'preload.cjs')

/** The version that package.json names. */
export function productVersion(): string {
  const text = readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
