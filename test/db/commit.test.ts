/** What a commit accepts, refuses, and does exactly once. */
import { expect, test } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import type { Workbook } from '../../db/workbook.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
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

function open(): Workbook {
  return createWorkbook(newPath(), filings(), options())
}

const makeScenario = scenarioEdit('higher_losses', null, named('Higher losses'))

test('a scenario and its first input are one change set, there after reopening', () => {
  const workbook = open()
  const act = set('press_release', makeScenario, provisionEdit('higher_losses', null, '799445'))
  const place = { schedule: 'income', line: 'provision', column: 'q3', scenario: 'higher_losses' }
  const committed = workbook.commit({ ...act, title: 'Provision, Q3 2007', place })
  expect(committed).toEqual({ number: 2, undo: { number: 2, title: 'Provision, Q3 2007' }, redo: null })
  workbook.close()
  const again = openWorkbook(workbook.path, options())
  const [stored] = again.read().filings
  expect(stored?.filing).toEqual(filings()[0])
  expect(stored?.scenarios).toEqual([
    {
      id: 'higher_losses',
      name: 'Higher losses',
      description: '',
      position: 0,
      cells: [{ schedule: 'income', line: 'provision', column: 'q3', input: '799445' }],
    },
  ])
  expect(again.log({ limit: 1 })[0]).toMatchObject({ number: 2, id: act.id, kind: 'edit', place, changeCount: 2 })
  again.close()
})

test('as filed does not change', () => {
  const workbook = open()
  const refusal = failure(() => workbook.commit(set('press_release', provisionEdit(null, '789445', '1'))))
  expect(refusal).toMatchObject({
    kind: 'refused',
    message: 'A filed figure does not change. Start a scenario and enter the change there.',
  })
  expect(workbook.read().number).toBe(1)
  workbook.close()
})

const completion = (before: string | null, after: string | null, source?: string): CellEdit => ({
  kind: 'cell',
  scenario: null,
  schedule: 'equity',
  line: 'total',
  column: 'opening',
  before,
  after,
  ...(source === undefined ? {} : { source }),
})

test('an input not disclosed is completed once, with its source, and undo takes it back', () => {
  const workbook = open()
  const commit = (edit: CellEdit) => workbook.commit(set('press_release', edit))
  expect(failure(() => commit(completion(null, '1050000'))).message).toMatch(/State where it was found/)
  expect(failure(() => commit(completion(null, '1050000', '  '))).kind).toBe('refused')
  expect(failure(() => commit(completion(null, '', 'Form 10-K of 2006'))).message).toMatch(/^A blank completes nothing/)
  commit(completion(null, '1050000', 'Form 10-K of 2006, page 62'))
  const facts = () => workbook.read().filings[0]?.filing.schedules[1]?.facts
  expect(facts()).toEqual([
    {
      line: 'total',
      column: 'opening',
      origin: 'not_disclosed',
      completable: true,
      source: 'Form 10-K of 2006, page 62',
    },
  ])
  expect(failure(() => commit(completion('1050000', '1060000', 'Elsewhere'))).message).toMatch(/can be completed once/)
  expect(failure(() => commit(completion('1050000', null, 'Elsewhere'))).kind).toBe('refused')
  expect(failure(() => commit(completion(null, '1', 'Elsewhere'))).kind).toBe('refused')
  workbook.undo(2)
  expect(workbook.read().filings[0]?.filing).toEqual(filings()[0])
  workbook.redo(2)
  expect(facts()?.[0]?.source).toBe('Form 10-K of 2006, page 62')
  expect(workbook.read().filings[0]?.filing.schedules[1]?.cells).toEqual([
    { schedule: 'equity', line: 'total', column: 'opening', input: '1050000' },
  ])
  workbook.close()
})

test('an explicit blank is an input of its own, unlike no input', () => {
  const workbook = open()
  workbook.commit(set('plan', draftEdit('a', '= b * 2', '')))
  expect(workbook.read().filings[1]?.filing.schedules[0]?.cells).toMatchObject([{ line: 'a', input: '' }])
  expect(failure(() => workbook.commit(set('plan', draftEdit('a', null, '1')))).kind).toBe('stale')
  workbook.commit(set('plan', draftEdit('a', '', null)))
  expect(workbook.read().filings[1]?.filing.schedules[0]?.cells).toEqual([])
  workbook.close()
})

test('a source goes with an input of the base alone, and stays with it in a draft until the input goes', () => {
  const workbook = open()
  workbook.commit(set('press_release', makeScenario))
  const overlay = { ...provisionEdit('higher_losses', null, '1'), source: 'x' }
  expect(failure(() => workbook.commit(set('press_release', overlay))).kind).toBe('refused')
  workbook.commit(set('plan', { ...draftEdit('b', null, '1'), source: '10-K, page 4' }))
  workbook.commit(set('plan', draftEdit('b', '1', '2')))
  const number = workbook.commit(set('plan', { ...draftEdit('b', '2', null), source: '10-K, page 4' })).number
  workbook.undo(number)
  workbook.undo(number - 1)
  expect(workbook.read().filings[1]!.filing.schedules[0]!.cells).toContainEqual({
    schedule: 'income',
    line: 'b',
    column: 'fy',
    input: '1',
  })
  workbook.close()
})

