/**
 * Attack by many tabs: eight to twelve pages of one browser edit one workbook, in turn and at once, and are reloaded between.
 * Every edit ends saved or refused with a reason, no tab waits for ever, and at last all show what the file holds.
 */
import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openWorkbook } from '../../db/workbook.ts'
import type { StoredFiling } from '../../shared/model/stored_filing.ts'
import type { Workbench } from '../../shared/contract/contract.ts'
import { BULK, killOptions, killPlan, seeded } from '../db/kill_plan.ts'
import { launch, stage, type Stage } from './stage.ts'
import { inOneLine, type Given } from './tally.ts'

const WAVES = 6
/** A tab that has not answered by then waits for ever, as far as a person is concerned. */
const FOR_EVER_MS = 30_000

type Edit = { tab: number; line: string; text: string }
type Ended = 'saved' | 'failed' | 'never'

const cell = (page: Page, line: string) => page.locator(`[data-schedule="income"] [row-id="${line}"] [col-id="fy"]`)

async function show(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/plan/income'
  })
  await cell(page, 'a').waitFor()
}

/** Types and presses Enter; how it ended, and what the page says where it failed. */
async function enter(page: Page, { line, text }: Edit): Promise<{ ended: Ended; reason: string }> {
  await cell(page, line).click({ timeout: FOR_EVER_MS })
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  const settled = page.locator('[data-status="saved"], [data-status="failed"]')
  try {
    await settled.waitFor({ timeout: FOR_EVER_MS })
  } catch {
    return { ended: 'never', reason: '' }
  }
  const ended = (await page.locator('[data-status]').getAttribute('data-status')) as Ended
  if (ended !== 'failed') return { ended, reason: '' }
  // Where another tab was quicker, the page reads the workbook again before it says so.
  await page
    .locator('.toast')
    .first()
    .waitFor({ timeout: FOR_EVER_MS })
    .catch(() => undefined)
  return { ended, reason: (await page.locator('.toast').allInnerTexts()).join(' ') }
}

/** What a tab shows of the schedule once it has drawn all of it: twice the same. */
async function shown(page: Page): Promise<string> {
  await cell(page, 'a').waitFor()
  let before = ''
  for (;;) {
    const text = (await page.locator('[data-schedule="income"]').innerText()).replaceAll(/\s+/g, ' ')
    if (text === before) return text
    before = text
    await page.waitForTimeout(400)
  }
}

async function loaded(page: Page): Promise<{ number: number; filings: StoredFiling[] }> {
  const answer = await page.evaluate(() => (window as unknown as { workbench: Workbench }).workbench.load({}))
  if (!answer.ok) throw new Error(answer.failure.message)
  return { number: answer.value.number, filings: answer.value.filings }
}

/** The tabs beside the first that could be opened. */
async function openTabs(on: Stage, count: number, { tally }: Given, how: string): Promise<Page[]> {
  const pages = [on.page]
  while (pages.length < count) {
    try {
      pages.push(await on.another())
    } catch (fault) {
      tally.breach(`tab ${pages.length + 1} of ${count} does not open`, `${how}: ${inOneLine(fault)}`)
      break
    }
  }
  tally.count('tabs opened', pages.length)
  for (const page of pages) await show(page)
  return pages
}

/** The edits of a wave: each tab one, now and then several at the same line. */
function planned(pages: readonly Page[], wave: number, random: () => number): Edit[] {
  const isSame = random() < 0.3
  return pages.map((_, tab) => ({
    tab,
    line: isSame ? 'a' : BULK[tab]!,
    text: String(1 + wave * 1_000 + tab * 10 + Math.floor(random() * 9)),
  }))
}

async function play(on: Stage, path: string, seed: number, given: Given): Promise<void> {
  const { tally } = given
  const random = seeded(seed)
  const how = `--seed ${seed} --rounds 1`
  const pages = await openTabs(on, 8 + Math.floor(random() * 5), given, how)
  const stored = new Map<string, string[]>()
  const judge = (edit: Edit, { ended, reason }: { ended: Ended; reason: string }): void => {
    tally.count(`edits ${ended}`)
    const where = `tab ${edit.tab + 1} of ${pages.length}, ${edit.line} to ${edit.text}, ${how}`
    if (ended === 'never') tally.breach('a tab waits for ever', where)
    if (ended === 'failed' && reason.trim() === '') tally.breach('an edit was refused without a reason', where)
    if (ended === 'saved') stored.set(edit.line, [...(stored.get(edit.line) ?? []), edit.text])
  }
  for (let wave = 0; wave < WAVES; wave++) {
    const edits = planned(pages, wave, random)
    if (random() < 0.5) {
      await Promise.all(edits.map(async (edit) => judge(edit, await enter(pages[edit.tab]!, edit))))
    } else {
      for (const edit of edits) judge(edit, await enter(pages[edit.tab]!, edit))
    }
    for (const page of pages) {
      if (random() > 0.25) continue
      await page.reload()
      await page.locator('[data-status]').waitFor()
      await show(page)
      tally.count('reloads')
    }
  }
  const screens: string[] = []
  const contents: { number: number; filings: StoredFiling[] }[] = []
  for (const page of pages) {
    await page.reload()
    screens.push(await shown(page))
    contents.push(await loaded(page))
  }
  if (new Set(screens).size !== 1) tally.breach('tabs show different figures after a reload', how)
  await on.end()
  const workbook = openWorkbook(path, killOptions({ backUpOnOpen: false }))
  const { number, filings } = workbook.read()
  workbook.close()
  const differs = contents.filter((content) => !isDeepStrictEqual(content, { number, filings })).length
  if (differs > 0) tally.breach(`${differs} tabs differ from the file`, how)
  else tally.count('tabs equal to the file', contents.length)
  for (const { line, input } of filings[0]!.filing.schedules[0]!.cells) {
    const said = stored.get(line)
    if (said && !said.includes(input!))
      tally.breach('what was saved is not in the file', `${line} holds ${input}, ${how}`)
  }
  for (const [line] of stored) {
    if (!filings[0]!.filing.schedules[0]!.cells.some((held) => held.line === line)) {
      tally.breach('what was saved is not in the file', `${line} is blank, ${how}`)
    }
  }
  for (const trespass of on.trespasses) tally.breach('something on a page that may not be', `${trespass}, ${how}`)
}

export async function tabs(given: Given): Promise<void> {
  const browser: Browser = await launch()
  try {
    for (let round = 0; given.goesOn(round, 3); round++) {
      const path = join(given.folder, `Books ${round}.tieout`)
      const on = await stage(browser, path, [killPlan()])
      given.tally.count('workbooks')
      try {
        await play(on, path, given.seed + round, given)
      } catch (fault) {
        given.tally.breach('the tabs could not go on', `--seed ${given.seed + round} --rounds 1: ${inOneLine(fault)}`)
      } finally {
        await on.close()
      }
    }
  } finally {
    await browser.close()
  }
}
