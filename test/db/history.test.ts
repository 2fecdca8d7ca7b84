/** What the log says of one cell, and of one filing: every act that touched it, none that did not. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import type { Workbook } from '../../db/workbook.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import { draftEdit, filings, named, newPath, options, provisionEdit, scenarioEdit, set } from './workbook_fixture.ts'

const open = (): Workbook => createWorkbook(newPath(), filings(), options({ backUpOnOpen: false }))
const provision = { filing: 'press_release', schedule: 'income', line: 'provision', column: 'q3' }
const b = { filing: 'plan', schedule: 'income', line: 'b', column: 'fy' }

/** An edit of line `b` in the draft's scenario. */
function over(before: string | null, after: string | null): CellEdit {
  return { ...draftEdit('b', before, after), scenario: 'test' }
}

test('each act on a cell is told, newest first, with who, when, before and after', () => {
  const workbook = open()
  workbook.commit(
    set('press_release', scenarioEdit('test', null, named('Test')), provisionEdit('test', null, '799445')),
  )
  workbook.commit(set('press_release', { ...provisionEdit('test', null, '5'), column: 'q2' }))
  workbook.commit({ ...set('press_release', provisionEdit('test', '799445', null)), title: 'Provision reset' })
  workbook.undo(4)
  const told = { time: '2026-03-04T12:00:00.000Z', author: 'A. Controller', scenario: 'test' }
  const reset = { ...told, title: 'Provision reset' }
  expect(workbook.history(provision)).toStrictEqual([
    { ...reset, number: 5, kind: 'undo', reverses: 4, undone: false, before: null, after: '799445' },
    { ...reset, number: 4, kind: 'edit', reverses: null, undone: true, before: '799445', after: null },
    {
      ...told,
      number: 2,
      title: 'A change',
      kind: 'edit',
      reverses: null,
      undone: false,
      before: null,
      after: '799445',
    },
  ])
  workbook.redo(4)
  expect(workbook.history(provision).map(({ number, kind, undone }) => [number, kind, undone])).toEqual([
    [6, 'redo', false],
    [5, 'undo', false],
    [4, 'edit', false],
    [2, 'edit', false],
  ])
  workbook.revert(4)
  expect(workbook.history(provision)[0]).toMatchObject({ number: 7, kind: 'edit', reverses: 4, after: '799445' })
  expect(workbook.history({ ...provision, column: 'q1' })).toEqual([])
  expect(workbook.history({ ...provision, filing: 'plan' })).toEqual([])
  workbook.close()
})

test('layers are told apart; an act is told once for each layer, as a whole', () => {
  const workbook = open()
  workbook.commit(set('plan', scenarioEdit('test', null, named('Test'))))
  workbook.commit(set('plan', over(null, '1'), over('1', '2')))
  workbook.commit(set('plan', draftEdit('b', null, '2'), over('2', null), scenarioEdit('test', named('Test'), null)))
  const shown = (scenario?: string | null) =>
    workbook.history({ ...b, scenario }).map((entry) => [entry.number, entry.scenario, entry.before, entry.after])
  const base = [4, null, null, '2']
  const overlay = [
    [4, 'test', '2', null],
    [3, 'test', null, '2'],
  ]
  expect(shown()).toEqual([base, ...overlay])
  expect(shown(null)).toEqual([base])
  expect(shown('test')).toEqual(overlay)
  expect(shown('other')).toEqual([])
  workbook.close()
})

test('a text that looks like the cell is not the cell', () => {
  const workbook = open()
  workbook.commit(set('plan', draftEdit('a', '= b * 2', '"line":"b"')))
  workbook.commit({ ...set('plan', draftEdit('a', '"line":"b"', '{"line":"b","column":"fy"}')), title: '"line":"b"' })
  expect(workbook.history(b)).toEqual([])
  expect(workbook.history({ ...b, line: 'a' })).toHaveLength(2)
  expect(workbook.log({ limit: 5, cell: { schedule: 'income', line: 'b', column: 'fy' } })).toEqual([])
  // Its line in one change and its column in another are not the cell either.
  const make = scenarioEdit('test', null, named('Test'))
  const fee = { ...provisionEdit('test', null, '2'), line: 'fee' }
  workbook.commit(set('press_release', make, { ...provisionEdit('test', null, '1'), column: 'q2' }, fee))
  expect(workbook.history(provision)).toEqual([])
  expect(workbook.history({ ...provision, line: 'fee' })).toMatchObject([{ after: '2' }])
  workbook.close()
})

test('history is paged by change number', () => {
  const workbook = open()
  for (const n of [1, 2, 3, 4]) workbook.commit(set('plan', draftEdit('b', n === 1 ? null : String(n - 1), String(n))))
  const numbers = (range: { before?: number; limit?: number }) =>
    workbook.history({ ...b, ...range }).map(({ number }) => number)
  expect(numbers({})).toEqual([5, 4, 3, 2])
  expect(numbers({ limit: 2 })).toEqual([5, 4])
  expect(numbers({ limit: 2, before: 4 })).toEqual([3, 2])
  workbook.close()
})

