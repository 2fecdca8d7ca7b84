/**
 * The samples at the desk: the net gain of the trusts of 2009 with its headline, and liquidity of 2007, of which a figure that was not disclosed is
 * completed with its source.
 */
import { expect, it } from 'vitest'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser } from './desk.ts'

describeInBrowser('the samples', () => {
  it(
    'show the net gain of the trusts of 2009 as the headline, and a scenario moves it',
    atDesk(async (desk) => {
      await desk.show('#/impac_2009/trust_gain')
      expect(await desk.figure('assets', 'fy_2009')).toBe('(186,704)')
      expect(await desk.figure('liabilities', 'fy_2009')).toBe('199,709')
      expect(await desk.figure('net_change', 'fy_2009')).toBe('$ 13,005')
      expect(await desk.headline('net_trust_result')).toBe('13,005')
      expect((await axe(desk.page).analyze()).violations.map(({ id }) => id)).toEqual([])
      await desk.show('#/impac_2009/trusts')
      await desk.enter('change_in_fair_value', 'collateral', '20000')
      expect(await desk.headline('net_trust_result')).toBe('5,201')
      expect(await desk.why()).toContain('Gains and losses of the trusts reach net earnings and equity')
      await desk.show('#/impac_2009/trust_gain')
      expect(await desk.figure('collateral', 'fy_2009')).toBe('20,000')
      await desk.show('#/impac_2009/trust_gain?scenario=as_filed')
      expect(await desk.figure('net_change', 'fy_2009')).toBe('$ 13,005')
    }),
  )

  it(
    'show liquidity of 2007 as far as it is disclosed; lines that do not agree turn the light',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/liquidity')
      expect(await desk.figure('opening', 'at_2007_09_30')).toBe('$ 924.0')
      expect(await desk.figure('closing', 'at_2007_12_18')).toBe('$ 337.0')
      expect((await axe(desk.page).analyze()).violations.map(({ id }) => id)).toEqual([])
      const complete = async (line: string, text: string): Promise<void> => {
        await desk.type(line, 'at_2007_12_18', text)
        await desk.page.keyboard.press('Enter')
        const dialog = desk.page.getByRole('dialog')
        await dialog.getByLabel('Source of the figure').fill('Form 10-K for 2007')
        await dialog.getByRole('button', { name: 'Complete as filed' }).click()
        await dialog.waitFor({ state: 'detached' })
        await desk.saved()
      }
      await complete('line_one', '100')
      expect(await desk.headline('open_tie_outs')).toBe('2')
      await complete('line_two', '200')
      // 300.0 is not 337.0, which is known to within half a million.
      expect(await desk.figure('lines_agree', 'at_2007_12_18')).toBe('(37.0)')
      expect(await desk.headline('open_tie_outs')).toBe('3')
    }),
  )
})