test.each([
  ['a filing that is not there', 'nowhere', {}],
  ['a schedule that is not there', 'press_release', { schedule: 'cash' }],
  ['a line that is not there', 'press_release', { line: 'cash' }],
  ['a column that is not there', 'press_release', { column: 'q1' }],
  ['a heading', 'press_release', { line: 'expenses' }],
  ['a line confined to other columns', 'press_release', { line: 'fee', column: 'q2' }],
  ['a column computed throughout', 'press_release', { column: 'variance' }],
])('%s takes no input', (_, filing, where) => {
  const workbook = open()
  workbook.commit(set('press_release', makeScenario))
  const edit = { ...provisionEdit('higher_losses', null, '1'), ...where }
  expect(failure(() => workbook.commit(set(filing, edit))).kind).toBe('refused')
  expect(workbook.read().number).toBe(2)
  workbook.close()
})

test('a before that is not what is stored is stale, and nothing of the set is kept', () => {
  const workbook = open()
  const before = workbook.read()
  const half = set('plan', draftEdit('b', null, '5'), draftEdit('a', '= b * 3', '6'))
  expect(failure(() => workbook.commit(half)).kind).toBe('stale')
  expect(failure(() => workbook.commit(set('plan', draftEdit('a', null, '6')))).kind).toBe('stale')
  expect(failure(() => workbook.commit(set('press_release', provisionEdit('gone', null, '6')))).kind).toBe('stale')
  expect(workbook.read()).toEqual(before)
  expect(workbook.commit(set('plan', draftEdit('b', null, '5'), draftEdit('b', '5', '6'))).number).toBe(2)
  workbook.close()
  openWorkbook(workbook.path, options()).close()
})

test('scenarios: names differ by more than case, as filed is reserved, what holds inputs stays', () => {
  const workbook = open()
  const commit = (...changes: Parameters<typeof set>[1][]) => workbook.commit(set('press_release', ...changes))
  commit(makeScenario)
  expect(failure(() => commit(makeScenario)).kind).toBe('stale')
  expect(failure(() => commit(scenarioEdit('other', null, named('HIGHER LOSSES')))).message).toMatch(
    /Choose another name/,
  )
  expect(failure(() => commit(scenarioEdit('as_filed', null, named('Base')))).kind).toBe('refused')
  expect(failure(() => commit(scenarioEdit('higher_losses', named('Wrong'), named('New')))).kind).toBe('stale')
  commit(scenarioEdit('higher_losses', named('Higher losses'), named('Größere Verluste')))
  expect(failure(() => commit(scenarioEdit('other', null, named('GRÖßERE VERLUSTE')))).kind).toBe('refused')
  commit(provisionEdit('higher_losses', null, '1'))
  const removal = scenarioEdit('higher_losses', named('Größere Verluste'), null)
  expect(failure(() => commit(removal)).message).toMatch(/still holds inputs/)
  commit(provisionEdit('higher_losses', '1', null), removal)
  expect(workbook.read().filings[0]?.scenarios).toEqual([])
  // The same name is free in another filing.
  workbook.commit(set('plan', scenarioEdit('higher_losses', null, named('Higher losses'))))
  workbook.close()
})

test('an answer lost after a commit: the same id again stores nothing more', () => {
  const workbook = open()
  const act = set('plan', draftEdit('b', null, '5'))
  expect(workbook.outcome(act.id)).toBeNull()
  const first = workbook.commit(act)
  expect(workbook.outcome(act.id)).toBe(2)
  expect(workbook.commit(structuredClone(act))).toEqual(first)
  workbook.commit(set('plan', draftEdit('b', '5', '7')))
  expect(workbook.commit(act)).toMatchObject({ number: 2, undo: { number: 3 } })
  expect(failure(() => workbook.commit({ ...act, title: 'Another' })).message).toMatch(/under the same id/)
  workbook.close()
  const again = openWorkbook(workbook.path, options())
  expect(again.outcome(act.id)).toBe(2)
  expect(again.commit(act).number).toBe(2)
  expect(again.read().number).toBe(3)
  again.close()
})

test.each([
  ['no changes', { changes: [] }],
  ['no uuid', { id: 'one' }],
  ['an input that is no text', { changes: [draftEdit('b', null, 5 as never)] }],
  ['an unknown field', { more: 1 }],
])('a malformed change set is invalid: %s', (_, more) => {
  const workbook = open()
  const act = { ...set('plan', draftEdit('b', null, '5')), ...more }
  expect(failure(() => workbook.commit(act)).kind).toBe('invalid')
  expect(workbook.read().number).toBe(1)
  workbook.close()
})
