/**
 * Attack by texts: hostile ones go into every text that a change set can carry, by calls of a page. Each is stored as it is
 * or answered with a failure; the screens show them and run nothing; after a restart the file opens and gives back the same.
 */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Answer, Snapshot, Workbench } from '../../shared/contract/contract.ts'
import { killPlan, seeded } from '../db/kill_plan.ts'
import { CLASS_NAMES, hostileStrings, RAN } from './hostile_strings.ts'
import { IN_LOG_ONLY, leaves, type Leaf } from './leaves.ts'
import { launch, stage, type Stage } from './stage.ts'
import { inOneLine, type Given } from './tally.ts'

/** Texts of a class on one workbook. */
const TEXTS = 8
const PATIENCE_MS = 30_000

/** Calls go over as escaped text: what carries a page's arguments would mend halves of characters on the way. */
async function call(page: Page, name: keyof Workbench, requests: readonly unknown[]): Promise<Answer<'commit'>[]> {
  const answers = await page.evaluate(
    async ([name, requests]) => {
      const workbench = (window as unknown as { workbench: Record<string, (request: unknown) => Promise<unknown>> })
        .workbench
      const answers: unknown[] = []
      for (const request of JSON.parse(requests) as unknown[]) {
        answers.push(await workbench[name]!(request).catch((fault: unknown) => ({ lost: String(fault) })))
      }
      return JSON.stringify(answers)
    },
    [name, JSON.stringify(requests)] as const,
  )
  return JSON.parse(answers) as Answer<'commit'>[]
}

/** What is stored, or the failure that it was answered with, in words. */
async function load(page: Page): Promise<Snapshot | string> {
  const [answer] = (await call(page, 'load', [{}])) as unknown as [Answer<'load'>]
  if (!('ok' in answer)) return JSON.stringify(answer)
  return answer.ok ? answer.value : answer.failure.message
}

/** What is not of this opening alone. */
function lasting({ filings, number, view }: Snapshot): string {
  return JSON.stringify({ filings, number, view })
}

function everyText(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') into.add(value)
  else if (Array.isArray(value)) for (const each of value) everyText(each, into)
  else if (value !== null && typeof value === 'object') for (const each of Object.values(value)) everyText(each, into)
  return into
}

async function send(on: Stage, texts: readonly string[], how: string, { tally }: Given): Promise<void> {
  const sent = texts.flatMap((text, n) => leaves(text, n).map((leaf): Leaf & { text: string } => ({ ...leaf, text })))
  const answers = await call(
    on.page,
    'commit',
    sent.map(({ changeSet }) => ({ changeSet })),
  )
  const snapshot = await load(on.page)
  if (typeof snapshot === 'string')
    return tally.breach('the workbook cannot be read after it was stored', `${how}: ${snapshot}`)
  const stored = everyText(snapshot.filings)
  for (const [at, { where, text, trims }] of sent.entries()) {
    const answer = answers[at]!
    const place = `${where}, ${JSON.stringify(text.slice(0, 40))}, ${how}`
    tally.count('texts sent')
    if (!('ok' in answer)) tally.breach('a call was not answered', `${place}: ${JSON.stringify(answer)}`)
    else if (!answer.ok) tally.count(`answered with ${answer.failure.kind}`)
    else {
      tally.count('stored')
      const isThere = stored.has(text) || (trims && stored.has(text.trim()))
      if (!IN_LOG_ONLY.has(where) && !isThere) tally.breach('said to be stored, but it is not what is stored', place)
    }
    if ('ok' in answer && !answer.ok && answer.failure.kind === 'storage') {
      tally.breach('a fault instead of a refusal', `${place}: ${answer.failure.message}`)
    }
  }
  const views = texts.flatMap((text) => [
    { place: text },
    { panel: text },
    { folded: [text] },
    { panels: { [text]: 1 } },
  ])
  await call(
    on.page,
    'remember',
    views.map((view) => ({ view })),
  )
  tally.count('texts sent', views.length)
}

/** Shows schedules, scenarios, the log and the paper, where the texts stand. */
async function lookAround({ page, context }: Stage, texts: number, { tally }: Given): Promise<void> {
  const addresses = ['#/plan/income']
  for (let n = 0; n < texts; n++) {
    addresses.push(`#/plan/titled_${n}`, `#/plan/annotated_${n}`, `#/plan/grouped_${n}`, `#/plan/filled_${n}`)
    addresses.push(`#/plan/income?scenario=named_${n}`)
  }
  await page.reload()
  await page.locator('[data-status]').waitFor({ timeout: PATIENCE_MS })
  for (const address of addresses) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, address)
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    tally.count('screens shown')
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  const print = await context.newPage()
  await print.goto(new URL('/print/plan/income?mode=workpaper', page.url()).href)
  await print.waitForLoadState('load')
  tally.count('pages for paper shown')
  for (const each of [page, print]) {
    if (await each.evaluate((ran) => ran in window, RAN)) tally.breach('a text ran as a script', each.url())
  }
  await print.close()
}

async function attackBy(name: string, on: Stage, seed: number, given: Given): Promise<void> {
  const { tally } = given
  const how = `${name}, --seed ${seed}`
  const texts = hostileStrings(name, seeded(seed), TEXTS)
  await send(on, texts, how, given)
  await lookAround(on, TEXTS, given)
  const before = await load(on.page)
  for (const trespass of on.trespasses.splice(0))
    tally.breach('something on a page that may not be', `${trespass}, ${how}`)
  await on.restart()
  await on.page.locator('[data-status], main.not-open').first().waitFor({ timeout: PATIENCE_MS })
  const after = await load(on.page)
  if (typeof after === 'string') tally.breach('the file does not open after a restart', `${how}: ${after}`)
  else if (typeof before === 'string' || lasting(before) !== lasting(after)) {
    tally.breach('after a restart something else is stored', how)
  } else tally.count('files equal after a restart')
}

export async function texts(given: Given): Promise<void> {
  const browser: Browser = await launch()
  try {
    for (let round = 0; given.goesOn(round, CLASS_NAMES.length); round++) {
      const name = CLASS_NAMES[round % CLASS_NAMES.length]!
      const on = await stage(browser, join(given.folder, `Books ${round}.tieout`), [killPlan()])
      given.tally.count('workbooks')
      try {
        await attackBy(name, on, given.seed + round, given)
      } catch (fault) {
        given.tally.breach('the pages could not go on', `${name}, --seed ${given.seed + round}: ${inOneLine(fault)}`)
      } finally {
        await on.close()
      }
    }
  } finally {
    await browser.close()
  }
}
