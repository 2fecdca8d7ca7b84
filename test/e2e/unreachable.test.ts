/**
 * The program that keeps the workbook was ended: edits wait on the screen, all that is not stored is named, and a program
 * started anew is told apart from none.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const message = (desk: Desk) => desk.page.locator('.toast.warned')

/** The amounts that the message names as not stored. */
async function named(desk: Desk): Promise<string[]> {
  const items = await message(desk).getByRole('listitem').allInnerTexts()
  return items.map((text) => / to (\S+)$/.exec(text)?.[1] ?? text)
}

async function enter(desk: Desk, line: string, column: string, text: string): Promise<void> {
  await desk.type(line, column, text)
  await desk.page.keyboard.press('Enter')
}

/** What the browser itself says of calls that nobody answered, or that were refused, is meant here. */
function forgive(desk: Desk): void {
  const meant = /ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_SOCKET|status of 401/
  desk.trespasses.splice(0, desk.trespasses.length, ...desk.trespasses.filter((one) => !meant.test(one)))
}

describeInBrowser('a program that was ended', () => {
  it(
    'leaves each further edit in the list of what is not stored; started anew, it is said to ask for its new address',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q3_2007', '111')
      const before = await desk.number()
      // Which scenario is shown is remembered behind the edit; nothing can be while nobody answers.
      const remembered = () =>
        page.evaluate(async () => {
          const answer = await window.workbench!.load({})
          return answer.ok && answer.value.view.scenarios
        })
      await expect.poll(remembered).toEqual({ impac_2007_q3: 'scenario_1' })
      await desk.end('SIGKILL')
      await enter(desk, 'interest_income', 'q3_2007', '222')
      await message(desk).waitFor()
      expect(await named(desk)).toEqual(['222'])
      await enter(desk, 'interest_expense', 'q3_2007', '333')
      await expect.poll(() => named(desk)).toEqual(['222', '333'])
      await enter(desk, 'interest_income', 'q2_2007', '444')
      await expect.poll(() => named(desk)).toEqual(['222', '333', '444'])
      expect(await message(desk).count()).toBe(1)
      expect(await message(desk).innerText()).toContain('Not saved: 3')
      expect(await message(desk).innerText()).toContain('does not answer')
      expect(await page.locator('.saved-state').innerText()).toContain('edits wait')

      const address = await desk.startAgain()
      await message(desk).getByRole('button', { name: 'Try again' }).click()
      await page.getByText('not signed in').first().waitFor()
      expect(await named(desk)).toEqual(['222', '333', '444'])
      expect(await message(desk).innerText()).not.toContain('does not answer')
      expect(await message(desk).innerText()).toContain('the newly printed address')
      expect(await page.locator('.saved-state').innerText()).toContain('Not signed in')

      // Signed in by the new address, this page goes on where it stood.
      const other = await page.context().newPage()
      await other.goto(address)
      await other.locator('[data-status]').waitFor()
      await other.close()
      await page.locator('.status-bar').getByRole('button', { name: 'Try again' }).click()
      await desk.saved()
      expect(await desk.number()).toBe(before + 3)
      expect(await message(desk).count()).toBe(0)
      await page.reload()
      await desk.cell('interest_income', 'q3_2007').waitFor()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 222')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('333')
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 444')
      forgive(desk)
    }),
  )
})
