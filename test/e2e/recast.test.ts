/**
 * Lines moved to discontinued operations at the desk: the figures of the release stay where they must, the message names what moved, undo
 * puts all back, and a filed filing refuses.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser } from './desk.ts'
import { DRAFT } from './draft.ts'
import { act, atDraft, formula, lines, reverse, said } from './draft_desk.ts'

const ACT = 'Move to discontinued operations'

describeInBrowser('a recast to discontinued operations', () => {
  it(
    'moves an expense with its sign turned; net loss, taxable income and the mirror stay',
    atDraft(async (desk) => {
      const net = await desk.headline('net_earnings')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await act(desk, ACT)
      await desk.saved()
      await expect.poll(() => desk.focus()).toBe('provision_for_loan_losses@q3_2007')
      expect(await said(desk)).toContain('to discontinued operations')
      expect(await said(desk)).toContain('11,698, was (777,747)')
      expect(await said(desk)).toContain('Net loss: unchanged.')
      const shown = await lines(desk)
      expect(shown.slice(shown.indexOf('other_discontinued'))).toEqual([
        'other_discontinued',
        'provision_for_loan_losses',
        'discontinued_operations',
        ...shown.slice(shown.indexOf('net_earnings')),
      ])
      expect(await desk.figure('provision_for_loan_losses', 'q2_2007')).toBe('(161,163)')
      expect(await desk.figure('discontinued_operations', 'q3_2007')).toBe('(983,522)')
      expect(await desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')
      expect(await desk.headline('net_earnings')).toBe(net)
      expect(await desk.headline('taxable_income')).toBe('(16,297)')
      await desk.show(`#/${DRAFT}/reconciliation`)
      expect(await desk.figure('loan_loss_provisions', 'q3_2007')).toBe('832,453')
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      expect(await formula(desk)).toBe('= -income.provision_for_loan_losses + income.reo_provision')
      // The provision is larger by 10,000: it goes on moving net earnings and not taxable income.
      await desk.show(`#/${DRAFT}/income`)
      await desk.enter('provision_for_loan_losses', 'q3_2007', '-799445')
      expect(await desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,201,235)')
      expect(await desk.headline('taxable_income')).toBe('(16,297)')

      await reverse(desk, 'Control+z')
      await reverse(desk, 'Control+z')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('789,445')
      expect(await desk.figure('discontinued_operations', 'q3_2007')).toBe('(194,077)')
    }),
  )

  it(
    'is refused with the reason',
    atDesk(
      async (desk) => {
        await desk.cell('provision_for_loan_losses', 'q3_2007').click()
        await desk.page.keyboard.press('Control+k')
        await desk.page.getByRole('combobox').fill(ACT)
        const option = desk.page.getByRole('option', { name: ACT }).first()
        await option.waitFor()
        expect(await option.getAttribute('aria-disabled')).toBe('true')
        expect(await option.innerText()).toMatch(/filed/)
      },
      { at: '#/impac_2007_q3/income' },
    ),
  )
})
