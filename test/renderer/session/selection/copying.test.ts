/**
 * What a copy gives to other programs: figures as shown, but nil as a hyphen, since a spreadsheet takes an en dash for text.
 */
import { expect, it } from 'vitest'
import { copiedTexts, heldTexts, writeTable } from '../../../../renderer/session/selection/copying.ts'
import { readClipboard } from '../../../../shared/intake/pasted.ts'
import { writeTabbed } from '../../../../shared/intake/tabbed_text.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => (desk = own))

it('nil is an en dash on screen and a hyphen for other programs, and comes back as nil', () => {
  desk.enter('interest_income', 'q3_2007', '0')
  desk.enter('interest_expense', 'q3_2007', '-5')
  expect(desk.figure('interest_income', 'q3_2007')).toBe('$ –')
  desk.select('interest_income@q3_2007', 'interest_expense@q3_2007')
  const shown = copiedTexts(desk.session, 'shown') as string[][]
  expect(shown).toEqual([['-'], ['(5)']])
  expect(copiedTexts(desk.session, 'exact')).toEqual([['0'], ['-5']])
  expect(copiedTexts(desk.session, 'formulas')).toEqual([['0'], ['-5']])
  expect(writeTable(shown, heldTexts(desk.session))).toContain('<td>-</td>')
  expect(readClipboard(writeTabbed(shown), '')?.tables).toEqual([[['-'], ['(5)']]])
})
