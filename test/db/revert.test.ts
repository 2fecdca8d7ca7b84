/** "Undo from here": a change in the middle is taken back by a new edit, or refused naming what is in the way. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import type { Workbook } from '../../db/workbook.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import {
  failure,
  filings,
  named,
  newPath,
  options,
  provisionEdit,
  scenarioEdit,
  set,
  draftEdit,
} from './workbook_fixture.ts'

const quiet = { backUpOnOpen: false }
const open = (): Workbook => createWorkbook(newPath(), filings(), options(quiet))

/** Commits changes of the draft, one change set each; the first is number 2. */
function plan(workbook: Workbook, ...changes: Change[]): void {
  for (const change of changes) workbook.commit(set('plan', change))
}

const inputs = (workbook: Workbook) =>
  Object.fromEntries(workbook.read().filings[1]!.filing.schedules[0]!.cells.map(({ line, input }) => [line, input]))

const refusal = (workbook: Workbook, number: number): string => {
  const before = workbook.read()
  const { kind, message } = failure(() => workbook.revert(number))
  expect(kind).toBe('refused')
  expect(workbook.read()).toEqual(before)
  return message
}

test('an older change is taken back, what came later stays, and the revert is an edit like any other', () => {
  const workbook = open()
  plan(workbook, draftEdit('b', null, '5'), draftEdit('a', '= b * 2', '7'), draftEdit('b', '5', '5'))
  workbook.undo(4)
  const reverted = workbook.revert(2)
  expect(reverted).toMatchObject({
    number: 6,
    reverses: 2,
    undo: { number: 6, title: 'Reverted change 2: A change' },
    redo: null,
    changeSet: { filing: 'plan', title: 'Reverted change 2: A change', changes: [draftEdit('b', '5', null)] },
  })
  expect(inputs(workbook)).toEqual({ a: '7' })
  expect(workbook.log({ limit: 1 })).toMatchObject([
    { number: 6, kind: 'edit', reverses: 2, id: reverted.changeSet.id, title: 'Reverted change 2: A change' },
  ])
  expect(workbook.outcome(reverted.changeSet.id)).toBe(6)
  workbook.undo(6)
  expect(inputs(workbook)).toEqual({ a: '7', b: '5' })
  workbook.close()
  const again = openWorkbook(workbook.path, options(quiet))
  expect(again.read()).toMatchObject({ undo: { number: 3 }, redo: { number: 6 } })
  again.redo(6)
  expect(inputs(again)).toEqual({ a: '7' })
  again.revert(6)
  expect(inputs(again)).toEqual({ a: '7', b: '5' })
  again.close()
})

test('the place of the change stays, and a long title is cut', () => {
  const workbook = open()
  const place = { schedule: 'income', line: 'b', column: 'fy', scenario: null }
  workbook.commit({ ...set('plan', draftEdit('b', null, '5')), title: 'x'.repeat(1_000), place })
  const { changeSet } = workbook.revert(2)
  expect(changeSet.place).toEqual(place)
  expect(changeSet.title).toBe(`Reverted change 2: ${'x'.repeat(980)}…`)
  workbook.close()
})

test('a long title is cut between characters', () => {
  const workbook = open()
  workbook.commit({ ...set('plan', draftEdit('b', null, '5')), title: '🇵🇹'.repeat(250) })
  const { changeSet } = workbook.revert(2)
  expect(changeSet.title).toBe(`Reverted change 2: ${'🇵🇹'.repeat(245)}…`)
  workbook.close()
})

test('later changes of the same cell are in the way and are named', () => {
  const workbook = open()
  plan(workbook, draftEdit('b', null, '1'), draftEdit('a', '= b * 2', '9'), draftEdit('b', '1', '2'))
  expect(refusal(workbook, 2)).toBe(
    'Change 2 cannot be reverted, because the same cell was changed later, by change 4. Revert it first. Nothing was changed.',
  )
  plan(workbook, draftEdit('b', '2', '3'), draftEdit('b', '3', '1'))
  expect(refusal(workbook, 2)).toMatch(/by changes 4, 5 and 6\. Revert them first\./)
  for (let at = 0; at < 10; at += 1) plan(workbook, draftEdit('b', '1', '1'))
  expect(refusal(workbook, 2)).toMatch(/by changes 4, 5, 6, 7, 8, 9, 10, 11 and 5 more\./)
  workbook.close()
})

