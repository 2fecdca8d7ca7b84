/** Which workbook `serve` makes, and which it asks about: as a process of its own, with a data folder of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from './workbooks.ts'

let place: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  place = temporaryFolder()
  mkdirSync(place.file('bin'))
  // The browser of the system is not opened.
  for (const name of ['xdg-open', 'open']) writeFileSync(place.file(`bin/${name}`), '#!/bin/sh\n', { mode: 0o755 })
})

afterEach(() => place.clear())

/** Serves until the address is printed, then ends; what was printed. */
async function served(...args: string[]): Promise<string> {
  const shell = spawn(process.execPath, ['electron/serve.ts', ...args], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: {
      ...process.env,
      PATH: `${place.file('bin')}:${process.env['PATH']}`,
      HOME: place.folder,
      XDG_DATA_HOME: place.file('data'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  shell.stdout.on('data', (part: Buffer) => (output += part.toString()))
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(/Tieout is ready at/)
  shell.kill()
  await once(shell, 'exit')
  return output
}

it.skipIf(process.platform === 'win32')(
  'asks about a named workbook that is not there, and makes a new one where that is said',
  async () => {
    const path = place.file('Books.tieout')
    expect(await served('--workbook', path)).toMatch(/There is no workbook at .*No new workbook was made/)
    expect(existsSync(path)).toBe(false)
    expect(await served('--workbook', path, '--new')).not.toMatch(/There is no workbook/)
    expect(existsSync(path)).toBe(true)
  },
)

it.skipIf(process.platform === 'win32')(
  'makes one for a script, but not where backups tell that one stood, or in a folder that is gone',
  async () => {
    const path = place.file('Books.tieout')
    await served('--workbook', path, '--no-open')
    expect(existsSync(path)).toBe(true)
    rmSync(path)
    expect(await served('--workbook', path, '--no-open')).toMatch(/Its backups are beside its place/)
    expect(existsSync(path)).toBe(false)
    expect(await served('--workbook', place.file('disk/Books.tieout'), '--no-open')).toMatch(/Its folder is not there/)
    expect(existsSync(place.file('disk'))).toBe(false)
  },
)

it.skipIf(process.platform === 'win32')(
  'makes its own workbook at the first start only, in a folder of its owner',
  async () => {
    await served()
    const folder = place.file('data/Tieout')
    expect(existsSync(join(folder, 'Workbook.tieout'))).toBe(true)
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700')
    for (const name of readdirSync(folder).filter((one) => one.startsWith('Workbook'))) {
      rmSync(join(folder, name), { recursive: true })
    }
    expect(await served()).toMatch(/There is no workbook at .*No new workbook was made/)
  },
)
