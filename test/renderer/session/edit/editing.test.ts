/**
 * An edit from the first key to the file, and whatever can become of it: the screen ends with exactly what is stored.
 */
import { describe, expect, it } from 'vitest'
import {
  beginEdit,
  cancelEdit,
  commitEdit,
  completeInput,
  typeText,
} from '../../../../renderer/session/edit/editing.ts'
import { closeDialog } from '../../../../renderer/session/asking.ts'
import { revertChange, reverse } from '../../../../renderer/session/committing.ts'
import type { Failure } from '../../../../shared/contract/contract.ts'
import { type Desk, eachAtDesk, type Service } from '../open_session.ts'

const FULL: Failure = { kind: 'storage', message: 'The disk is full. Everything saved before is safe.' }
const UNKNOWN: Failure = { kind: 'unknown', message: 'It is not known whether this was stored.' }

let service: Service
let desk: Desk

eachAtDesk('', (own, of) => {
  desk = own
  service = of
})

const number = (): number => desk.session.getState().number

describe('an edit', () => {
  it('of a draft is on the screen at once, and then in the file', async () => {
    desk.show('books', 'income')
    expect(desk.enter('interest', 'q1', '250')).toBe('done')
    expect([desk.figure('interest', 'q1'), desk.figure('total', 'q1')]).toEqual(['250', '260'])
    expect(desk.session.getState().status).toBe('saving')
    await desk.saved()
    expect(desk.session.getState()).toMatchObject({ status: 'saved', number: 2, editing: null })
  })

  it('previews while it is typed and leaves no trace when it is left', () => {
    desk.show('books', 'income')
    beginEdit(desk.session, { schedule: 'income', line: 'interest', column: 'q1' }, 'cell', '7')
    typeText(desk.session, '75')
    expect(desk.session.getState().editing?.preview).toEqual([
      { schedule: 'income', line: 'interest', column: 'q1', input: '75' },
    ])
    cancelEdit(desk.session)
    expect([desk.figure('interest', 'q1'), number()]).toEqual(['100', 1])
  })

  it('of a figure as filed starts a scenario in the same change; undo returns as filed, redo to the scenario', async () => {
    desk.show('impac_2007_q3', 'income')
    desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
    expect(desk.where()).toBe('impac_2007_q3/income scenario_1 provision_for_loan_losses@q3_2007')
    expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,201,235)')
    await desk.saved()
    expect(number()).toBe(2)
    desk.show('impac_2007_q3', 'equity', 'scenario_1')
    reverse(desk.session, 'undo')
    await desk.saved()
    expect(desk.where()).toBe('impac_2007_q3/income base provision_for_loan_losses@q3_2007')
    expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')
    expect(desk.session.workbook().book.scenarios('impac_2007_q3')).toEqual([])
    desk.show('books', 'income')
    reverse(desk.session, 'redo')
    await desk.saved()
    expect(desk.where()).toBe('impac_2007_q3/income scenario_1 provision_for_loan_losses@q3_2007')
  })

  it('that is refused stays in the cell with its reason', () => {
    desk.show('books', 'income')
    expect(desk.enter('interest', 'q1', '= nonsense + 1')).toBe('kept')
    expect(desk.session.getState().editing).toMatchObject({ text: '= nonsense + 1' })
    expect(desk.session.getState().editing?.refusal).toContain('nonsense')
    cancelEdit(desk.session)
    expect(number()).toBe(1)
  })

  it('that may be meant in another unit asks, and takes the answer', async () => {
    desk.show('impac_2007_q3', 'income')
    expect(desk.enter('provision_for_loan_losses', 'q3_2007', '799445000')).toBe('kept')
    const { question } = desk.session.getState()
    if (question?.kind !== 'choices') throw new Error('Nothing was asked.')
    question.choices.find(({ label }) => label.includes('799,445'))!.run()
    await desk.saved()
    expect([desk.figure('provision_for_loan_losses', 'q3_2007'), number()]).toEqual(['799,445', 2])
  })

  it('of what is not disclosed asks for its source, and completes it as filed', async () => {
    desk.show('impac_2007_q3', 'equity')
    desk.enter('opening', 'q1_2007', '1,000,000')
    const { question } = desk.session.getState()
    if (question?.kind !== 'complete') throw new Error('No source was asked for.')
    completeInput(desk.session, question.ref, question.text, 'Form 10-K for 2006')
    await desk.saved()
    expect(desk.where()).toContain('equity base')
    expect(desk.figure('closing', 'q3_2007')).toBe('$ (484,223)')
    // Once completed it is filed like any other figure.
    closeDialog(desk.session)
    expect(desk.enter('opening', 'q1_2007', '1,000,500')).toBe('done')
    expect([desk.session.getState().question, desk.where()]).toEqual([null, expect.stringContaining('scenario_1')])
    await desk.saved()
    for (let count = 0; count < 2; count += 1) {
      reverse(desk.session, 'undo')
      await desk.saved()
    }
    expect(desk.figure('closing', 'q3_2007')).toBe('')
  })
})

