/**
 * What is typed and not entered: no way of leaving its place drops it, and neither does reloading the page.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { atDraft } from './draft_desk.ts'

const REFUSED = '28.000,00'

/** Does an action through the palette. */
async function choose(desk: Desk, name: string): Promise<void> {
  await desk.page.keyboard.press('Control+k')
  const field = desk.page.getByRole('combobox')
  await field.waitFor()
  await field.fill(name)
  await desk.page.getByRole('option', { name }).first().waitFor()
  await desk.page.keyboard.press('Enter')
}

/** Ways to leave the place by which nothing but the place is asked for. */
const WAYS: Record<string, (desk: Desk) => Promise<unknown>> = {
  'the key of Show as filed': (desk) => desk.page.keyboard.press('Alt+Shift+A'),
  'the comparison by the palette': (desk) => choose(desk, 'Compare scenarios'),
  'the navigation': (desk) => desk.page.locator('nav').getByText('Reconciliation').first().click(),
  'going to a cell': async (desk) => {
    await desk.page.keyboard.press('Control+g')
    await desk.page.getByRole('combobox').fill('reconciliation.net_earnings')
    await desk.page.keyboard.press('Enter')
  },
  'the address': (desk) =>
    desk.page.evaluate(() => {
      location.hash = '#/impac_2007_q3/equity'
    }),
}

const INCOME = '#/impac_2007_q3/income'

async function scenarioEdited(desk: Desk): Promise<void> {
  await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
}

const stored = (desk: Desk): Promise<string> =>
  desk.page.evaluate(async () => JSON.stringify(await window.workbench!.log({ limit: 1 })))

// Which acts have what is typed entered, and what each does with it: test/renderer/contrib/entering_first.test.ts.
describeInBrowser('a text that is typed and not entered', () => {
  it(
    'is entered where the screen leaves its place by palette, mouse or address',
    atDesk(
      async (desk) => {
        await scenarioEdited(desk)
        let amount = 300_123
        for (const way of ['the comparison by the palette', 'the navigation', 'the address']) {
          const before = await desk.number()
          await desk.type('interest_income', 'q3_2007', `${amount}`)
          await WAYS[way]!(desk)
          await desk.page.locator(`[data-seq="${before + 1}"]`).waitFor()
          await desk.saved()
          expect(await stored(desk), way).toContain(amount.toLocaleString('en'))
          expect(await desk.page.locator('.cell-editor').count(), way).toBe(0)
          // The keyboard is where the way leads.
          await desk.page.waitForFunction(() => document.activeElement?.closest('[data-schedule] .ag-cell'))
          await desk.show(`${INCOME}?scenario=scenario_1`)
          amount += 1
        }
      },
      { at: INCOME },
    ),
  )

  it(
    'is held with its place where it is refused, by whatever would leave it',
    atDesk(
      async (desk) => {
        await scenarioEdited(desk)
        const { hash } = new URL(desk.page.url())
        await desk.type('interest_income', 'q3_2007', REFUSED)
        for (const [way, leave] of Object.entries(WAYS)) {
          await leave(desk)
          await desk.page.locator('.cell-editor input[aria-invalid="true"]').waitFor()
          await expect.poll(() => desk.page.evaluate(() => location.hash), { message: way }).toBe(hash)
          expect(await desk.page.locator('.cell-editor input').inputValue(), way).toBe(REFUSED)
          expect(await desk.page.locator('.scenario-switch label:has(:checked)').innerText(), way).toContain(
            'Scenario 1',
          )
          expect(await desk.number(), way).toBe(2)
        }
      },
      { at: INCOME },
    ),
  )
})

/** True where the page asks before it is left; it stays. */
async function asksBeforeLeaving(desk: Desk): Promise<boolean> {
  return desk.page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  })
}

describeInBrowser('leaving the page', () => {
  it(
    'asks while a figure is typed, in its cell or in the formula bar, or a comment is written, and not otherwise',
    atDesk(
      async (desk) => {
        expect(await asksBeforeLeaving(desk)).toBe(false)
        await desk.cell('interest_income', 'q3_2007').click()
        await desk.page.keyboard.press('F2')
        await desk.page.locator('.cell-editor input').waitFor()
        expect(await asksBeforeLeaving(desk)).toBe(false)
        await desk.page.keyboard.type('1')
        expect(await asksBeforeLeaving(desk)).toBe(true)
        await desk.page.keyboard.press('Escape')
        expect(await asksBeforeLeaving(desk)).toBe(false)
        await desk.page.locator('.formula-bar input').click()
        expect(await asksBeforeLeaving(desk)).toBe(false)
        await desk.page.keyboard.type('1')
        expect(await asksBeforeLeaving(desk)).toBe(true)
        // The browser itself asks, too.
        const asked = new Promise<string>((resolve) =>
          desk.page.once('dialog', (dialog) => {
            resolve(dialog.type())
            void dialog.dismiss()
          }),
        )
        void desk.page.reload().catch(() => undefined)
        expect(await asked).toBe('beforeunload')
        expect(await desk.page.locator('.formula-bar input').inputValue()).toBe('3137721')
        await desk.page.keyboard.press('Escape')

        await desk.cell('interest_income', 'q3_2007').click()
        await desk.page.keyboard.press('Shift+F2')
        const field = desk.page.getByRole('textbox', { name: 'Comment' })
        await field.waitFor()
        expect(await asksBeforeLeaving(desk)).toBe(false)
        await field.fill('To be traced')
        expect(await asksBeforeLeaving(desk)).toBe(true)
        await desk.page.keyboard.press('Control+Enter')
        await desk.saved()
        expect(await asksBeforeLeaving(desk)).toBe(false)
      },
      { at: INCOME },
    ),
  )
})

