/** What About tells of licences: every package in the pages and in the program, with its text, and none that would bind the product. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureRenderer } from '../../electron/commands/renderer_build.ts'
import { RENDERER_FOLDER } from '../../electron/project.ts'
import { carried, inMain, inPages, packageOf } from './bundled_packages.ts'

type Licence = { name: string; version: string; licence: string; text: string }

const read = (path: string): string => readFileSync(path, 'utf8')

describe('licences.json', () => {
  let shipped: Licence[] = []
  beforeAll(async () => {
    await ensureRenderer(() => undefined)
    shipped = JSON.parse(read(join(RENDERER_FOLDER, 'licences.json'))) as Licence[]
  }, 120_000)

  /** Packages that About tells nothing of. */
  const unlisted = (packages: Iterable<string>): string[] => {
    const listed = new Set(shipped.map(({ name, version }) => `${name} ${version}`))
    return [...packages].filter((one) => !listed.has(one)).toSorted()
  }

  it('lists every package whose code or fonts stand in the pages and the preload', async () => {
    const found = await inPages()
    expect([...found].map((one) => one.split(' ')[0])).toEqual(
      expect.arrayContaining(['react', 'recharts', 'ag-grid-community', 'lucide-react', '@fontsource-variable/inter']),
    )
    expect(unlisted(found)).toEqual([])
  }, 120_000)

  it('lists every package that the main process has in its bundle or imports, and what an installer carries', async () => {
    const found = await inMain()
    expect([...found].map((one) => one.split(' ')[0])).toEqual(
      expect.arrayContaining(['electron', 'better-sqlite3', 'decimal.js', 'zod']),
    )
    expect(unlisted(found)).toEqual([])
    expect(carried().size).toBeGreaterThan(4)
    expect(unlisted(carried())).toEqual([])
  }, 120_000)

  it('would miss a package that was added without its licence, nested ones and other versions too', () => {
    const added = [
      '/x/node_modules/left-out/index.js',
      '/x/node_modules/a/node_modules/@b/c/d.css',
      'renderer/main.tsx',
    ]
    expect(unlisted(added.flatMap((file) => packageOf(file) ?? []))).toEqual(['@b/c', 'left-out'])
    const react = shipped.find(({ name }) => name === 'react')!
    expect(unlisted([`react ${react.version}`, 'react 0.0.1'])).toEqual(['react 0.0.1'])
  })

  it('lists the fonts under their own licence', () => {
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
