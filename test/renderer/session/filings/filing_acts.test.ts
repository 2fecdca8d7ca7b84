/**
 * Filings as acts of a person, from the screen to the file: duplicated, filed, reopened and amended, described, deleted; and what an
 * edit of a draft means.
 */
import { describe, expect, it, vi } from 'vitest'
import { goesWith } from '../../../../renderer/features/filings/wording.ts'
import {
  changeDetails,
  deleteFiling,
  dropSourceFigures,
  fileFiling,
  makeFiling,
  reopenFiling,
} from '../../../../renderer/session/filings/filing_acts.ts'
import { addComment } from '../../../../renderer/session/notes/comment_acts.ts'
import { chooseScenario, makeScenario, postScenario } from '../../../../renderer/session/scenarios/scenario_acts.ts'
import { tieOuts } from '../../../../shared/checks/tie_outs.ts'
import { detailsOf, filingId } from '../../../../shared/templates/filing_details.ts'
import { duplicateFiling } from '../../../../shared/templates/templates.ts'
import { refusalText } from '../../../../shared/refusals/refusal.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

const Q3 = 'impac_2007_q3'

let desk: Desk

eachAtDesk(`#/${Q3}/reconciliation`, (own) => (desk = own))

const status = (id: string): string | undefined => desk.session.workbook().book.filing(id)?.status

/** Makes a duplicate of a filing, which is then shown; returns its id. */
function duplicate(id = Q3): string {
  const { book } = desk.session.workbook()
  const filing = book.filing(id)!
  const details = { ...detailsOf(filing), title: `Copy of ${filing.title}` }
  const copy = duplicateFiling(filing, filingId(details, 'quarter', book.takenIds()), details)
  expect(makeFiling(desk.session, copy, 'Filing duplicated')).toBeUndefined()
  return copy.id
}

async function lastTitle(): Promise<string | undefined> {
  await desk.saved()
  return desk.session.getState().undo?.title
}

/** The tie-outs of a filing that are open. */
function open(id: string): number {
  const { book, sheets } = desk.session.workbook()
  return tieOuts(book.filing(id)!, sheets.engine(id, null)).filter((one) => one.status === 'fail').length
}

describe('a filing', () => {
  it('is duplicated with every figure; undo leads back to where the person was', async () => {
    const copy = duplicate('impac_2009')
    expect(desk.where()).toContain(`${copy}/trusts base`)
    expect([desk.figure('closing', 'residual'), status(copy)]).toEqual(['$ 22,977', 'draft'])
    expect(desk.said().at(-1)).toBe('Filing duplicated: “Copy of Trust rollforward for 2009”, a draft.')
    await desk.back('undo')
    expect([desk.where(), status(copy)]).toEqual([expect.stringContaining(`${Q3}/reconciliation base`), undefined])
  })

  it('is filed, undone and done again; then an edit starts a scenario, and it is reopened with a reason', async () => {
    const copy = duplicate()
    expect(fileFiling(desk.session, copy)).toBeUndefined()
    expect(status(copy)).toBe('filed')
    await desk.back('undo')
    expect(status(copy)).toBe('draft')
    await desk.back('redo')
    expect(status(copy)).toBe('filed')
    desk.show(copy, 'income')
    desk.enter('interest_income', 'q3_2007', '1')
    expect(desk.where()).toContain('income scenario_1')
    await desk.back('undo')
    expect(refusalText(reopenFiling(desk.session, copy, 'error_restated', ' ')!)).toBe(
      'Enter the reason for reopening the filing.',
    )
    expect(reopenFiling(desk.session, copy, 'error_restated', 'Interest was missing')).toBeUndefined()
    expect(status(copy)).toBe('draft')
    expect(await lastTitle()).toContain('Reason: Interest was missing')
    await desk.back('undo')
    expect(status(copy)).toBe('filed')
  })

  it('is reopened and amended: the printed figures that now differ are dropped in one step', async () => {
    desk.show(Q3, 'income')
    expect(open(Q3)).toBe(0)
    expect(reopenFiling(desk.session, Q3, 'error_restated', 'Restated interest')).toBeUndefined()
    desk.enter('interest_income', 'q3_2007', '313872')
    const count = open(Q3)
    expect(count).toBeGreaterThan(5)
    dropSourceFigures(desk.session, Q3)
    expect([open(Q3), desk.said().at(-1)]).toEqual([0, `${count} printed figures that differed were dropped.`])
    expect(await lastTitle()).toContain(`Dropped ${count} printed figures that differed: `)
    dropSourceFigures(desk.session, Q3)
    expect(desk.said().at(-1)).toBe('No printed figure differs from the draft.')
    await desk.back('undo')
    expect(open(Q3)).toBe(count)
  })

  it('is deleted, the one beside it shown, down to none; undo brings each back', async () => {
    const all = desk.session
      .workbook()
      .book.filings()
      .map(({ id }) => id)
    deleteFiling(desk.session, Q3)
    expect(desk.where()).toContain('impac_2009/trusts')
    expect(desk.said().at(-1)).toBe('“Third quarter 2007 results” is deleted.')
    deleteFiling(desk.session, 'impac_2009')
    deleteFiling(desk.session, 'books')
    expect([desk.where(), desk.session.workbook().book.filings()]).toEqual(['nowhere', []])
    for (let count = 0; count < 3; count += 1) await desk.back('undo')
    expect(
      desk.session
        .workbook()
        .book.filings()
        .map(({ id }) => id),
    ).toEqual(all)
    expect(desk.where()).toContain(`${Q3}/`)
  })

  it('is brought back by the Undo of its message, at once and after another change', async () => {
    const undo = async (): Promise<void> => {
      const { act } = desk.session.getState().toasts.at(-1)!
      expect(act?.label).toBe('Undo')
      if (act && 'run' in act) act.run()
      await vi.waitFor(() => expect(desk.session.workbook().book.filing(Q3)).toBeDefined())
      await desk.saved()
    }
    deleteFiling(desk.session, Q3)
    expect(desk.session.workbook().book.filing(Q3)).toBeUndefined()
    await undo()
    deleteFiling(desk.session, Q3)
    await desk.saved()
    desk.show('books', 'income')
    desk.enter('interest', 'q1', '5')
    await desk.saved()
    await undo()
    desk.show('books', 'income')
    expect(desk.figure('interest', 'q1')).toBe('5')
  })

  it('names what goes with it before it is deleted', () => {
    const { book } = desk.session.workbook()
    expect(goesWith(book, book.filing('books')!)).toEqual(['1 schedule'])
    desk.show(Q3, 'income')
    desk.enter('interest_income', 'q3_2007', '1')
    addComment(
      desk.session,
      { ref: { schedule: 'income', line: 'interest_income', column: 'q3_2007' }, scenario: null },
      'Why',
    )
    expect(goesWith(book, book.filing(Q3)!)).toEqual([
      '7 schedules',
      '1 scenario',
      expect.stringMatching(/^\d+ notes$/),
      '1 comment',
    ])
  })

  it('has its details changed while it is a draft, and not once it is filed', async () => {
    const copy = duplicate()
    const registrant = (): string | undefined => desk.session.workbook().book.filing(copy)?.registrant
    const details = detailsOf(desk.session.workbook().book.filing(copy)!)
    expect(changeDetails(desk.session, copy, { ...details, registrant: 'Impac Mortgage Holdings' })).toBeUndefined()
    expect(registrant()).toBe('Impac Mortgage Holdings')
    await desk.back('undo')
    expect(registrant()).toBe('Impac Mortgage Holdings, Inc.')
    expect(refusalText(changeDetails(desk.session, Q3, { ...details, registrant: 'Another' })!)).toContain(
      'is filed and locked',
    )
  })
})

