/** What the desktop shell remembers between starts, and how it writes files. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceFile, writeWhole } from '../../electron/service/atomic_file.ts'
import { createRecentWorkbooks } from '../../electron/service/recent_workbooks.ts'
import { readWindowState, writeWindowState } from '../../electron/desktop/window_state.ts'
import { temporaryFolder } from './workbooks.ts'

let place: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  place = temporaryFolder()
})

afterEach(() => place.clear())

function touch(name: string): string {
  writeFileSync(place.file(name), '')
  return place.file(name)
}

describe('recent workbooks', () => {
  it('stand newest first, each once, ten at most, across starts', async () => {
    const recent = createRecentWorkbooks(place.file('state/recent.json'))
    const paths = Array.from({ length: 12 }, (_, index) => touch(`${index}.tieout`))
    for (const path of paths) await recent.add(path)
    await recent.add(paths[5]!)
    const names = ['5', '11', '10', '9', '8', '7', '6', '4', '3', '2'].map((name) => `${name}.tieout`)
    expect(recent.list().map(({ name }) => name)).toEqual(names)
    expect(createRecentWorkbooks(place.file('state/recent.json')).list()).toEqual(recent.list())
  })

  it('say which files are not there, and know no other path', async () => {
    const recent = createRecentWorkbooks(place.file('recent.json'))
    await recent.add(touch('a.tieout'))
    await recent.add(touch('b.tieout'))
    rmSync(place.file('b.tieout'))
    expect(recent.list().map(({ name, missing }) => [name, missing])).toEqual([
      ['b.tieout', true],
      ['a.tieout', false],
    ])
    expect(['a.tieout', 'b.tieout', 'recent.json'].map((name) => recent.has(place.file(name)))).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each(['', '{', '{"a":1}', '[1, null, {"path": "x"}]'])('are empty where the list reads %s', (text) => {
    writeFileSync(place.file('recent.json'), text)
    expect(createRecentWorkbooks(place.file('recent.json')).list()).toEqual([])
  })

  it('stay in memory where the list cannot be written', async () => {
    writeFileSync(place.file('plain'), '')
    const recent = createRecentWorkbooks(place.file('plain/recent.json'))
    await recent.add(touch('a.tieout'))
    expect(recent.list()).toHaveLength(1)
  })
})

describe('the window', () => {
  const SCREEN = { x: 0, y: 0, width: 1_920, height: 1_040 }
  const read = (state: unknown, areas = [SCREEN]) => {
    writeFileSync(place.file('window.json'), JSON.stringify(state))
    return readWindowState(place.file('window.json'), areas)
  }

  it('opens as it was left', async () => {
    const bounds = { x: 100, y: 50, width: 1_200, height: 800 }
    await writeWindowState(place.file('w/window.json'), bounds, true)
    expect(readWindowState(place.file('w/window.json'), [SCREEN])).toEqual({ ...bounds, isMaximized: true })
  })

  it('opens on a screen that is there, when the one it was on is gone', () => {
    const state = { x: 3_000, y: 50, width: 1_200, height: 800 }
    expect(read(state)).toEqual({ width: 1_200, height: 800, isMaximized: false })
    expect(read(state, [SCREEN, { ...SCREEN, x: 1_920 }])).toMatchObject({ x: 3_000 })
    expect(read({ ...state, x: 100, y: -40 })).not.toHaveProperty('x')
  })

  it.each([null, {}, { width: 10, height: 10 }, { x: 0, y: 0, width: '1200', height: 1e300 }, []])(
    'opens in its first size where the state reads %j',
    (state) => expect(read(state)).toEqual({ width: 1_440, height: 900, isMaximized: false }),
  )
})

describe('a file that is replaced', () => {
  it('holds the new content, in a folder made for it', async () => {
    await writeWhole(place.file('new/a.pdf'), 'one')
    await writeWhole(place.file('new/a.pdf'), 'two')
    expect(readFileSync(place.file('new/a.pdf'), 'utf8')).toBe('two')
    expect(readdirSync(place.file('new'))).toEqual(['a.pdf'])
  })

  it('keeps the old content when writing fails half way', async () => {
    writeFileSync(place.file('a.pdf'), 'old')
    const half = replaceFile(place.file('a.pdf'), (draft) => {
      writeFileSync(draft, 'ha')
      return Promise.reject(new Error('The disk is full.'))
    })
    await expect(half).rejects.toThrow('The disk is full.')
    expect(readFileSync(place.file('a.pdf'), 'utf8')).toBe('old')
    expect(readdirSync(place.folder)).toEqual(['a.pdf'])
  })

  it('does not take the place of a folder', async () => {
    mkdirSync(place.file('a.pdf'))
    writeFileSync(place.file('a.pdf/kept'), '')
    await expect(writeWhole(place.file('a.pdf'), 'x')).rejects.toThrow(/./)
    expect([existsSync(place.file('a.pdf/kept')), readdirSync(place.folder)]).toEqual([true, ['a.pdf']])
  })
})
