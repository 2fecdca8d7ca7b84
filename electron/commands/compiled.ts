/**
 * Compiled sources are kept between starts: reading and compiling them anew takes longer than all else of a start. Only for the entry
 * files, which import what they start after calling it.
 */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { PROJECT_FOLDER } from '../project.ts'

/** Beside the installed packages, as much this user's own as the sources are; a folder for all users would run what others put there. */
export const COMPILED_FOLDER = join(PROJECT_FOLDER, 'node_modules', '.cache', 'tieout')

/** Reads and keeps them; where the folder cannot be written to, every start compiles as before. */
export function keepCompiled(): void {
  enableCompileCache(COMPILED_FOLDER)
}