describe('a draft', () => {
  it('takes what is typed itself, its original untouched', async () => {
    const copy = duplicate()
    desk.show(copy, 'income')
    desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
    expect([desk.where(), desk.figure('net_earnings', 'q3_2007')]).toEqual([
      expect.stringContaining(`${copy}/income base`),
      '$ (1,201,235)',
    ])
    // What the old document prints is not held against a document of its own.
    expect(open(copy)).toBe(0)
    await desk.back('undo')
    expect(desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('789,445')
    desk.show(Q3, 'income')
    expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')
  })

  it('has a scenario posted to it, which undo brings back beside it', async () => {
    const copy = duplicate()
    desk.show(copy, 'income')
    makeScenario(desk.session, { name: 'Severe losses', description: '', standsOn: null })
    desk.enter('provision_for_loan_losses', 'q3_2007', '889445')
    expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,291,235)')
    chooseScenario(desk.session, null)
    expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')
    expect(postScenario(desk.session, 'severe_losses').kind).toBe('changes')
    expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,291,235)')
    expect(desk.session.workbook().book.scenarios(copy)).toEqual([])
    await desk.back('undo')
    expect(desk.session.workbook().book.scenarios(copy)).toHaveLength(1)
    desk.show(copy, 'income')
    expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')
    desk.show(copy, 'income', 'severe_losses')
    expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,291,235)')
  })

  it.each([
    ['Change GAAP and the adjustment', '$ (1,201,235)', '$ (16,297)'],
    ['Change the tax adjustment only', '$ (1,191,235)', '$ (6,297)'],
  ])('never changes its books from a tax schedule without being told to: %s', async (label, books, tax) => {
    const copy = duplicate()
    desk.show(copy, 'reconciliation')
    expect(desk.enter('loan_loss_provisions', 'q3_2007', '842453')).toBe('kept')
    const { question } = desk.session.getState()
    if (question?.kind !== 'choices') throw new Error('Nothing was asked.')
    expect(question.question).toContain('mirrors the books of this draft')
    question.choices.find((one) => one.label === label)!.run()
    expect([desk.figure('net_earnings', 'q3_2007'), desk.figure('taxable_income', 'q3_2007')]).toEqual([books, tax])
    await desk.back('undo')
    expect(desk.figure('loan_loss_provisions', 'q3_2007')).toBe('832,453')
  })
})
