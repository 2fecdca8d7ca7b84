/**
 * A run of acts on the lines and columns of a draft: each is stored as one change, undone one by one they leave the draft as it stood,
 * and done again as it was.
 */
import { expect, it } from 'vitest'
import { makeFiling } from '../../../../renderer/session/filings/filing_acts.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import { reverse } from '../../../../renderer/session/committing.ts'
import { selectArea, selectWhole } from '../../../../renderer/session/selection/selection.ts'
import { duplicateChosenColumn, moveChosenColumns } from '../../../../renderer/session/structure/column_acts.ts'
import { deleteChosen, deleteChosenColumns } from '../../../../renderer/session/structure/deleting.ts'
import {
  duplicateChosen,
  indentChosen,
  insertLineBelow,
  moveChosen,
  outdentChosen,
} from '../../../../renderer/session/structure/line_acts.ts'
import { commitName } from '../../../../renderer/session/structure/name_acts.ts'
import { beginNaming, typeName } from '../../../../renderer/session/structure/naming.ts'
import { deleteShown, duplicateShown, moveShown } from '../../../../renderer/session/structure/schedule_acts.ts'
import { detailsOf } from '../../../../shared/templates/filing_details.ts'
import { duplicateFiling } from '../../../../shared/templates/templates.ts'
import { type Desk, eachAtDesk, heldBy } from '../open_session.ts'

const DRAFT = 'draft'

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', async (own) => {
  desk = own
  const filing = desk.session.workbook().book.filing('impac_2007_q3')!
  makeFiling(
    desk.session,
    duplicateFiling(filing, DRAFT, { ...detailsOf(filing), title: 'A draft' }),
    'Filing duplicated',
  )
  await desk.saved()
})

const draft = () => desk.session.workbook().book.filing(DRAFT)!
const shown = () => draft().schedules.find(({ id }) => id === desk.session.getState().place!.schedule)!
const lines = (): string[] => shown().lines.map(({ id }) => id)
/** What the last total of the reconciliation adds up. */
const formula = (): string => shown().lines.find(({ id }) => id === 'taxable_income')!.formula!
const columns = (): string[] => shown().columns.map(({ id }) => id)

function select(line: string, column: string, to = line): void {
  go(desk.session, desk.session.getState().place!, { cell: { line, column } })
  selectArea(desk.session, { line, column }, { line, column }, { line: to, column })
}

function name(what: 'line' | 'column', id: string, text: string): void {
  beginNaming(desk.session, what, id)
  typeName(desk.session, text)
  expect(commitName(desk.session)).toBe('done')
}

/** Undoes or redoes each change since a number of changes, and returns to as many changes of the draft. */
async function each(way: 'undo' | 'redo', count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    reverse(desk.session, way)
    await desk.saved()
  }
}

/** Does the acts, one after another; all of them undone leave the draft as it stood, done again as it was. */
async function undone(...acts: (() => void)[]): Promise<void> {
  const [before, start] = [heldBy(desk.session.workbook().book), desk.session.getState().number]
  for (const act of acts) act()
  await desk.saved()
  const count = desk.session.getState().number - start
  const after = heldBy(desk.session.workbook().book)
  await each('undo', count)
  expect(heldBy(desk.session.workbook().book)).toEqual(before)
  await each('redo', count)
  expect(heldBy(desk.session.workbook().book)).toEqual(after)
}

it('lines are put in, named, given figures, copied with their formulas, moved and indented', async () => {
  await undone(
    () => {
      select('interest_expense', 'q2_2007')
      insertLineBelow(desk.session)
      typeName(desk.session, 'Servicing fees, net')
      commitName(desk.session)
      expect(desk.where()).toContain('servicing_fees_net@q2_2007')
      desk.enter('servicing_fees_net', 'q2_2007', '1234')
    },
    () => name('line', 'provision_for_loan_losses', 'Provision for credit losses'),
    () => {
      select('interest_income', 'q3_2007', 'net_interest_income')
      duplicateChosen(desk.session)
      desk.enter('interest_income_2', 'q3_2007', '400000')
      expect(desk.figure('net_interest_income_2', 'q3_2007')).toBe('97,926')
      expect(desk.figure('net_interest_income', 'q3_2007')).toBe('11,698')
    },
    () => {
      const before = lines()
      select('non_interest_expense', 'q3_2007')
      moveChosen(desk.session, -1)
      expect(lines().indexOf('non_interest_expense')).toBeLessThan(before.indexOf('non_interest_expense'))
      expect(desk.where()).toContain('non_interest_expense@q3_2007')
      moveChosen(desk.session, 1)
      expect(lines()).toEqual(before)
    },
    () => {
      select('income_tax_expense', 'q3_2007')
      indentChosen(desk.session)
      outdentChosen(desk.session)
      indentChosen(desk.session)
    },
    () => {
      select('dividends_per_share', 'q3_2007')
      deleteChosen(desk.session)
      expect(lines()).not.toContain('dividends_per_share')
    },
  )
})

it('the first line goes no further up', () => {
  select('interest_income', 'q3_2007')
  moveChosen(desk.session, -1)
  expect(desk.said().at(-1)).toContain('first line')
})

it('columns are named, copied with their figures, moved and deleted', async () => {
  await undone(
    () => name('column', 'variance', 'Change'),
    () => {
      select('interest_income', 'q2_2007')
      selectWhole(desk.session, 'columns')
      duplicateChosenColumn(desk.session)
      expect(desk.figure('interest_expense', columns()[2]!)).toBe('305,076')
    },
    () => {
      const copy = columns()[2]!
      moveChosenColumns(desk.session, 1)
      expect(columns()).toEqual(['q3_2007', 'q2_2007', 'variance', copy, 'percent'])
    },
    () => {
      deleteChosenColumns(desk.session)
      expect(columns()).toEqual(['q3_2007', 'q2_2007', 'variance', 'percent'])
    },
  )
})

it('schedules are copied, moved and deleted; undo leads back to the one that was deleted', async () => {
  await undone(
    () => duplicateShown(desk.session),
    () => moveShown(desk.session, 1),
    () => deleteShown(desk.session),
  )
  expect(draft().schedules).toHaveLength(7)
  await each('undo', 1)
  expect(desk.where()).toContain(`${DRAFT}/income_2 base`)
  expect(draft().schedules.map(({ id }) => id)).toEqual([
    'income',
    'reconciliation',
    'income_2',
    'equity',
    'distribution_test',
    'nol_years',
    'nol',
    'liquidity',
  ])
})

it('a sum takes in a line put in below its last member, and holds on to its members when the last is moved up', async () => {
  desk.show(DRAFT, 'reconciliation')
  const total = desk.figure('taxable_income', 'q3_2007')
  const last = /\.\.(\w+)/.exec(formula())![1]!
  await undone(() => {
    select(last, 'q3_2007')
    insertLineBelow(desk.session)
    typeName(desk.session, 'State taxes')
    commitName(desk.session)
    desk.enter('state_taxes', 'q3_2007', '100')
    expect(formula()).toContain('..state_taxes')
    expect(desk.figure('taxable_income', 'q3_2007')).not.toBe(total)
  })
  await each('undo', 3)
  expect([formula(), desk.figure('taxable_income', 'q3_2007')]).toEqual([expect.stringContaining(`..${last}`), total])
  const above = lines()[lines().indexOf(last) - 1]!
  select(last, 'q3_2007')
  moveChosen(desk.session, -1)
  expect([formula(), desk.figure('taxable_income', 'q3_2007')]).toEqual([expect.stringContaining(`..${above}`), total])
})
