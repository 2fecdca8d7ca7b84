/** What a killed program left behind goes at the next start, and nothing else; what stands meanwhile is this user's alone. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDownloads, removeLeftCopies } from '../../electron/browser/downloads.ts'
import { removeLeftOver } from '../../electron/browser/left_over.ts'
import { removeLeftSignInFiles, writeSignInFile } from '../../electron/browser/sign_in_file.ts'
import { temporaryFolder } from './workbooks.ts'

let place: ReturnType<typeof temporaryFolder>
let temporary: string | undefined

beforeEach(() => {
  place = temporaryFolder()
  temporary = process.env['TMPDIR']
  process.env['TMPDIR'] = place.folder
})

afterEach(() => {
  if (temporary === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = temporary
  place.clear()
})

/** The id of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid!
}

const mode = (path: string): number => statSync(path).mode & 0o777

describe('what ended programs left', () => {
  it('is removed where its name, its kind and its owner say so', async () => {
    const dead = await deadProcess()
    for (const name of [
      `stem-${dead}-a`,
      `stem-${process.pid}-b`,
      `stem-${dead}x-c`,
      `stem-a-${dead}-d`,
      `other-${dead}-e`,
    ]) {
      mkdirSync(place.file(name))
      writeFileSync(join(place.file(name), 'inside'), '')
    }
    writeFileSync(place.file(`stem-${dead}-file`), '')
    mkdirSync(place.file('target'))
    writeFileSync(place.file('target/kept'), '')
    if (process.platform !== 'win32') symlinkSync(place.file('target'), place.file(`stem-${dead}-link`))
    await removeLeftOver(place.folder, 'stem', 'folder')
    expect(existsSync(place.file(`stem-${dead}-a`))).toBe(false)
    for (const name of [`stem-${process.pid}-b`, `stem-${dead}x-c`, `stem-a-${dead}-d`, `other-${dead}-e`, 'target']) {
      expect([name, readdirSync(place.file(name)).length]).toEqual([name, 1])
    }
    expect(existsSync(place.file(`stem-${dead}-file`))).toBe(true)
    await removeLeftOver(place.folder, 'stem', 'file')
    expect(existsSync(place.file(`stem-${dead}-file`))).toBe(false)
    expect(existsSync(place.file('target/kept'))).toBe(true)
    if (process.platform !== 'win32') expect(existsSync(place.file(`stem-${dead}-link`))).toBe(true)
  })

  it('in a folder that is not there is nothing', async () => {
    await removeLeftOver(place.file('nowhere'), 'stem', 'folder')
    await removeLeftSignInFiles(place.file('nowhere'))
  })
})

describe('a copy to download', () => {
  it('stands in a folder named by its process, and is this user’s alone whatever the umask', async () => {
    const downloads = createDownloads()
    const umask = process.umask(0)
    try {
      let copy = ''
      await downloads.offer({ name: 'Books copy.tieout', type: 'application/octet-stream' }, async (path) => {
        copy = path
        await writeFile(path, 'figures')
      })
      expect(basename(dirname(copy))).toMatch(new RegExp(`^tieout-copy-${process.pid}-\\w+$`))
      if (process.platform !== 'win32') expect([mode(copy), mode(dirname(copy))]).toEqual([0o600, 0o700])
      await removeLeftCopies()
      expect(readFileSync(copy, 'utf8')).toBe('figures')
      await downloads.close()
      expect(readdirSync(place.folder)).toEqual([])
    } finally {
      process.umask(umask)
    }
  })

  it('of a program that was killed goes at the next start', async () => {
    const folder = place.file(`tieout-copy-${await deadProcess()}-Ab3dEf`)
    mkdirSync(folder)
    writeFileSync(join(folder, 'copy.tieout'), 'figures')
    await removeLeftCopies()
    expect(readdirSync(place.folder)).toEqual([])
  })
})

describe('the page for the system browser', () => {
  const address = 'http://127.0.0.1:1234/?token=abc'

  it('is this user’s alone, leads to the address, and goes', async () => {
    const umask = process.umask(0)
    try {
      mkdirSync(place.file('Tieout/sign-in'), { recursive: true })
      const file = await writeSignInFile(place.file('Tieout'), address)
      expect(dirname(file.path)).toBe(place.file('Tieout/sign-in'))
      if (process.platform !== 'win32') expect([mode(file.path), mode(dirname(file.path))]).toEqual([0o600, 0o700])
      expect(readFileSync(file.path, 'utf8')).toContain(`<meta http-equiv="refresh" content="0; url=${address}">`)
      expect(file.path).not.toContain('abc')
      await file.remove()
      expect(readdirSync(place.file('Tieout/sign-in'))).toEqual([])
    } finally {
      process.umask(umask)
    }
  })

  it('of a program that was killed goes at the next start, that of one that runs stays', async () => {
    const own = await writeSignInFile(place.file('Tieout'), address)
    writeFileSync(place.file(`Tieout/sign-in/sign-in-${await deadProcess()}-0a.html`), '')
    await removeLeftSignInFiles(place.file('Tieout'))
    expect(readdirSync(place.file('Tieout/sign-in'))).toEqual([basename(own.path)])
  })
})
