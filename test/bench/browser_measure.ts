/**
 * Plays on the stage what a controller does in a large filing and measures it: keys, scrolling, memory. Each figure has
 * its control, taken in between on the same page while it does nothing.
 */
import type { Page } from 'playwright-core'
import { LEDGER, item } from './large_filing.ts'
import { installProbe, type KeySample, type Probe } from './browser_probe.ts'
import type { Stage } from './browser_stage.ts'

const COLUMN = 'q1_2006'
const ROUNDS = 60
const FRAMES = 240
/** A frame of a 60 Hz screen, in milliseconds. */
export const FRAME = 1000 / 60

type InPage = { probe: Probe }

export type Spread = { p50: number; p95: number; max: number }

export type Measured = {
  opening: number
  /** By kind of key: to the painted frame, and busy; the kind `control` is the blank. */
  keys: Record<string, { painted: Spread; busy: Spread; over: number }>
  missed: { idle: number; down: number; across: number; frames: number }
  /** After a tenth of the edits and after all of them. */
  heap: { opened: number; thousand: number; ten_thousand: number }
  /** Milliseconds of an edit, among ten thousand made as fast as the page takes them, stored ones included. */
  edit: number
  /** How many were made: fewer where the time ran out. */
  edits: number
}

function spread(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 }
}

/** Presses a key as one of a kind, off the beat of the screen, and waits for its frame. */
async function press(
  page: Page,
  kind: string,
  key: string,
  shows?: { line: string; column: string; text: string },
): Promise<void> {
  await page.evaluate(({ kind: own, shows: what }) => (window as unknown as InPage).probe.expect(own, what), {
    kind,
    shows,
  })
  await page.waitForTimeout(20 + Math.random() * 17)
  await page.keyboard.press(key)
  await page.evaluate(() => (window as unknown as InPage).probe.settled())
}

function cellOf(line: string): string {
  return `[data-schedule="${LEDGER}"] [row-id="${line}"] [col-id="${COLUMN}"]`
}

async function keys(page: Page): Promise<Measured['keys']> {
  for (let round = -3; round < ROUNDS; round++) {
    if (round === 0) await page.evaluate(() => void ((window as unknown as InPage).probe.samples.length = 0))
    const line = item(0, Math.abs(round) % 12)
    await page.focus('#blank')
    await press(page, 'control', 'x')
    await page.click(cellOf(line))
    await press(page, 'move', 'ArrowRight')
    await press(page, 'move', 'ArrowLeft')
    await press(page, 'first_character', '4')
    await press(page, 'character', '2')
    await press(page, 'character', `${Math.abs(round) % 10}`)
    await press(page, 'enter', 'Enter', { line, column: COLUMN, text: `42${Math.abs(round) % 10}` })
  }
  const { samples, stale } = await page.evaluate(() => {
    const { samples: all, stale: wrong } = (window as unknown as InPage).probe
    return { samples: all, stale: wrong }
  })
  if (stale.length > 0) throw new Error(`A frame showed an old figure. ${stale[0]}`)
  const kinds = Object.groupBy(samples, ({ kind }) => kind) as Record<string, KeySample[]>
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, some]) => [
      kind,
      {
        painted: spread(some.map(({ painted }) => painted)),
        busy: spread(some.map(({ busy }) => busy)),
        over: some.filter(({ busy }) => busy > FRAME).length / some.length,
      },
    ]),
  )
}

function missedIn(between: readonly number[]): number {
  return between.reduce((sum, time) => sum + Math.max(0, Math.round(time / FRAME) - 1), 0)
}

async function scrolling(page: Page): Promise<Measured['missed']> {
  const run = async (what: 'idle' | 'down' | 'across'): Promise<number> => {
    const between = await page.evaluate(
      ({ count, how }) => {
        const { probe } = window as unknown as InPage
        const down = document.querySelector('[data-schedule] .ag-grid-viewport')!
        const across = document.querySelector('[data-schedule] .ag-grid-viewport')!
        return probe.frames(count, (at) => {
          if (how === 'down') down.scrollTop += 60
          // To and fro, since a filing is less wide than long.
          if (how === 'across') across.scrollLeft += at % 60 < 30 ? 50 : -50
        })
      },
      { count: FRAMES, how: what },
    )
    return missedIn(between)
  }
  await run('idle')
  const missed = { idle: 0, down: 0, across: 0, frames: FRAMES }
  missed.idle = await run('idle')
  missed.down = await run('down')
  missed.across = await run('across')
  await page.evaluate(() => document.querySelector('[data-schedule] .ag-grid-viewport')!.scrollTo(0, 0))
  await page.locator(`[data-schedule] [row-id="${item(0, 0)}"] [col-id="${COLUMN}"]`).waitFor()
  return missed
}

/** Bytes of the page's heap after everything that can be collected was. */
async function heapOf({ instruments }: Stage): Promise<number> {
  await instruments.send('HeapProfiler.collectGarbage')
  await instruments.send('HeapProfiler.collectGarbage')
  const { usedSize } = await instruments.send('Runtime.getHeapUsage')
  return usedSize
}

/** Longest play of edits, in milliseconds: a slow machine makes fewer of them. */
const MOST = 75_000

async function manyEdits({ page }: Stage, count: number): Promise<number> {
  await page.click(`[data-schedule] [row-id="${item(0, 0)}"] [col-id="${COLUMN}"]`)
  const made = await page.evaluate(({ many, most }) => (window as unknown as InPage).probe.edits(many, 12, most), {
    many: count,
    most: MOST,
  })
  await page.locator('[data-status="saved"]').waitFor({ timeout: 120_000 })
  return made
}

/** Everything that is measured on one stage; memory after so many edits, where there are to be any. */
export async function measureOn(stage: Stage, edits: number): Promise<Measured> {
  const { page, opening } = stage
  await page.evaluate(installProbe)
  const opened = await heapOf(stage)
  const timed = await keys(page)
  const missed = await scrolling(page)
  if (edits === 0)
    return { opening, keys: timed, missed, heap: { opened, thousand: 0, ten_thousand: 0 }, edit: 0, edits: 0 }
  const first = await manyEdits(stage, edits / 10)
  const thousand = await heapOf(stage)
  const began = performance.now()
  const rest = await manyEdits(stage, (edits * 9) / 10)
  const edit = (performance.now() - began) / rest
  return {
    opening,
    keys: timed,
    missed,
    heap: { opened, thousand, ten_thousand: await heapOf(stage) },
    edit,
    edits: first + rest,
  }
}