test('a later change that was undone or reverted is not in the way', () => {
  const workbook = open()
  plan(workbook, draftEdit('b', null, '1'), draftEdit('b', '1', '2'))
  workbook.undo(3)
  plan(workbook, draftEdit('b', '1', '3'))
  workbook.revert(5)
  workbook.revert(2)
  expect(inputs(workbook)).toEqual({ a: '= b * 2' })
  // Its own revert taken back, change 5 stands between: not before it is out of the way again.
  workbook.undo(7)
  workbook.revert(6)
  expect(inputs(workbook)).toEqual({ a: '= b * 2', b: '3' })
  expect(refusal(workbook, 2)).toMatch(/by change 5\./)
  workbook.close()
})

test('the same cell in another layer, line or filing is not in the way', () => {
  const workbook = open()
  plan(workbook, scenarioEdit('test', null, named('Test')), draftEdit('b', null, '1'))
  plan(workbook, { ...draftEdit('b', null, '2'), scenario: 'test' }, draftEdit('a', '= b * 2', '9'))
  workbook.commit(set('press_release', scenarioEdit('test', null, named('Test'))))
  workbook.revert(3)
  expect(inputs(workbook)).toEqual({ a: '9' })
  workbook.close()
})

test('what is no standing edit is refused with the reason', () => {
  const workbook = open()
  plan(workbook, draftEdit('b', null, '1'), draftEdit('a', '= b * 2', '9'))
  workbook.undo(3)
  expect(refusal(workbook, 1)).toMatch(/^Change 1 is the beginning of the workbook/)
  expect(refusal(workbook, 3)).toBe('Change 3 is undone already. Nothing was changed. Redo repeats it.')
  expect(refusal(workbook, 4)).toMatch(/^Change 4 is itself an undo\./)
  expect(refusal(workbook, 5)).toMatch(/^There is no change 5 in this workbook\./)
  workbook.redo(3)
  expect(refusal(workbook, 5)).toMatch(/^Change 5 is itself a redo\./)
  workbook.revert(3)
  expect(refusal(workbook, 3)).toBe('Change 3 was reverted by change 6 already. Nothing was changed.')
  plan(workbook, draftEdit('b', '1', '2'))
  workbook.undo(7)
  plan(workbook, draftEdit('b', '1', '3'))
  expect(refusal(workbook, 7)).toBe('Change 7 is undone already. Nothing was changed.')
  workbook.close()
})

test('a scenario made is taken back only while nothing was put into it or on it', () => {
  const workbook = open()
  const commit = (...changes: Change[]) => workbook.commit(set('press_release', ...changes))
  commit(scenarioEdit('test', null, named('Test')), provisionEdit('test', null, '1'))
  commit({ ...provisionEdit('test', null, '2'), column: 'q2' })
  expect(refusal(workbook, 2)).toMatch(/because the same scenario was changed later, by change 3\./)
  workbook.revert(3)
  commit(scenarioEdit('above', null, named('Above', { standsOn: 'test' })))
  expect(refusal(workbook, 2)).toMatch(/same scenario was changed later, by change 5\./)
  commit(provisionEdit('test', '1', '3'))
  expect(refusal(workbook, 2)).toMatch(
    /because the same scenario or the same cell was changed later, by changes 5 and 6\./,
  )
  workbook.revert(6)
  workbook.revert(5)
  workbook.revert(2)
  expect(workbook.read().filings[0]!.scenarios).toEqual([])
  workbook.close()
})

test('an input of a scenario that was removed and made again is not taken back', () => {
  const workbook = open()
  const commit = (...changes: Change[]) => workbook.commit(set('press_release', ...changes))
  commit(scenarioEdit('test', null, named('Test')))
  commit(provisionEdit('test', null, '1'), provisionEdit('test', '1', null))
  commit(scenarioEdit('test', named('Test'), null))
  commit(scenarioEdit('test', null, named('Test')))
  expect(refusal(workbook, 3)).toMatch(/same scenario was changed later, by changes 4 and 5\./)
  workbook.close()
})

test('a removal is taken back with all inputs, unless its name or what it stood on is gone', () => {
  const workbook = open()
  const commit = (...changes: Change[]) => workbook.commit(set('press_release', ...changes))
  commit(scenarioEdit('base', null, named('Base')))
  const upper = named('Upper', { standsOn: 'base', description: 'on it' })
  commit(scenarioEdit('upper', null, upper), provisionEdit('upper', null, '1'))
  const whole = workbook.read().filings
  commit(provisionEdit('upper', '1', null), scenarioEdit('upper', upper, null))
  workbook.revert(4)
  expect(workbook.read().filings).toEqual(whole)
  workbook.revert(5)
  commit(scenarioEdit('other', null, named('UPPER')))
  expect(refusal(workbook, 4)).toMatch(/was reverted by change 5 already|This filing has a scenario/)
  expect(refusal(workbook, 6)).toMatch(/This filing has a scenario named “Upper”\. Choose another name\./)
  workbook.revert(7)
  commit(scenarioEdit('base', named('Base'), null))
  expect(refusal(workbook, 6)).toMatch(/“Upper” cannot build on base, because this filing has no such scenario/)
  workbook.close()
})

