/** The remembered view names only what is there: what a filing lost since is forgotten on reading, and so at the next merge. */
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import type { Workbook } from '../../db/workbook.ts'
import type { View } from '../../shared/model/view.ts'
import { filings, named, newPath, options, scenarioEdit, set } from './workbook_fixture.ts'

function opened(): Workbook {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options({ backUpOnOpen: false }))
  workbook.commit(set('plan', scenarioEdit('test', null, named('Test'))))
  return workbook
}

const LIVE: View = {
  scenarios: { plan: 'test', press_release: 'as_filed' },
  place: '#/plan/income?scenario=test',
  cell: { filing: 'plan', schedule: 'income', line: 'a', column: 'fy' },
  folded: ['press_release/income/net', 'plan/income/a'],
  compared: { plan: ['test'] },
  widths: { 'plan/income/fy': 90, 'press_release/income/q3': 80, 'plan/income/_label': 240 },
  theme: 'dark',
  panels: { side: 20 },
}

test('what is there is remembered as it was given', () => {
  const workbook = opened()
  workbook.remember(LIVE)
  expect(workbook.view()).toEqual(LIVE)
  workbook.remember({ place: '#/plan/compare' })
  expect(workbook.view().place).toBe('#/plan/compare')
  workbook.close()
})

test.each([
  [
    'a scenario of another filing',
    { scenarios: { plan: 'test', press_release: 'test' } },
    { scenarios: { plan: 'test' } },
  ],
  ['as filed of no filing', { scenarios: { gone: 'as_filed' } }, { scenarios: {} }],
  ['the place in no filing', { place: '#/gone/income' }, {}],
  ['the place in no schedule', { place: '#/plan/gone' }, {}],
  ['the comparison of no filing', { place: '#/gone/compare' }, {}],
  ['a place that is none', { place: 'elsewhere' }, {}],
  ['the scenario of a place', { place: '#/plan/income?scenario=gone' }, { place: '#/plan/income' }],
  ['a cell without its line', { cell: { ...LIVE.cell!, line: 'gone' } }, {}],
  ['a cell without its column', { cell: { ...LIVE.cell!, column: 'gone' } }, {}],
  [
    'folded lines',
    { folded: ['plan/income/gone', 'plan/income/a', 'gone/income/a', 'a', 'plan/income/a/b'] },
    { folded: ['plan/income/a'] },
  ],
  ['compared scenarios', { compared: { plan: ['gone', 'test'], gone: ['test'] } }, { compared: { plan: ['test'] } }],
  [
    'widths',
    { widths: { 'plan/income/gone': 90, 'plan/gone/fy': 90, 'gone/income/_label': 90, 'plan/income/fy': 80 } },
    { widths: { 'plan/income/fy': 80 } },
  ],
] satisfies [string, View, View][])('%s that are gone are forgotten', (_, given, left) => {
  const workbook = opened()
  workbook.remember(given)
  expect(workbook.view()).toEqual(left)
  workbook.close()
})

test('what a change takes away goes with it, and from the file at the next merge', () => {
  const workbook = opened()
  workbook.remember(LIVE)
  const definition = filings()[1]!.schedules[0]!.lines[1]!
  workbook.commit(
    set(
      'plan',
      { kind: 'line', schedule: 'income', line: 'b', before: { at: 1, definition }, after: null },
      scenarioEdit('test', named('Test'), null),
    ),
  )
  workbook.remember({ widths: { 'plan/income/b': 70 }, scenarios: {} })
  workbook.remember({ widths: { 'plan/income/fy': 70 }, folded: ['plan/income/b', 'plan/income/a'] })
  const view = workbook.view()
  expect(view.scenarios).toEqual({ press_release: 'as_filed' })
  expect(view.folded).toEqual(['plan/income/a'])
  expect(view.place).toBe('#/plan/income')
  const { path } = workbook
  workbook.close()
  const db = new Database(path, { readonly: true })
  const stored = db.prepare("SELECT value FROM view_state WHERE key IN ('widths', 'scenarios')").pluck().all()
  db.close()
  expect(stored.join(' ')).not.toMatch(/income\/b|test/)
  openWorkbook(path, options()).close()
})
