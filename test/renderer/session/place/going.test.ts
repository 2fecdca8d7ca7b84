/**
 * Going to places and by addresses, what of a place is remembered, and sessions that know nothing of each other.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ask } from '../../../../renderer/session/asking.ts'
import { beginNaming, naming } from '../../../../renderer/session/structure/naming.ts'
import { beginEdit, typeText } from '../../../../renderer/session/edit/editing.ts'
import { go, showAddress } from '../../../../renderer/session/place/going.ts'
import { readAddress } from '../../../../renderer/session/place/place.ts'
import { isAnyTyped } from '../../../../renderer/session/typed_texts.ts'
import { shownSight } from '../../../../renderer/session/selection/selection.ts'
import { toggleFold } from '../../../../renderer/session/view/view.ts'
import { openService, type Service } from '../open_session.ts'

let service: Service

beforeEach(() => {
  service = openService()
})

afterEach(() => service.close())

it('an address is followed as far as it exists', async () => {
  const desk = await service.openSession('#/books/income')
  expect([desk.where(), desk.session.getState().question]).toEqual(['books/income base', null])
  showAddress(desk.session, readAddress('#/impac_2007_q3/no_such_schedule?scenario=no_such_scenario'))
  expect(desk.where()).toBe('impac_2007_q3/income base')
  expect(desk.session.address.read()).toBe('#/impac_2007_q3/income')
})

it('without an address the first filing is shown behind the introduction', async () => {
  const desk = await service.openSession()
  expect(desk.where()).toContain('impac_2007_q3/income base')
  expect([desk.session.getState().question?.kind, desk.session.address.read()]).toEqual(['welcome', ''])
})

it('what is typed is entered before it goes out of sight; what is refused keeps the person there', async () => {
  const desk = await service.openSession('#/books/income')
  beginEdit(desk.session, { schedule: 'income', line: 'fees', column: 'q2' }, 'cell', '5')
  expect(isAnyTyped(desk.session)).toBe(true)
  desk.show('impac_2009', 'trusts')
  expect(desk.session.workbook().book.input('books', null, { schedule: 'income', line: 'fees', column: 'q2' })).toBe(
    '5',
  )
  desk.show('books', 'income')
  beginEdit(desk.session, { schedule: 'income', line: 'fees', column: 'q2' }, 'cell', '')
  typeText(desk.session, '= nonsense +')
  expect(go(desk.session, { filing: 'impac_2009', schedule: 'trusts', scenario: null })).toBe(false)
  expect(desk.where()).toContain('books/income')
  await desk.saved()
})

it('a later start finds the place, the scenario, the folding and the cell', async () => {
  const first = await service.openSession('#/impac_2007_q3/income')
  first.enter('provision_for_loan_losses', 'q3_2007', '799445')
  await first.saved()
  toggleFold(first.session, 'non_interest_income')
  go(first.session, first.session.getState().place!, { cell: { line: 'interest_expense', column: 'q2_2007' } })
  await expect
    .poll(async () => {
      const answer = await service.client.load({})
      return answer.ok && answer.value.view.cell?.line
    })
    .toBe('interest_expense')
  const second = await service.openSession()
  expect(second.where()).toBe('impac_2007_q3/income scenario_1 interest_expense@q2_2007')
  expect(second.session.getState().view.folded).toEqual(['impac_2007_q3/income/non_interest_income'])
})

it('two sessions in one process know nothing of each other', async () => {
  const other = openService()
  const [one, two] = [await service.openSession('#/books/income'), await other.openSession('#/books/income')]
  one.enter('interest', 'q1', '1')
  expect([one.figure('total', 'q1'), two.figure('total', 'q1')]).toEqual(['11', '110'])
  ask(one.session, { kind: 'welcome' })
  beginNaming(one.session, 'line', 'fees')
  toggleFold(one.session, 'total')
  expect(two.session.getState()).toMatchObject({ question: null, status: 'saved', number: 1, view: {} })
  expect([naming(one.session).getState().now?.id, naming(two.session).getState().now]).toEqual(['fees', null])
  expect(shownSight(one.session)?.sight).not.toBe(shownSight(two.session)?.sight)
  expect(isAnyTyped(two.session)).toBe(false)
  await one.saved()
  expect([one.session.getState().number, two.session.getState().number]).toEqual([2, 1])
  await other.close()
})
