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
/** Longer than a large filing takes to come to rest, in milliseconds. */
const REST = 300
const FRAMES = 240
/** A frame of a 60 Hz screen, in milliseconds. */
export const FRAME = 1000 / 60

type InPage = { probe: Probe }

export type Spread = { p50: number; p95: number; max: number }

/** Keys of a kind: to the painted frame, in wall time; and the processor's time that the page's main thread took for it. */
export type KeyFigures = { painted: Spread; work: Spread; over: number }

export type Measured = {
  opening: number
  /** By kind of key; the kind `control` is the blank. */
  keys: Record<string, KeyFigures>
  /** Frames missed, and the work of the main thread for a frame. */
  frames: Record<'idle' | 'down' | 'across', { missed: number; work: number }>
  /** Bytes of the heap as the edits go on; undefined where none are made for it. */
  heap?: Heap
}

export type Heap = {
  opened: number
  /** When the tie-outs were looked at. */
  checked: number
  /** After the first edit: that of a filed filing starts a scenario, whose values lie over those of the base. */
  first: number
  /** After so many edits, in the order of `PLAYS`. */
  after: { edits: number; heap: number }[]
  /** Milliseconds of an edit, made as fast as the page takes them, and stored. */
  edit: number
}

function spread(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 }
}

/** Milliseconds of the processor that the page's main thread has taken until now, waits not counted. */
async function workSoFar({ instruments }: Stage): Promise<number> {
  const { metrics } = await instruments.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
}

/** Presses a key as one of a kind, off the beat of the screen, and waits for its frame. */
async function press(
  stage: Stage,
  kind: string,
  key: string,
  shows?: { line: string; column: string; text: string },
): Promise<void> {
  const { page } = stage
  await page.evaluate(({ kind: own, shows: what }) => (window as unknown as InPage).probe.expect(own, what), {
    kind,
    shows,
  })
  await page.waitForTimeout(20 + Math.random() * 17)
  const before = await workSoFar(stage)
  await page.keyboard.press(key)
  await page.evaluate(() => (window as unknown as InPage).probe.settled())
  const work = (await workSoFar(stage)) - before
  await page.evaluate((taken) => {
    const sample = (window as unknown as InPage).probe.samples.at(-1)!
    sample.work = taken
  }, work)
}

function cellOf(line: string): string {
  return `[data-schedule="${LEDGER}"] [row-id="${line}"] [col-id="${COLUMN}"]`
}

async function keys(stage: Stage): Promise<Measured['keys']> {
  const { page } = stage
  for (let round = -3; round < ROUNDS; round++) {
    if (round === 0) await page.evaluate(() => void ((window as unknown as InPage).probe.samples.length = 0))
    const line = item(0, Math.abs(round) % 12)
    await page.focus('#blank')
    // What follows an edit at rest is done by then: the blank is pressed on a page that does nothing.
    await page.waitForTimeout(REST)
    await press(stage, 'control', 'x')
    await page.click(cellOf(line))
    await press(stage, 'move', 'ArrowRight')
    await press(stage, 'move', 'ArrowLeft')
    await press(stage, 'first_character', '4')
    await press(stage, 'character', '2')
    await press(stage, 'character', `${Math.abs(round) % 10}`)
    await press(stage, 'enter', 'Enter', { line, column: COLUMN, text: `42${Math.abs(round) % 10}` })
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
        work: spread(some.map(({ work }) => work)),
        over: some.filter(({ painted }) => painted > FRAME).length / some.length,
      },
    ]),
  )
}

function missedIn(between: readonly number[]): number {
  return between.reduce((sum, time) => sum + Math.max(0, Math.round(time / FRAME) - 1), 0)
}

async function scrolling(stage: Stage): Promise<Measured['frames']> {
  const { page } = stage
  const run = async (what: 'idle' | 'down' | 'across'): Promise<{ missed: number; work: number }> => {
    const before = await workSoFar(stage)
    const between = await page.evaluate(
      ({ count, how }) => {
        const { probe } = window as unknown as InPage
        const sheet = document.querySelector('[data-schedule] .ag-grid-viewport')!
        return probe.frames(count, (at) => {
          if (how === 'down') sheet.scrollTop += 60
          // To and fro, since a filing is less wide than long.
          if (how === 'across') sheet.scrollLeft += at % 60 < 30 ? 50 : -50
        })
      },
      { count: FRAMES, how: what },
    )
    const work = (await workSoFar(stage)) - before
    return { missed: missedIn(between) / FRAMES, work: work / FRAMES }
  }
  await run('idle')
  const frames = { idle: await run('idle'), down: await run('down'), across: await run('across') }
  await page.evaluate(() => document.querySelector('[data-schedule] .ag-grid-viewport')!.scrollTo(0, 0))
  await page.locator(`[data-schedule] [row-id="${item(0, 0)}"] [col-id="${COLUMN}"]`).waitFor()
  return frames
}

/** Bytes of the page's heap after everything that can be collected was. */
async function heapOf({ instruments }: Stage): Promise<number> {
  await instruments.send('HeapProfiler.collectGarbage')
  await instruments.send('HeapProfiler.collectGarbage')
  const { usedSize } = await instruments.send('Runtime.getHeapUsage')
  return usedSize
}

/** Edits after which the heap is read again: a thousand, five and ten thousand in all. */
const PLAYS = [999, 4_000, 5_000]
/** Longest time for all of them, in milliseconds: a slow machine makes fewer, and says how many. */
const MOST = 170_000
/** So many cells take the edits in turn. */
const CELLS = 12

/** The number of the last change that is stored, when all are. */
async function stored(page: Page): Promise<number> {
  await page.locator('[data-status="saved"]').waitFor({ timeout: 120_000 })
  return Number(await page.locator('[data-seq]').getAttribute('data-seq'))
}

async function manyEdits(stage: Stage, opened: number): Promise<Heap> {
  const { page } = stage
  await page.locator('[data-tie-out-light]').waitFor()
  const checked = await heapOf(stage)
  await page.click(`[data-schedule] [row-id="${item(0, 0)}"] [col-id="${COLUMN}"]`)
  let began = 0
  let first = 0
  let made = 0
  const start = await stored(page)
  const after: Heap['after'] = []
  for (const count of [1, ...PLAYS]) {
    const left = count === 1 ? MOST : MOST - (performance.now() - began)
    const asked = { many: count, height: CELLS, most: Math.max(0, left) }
    made += await page.evaluate(
      ({ many, height, most }) => (window as unknown as InPage).probe.edits(many, height, most),
      asked,
    )
    if ((await stored(page)) !== start + made) throw new Error(`Of ${made} edits not every one was stored.`)
    if (count > 1) after.push({ edits: made, heap: await heapOf(stage) })
    else {
      await page.waitForTimeout(REST)
      await page.locator('[data-tie-out-light]').waitFor()
      first = await heapOf(stage)
      began = performance.now()
    }
  }
  return { opened, checked, first, after, edit: (performance.now() - began) / (made - 1) }
}

/** Everything that is measured on one stage; with ten thousand edits where the heap is asked for. */
export async function measureOn(stage: Stage, isHeapAsked: boolean): Promise<Measured> {
  const { page, opening, instruments } = stage
  await page.evaluate(installProbe)
  await instruments.send('Performance.enable', { timeDomain: 'threadTicks' })
  const opened = await heapOf(stage)
  const heap = isHeapAsked ? await manyEdits(stage, opened) : undefined
  return { opening, heap, keys: await keys(stage), frames: await scrolling(stage) }
}
