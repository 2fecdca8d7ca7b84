/**
 * The golden tables of the REIT layer through templates and engine, as `npm run golden` runs them; and that a table with a wrong figure does not pass.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GOLDEN_TABLES, runFolder } from '../../golden/tables.ts'

const FOLDER = join(import.meta.dirname, '../../golden/reit')

test('every row of every table comes out', () => {
  const { tables, skipped } = runFolder(FOLDER)
  expect(skipped).toEqual([])
  expect(tables.map(({ file }) => file)).toEqual(GOLDEN_TABLES.map(({ file }) => file))
  for (const { file, outcomes } of tables) {
    expect(outcomes.length, file).toBeGreaterThan(0)
    expect(outcomes.filter(({ misses }) => misses.length > 0)).toEqual([])
  }
})

test('a figure that is wrong by a hundredth is a miss, with both texts; a file that is not known is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-golden-'))
  try {
    cpSync(join(FOLDER, 'distribution_test.csv'), join(folder, 'distribution_test.csv'))
    const path = join(folder, 'distribution_test.csv')
    const text = readFileSync(path, 'utf8')
    expect(text.split('4315.5,')).toHaveLength(2)
    writeFileSync(path, text.replace('4315.5,', '4315.51,'))
    writeFileSync(join(folder, 'other.csv'), 'a,b\n1,2\n')
    const { tables, skipped } = runFolder(folder)
    expect(skipped).toEqual(['other.csv'])
    expect(tables[0]!.outcomes.filter(({ misses }) => misses.length > 0)).toEqual([
      { row: 'D02', misses: [{ column: 'required', expected: '4315.51', got: '4315.5' }] },
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
