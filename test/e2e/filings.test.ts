/**
 * Filings as a controller makes and keeps them: new from templates, rolled forward, duplicated, filed, reopened, deleted,
 * described. What the acts store, undo and lead to is told by test/renderer/session/filings/filing_acts.test.ts.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { sampleFilings } from '../../db/samples/samples.ts'
import { typeset } from '../../shared/money/typeset.ts'
import { TEMPLATE_GROUPS } from '../../shared/templates/template_groups.ts'
import { TEMPLATES } from '../../shared/templates/templates.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const Q3 = 'Third quarter 2007 results'
const Q4 = 'Fourth quarter 2007 results'

/** The filings of the list, each with how it stands. */
function listed(desk: Desk): Promise<string[]> {
  return desk.page
    .locator('.filing')
    .evaluateAll((entries) =>
      entries.map(
        (entry) => `${entry.querySelector('strong')!.textContent}: ${entry.querySelector('small')!.textContent}`,
      ),
    )
}

async function menu(desk: Desk, filing: string, item: string): Promise<void> {
  await desk.page.getByRole('button', { name: `What to do with ${filing}` }).click()
  await desk.page.getByRole('menuitem', { name: item, exact: true }).click()
  // A dialog takes the keyboard once its field has the focus.
  if (item.endsWith('…')) await desk.page.locator('[role="dialog"] :focus').waitFor()
}

async function undo(desk: Desk): Promise<void> {
  const before = await desk.number()
  await desk.page.keyboard.press('Control+z')
  await desk.page.locator(`[data-seq="${before + 1}"]`).waitFor()
  await desk.saved()
}

const SAMPLES = [
  `${Q3}: Release · As filed, locked · September 30, 2007`,
  'Trust rollforward for 2009: As filed, locked · December 31, 2009',
]

/** More filings than the list has room for. */
const MANY = sampleFilings().flatMap((filing) =>
  filing.id === 'impac_2007_q3'
    ? [filing, ...[2, 3, 4, 5].map((count) => ({ ...filing, id: `impac_2007_q3_${count}`, title: `Copy ${count}` }))]
    : [filing],
)

async function rollForward(desk: Desk): Promise<void> {
  await menu(desk, Q3, 'Roll forward…')
  await desk.page.getByRole('button', { name: 'Make the draft' }).click()
  await desk.page.locator('[data-schedule="income"] [col-id="q4_2007"]').first().waitFor()
  await desk.saved()
}

