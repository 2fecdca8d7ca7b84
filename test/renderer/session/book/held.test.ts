/**
 * What is held is another object exactly where something of it changed, so that what selects a part of it is told of no more.
 */
import { expect, it } from 'vitest'
import { isSameButInputs, isSameStructure } from '../../../../renderer/session/book/held.ts'
import { addComment } from '../../../../renderer/session/notes/comment_acts.ts'
import { comparison } from '../../../../renderer/session/reading/compared.ts'
import { heldShown, shown } from '../../../../renderer/session/reading/shown.ts'
import { checked } from '../../../../renderer/session/reading/tie_out_books.ts'
import { chooseScenario, makeScenario } from '../../../../renderer/session/scenarios/scenario_acts.ts'
import { insertLineBelow } from '../../../../renderer/session/structure/line_acts.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/books/income', (own) => (desk = own))

const now = () => heldShown(desk.session.getState())!

it('an input of the base makes its filing anew, and no other', () => {
  const { held } = desk.session.getState()
  const before = now()
  desk.enter('fees', 'q1', '20')
  const after = desk.session.getState().held
  expect(after.get('impac_2007_q3')).toBe(held.get('impac_2007_q3'))
  expect(now()).not.toBe(before)
  expect(now().scenarios).toBe(before.scenarios)
  expect(isSameStructure(before.filing, now().filing)).toBe(true)
  expect(isSameButInputs(before, now())).toBe(true)
})

it('an input of a scenario leaves the filing as it is, and the list of scenarios where it counts no other inputs', () => {
  makeScenario(desk.session, { name: 'Severe', description: '', standsOn: null })
  desk.enter('fees', 'q1', '20')
  const before = now()
  desk.enter('fees', 'q1', '30')
  expect(now()).not.toBe(before)
  expect([now().filing === before.filing, now().scenarios === before.scenarios]).toEqual([true, true])
  desk.enter('fees', 'q2', '30')
  expect([now().scenarios === before.scenarios, isSameButInputs(before, now())]).toEqual([false, true])
})

it('a comment, a scenario and a line are more than inputs', () => {
  let before = now()
  addComment(desk.session, { ref: { schedule: 'income', line: 'fees', column: 'q1' }, scenario: null }, 'Why?')
  expect([isSameStructure(before.filing, now().filing), isSameButInputs(before, now())]).toEqual([true, false])
  before = now()
  makeScenario(desk.session, { name: 'Severe', description: '', standsOn: null })
  expect(isSameButInputs(before, now())).toBe(false)
  chooseScenario(desk.session, null)
  before = now()
  insertLineBelow(desk.session)
  expect(isSameStructure(before.filing, now().filing)).toBe(false)
})

it('what is shown is the same object until something of it changes, whatever else does', () => {
  makeScenario(desk.session, { name: 'Severe', description: '', standsOn: null })
  const { session } = desk
  const before = [shown(session), checked(session), comparison(session)]
  session.setState({ navigationOpen: true, focus: { line: 'fees', column: 'q1' } })
  const again = [shown(session), checked(session), comparison(session)]
  expect(again.every((one, at) => one === before[at])).toBe(true)
  desk.enter('fees', 'q1', '20')
  const after = [shown(session), checked(session), comparison(session)]
  expect(after.some((one, at) => one === before[at])).toBe(false)
})
