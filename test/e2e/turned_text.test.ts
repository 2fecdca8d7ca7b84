/**
 * Signs of writing direction in names, notes and comments turn round nothing beside them: on the screen, in lists and dialogs and on
 * paper every character around such a text stands where it would stand beside a plain one.
 */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { isolated } from '../../shared/money/isolated.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

/** Opens an override and an isolate and closes neither; all that follows would be turned round. */
const TURNING = 'QJX\u2067\u202eWZK'

const FILING: Filing = {
  id: 'plan',
  title: `Plan ${TURNING}`,
  registrant: `Registrant ${TURNING}`,
  status: 'filed',
  unit: 'thousands',
  schedules: [
    {
      id: 'income',
      title: `Earnings ${TURNING}`,
      unitLine: `in thousands ${TURNING}`,
      groups: [{ label: `Three months ${TURNING}`, columns: ['q3'] }],
      notes: [{ mark: '1', text: `As restated ${TURNING}` }],
      columns: [{ id: 'q3', label: `Q3 ${TURNING}`, kind: 'duration' }],
      lines: [
        { id: 'interest', label: `Interest income ${TURNING}`, kind: 'input', notes: ['1'] },
        { id: 'fees', label: `Fees ${TURNING}`, kind: 'input' },
        { id: 'net', label: 'Net', kind: 'formula', formula: 'interest + fees' },
      ],
      cells: [
        { schedule: 'income', line: 'interest', column: 'q3', input: '7000' },
        { schedule: 'income', line: 'fees', column: 'q3', input: '(123)' },
      ],
    },
  ],
}

const at = '2026-03-04T12:00:00.000Z'
const cell = { schedule: 'income', line: 'interest', column: 'q3' }

function done(): { at: string; changes: ChangeSet }[] {
  const definition = { name: `Case ${TURNING}`, description: `Why ${TURNING}`, position: 1 }
  const comment = { ...cell, text: `See page 7 ${TURNING}`, author: 'A. Controller', time: at }
  return [
    {
      at,
      changes: {
        id: randomUUID(),
        filing: 'plan',
        title: `Scenario made: ${isolated(definition.name)}, changed`,
        place: null,
        changes: [
          { kind: 'scenario', scenario: 'test', before: null, after: definition },
          { kind: 'cell', scenario: 'test', ...cell, before: null, after: '7500' },
          { kind: 'comment', comment: randomUUID(), before: null, after: comment },
        ],
      },
    },
  ]
}

type Told = { blocks: number; turned: string[] }

/**
 * Reads every block of text in sight that holds the turning text, and tells those in which a character outside it does not stand to
 * the right of all that stands before it on its line, the turning text included.
 */
function read({ page }: Desk): Promise<Told> {
  return page.evaluate(() => {
    const blocks = new Map<Element, Text[]>()
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      let block = node.parentElement!
      while (block.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement
      if (block.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
        blocks.set(block, [...(blocks.get(block) ?? []), node as Text])
      }
    }
    let count = 0
    const turned: string[] = []
    for (const texts of blocks.values()) {
      const whole = texts.map(({ data }) => data).join('')
      if (!whole.includes('QJX')) continue
      count += 1
      let within = 0
      let [right, bottom] = [0, 0]
      for (const text of texts) {
        for (let i = 0; i < text.data.length; i += 1) {
          if (text.data.startsWith('QJX', i) || text.data.startsWith('WZK', i)) within = 3
          const isWithin = within > 0
          within -= 1
          if (/[\s\u202a-\u202e\u2066-\u2069]/.test(text.data[i]!)) continue
          const range = document.createRange()
          range.setStart(text, i)
          range.setEnd(text, i + 1)
          const box = range.getBoundingClientRect()
          if (box.width === 0) continue
          const isSameLine = Math.abs(box.bottom - bottom) < box.height / 2
          if (isSameLine && !isWithin && box.left < right - 1.5) {
            turned.push(`${whole.slice(0, 120)} (at ${text.data[i]!})`)
            break
          }
          right = isSameLine ? Math.max(right, box.right) : box.right
          bottom = isSameLine ? bottom : box.bottom
        }
      }
    }
    return { blocks: count, turned: [...new Set(turned)] }
  })
}

async function expectInOrder(desk: Desk, least: number): Promise<void> {
  await expect.poll(async () => (await read(desk)).blocks, { timeout: 10_000 }).toBeGreaterThanOrEqual(least)
  expect((await read(desk)).turned).toEqual([])
}

describeInBrowser('text that would turn others round', () => {
  it(
    'turns nothing on the screen: grid, switch, log, comments, dialogs, messages',
    atDesk(
      async (desk) => {
        const { page } = desk
        await desk.show('#/plan/income?scenario=test')
        await expectInOrder(desk, 5)
        await desk.cell('interest', 'q3').click()
        for (const panel of ['Explain', 'Change log', 'Tie-outs', 'Notes', 'Comments']) {
          await page.getByRole('tab', { name: panel, exact: true }).click()
          await expectInOrder(desk, 5)
        }
        await page.keyboard.press('Alt+Shift+m')
        await page.getByRole('dialog', { name: 'Scenarios' }).waitFor()
        await expectInOrder(desk, 6)
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'What to do with' }).click()
        await expectInOrder(desk, 5)
        await page.getByRole('menuitem', { name: 'Reopen' }).click()
        await page.getByRole('dialog', { name: 'Reopen' }).waitFor()
        await expectInOrder(desk, 6)
        await page.keyboard.press('Escape')
        await desk.cell('interest', 'q3').click()
        await page.keyboard.press('Control+k')
        await page.getByRole('dialog').waitFor()
        await page.keyboard.type('case')
        await expectInOrder(desk, 5)
        await page.keyboard.press('Escape')
        await desk.cell('interest', 'q3').click()
        await page.keyboard.press('Shift+F2')
        await page.getByRole('dialog', { name: 'Comments on' }).waitFor()
        await expectInOrder(desk, 6)
        await page.keyboard.press('Escape')
        await desk.cell('fees', 'q3').click()
        await page.keyboard.type('5')
        await page.keyboard.press('Enter')
        await desk.saved()
        await page.keyboard.press('Control+z')
        await expectInOrder(desk, 6)
      },
      { filings: [FILING], done: done() },
    ),
  )

  it(
    'turns nothing on paper, where a plain name would leave everything in its place',
    atDesk(
      async (desk) => {
        const { page } = desk
        await page.goto(new URL('/print/plan/income?scenario=test&mode=workpaper', page.url()).href)
        await page.locator('table.schedule').first().waitFor()
        await expectInOrder(desk, 6)
        const title = await page.title()
        // What is composed into the title of the window is set apart.
        expect(title).toMatch(/\u2068[^\u2069]*\u2067\u202eWZK\u202c\u2069\u2069/)
      },
      { filings: [FILING], done: done() },
    ),
  )
})