describe('a commit', () => {
  it('that fails takes later edits back with it, and offers the first text again', async () => {
    desk.show('books', 'income')
    desk.meet('commit', FULL)
    desk.enter('interest', 'q1', '250')
    desk.enter('fees', 'q1', '30')
    await desk.saved()
    expect(desk.session.getState().status).toBe('failed')
    expect([desk.figure('interest', 'q1'), desk.figure('fees', 'q1'), number()]).toEqual(['100', '10', 1])
    const toast = desk.session.getState().toasts.at(-1)!
    expect(toast.text).toBe(
      'The last 2 edits were not saved. The screen shows the saved figures. The disk is full. Everything saved before is safe.',
    )
    desk.show('impac_2009', 'trusts')
    if (!toast.act || !('run' in toast.act)) throw new Error('Nothing is offered.')
    toast.act.run()
    expect(desk.where()).toBe('books/income base interest@q1')
    expect(desk.session.getState().editing).toMatchObject({ text: '250', where: 'formula_bar' })
    expect(commitEdit(desk.session)).toBe('done')
    await desk.saved()
    expect([desk.session.getState().status, desk.figure('interest', 'q1')]).toEqual(['saved', '250'])
  })

  it.each(['lost_before', 'lost_after', UNKNOWN] as const)(
    'whose outcome is not known is asked about: %o',
    async (fate) => {
      desk.show('books', 'income')
      desk.meet('commit', fate)
      desk.enter('interest', 'q1', '250')
      await desk.saved()
      expect(desk.session.getState()).toMatchObject({ status: 'saved', number: 2, undo: { number: 2 } })
      reverse(desk.session, 'undo')
      await desk.saved()
      expect([desk.figure('interest', 'q1'), number()]).toEqual(['100', 3])
    },
  )

  it('that is too large for the file is taken back, and says so', async () => {
    desk.show('books', 'income')
    const message = 'This change is too large to be stored at once.'
    desk.meet('commit', { kind: 'refused', message })
    desk.enter('interest', 'q1', '250')
    await desk.saved()
    expect([desk.session.getState().status, desk.figure('interest', 'q1')]).toEqual(['failed', '100'])
    expect(desk.said().at(-1)).toContain(message)
  })

  it('that nothing answers waits, says what is not stored, and goes on when asked to', async () => {
    desk.show('books', 'income')
    desk.meet('commit', 'lost_before')
    desk.meet('outcome', 'lost_before', 'lost_before', 'lost_before')
    desk.enter('interest', 'q1', '250')
    await expect.poll(() => desk.session.getState().status).toBe('unreachable')
    expect(desk.said().at(-1)).toContain('The program that keeps the workbook does not answer.')
    expect(desk.session.getState().toasts.at(-1)?.list?.items).toEqual(['Interest, Q1: 100 to 250'])
    desk.session.workbook().queue.retry()
    await desk.saved()
    expect([desk.session.getState().status, desk.said()]).toEqual(['saved', []])
  })

  it('of a figure that another window changed is not stored; the file is read again and the text offered back', async () => {
    const other = await service.openSession()
    other.show('books', 'income')
    other.enter('interest', 'q1', '333')
    await other.saved()
    desk.show('books', 'income')
    desk.enter('interest', 'q1', '250')
    await expect.poll(() => desk.said().join(' ')).toContain('not saved')
    expect(desk.said().join(' ')).toContain('changed in another window')
    expect(desk.figure('interest', 'q1')).toBe('333')
    const act = desk.session.getState().toasts.at(-1)?.act
    if (!act || !('run' in act)) throw new Error('Nothing is offered.')
    act.run()
    commitEdit(desk.session)
    await desk.saved()
    expect(desk.figure('interest', 'q1')).toBe('250')
  })
})

