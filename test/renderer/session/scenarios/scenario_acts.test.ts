/**
 * Scenarios as acts of a person: each is one change of the workbook, which undo knows.
 */
import { expect, it } from 'vitest'
import { reverse } from '../../../../renderer/session/committing.ts'
import {
  chooseScenario,
  duplicateScenario,
  lockScenario,
  makeScenario,
  moveScenario,
  postScenario,
  removeScenario,
  reviseScenario,
} from '../../../../renderer/session/scenarios/scenario_acts.ts'
import type { Proposal } from '../../../../renderer/session/scenarios/scenario_changes.ts'
import { refusalText } from '../../../../shared/refusals/refusal.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/books/income', (own) => (desk = own))

function done(what: Proposal): string {
  if (what.kind === 'refused') throw new Error(refusalText(what.refusal))
  return what.scenario
}

function make(name: string, standsOn: string | null = null): string {
  return done(makeScenario(desk.session, { name, description: '', standsOn }))
}

const names = (): string[] =>
  desk.session
    .workbook()
    .book.scenarios('books')
    .map(({ name }) => name)

it('one is made, shown, renamed, copied, moved and removed', async () => {
  const severe = make('Severe')
  expect(desk.where()).toContain(`books/income ${severe}`)
  desk.enter('interest', 'q1', '40')
  done(reviseScenario(desk.session, severe, { name: 'Very severe', description: 'Rates fall', standsOn: null }))
  const copy = done(duplicateScenario(desk.session, severe))
  done(moveScenario(desk.session, copy, -1))
  expect(names()).toEqual(['Very severe copy', 'Very severe'])
  chooseScenario(desk.session, copy)
  expect(desk.figure('interest', 'q1')).toBe('40')
  done(removeScenario(desk.session, copy))
  expect([desk.where(), names()]).toEqual([expect.stringContaining('books/income base'), ['Very severe']])
  expect(desk.figure('interest', 'q1')).toBe('100')
  await desk.saved()
  reverse(desk.session, 'undo')
  await desk.saved()
  expect(names()).toEqual(['Very severe copy', 'Very severe'])
})

it('a name that is taken is refused', () => {
  make('Severe')
  expect(() => done(makeScenario(desk.session, { name: 'severe', description: '', standsOn: null }))).toThrow(
    'A scenario of this name exists already. Choose another name.',
  )
})

it('a locked one takes no edit', () => {
  const severe = make('Severe')
  done(lockScenario(desk.session, severe, true))
  expect(desk.enter('interest', 'q1', '40')).toBe('kept')
  expect(desk.session.getState().editing?.refusal).toBe('“Severe” is locked. Unlock it first, or duplicate it.')
  done(lockScenario(desk.session, severe, false))
  expect(desk.enter('interest', 'q1', '40')).toBe('done')
})

it('one that stands on another shows its changes, and holds its own over them', () => {
  const base = make('Base case')
  desk.enter('interest', 'q1', '40')
  const above = make('Above', base)
  expect(desk.figure('total', 'q1')).toBe('50')
  desk.enter('fees', 'q1', '1')
  expect(desk.figure('total', 'q1')).toBe('41')
  chooseScenario(desk.session, base)
  desk.enter('interest', 'q1', '60')
  chooseScenario(desk.session, above)
  expect(desk.figure('total', 'q1')).toBe('61')
})

it('one that is posted makes its figures those of the draft, in one change', async () => {
  const severe = make('Severe')
  desk.enter('interest', 'q1', '40')
  await desk.saved()
  const { number } = desk.session.getState()
  done(postScenario(desk.session, severe))
  chooseScenario(desk.session, null)
  expect(desk.figure('total', 'q1')).toBe('50')
  await desk.saved()
  expect(desk.session.getState().number).toBe(number + 1)
})

it('none is changed while an undo is being stored', async () => {
  const severe = make('Severe')
  await desk.saved()
  desk.enter('interest', 'q1', '40')
  await desk.saved()
  reverse(desk.session, 'undo')
  expect(() => done(lockScenario(desk.session, severe, true))).toThrow(
    'An undo is being saved. Try again when it is saved.',
  )
})
