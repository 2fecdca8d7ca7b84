/** The rules of scenarios: chains, locks, removal, order; what the snapshot and the log say of them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import type { Workbook } from '../../db/workbook.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { ScenarioDefinition } from '../../shared/model/changes/scenario.ts'
import {
  failure,
  filings,
  named,
  newPath,
  options,
  provisionEdit,
  scenarioEdit,
  set,
  wholeLog,
} from './workbook_fixture.ts'

let workbook: Workbook

beforeEach(() => {
  workbook = createWorkbook(newPath(), filings(), options({ backUpOnOpen: false }))
})

afterEach(() => {
  workbook.close()
  // Opening proves that tables, references, digest and chain hold after whatever the test did.
  openWorkbook(workbook.path, options({ backUpOnOpen: false })).close()
})

const commit = (...changes: Change[]) => workbook.commit(set('press_release', ...changes))
const refusal = (...changes: Change[]) => {
  const before = workbook.read()
  const { kind, message } = failure(() => commit(...changes))
  expect(workbook.read()).toEqual(before)
  return [kind, message]
}
const scenarios = () => workbook.read().filings[0]!.scenarios

const base = named('Base case')
const down = named('Downside', { position: 1, standsOn: 'base' })
const severe = named('Severe', { position: 2, standsOn: 'down' })

/** Severe on Downside on Base case. */
function makeChain(): void {
  commit(
    scenarioEdit('base', null, base),
    provisionEdit('base', null, '800000'),
    scenarioEdit('down', null, down),
    scenarioEdit('severe', null, severe),
  )
}

test('a chain is stored, read and undone', () => {
  makeChain()
  const cells = [{ schedule: 'income', line: 'provision', column: 'q3', input: '800000' }]
  expect(scenarios()).toStrictEqual([
    { id: 'base', name: 'Base case', description: '', position: 0, cells },
    { id: 'down', name: 'Downside', description: '', position: 1, standsOn: 'base', cells: [] },
    { id: 'severe', name: 'Severe', description: '', position: 2, standsOn: 'down', cells: [] },
  ])
  workbook.undo(2)
  expect(scenarios()).toEqual([])
  workbook.redo(2)
  expect(scenarios().map(({ standsOn }) => standsOn)).toEqual([undefined, 'base', 'down'])
})

test('a scenario moves to another place of the chain and back to the base', () => {
  makeChain()
  commit(scenarioEdit('severe', severe, { ...severe, standsOn: 'base' }))
  expect(scenarios()[2]?.standsOn).toBe('base')
  commit(scenarioEdit('severe', { ...severe, standsOn: 'base' }, { ...severe, standsOn: null }))
  expect(scenarios()[2]?.standsOn).toBeUndefined()
  const { standsOn: _none, ...onBase } = severe
  commit(scenarioEdit('severe', onBase, severe))
  expect(scenarios()[2]?.standsOn).toBe('down')
  expect(failure(() => commit(scenarioEdit('severe', onBase, severe))).kind).toBe('stale')
})

test('a chain does not loop, and the refusal says through which scenarios it would', () => {
  makeChain()
  expect(refusal(scenarioEdit('base', base, { ...base, standsOn: 'severe' }))).toEqual([
    'refused',
    '“Base case” cannot build on “Severe”, because the chain would loop: “Base case” on “Severe” on “Downside” on “Base case”. Choose another scenario, or the base.',
  ])
  expect(refusal(scenarioEdit('base', base, { ...base, standsOn: 'down' }))[1]).toMatch(
    /: “Base case” on “Downside” on “Base case”\./,
  )
  expect(refusal(scenarioEdit('base', base, { ...base, standsOn: 'base' }))[1]).toMatch(/cannot build on itself/)
  expect(refusal(scenarioEdit('new', null, named('New', { standsOn: 'new' })))[1]).toMatch(/cannot build on itself/)
})

