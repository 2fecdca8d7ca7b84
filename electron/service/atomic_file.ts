/**
 * Writes a file so that its name holds either the old content or the new, never a part.
 */
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { partialName } from '../../db/file_names.ts'

/**
 * Lets `write` fill a file beside `path` and then puts it in its place; what stood there stays when `write` fails.
 * Rejects with the system's error.
 */
export async function replaceFile(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = partialName(path)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await write(draft)
    const file = await open(draft, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Writes bytes or text, at once or as it is made; what stood there stays until all of it is written. */
export function writeWhole(path: string, content: Uint8Array | string | AsyncIterable<string>): Promise<void> {
  return replaceFile(path, async (draft) => {
    // Readable for its owner only, until that one decides otherwise.
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(content)
    } finally {
      await file.close()
    }
  })
}
