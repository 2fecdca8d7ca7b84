/**
 * Files and folders that nobody but their owner may read, whatever mask the system gives to new ones (on Windows the folder
 * of the user does this). Must not change what a person set on a file or folder that was there before.
 */
import { chmodSync, fchmodSync, mkdirSync, openSync } from 'node:fs'

const OWNER_ONLY = 0o600
const OWNER_ONLY_FOLDER = 0o700

/** Makes a new file and returns its descriptor; throws EEXIST where the name is taken. */
export function createPrivate(path: string): number {
  const descriptor = openSync(path, 'wx', OWNER_ONLY)
  fchmodSync(descriptor, OWNER_ONLY)
  return descriptor
}

/** Makes a file that was copied readable for its owner only. */
export function makePrivate(path: string): void {
  chmodSync(path, OWNER_ONLY)
}

/** Makes a folder that belongs to the product, or finds it; either way it is the owner's alone afterwards. */
export function makePrivateFolder(path: string, options: { recursive?: boolean } = {}): void {
  try {
    mkdirSync(path, { ...options, mode: OWNER_ONLY_FOLDER })
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error
  }
  chmodSync(path, OWNER_ONLY_FOLDER)
}
