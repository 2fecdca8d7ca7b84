/** Undo and redo: one linear stack, stored, unlimited, the same after a restart. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import {
  draftEdit,
  failure,
  filings,
  named,
  newPath,
  options,
  provisionEdit,
  scenarioEdit,
  set,
} from './workbook_fixture.ts'

test('undo takes back a scenario with its edit, redo brings both, across restarts', () => {
  const path = newPath()
  let workbook = createWorkbook(path, filings(), options())
  const reopen = () => {
    workbook.close()
    workbook = openWorkbook(path, options())
  }
  const act = set('press_release', scenarioEdit('test', null, named('Test')), provisionEdit('test', null, '799445'))
  workbook.commit(act)
  const edited = workbook.read().filings
  reopen()
  expect(workbook.read().undo).toEqual({ number: 2, title: 'A change' })
  const undone = workbook.undo(2)
  expect(undone).toMatchObject({ number: 3, reverses: 2, undo: null, redo: { number: 2, title: 'A change' } })
  expect(undone.changeSet.changes).toEqual([
    provisionEdit('test', '799445', null),
    scenarioEdit('test', named('Test'), null),
  ])
  expect(workbook.read().filings[0]?.scenarios).toEqual([])
  reopen()
  const redone = workbook.redo(2)
  expect(redone).toMatchObject({ number: 4, reverses: 2, undo: { number: 2 }, redo: null })
  expect(redone.changeSet.changes).toEqual(act.changes)
  expect(workbook.read().filings).toEqual(edited)
  expect(workbook.log({ limit: 2 })).toMatchObject([
    { number: 4, kind: 'redo', reverses: 2 },
    { number: 3, kind: 'undo', reverses: 2 },
  ])
  expect(workbook.log({ before: 3, limit: 1 })).toMatchObject([{ number: 2 }])
  workbook.close()
})

test('an expectation that is not the next change is refused and changes nothing', () => {
  const workbook = createWorkbook(newPath(), filings(), options())
  workbook.commit(set('plan', draftEdit('b', null, '1')))
  workbook.commit(set('plan', draftEdit('b', '1', '2')))
  expect(failure(() => workbook.undo(2)).message).toMatch(/number 3/)
  expect(failure(() => workbook.redo(2)).message).toBe('There is nothing to redo.')
  workbook.undo(3)
  expect(failure(() => workbook.redo(2)).kind).toBe('refused')
  expect(workbook.read()).toMatchObject({ number: 4, undo: { number: 2 }, redo: { number: 3 } })
  workbook.close()
})

type Act = { kind: 'edit'; line: 'a' | 'b'; value: string | null } | { kind: 'undo' | 'redo' | 'reopen' }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      line: fc.constantFrom('a' as const, 'b' as const),
      value: fc.constantFrom(null, '1', '2', '3'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
)

type State = Record<'a' | 'b', string | null>

test('any sequence of edits, undos, redos and restarts agrees with two lists of states', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const path = newPath()
      let workbook = createWorkbook(path, filings(), options())
      let now: State = { a: '= b * 2', b: null }
      const past: State[] = []
      const future: State[] = []
      let number = 1
      for (const step of acts) {
        const { undo, redo } = workbook.read()
        expect([undo === null, redo === null]).toEqual([past.length === 0, future.length === 0])
        if (step.kind === 'edit') {
          workbook.commit(set('plan', draftEdit(step.line, now[step.line], step.value)))
          past.push(now)
          future.length = 0
          now = { ...now, [step.line]: step.value }
          number += 1
        } else if (step.kind === 'undo' && undo) {
          workbook.undo(undo.number)
          future.push(now)
          now = past.pop()!
          number += 1
        } else if (step.kind === 'redo' && redo) {
          workbook.redo(redo.number)
          past.push(now)
          now = future.pop()!
          number += 1
        } else if (step.kind === 'reopen') {
          workbook.close()
          workbook = openWorkbook(path, options({ backUpOnOpen: false }))
        }
        const content = workbook.read()
        const cells = content.filings[1]!.filing.schedules[0]!.cells
        const shown = Object.fromEntries(cells.map((cell) => [cell.line, cell.input]))
        expect({ a: null, b: null, ...shown }).toEqual(now)
        expect(content.number).toBe(number)
      }
      workbook.close()
      // Opening verifies that the digest kept step by step equals one computed afresh.
      openWorkbook(path, options({ backUpOnOpen: false })).close()
    }),
    { numRuns: 40 },
  )
})