test('the log is read whole, of a filing, or of a cell', () => {
  const workbook = open()
  workbook.commit(set('plan', draftEdit('b', null, '1'), draftEdit('a', '= b * 2', '9')))
  workbook.commit(set('press_release', scenarioEdit('test', null, named('Test')), provisionEdit('test', null, '1')))
  workbook.commit(set('plan', draftEdit('a', '9', '8')))
  const numbers = (range: Omit<Parameters<Workbook['log']>[0], 'limit'>, limit = 9) =>
    workbook.log({ ...range, limit }).map(({ number }) => number)
  const cell = { schedule: 'income', line: 'a', column: 'fy' }
  expect(numbers({})).toEqual([4, 3, 2, 1])
  expect(numbers({ filing: 'plan' })).toEqual([4, 2])
  expect(numbers({ filing: 'plan', before: 4 })).toEqual([2])
  expect(numbers({ cell })).toEqual([4, 2])
  expect(numbers({ cell }, 1)).toEqual([4])
  expect(numbers({ cell, before: 4 })).toEqual([2])
  expect(numbers({ cell, filing: 'press_release' })).toEqual([])
  expect(workbook.log({ limit: 9, cell: { ...cell, line: 'b' } })).toEqual([
    workbook.log({ limit: 9 }).find(({ number }) => number === 2),
  ])
  workbook.close()
})

test('the newest entry of a layer ends in what is stored, and each begins where the one before it ended', () => {
  const step = fc.record({
    line: fc.constantFrom('a' as const, 'b' as const),
    layer: fc.constantFrom(null, 'test'),
    value: fc.constantFrom(null, '', '1', '2'),
    next: fc.constantFrom('undo', 'revert', 'nothing', 'nothing'),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const workbook = open()
      workbook.commit(set('plan', scenarioEdit('test', null, named('Test'))))
      const stored = (line: string, layer: string | null): string | null => {
        const { filing, scenarios } = workbook.read().filings[1]!
        const cells = layer === null ? filing.schedules[0]!.cells : scenarios[0]!.cells
        return cells.find((cell) => cell.line === line)?.input ?? null
      }
      for (const { line, layer, value, next } of steps) {
        const before = stored(line, layer)
        const { number } = workbook.commit(set('plan', { ...draftEdit(line, before, value), scenario: layer }))
        if (next === 'undo') workbook.undo(number)
        if (next === 'revert') workbook.revert(number)
      }
      for (const line of ['a', 'b']) {
        for (const layer of [null, 'test']) {
          const entries = workbook.history({ ...b, line, scenario: layer })
          const first = line === 'a' && layer === null ? '= b * 2' : null
          const ends = [...entries.map(({ after }) => after), first]
          expect(ends[0]).toBe(stored(line, layer))
          expect(entries.map(({ before }) => before)).toEqual(ends.slice(1))
        }
      }
      workbook.close()
      openWorkbook(workbook.path, options({ backUpOnOpen: false })).close()
    }),
    { numRuns: 25 },
  )
})

test('the log narrows to a schedule, a scenario, a kind and a text, all at once', () => {
  const workbook = open()
  const make = scenarioEdit('test', null, named('Test'))
  workbook.commit({ ...set('press_release', make, provisionEdit('test', null, '799445')), title: 'Provision raised' })
  workbook.commit({ ...set('plan', draftEdit('b', null, '2')), title: 'Plan: b' })
  workbook.commit({ ...set('press_release', provisionEdit('test', '799445', null)), title: 'Provision reset' })
  workbook.undo(4)
  const listed = (range: Partial<Parameters<Workbook['log']>[0]>): number[] =>
    workbook.log({ limit: 50, ...range }).map(({ number }) => number)
  expect(listed({})).toEqual([5, 4, 3, 2, 1])
  expect(listed({ filing: 'press_release', scenario: 'test' })).toEqual([5, 4, 2])
  expect(listed({ scenario: null })).toEqual([3])
  expect(listed({ filing: 'press_release', schedule: 'income' })).toEqual([5, 4, 2])
  expect(listed({ schedule: 'balance' })).toEqual([])
  expect(listed({ kind: 'undo' })).toEqual([5])
  expect(listed({ kind: 'edits' })).toEqual([4, 3, 2])
  expect(listed({ kind: 'structure' })).toEqual([2])
  expect(listed({ text: 'PROVISION R' })).toEqual([5, 4, 2])
  expect(listed({ text: '100%' })).toEqual([])
  expect(listed({ text: 'provision', kind: 'edits', limit: 1 })).toEqual([4])
  expect(listed({ text: 'provision', kind: 'edits', before: 4 })).toEqual([2])
  const cell = { schedule: 'income', line: 'provision', column: 'q3' }
  expect(listed({ cell, kind: 'edits' })).toEqual([4, 2])
  expect(listed({ cell, text: 'raised' })).toEqual([2])
  workbook.close()
})

test('what was typed in a cell is listed there, also where it changed another', () => {
  const workbook = open()
  const make = scenarioEdit('test', null, named('Test'))
  const typed = { schedule: 'income', line: 'fee', column: 'q3', scenario: 'test' }
  workbook.commit({ ...set('press_release', make, provisionEdit('test', null, '1')), place: typed })
  const cell = { schedule: 'income', line: 'fee', column: 'q3' }
  expect(workbook.log({ limit: 9, cell }).map(({ number }) => number)).toEqual([2])
  expect(workbook.log({ limit: 9, cell: { ...cell, column: 'q2' } })).toEqual([])
  expect(workbook.history({ filing: 'press_release', ...cell })).toEqual([])
  expect(workbook.history(provision)).toHaveLength(1)
  workbook.close()
})