test('a completed figure is taken back and completed again', () => {
  const workbook = open()
  const where = { schedule: 'equity', line: 'total', column: 'opening' }
  const edit: CellEdit = { kind: 'cell', ...where, scenario: null, before: null, after: '5', source: 'Page 62' }
  workbook.commit(set('press_release', edit))
  const completed = workbook.read().filings
  workbook.revert(2)
  expect(workbook.read().filings[0]?.filing).toEqual(filings()[0])
  workbook.undo(3)
  expect(workbook.read().filings).toEqual(completed)
  workbook.close()
})

type Act =
  | { kind: 'edit'; cells: { line: 'a' | 'b'; layer: string | null; value: string | null }[] }
  | { kind: 'undo' | 'redo' }
  | { kind: 'revert'; pick: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      cells: fc.array(
        fc.record({
          line: fc.constantFrom('a' as const, 'b' as const),
          layer: fc.constantFrom(null, 'test'),
          value: fc.constantFrom(null, '1', '2'),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('revert' as const), pick: fc.nat(30) }) },
)

type State = Record<string, string | null>

/** What is stored, by layer and line. */
function stateOf(workbook: Workbook): State {
  const { filing, scenarios } = workbook.read().filings[1]!
  const state: State = {}
  for (const { line, input } of filing.schedules[0]!.cells) state[`base ${line}`] = input
  for (const { line, input } of scenarios[0]!.cells) state[`test ${line}`] = input
  return state
}

const keyOf = ({ scenario, line }: CellEdit): string => `${scenario ?? 'base'} ${line}`

test('in any history a revert restores exactly its own cells, or names standing changes of those cells', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 3, maxLength: 18 }), (acts) => {
      const workbook = open()
      plan(workbook, scenarioEdit('test', null, named('Test')))
      /** Every edit, by number, and which of them stand, oldest first. */
      const edits = new Map<number, CellEdit[]>()
      const standing: number[] = []
      const undone: number[] = []
      for (const step of acts) {
        const state = stateOf(workbook)
        if (step.kind === 'edit') {
          const now = { ...state }
          const changes = step.cells.map(({ line, layer, value }): CellEdit => {
            const edit = { ...draftEdit(line, null, value), scenario: layer }
            edit.before = now[keyOf(edit)] ?? null
            now[keyOf(edit)] = value
            return edit
          })
          const { number } = workbook.commit(set('plan', ...changes))
          edits.set(number, changes)
          standing.push(number)
          undone.length = 0
        } else if (step.kind === 'undo' && standing.length > 0) {
          workbook.undo(standing.at(-1)!)
          undone.push(standing.pop()!)
        } else if (step.kind === 'redo' && undone.length > 0) {
          workbook.redo(undone.at(-1)!)
          standing.push(undone.pop()!)
        } else if (step.kind === 'revert' && standing.length > 0) {
          const number = standing[step.pick % standing.length]!
          const own = edits.get(number)!
          const keys = new Set(own.map(keyOf))
          const later = standing.filter((one) => one > number && edits.get(one)!.some((edit) => keys.has(keyOf(edit))))
          try {
            const reverted = workbook.revert(number)
            const expected: State = { ...state }
            for (const edit of own.toReversed()) expected[keyOf(edit)] = edit.before
            const present = Object.entries(expected).filter(([, input]) => input !== null)
            expect(stateOf(workbook)).toEqual(Object.fromEntries(present))
            expect(reverted).toMatchObject({ undo: { number: reverted.number }, redo: null, reverses: number })
            edits.set(reverted.number, reverted.changeSet.changes as CellEdit[])
            standing.push(reverted.number)
            undone.length = 0
          } catch (error) {
            const { kind, message } = failure(() => {
              throw error
            })
            expect(kind).toBe('refused')
            const [, ...named] = [...message.replace(/ and \d+ more/, '').matchAll(/\d+/g)].map(([digits]) =>
              Number(digits),
            )
            expect(named.length).toBeGreaterThan(0)
            expect(named.filter((one) => !later.includes(one))).toEqual([])
            expect(stateOf(workbook)).toEqual(state)
          }
        }
      }
      // Newest first, nothing is ever in the way, and everything can be taken back.
      for (const number of standing.toReversed()) workbook.revert(number)
      expect(stateOf(workbook)).toEqual({ 'base a': '= b * 2' })
      workbook.close()
      openWorkbook(workbook.path, options(quiet)).close()
    }),
    { numRuns: 40 },
  )
})