describeInBrowser('leaving the page of a draft', () => {
  it(
    'asks while a label, a note or the details of a line are typed',
    atDraft(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.cell('net_earnings', 'q3_2007').click()
      await keyboard.press('Alt+Enter')
      const details = page.getByRole('dialog')
      await details.waitFor()
      expect(await asksBeforeLeaving(desk)).toBe(false)
      await details.getByLabel('Label').fill('Net earnings, restated')
      expect(await asksBeforeLeaving(desk)).toBe(true)
      await keyboard.press('Escape')
      await details.getByRole('button', { name: 'Leave' }).click()
      await details.waitFor({ state: 'detached' })
      expect(await asksBeforeLeaving(desk)).toBe(false)

      await desk.cell('net_earnings', '_label').dblclick()
      await page.locator('.naming input').waitFor()
      expect(await asksBeforeLeaving(desk)).toBe(false)
      await keyboard.type('Restated')
      expect(await asksBeforeLeaving(desk)).toBe(true)
      await keyboard.press('Escape')
      expect(await asksBeforeLeaving(desk)).toBe(false)

      await page.getByRole('tab', { name: 'Notes' }).click()
      await page.locator('[data-note="0"] [data-part="text"]').click()
      await page.locator('.notes-panel textarea').waitFor()
      expect(await asksBeforeLeaving(desk)).toBe(false)
      await keyboard.type(' And more.')
      expect(await asksBeforeLeaving(desk)).toBe(true)
      await keyboard.press('Control+Enter')
      await desk.saved()
      expect(await asksBeforeLeaving(desk)).toBe(false)
    }, 'reconciliation'),
  )
})

describeInBrowser('going back in the browser', () => {
  it(
    'keeps the comment that is written, at its own figure',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('net_earnings', 'q3_2007').click()
      await page.keyboard.press('Shift+F2')
      await page.getByRole('textbox', { name: 'Comment' }).fill('To be traced')
      await page.goBack()
      await page.locator('[data-schedule="income"]').waitFor()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await desk.saved()
      const log = await stored(desk)
      expect(log).toContain('To be traced')
      expect(log).toContain('"schedule":"reconciliation"')
    }),
  )

  it(
    'waits for the answer of a dialog about the place',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.show('#/impac_2007_q3/income')
      await desk.type('provision_for_loan_losses', 'q3_2007', '799445000')
      await page.keyboard.press('Enter')
      const question = page.getByRole('dialog', { name: 'Which is meant?' })
      await question.waitFor()
      await page.goBack()
      await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/impac_2007_q3/income')
      expect(await page.locator('[data-schedule]').getAttribute('data-schedule')).toBe('income')
      await question.getByRole('button', { name: /Enter 799,445/ }).click()
      await desk.page.locator('[data-seq="2"]').waitFor()
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('799,445')
    }),
  )
})

describeInBrowser('closing the window', () => {
  it(
    'enters what is typed first; where it is refused or a file is being written, the window is held open and says so',
    atDesk(async (desk) => {
      const { page } = desk
      // The desktop shell asks by an event of the contract; here the client of the browser shell is made to tell it.
      const answers: unknown[] = []
      await page.route('**/api/ready_to_close', async (route) => {
        answers.push(route.request().postDataJSON())
        await route.fulfill({ json: { ok: true, value: {} } })
      })
      await page.addInitScript(() => {
        type Client = { on(event: string, listener: (payload: null) => void): () => void }
        let installed: Client | undefined
        Object.defineProperty(window, 'workbench', {
          get: () => installed,
          set(client: Client) {
            installed = {
              ...client,
              on(event, listener) {
                if (event === 'close_requested') window.addEventListener('ask_to_close', () => listener(null))
                return client.on(event, listener)
              },
            }
          },
        })
      })
      await page.reload()
      await page.locator('[data-status]').waitFor()
      const close = (): Promise<boolean> => page.evaluate(() => window.dispatchEvent(new Event('ask_to_close')))
      await desk.show(INCOME)
      await desk.type('interest_income', 'q3_2007', REFUSED)
      await close()
      await page.locator('.toast', { hasText: 'Tieout stays open' }).waitFor()
      await expect.poll(() => answers).toEqual([{ holds: true }])
      expect(await page.locator('.cell-editor input').inputValue()).toBe(REFUSED)
      await page.keyboard.press('Escape')
      await desk.type('interest_income', 'q3_2007', '300123')
      await close()
      await expect.poll(() => answers).toEqual([{ holds: true }, {}])
      expect(await stored(desk)).toContain('300,123')
      // A file that is being written is not left half done.
      const exported = Promise.withResolvers<void>()
      await page.route('**/api/export_log', async (route) => {
        await exported.promise
        await route.fulfill({ json: { ok: false, failure: { kind: 'storage', message: 'The disk is full.' } } })
      })
      await desk.show(INCOME)
      await page.getByRole('button', { name: /^Change \d/ }).click()
      await page.getByRole('button', { name: 'Export as CSV' }).click()
      await close()
      await page.locator('.toast', { hasText: 'A file is being written.' }).waitFor()
      await expect.poll(() => answers).toEqual([{ holds: true }, {}, { holds: true }])
      exported.resolve()
      await page.locator('.toast', { hasText: 'The disk is full.' }).waitFor()
      await close()
      await expect.poll(() => answers).toHaveLength(4)
      expect(answers.at(-1)).toEqual({})
    }),
  )
})
