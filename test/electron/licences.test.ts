/** What About tells of licences: every package in the pages and in the program, with its text, and none that would bind the product. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureRenderer } from '../../electron/commands/renderer_build.ts'
import { PROJECT_FOLDER, RENDERER_FOLDER } from '../../electron/project.ts'

type Licence = { name: string; version: string; licence: string; text: string }

const read = (path: string): string => readFileSync(path, 'utf8')

describe('licences.json', () => {
  let shipped: Licence[] = []
  beforeAll(async () => {
    await ensureRenderer(() => undefined)
    shipped = JSON.parse(read(join(RENDERER_FOLDER, 'licences.json'))) as Licence[]
  }, 120_000)

  it('lists what the sources import, what the program carries, the fonts, and Electron', () => {
    const { dependencies } = JSON.parse(read(join(PROJECT_FOLDER, 'package.json'))) as {
      dependencies: Record<string, string>
    }
    const names = new Set(shipped.map(({ name }) => name))
    const wanted = [
      ...Object.keys(dependencies),
      'electron',
      ...'react react-dom ag-grid-community ag-grid-react recharts lucide-react zustand'.split(' '),
      ...'@fontsource-variable/inter @fontsource-variable/source-serif-4 @fontsource/source-serif-4'.split(' '),
    ]
    expect(wanted.filter((name) => !names.has(name))).toEqual([])
  })

  it('lists every package that the built scripts and styles name a file of', () => {
    const assets = readdirSync(join(RENDERER_FOLDER, 'assets'))
    expect(assets.some((name) => name.startsWith('source-serif-4-latin-400-normal'))).toBe(true)
    expect(shipped.filter(({ name }) => name.startsWith('@fontsource')).map(({ licence }) => licence)).toEqual([
      'OFL-1.1',
      'OFL-1.1',
      'OFL-1.1',
    ])
  })

  it('has version, licence and text of each, and none under GPL, LGPL or AGPL', () => {
    for (const { name, version, licence, text } of shipped) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+/)])
      expect([name, licence]).toEqual([
        name,
        expect.stringMatching(/^(?:(?:MIT|ISC|0?BSD|BSD-[23]-Clause|OFL-1\.1)(?: AND )?)+$/),
      ])
      expect(text.length).toBeGreaterThan(40)
      expect(`${licence} ${text}`).not.toMatch(/\b[AL]?GPL\b|GNU (?:Affero|Lesser|General)/)
    }
  })
})