describe('undo and redo', () => {
  it('wait for the edits before them and lead to where the change was', async () => {
    desk.show('books', 'income')
    desk.enter('interest', 'q1', '250')
    desk.enter('fees', 'q2', '20')
    reverse(desk.session, 'undo')
    reverse(desk.session, 'undo')
    await desk.saved()
    expect(desk.where()).toBe('books/income base interest@q1')
    expect([desk.figure('interest', 'q1'), desk.figure('fees', 'q2')]).toEqual(['100', ''])
    expect(desk.said().at(-1)).toBe('Undone: Interest, Q1: 100 to 250')
    reverse(desk.session, 'redo')
    await desk.saved()
    expect([desk.figure('interest', 'q1'), desk.session.getState().redo?.title]).toEqual([
      '250',
      'Fees, Q2: blank to 20',
    ])
  })

  it('asked for in a row, before any is stored, go one by one to the start, and on again', async () => {
    desk.show('impac_2007_q3', 'income')
    for (const text of ['799445', '809445', '819445']) desk.enter('provision_for_loan_losses', 'q3_2007', text)
    await desk.saved()
    for (let count = 0; count < 3; count += 1) reverse(desk.session, 'undo')
    await desk.saved()
    expect([number(), desk.where()]).toEqual([7, expect.stringContaining('income base')])
    expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')
    for (let count = 0; count < 2; count += 1) reverse(desk.session, 'redo')
    await desk.saved()
    expect([number(), desk.figure('provision_for_loan_losses', 'q3_2007')]).toEqual([9, '809,445'])
  })

  it('say so where there is nothing to reverse', () => {
    reverse(desk.session, 'undo')
    reverse(desk.session, 'redo')
    expect(desk.said()).toEqual(['There is nothing to redo.'])
  })

  it('whose answer is lost have the workbook read again', async () => {
    desk.show('books', 'income')
    desk.enter('interest', 'q1', '250')
    await desk.saved()
    desk.meet('undo', 'lost_after')
    reverse(desk.session, 'undo')
    await expect.poll(() => desk.said().join(' ')).toContain('The answer to an undo was lost')
    expect([desk.figure('interest', 'q1'), desk.session.getState().redo?.number]).toEqual(['100', 2])
  })

  it('keep an edit waiting: what they bring back is not known yet', async () => {
    desk.show('books', 'income')
    desk.enter('interest', 'q1', '250')
    await desk.saved()
    reverse(desk.session, 'undo')
    expect(desk.enter('interest', 'q1', '300')).toBe('done')
    await desk.saved()
    await expect.poll(() => desk.figure('interest', 'q1')).toBe('300')
    await desk.saved()
    expect(desk.session.getState().undo?.title).toBe('Interest, Q1: 100 to 300')
  })

  it('from a change on leaves what came after it, and is refused where that touched the same cell', async () => {
    desk.show('books', 'income')
    desk.enter('interest', 'q1', '250')
    desk.enter('fees', 'q1', '20')
    revertChange(desk.session, 2)
    await desk.saved()
    expect([desk.figure('interest', 'q1'), desk.figure('fees', 'q1')]).toEqual(['100', '20'])
    desk.enter('fees', 'q1', '40')
    revertChange(desk.session, 3)
    await desk.saved()
    expect(desk.said().at(-1)).toContain('Undo from here was not done. Nothing changed.')
    expect(desk.figure('fees', 'q1')).toBe('40')
  })
})
