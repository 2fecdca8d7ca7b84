/**
 * The screen has six sizes of type, named once; no style sheet sets another.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const RENDERER = join(import.meta.dirname, '../../../renderer')

/** The declarations of a type size that name none of the six, each with its file. */
function strange(path: string, css: string): string[] {
  const declared = css.matchAll(/(?<![\w-])font(?:-size)?:\s*([^;{}]+);/g)
  return [...declared]
    .map(([, value]) => value!.trim())
    .filter((value) => !/var\(--t[1-6]\)|^inherit$|^[\d.]+em$|^0$/.test(value))
    .map((value) => `${path}: ${value}`)
}

const sheets = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.css') && !path.startsWith('print'),
)

test('six sizes are named, and every style sheet of the screen sets one of them', () => {
  const tokens = readFileSync(join(RENDERER, 'ui/styles/tokens.css'), 'utf8')
  expect([...tokens.matchAll(/--t\d+: [\d.]+px/g)]).toHaveLength(6)
  expect(sheets.length).toBeGreaterThan(25)
  expect(sheets.flatMap((path) => strange(path, readFileSync(join(RENDERER, path), 'utf8')))).toEqual([])
})

test('a size of its own is found', () => {
  expect(
    strange('a.css', 'p { font-size: 13px; } b { font: 600 var(--t4) / 1 serif; } i { font: 12px/1 serif; }'),
  ).toEqual(['a.css: 13px', 'a.css: 12px/1 serif'])
})