describeInBrowser('filings', () => {
  it(
    'a new one is made by keyboard alone, and undo leads back to the filing before',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('net_earnings', 'q3_2007').click()
      await keyboard.press('Alt+Shift+F')
      await page.locator('[role="dialog"] input:focus').waitFor()
      // What is missing is said beside its field, and nothing is made.
      await keyboard.press('Enter')
      const title = page.getByRole('textbox', { name: 'Title' })
      expect(await title.getAttribute('aria-invalid')).toBe('true')
      expect(await page.getByRole('alert').allInnerTexts()).toEqual([
        'A filing needs a title.',
        'Enter the end of the period, such as 12/31/2007.',
      ])
      await keyboard.type('Second quarter 2026')
      for (let count = 0; count < 3; count += 1) await keyboard.press('Tab')
      await keyboard.type('6/31/2026')
      await keyboard.press('Enter')
      expect(await page.getByRole('alert').allInnerTexts()).toEqual(['June 2026 has 30 days.'])
      await keyboard.press('Control+a')
      await keyboard.type('Jun 30 2026')
      const periodEnd = page.getByRole('textbox', { name: 'Period end' })
      // As it was typed, and beneath as it is understood.
      expect(await periodEnd.inputValue()).toBe('Jun 30 2026')
      expect(await page.locator('.detail-field.periodEnd small').innerText()).toBe('June 30, 2026')
      await keyboard.press('Enter')
      await page.locator('[data-schedule="income"] [col-id="q2_2026"]').first().waitFor()
      await desk.saved()
      expect(await listed(desk)).toEqual([...SAMPLES, 'Second quarter 2026: Draft · June 30, 2026'])
      expect(new URL(page.url()).hash).toBe('#/impac_2026_q2/income')

      // Typed at once, live in every schedule: the draft takes the figure itself.
      await page.waitForFunction(() => document.activeElement?.closest('.ag-cell'))
      await keyboard.type('1200')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.headline('net_earnings')).toBe('1,200')
      expect(await page.locator('.scenario-switch').getAttribute('data-scenario')).toBe('as_filed')

      await desk.show('#/impac_2026_q2/reconciliation')
      expect(await desk.figure('taxable_income', 'q2_2026')).toBe('$ 1,200')
      expect(await desk.figure('taxable_income', 'm6_2026')).toBe('$ 1,200')

      await undo(desk)
      await undo(desk)
      expect(await listed(desk)).toEqual(SAMPLES)
      expect(new URL(page.url()).hash).toContain('#/impac_2007_q3/')
    }),
  )

  it(
    'schedules are offered under the headings of their groups, reached by keyboard in a low window',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await page.setViewportSize({ width: 1280, height: 720 })
      await desk.show('#/impac_2007_q3/income')
      await keyboard.press('Alt+Shift+F')
      await page.locator('[role="dialog"] input:focus').waitFor()
      const dialog = page.getByRole('dialog', { name: 'New filing' })
      // The dialog does not scroll: its schedules do.
      expect(await dialog.evaluate((box) => box.scrollHeight <= box.clientHeight)).toBe(true)
      for (const { id, label } of TEMPLATE_GROUPS) {
        const group = dialog.getByRole('group', { name: 'Schedules' }).getByRole('group', { name: label, exact: true })
        const own = TEMPLATES.filter((one) => one.group === id)
        expect(await group.getByRole('checkbox').count()).toBe(own.length)
        for (const { title } of own) {
          expect(await group.getByRole('checkbox', { name: typeset(title), exact: true }).count()).toBe(1)
        }
      }
      expect(await dialog.locator('.template-list :checked + div label').allInnerTexts()).toEqual([
        'Comparative earnings',
        'Reconciliation to taxable income',
        'Stockholders’ equity',
      ])
      // From the last schedule the next key leads to the way out; what has the focus is in sight.
      const last = dialog.getByRole('checkbox', { name: 'Blank schedule' })
      for (let count = 0; count < 60 && !(await last.evaluate((box) => box === document.activeElement)); count += 1) {
        await keyboard.press('Tab')
      }
      const [box, scroll] = [(await last.boundingBox())!, (await dialog.locator('.template-scroll').boundingBox())!]
      expect([box.y >= scroll.y, box.y + box.height <= scroll.y + scroll.height]).toEqual([true, true])
      await keyboard.press('Space')
      expect(await last.isChecked()).toBe(true)
      await keyboard.press('Tab')
      expect(await dialog.locator(':focus').innerText()).toBe('Cancel')
      // None chosen is refused beside them, in sight.
      for (const box of await dialog
        .locator('.template-list :checked')
        .all()
        .then((all) => all.toReversed())) {
        await box.uncheck()
      }
      await keyboard.press('Enter')
      const problem = dialog.locator('.template-list').getByRole('alert')
      expect(await problem.innerText()).toBe('Choose at least one schedule.')
      const [told, foot] = [(await problem.boundingBox())!, (await dialog.locator('.dialog-acts').boundingBox())!]
      expect(told.y + told.height <= foot.y).toBe(true)
      const { violations } = await axe(page).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    }),
  )

  it(
    'rolled forward: remarks first, comparatives as filed, opening linked; undo leads back',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/reconciliation')
      await page.locator('[data-filing="impac_2007_q3"]').click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Roll forward…' }).click()
      const dialog = page.getByRole('dialog')
      expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(Q4)
      expect(await dialog.getByRole('textbox', { name: 'Period end' }).inputValue()).toBe('12/31/2007')
      expect(await dialog.locator('.roll-remarks li').first().innerText()).toContain('was not in the prior filing')
      await dialog.getByText('A year later').click()
      expect(await dialog.getByRole('textbox', { name: 'Period end' }).inputValue()).toBe('9/30/2008')
      expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Third quarter 2008 results')
      await dialog.getByRole('textbox', { name: 'Period end' }).fill('2007-08-31')
      await page.keyboard.press('Enter')
      expect(await dialog.getByRole('alert').innerText()).toBe('The next period ends after September 30, 2007.')
      await dialog.getByText('A quarter later').click()
      await dialog.getByRole('button', { name: 'Make the draft' }).click()
      await page.locator('[data-schedule="income"] [col-id="q4_2007"]').first().waitFor()
      await desk.saved()
      expect(await listed(desk)).toEqual([SAMPLES[0], `${Q4}: Release · Draft · December 31, 2007`, SAMPLES[1]])
      expect(await page.locator('.toast').innerText()).toContain(`Filing rolled forward: “${Q4}”, a draft.`)
      expect(await desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')
      expect(await desk.figure('net_earnings', 'q4_2007')).toBe('')
      await desk.show('#/impac_2007_q4/reconciliation')
      expect(await desk.figure('taxable_income', 'fy_2007')).toBe('$ (16,370)')
      await desk.show('#/impac_2007_q4/equity')
      await desk.cell('opening', 'q4_2007').click()
      expect(await page.locator('.formula-field input').inputValue()).toBe('=closing@q3_2007')
      await undo(desk)
      expect(await listed(desk)).toEqual(SAMPLES)
      expect(new URL(page.url()).hash).toBe('#/impac_2007_q3/reconciliation')
    }),
  )

  it(
    'filed after what stands open is shown, then locked; reopened with a reason that the log keeps',
    atDesk(async (desk) => {
      const { page } = desk
      await rollForward(desk)
      await menu(desk, Q4, 'File and lock…')
      const dialog = page.getByRole('dialog')
      expect(await dialog.locator('.matters h3').allInnerTexts()).toEqual([
        '94 figures are blank',
        '16 are flagged',
        '3 cannot be tested',
        '7 notes name dates or amounts',
      ])
      expect(await dialog.locator('.matters').first().innerText()).toContain(
        'Comparative earnings, Three Months Ended December 31, 2007: 13 figures are blank',
      )
      // Where figures are missing the first key leads back; nothing is filed by it.
      expect(await dialog.locator(':focus').innerText()).toBe('Back to the draft')
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      expect((await listed(desk)).at(1)).toContain('Draft')
      await menu(desk, Q4, 'File and lock…')
      await dialog.getByRole('button', { name: 'File and lock' }).click()
      await desk.saved()
      expect((await listed(desk)).at(1)).toBe(`${Q4}: Release · As filed, locked · December 31, 2007`)
      await menu(desk, Q4, 'Reopen with a reason…')
      const reopen = dialog.getByRole('button', { name: 'Reopen as a draft' })
      await reopen.click()
      expect(await dialog.getByRole('alert').innerText()).toBe('Choose what is corrected.')
      const corrected = dialog.getByLabel('What is corrected')
      await corrected.selectOption('estimate')
      await reopen.click()
      expect(await dialog.getByRole('alert').innerText()).toContain('Record it in the current period')
      await corrected.selectOption('error_revised')
      await reopen.click()
      expect(await dialog.getByRole('alert').innerText()).toBe('Enter the reason for reopening the filing.')
      await dialog.getByRole('textbox', { name: 'Reason' }).fill('Interest was missing')
      await page.keyboard.press('Enter')
      await desk.saved()
      expect((await listed(desk)).at(1)).toContain('Draft')
      await page.keyboard.press('Alt+Shift+L')
      await page.getByText(`Reopened: ${Q4}. Error, revised. Reason: Interest was missing`).first().waitFor()
    }),
  )

  it(
    'the list of filings keeps the schedule shown in sight',
    atDesk(
      async (desk) => {
        const { page } = desk
        await page.setViewportSize({ width: 1280, height: 520 })
        for (const place of ['#/impac_2007_q3_5/equity', '#/impac_2007_q3/income']) {
          await desk.show(place)
          await page.waitForFunction(() => {
            const link = document.querySelector('.schedule-link[aria-current]')?.getBoundingClientRect()
            const list = document.querySelector('.navigation')?.getBoundingClientRect()
            return link && list && link.top >= list.top && link.bottom <= list.bottom
          })
        }
      },
      { filings: MANY },
    ),
  )

  it(
    'deleted one after the other down to none, which says the way on; undo brings one back',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await menu(desk, Q3, 'Delete…')
      const asked = page.getByRole('dialog', { name: `Delete ${Q3}` })
      expect(await asked.getByRole('listitem').allInnerTexts()).toEqual([
        '7 schedules',
        expect.stringMatching(/notes$/),
      ])
      const { violations: inDialog } = await axe(page).include('.dialog').analyze()
      expect(inDialog.map(({ id }) => id)).toEqual([])
      // A stray Enter keeps the filing.
      await page.keyboard.press('Enter')
      await asked.waitFor({ state: 'detached' })
      expect(await listed(desk)).toEqual(SAMPLES)
      await menu(desk, Q3, 'Delete…')
      await asked.getByRole('button', { name: 'Delete the filing' }).click()
      await page.locator('[data-schedule="trusts"] [row-id]').first().waitFor()
      await desk.saved()
      expect(await listed(desk)).toEqual(SAMPLES.slice(1))
      // Its message takes it back.
      await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
      await page.locator('[data-seq="3"]').waitFor()
      expect(await listed(desk)).toEqual(SAMPLES)
      for (const title of [Q3, 'Trust rollforward for 2009']) {
        await menu(desk, title, 'Delete…')
        await page.getByRole('button', { name: 'Delete the filing' }).click()
        await desk.saved()
      }
      await page.getByRole('heading', { name: 'No filings' }).waitFor()
      await desk.saved()
      // No key of the list of actions does harm where nothing is shown.
      for (const key of ['G', 'S', 'B', 'W', 'C', 'M', 'N', 'P', 'R', 'E', 'T', 'O', 'L']) {
        await page.keyboard.press(`Alt+Shift+${key}`)
        await page.keyboard.press('Escape')
      }
      const { violations } = await axe(page).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      await page.reload()
      await page.getByRole('main').getByRole('button', { name: 'New filing…' }).click()
      await page.getByRole('dialog', { name: 'New filing' }).waitFor()
      await page.keyboard.press('Escape')
      await undo(desk)
      expect(await listed(desk)).toEqual(SAMPLES.slice(1))
    }),
  )

  it(
    'details of a draft are changed; those of a filed one are read, with why',
    atDesk(async (desk) => {
      const { page } = desk
      await rollForward(desk)
      await menu(desk, Q4, 'Filing details…')
      const dialog = page.getByRole('dialog', { name: 'Filing details' })
      expect(await dialog.innerText()).toContain(`Follows “${Q3}”.`)
      await dialog.getByRole('textbox', { name: 'Registrant' }).fill('Impac Mortgage Holdings')
      await dialog.getByRole('textbox', { name: 'Document date' }).fill('2008-03-14')
      await dialog.getByRole('checkbox', { name: 'Unaudited' }).uncheck()
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await desk.saved()
      expect(await page.locator('.top-bar h1').innerText()).toMatch(/^Impac Mortgage Holdings · Fourth quarter 2007/)
      expect(await page.locator('.status-bar').innerText()).not.toContain('Unaudited')
      await menu(desk, Q3, 'Filing details…')
      expect(await dialog.innerText()).toContain('This filing is filed and locked')
      expect(await dialog.getByRole('textbox', { name: 'Title' }).getAttribute('readonly')).not.toBeNull()
      await dialog.getByRole('button', { name: 'Reopen with a reason…' }).click()
      await page.getByRole('dialog', { name: `Reopen ${Q3}` }).waitFor()
    }),
  )
})

describeInBrowser('accessibility of filings', () => {
  it(
    'the dialogs and menus in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      const found: string[] = []
      const check = async (where: string): Promise<void> => {
        const { violations } = await axe(page).analyze()
        found.push(
          ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id} ${html.slice(0, 160)}`)),
        )
      }
      await desk.show('#/impac_2007_q3/income')
      await page.getByRole('button', { name: `What to do with ${Q3}` }).click()
      await page.getByRole('menuitem', { name: 'Duplicate…' }).waitFor()
      await check('menu')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+Shift+F')
      await page.locator('[role="dialog"] input:focus').waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('alert').first().waitFor()
      await check('new filing, refused')
      await page.keyboard.press('Escape')
      for (const item of ['Roll forward…', 'Filing details…', 'Reopen with a reason…', 'Duplicate…']) {
        await menu(desk, Q3, item)
        await check(item)
        if (item !== 'Duplicate…') await page.keyboard.press('Escape')
      }
      await page.keyboard.press('Enter')
      await desk.saved()
      await menu(desk, `Copy of ${Q3}`, 'File and lock…')
      await check('file and lock')
      expect(found).toEqual([])
    }),
  )
})