test('two scenarios change places in one change set, the loop never closing', () => {
  makeChain()
  const free = { ...down, standsOn: null }
  commit(
    scenarioEdit('severe', severe, { ...severe, standsOn: null }),
    scenarioEdit('down', down, free),
    scenarioEdit('severe', { ...severe, standsOn: null }, { ...severe, standsOn: 'base' }),
    scenarioEdit('down', free, { ...down, standsOn: 'severe' }),
  )
  const swapped = scenarios()
  workbook.undo(3)
  expect(scenarios().map(({ standsOn }) => standsOn)).toEqual([undefined, 'base', 'down'])
  workbook.redo(3)
  expect(scenarios()).toEqual(swapped)
})

test('a scenario stands on one of its own filing that is there', () => {
  workbook.commit(set('plan', scenarioEdit('other', null, named('Other'))))
  for (const standsOn of ['nowhere', 'other', 'as_filed']) {
    expect(refusal(scenarioEdit('new', null, named('New', { standsOn })))).toEqual([
      'refused',
      `“New” cannot build on ${standsOn}, because this filing has no such scenario. Choose another, or the base.`,
    ])
  }
})

test('what carries others is not removed; with them, from the top, it is', () => {
  makeChain()
  commit(scenarioEdit('mild', null, named('Mild', { position: 3, standsOn: 'base' })))
  const empty = provisionEdit('base', '800000', null)
  expect(refusal(empty, scenarioEdit('base', base, null))).toEqual([
    'refused',
    '“Base case” was not removed, because “Downside” and “Mild” build on it. Put them on another scenario or on the base first, or remove them.',
  ])
  expect(refusal(scenarioEdit('down', down, null))[1]).toMatch(/because “Severe” builds on it\. Put it/)
  const whole = workbook.read().filings
  commit(
    scenarioEdit('mild', named('Mild', { position: 3, standsOn: 'base' }), null),
    scenarioEdit('severe', severe, null),
    scenarioEdit('down', down, null),
    empty,
    scenarioEdit('base', base, null),
  )
  expect(scenarios()).toEqual([])
  workbook.undo(4)
  expect(workbook.read().filings).toEqual(whole)
})

test('one is taken out of the chain in one change set: what stood on it goes down by one', () => {
  makeChain()
  const whole = workbook.read().filings
  commit(scenarioEdit('severe', severe, { ...severe, standsOn: 'base' }), scenarioEdit('down', down, null))
  expect(scenarios().map(({ id, standsOn }) => [id, standsOn])).toEqual([
    ['base', undefined],
    ['severe', 'base'],
  ])
  workbook.undo(3)
  expect(workbook.read().filings).toEqual(whole)
})

const LOCKED = '“Base case” is locked. Unlock it first, or duplicate it.'
const locked: ScenarioDefinition = { ...base, locked: true }

/** Base case with one input, locked; the numbers are 2 and 3. */
function makeLocked(): void {
  commit(scenarioEdit('base', null, base), provisionEdit('base', null, '800000'))
  commit(scenarioEdit('base', base, locked))
}

test.each<[string, ...Change[]]>([
  ['an input', provisionEdit('base', '800000', '1')],
  ['a new input', { ...provisionEdit('base', null, '1'), column: 'q2' }],
  ['taking an input out', provisionEdit('base', '800000', null)],
  ['another name', scenarioEdit('base', locked, { ...locked, name: 'Base' })],
  ['another description', scenarioEdit('base', locked, { ...locked, description: 'As of May' })],
  ['removal', provisionEdit('base', '800000', null), scenarioEdit('base', locked, null)],
  ['removal by a view that knows no lock', scenarioEdit('base', base, null)],
])('a locked scenario does not take %s', (_, ...changes) => {
  makeLocked()
  expect(refusal(...changes)).toEqual(['refused', LOCKED])
})

test('a locked scenario does not take another place in a chain', () => {
  makeLocked()
  commit(scenarioEdit('other', null, named('Other', { position: 1 })))
  expect(refusal(scenarioEdit('base', locked, { ...locked, standsOn: 'other' }))).toEqual(['refused', LOCKED])
  commit(scenarioEdit('other', named('Other', { position: 1 }), named('Other', { position: 1, standsOn: 'base' })))
  expect(scenarios()[1]?.standsOn).toBe('base')
})

