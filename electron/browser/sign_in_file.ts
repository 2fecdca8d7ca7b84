/**
 * A page on disk that leads to the printed address. The system's browser is given this file rather than the address, because a
 * command line can be read by every user of the machine, and with it the token. Must be readable by this user alone.
 */
import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateFolder } from '../../db/private_file.ts'
import { ownPrefix, removeLeftOver } from './left_over.ts'

const STEM = 'sign-in'

export type SignInFile = {
  path: string
  /** Removes it; to be called once the token is spent, and at the end. */
  remove(): Promise<void>
}

const page = (address: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Tieout</title>
</head>
<body><p><a href="${address}">Open the workbook</a></p></body>
</html>
`

/** Removes those that a program left which was killed. */
export function removeLeftSignInFiles(userFolder: string): Promise<void> {
  return removeLeftOver(join(userFolder, STEM), STEM, 'file')
}

/** Writes the page into a private folder within the user's data folder. Rejects with the system's error. */
export async function writeSignInFile(userFolder: string, address: string): Promise<SignInFile> {
  const folder = join(userFolder, STEM)
  makePrivateFolder(folder, { recursive: true })
  const path = join(folder, `${ownPrefix(STEM)}${randomBytes(6).toString('hex')}.html`)
  await writeFile(path, page(address), { flag: 'wx', mode: 0o600 })
  return { path, remove: () => rm(path, { force: true }) }
}