test('the lock is in the snapshot, holds after reopening, and goes with unlocking', () => {
  makeLocked()
  expect(scenarios()[0]).toStrictEqual({
    id: 'base',
    name: 'Base case',
    description: '',
    position: 0,
    locked: true,
    cells: [{ schedule: 'income', line: 'provision', column: 'q3', input: '800000' }],
  })
  workbook.close()
  workbook = openWorkbook(workbook.path, options({ backUpOnOpen: false }))
  expect(refusal(provisionEdit('base', '800000', '1'))).toEqual(['refused', LOCKED])
  commit(scenarioEdit('base', locked, { ...base, name: 'Base of May' }), provisionEdit('base', '800000', '1'))
  expect(scenarios()[0]).toMatchObject({ name: 'Base of May', cells: [{ input: '1' }] })
  expect(scenarios()[0]?.locked).toBeUndefined()
  expect(refusal(scenarioEdit('base', { ...base, name: 'Base of May', locked: true }, base))[0]).toBe('stale')
})

test('one change set unlocks, edits and locks again, and is undone whole', () => {
  makeLocked()
  const before = workbook.read().filings
  commit(scenarioEdit('base', locked, base), provisionEdit('base', '800000', '1'), scenarioEdit('base', base, locked))
  const after = workbook.read().filings
  workbook.undo(4)
  expect(workbook.read().filings).toEqual(before)
  workbook.redo(4)
  expect(workbook.read().filings).toEqual(after)
})

test('undo meets the locking before what was done earlier, and so never a lock', () => {
  makeLocked()
  expect(failure(() => workbook.undo(2)).message).toMatch(/number 3/)
  workbook.undo(3)
  workbook.undo(2)
  expect(scenarios()).toEqual([])
  workbook.redo(2)
  workbook.redo(3)
  expect(scenarios()[0]?.locked).toBe(true)
})

test('a revert of what was done before the locking is refused while the lock holds', () => {
  makeLocked()
  commit(scenarioEdit('base', locked, base))
  commit(provisionEdit('base', '800000', '2'))
  commit(scenarioEdit('base', base, locked))
  expect(failure(() => workbook.revert(5))).toMatchObject({ kind: 'refused', message: LOCKED })
  workbook.revert(6)
  workbook.revert(5)
  expect(scenarios()[0]?.cells[0]?.input).toBe('800000')
})

test('a scenario is not made locked', () => {
  expect(refusal(scenarioEdit('base', null, locked))[1]).toBe(
    '“Base case” cannot be locked before it is there. Make it first, then lock it.',
  )
  commit(scenarioEdit('base', null, base), scenarioEdit('base', base, locked))
  workbook.undo(2)
  expect(scenarios()).toEqual([])
})

test('scenarios are put in another order in one change set, locked ones too', () => {
  makeChain()
  commit(scenarioEdit('down', down, { ...down, locked: true }))
  const before = workbook.read().filings
  commit(
    scenarioEdit('severe', severe, { ...severe, position: 0 }),
    scenarioEdit('down', { ...down, locked: true }, { ...down, locked: true, position: 3 }),
    scenarioEdit('base', base, { ...base, position: 1 }),
  )
  expect(scenarios().map(({ id }) => id)).toEqual(['severe', 'base', 'down'])
  workbook.undo(4)
  expect(workbook.read().filings).toEqual(before)
})

test('the exported log says what of a scenario changed', () => {
  makeChain()
  commit(scenarioEdit('down', down, { ...down, locked: true }))
  commit(scenarioEdit('severe', severe, { ...severe, standsOn: null, position: 5, description: 'Rates up' }))
  const rows = wholeLog(workbook).split('\r\n')
  const shown = (from: string) => rows.filter((row) => row.startsWith(from)).map((row) => row.split(',').slice(7, 13))
  expect(shown('2,')[2]).toEqual(['down', '', '', '', '', 'Downside; builds on base'])
  expect(shown('3,')).toEqual([['down', '', '', '', 'Downside; not locked', 'Downside; locked']])
  expect(shown('4,')).toEqual([
    [
      'severe',
      '',
      '',
      '',
      'Severe; description none; position 2; builds on down',
      'Severe; description Rates up; position 5; builds on the base',
    ],
  ])
})
