/**
 * The browser's part of the benchmarks: a filing of 5,000 lines x 24 columns in headless Chromium, as filed with a scenario
 * and as a draft. Reports each figure beside that of the same page doing nothing; asserts nothing.
 */
import { FRAME, measureOn, type Measured, type Spread } from './browser_measure.ts'
import { browserToDrive, onStage } from './browser_stage.ts'
import { largeFiling } from './large_filing.ts'

const LINES = 5_000

const STAGES = ['scenario', 'draft'] as const
type Name = (typeof STAGES)[number]

/** What was measured, or why nothing was. */
export type BrowserFigures = { skipped: string; measured?: never } | { measured: Record<Name, Record<string, number>> }

const KINDS = ['move', 'first_character', 'character', 'enter'] as const

/** Both stages, one after the other; or why there is no browser to measure in. */
export async function browserFigures(): Promise<BrowserFigures> {
  const found = await browserToDrive()
  if ('missing' in found) return { skipped: found.missing }
  const measured = {} as Record<Name, Record<string, number>>
  for (const name of STAGES) {
    const filing = largeFiling({ lines: LINES, status: name === 'draft' ? 'draft' : 'filed' })
    // Memory says the same of both: the longer play is given once.
    const edits = name === 'scenario' ? 10_000 : 0
    measured[name] = reported(await onStage(found.path, [filing], (stage) => measureOn(stage, edits)))
  }
  return { measured }
}

const MEGABYTE = 1024 * 1024

function reported({ opening, keys, missed, heap, edit, edits }: Measured): Record<string, number> {
  const figures: Record<string, number> = { opening_ms: opening }
  const control = keys['control']!
  const put = (name: string, { p50, p95, max }: Spread): void => {
    Object.assign(figures, { [`${name}_p50_ms`]: p50, [`${name}_p95_ms`]: p95, [`${name}_max_ms`]: max })
  }
  put('control_painted', control.painted)
  put('control_busy', control.busy)
  for (const kind of KINDS) {
    const { painted, busy, over } = keys[kind]!
    put(`${kind}_painted`, painted)
    put(`${kind}_busy`, busy)
    figures[`${kind}_painted_p95_to_control`] = painted.p95 / control.painted.p95
    figures[`${kind}_painted_p95_beyond_control_frames`] = (painted.p95 - control.painted.p95) / FRAME
    figures[`${kind}_busy_p95_frames`] = busy.p95 / FRAME
    figures[`${kind}_over_a_frame`] = over
  }
  figures['frames_idle_missed'] = missed.idle / missed.frames
  figures['frames_down_missed'] = missed.down / missed.frames
  figures['frames_across_missed'] = missed.across / missed.frames
  if (heap.ten_thousand > 0) {
    figures['heap_opened_mb'] = heap.opened / MEGABYTE
    figures['heap_1000_edits_mb'] = heap.thousand / MEGABYTE
    figures['heap_10000_edits_mb'] = heap.ten_thousand / MEGABYTE
    figures['heap_growth'] = heap.ten_thousand / heap.thousand
    figures['edit_ms'] = edit
    figures['edits'] = edits
  }
  return figures
}

const NAMES: Record<(typeof KINDS)[number], string> = {
  move: 'arrow key',
  first_character: 'first character of an edit',
  character: 'further character',
  enter: 'Enter: figures painted',
}

/** The rows of the table, the most telling first. */
export const BROWSER_LABELS: [key: string, label: string][] = [
  ['opening_ms', 'opening, milliseconds to the first painted figures'],
  ['control_painted_p95_ms', 'control key on a blank: to paint, ms, 95th percentile'],
  ...KINDS.flatMap((kind): [string, string][] => [
    [`${kind}_painted_p50_ms`, `${NAMES[kind]}: to paint, ms, median`],
    [`${kind}_painted_p95_ms`, `${NAMES[kind]}: to paint, ms, 95th percentile`],
    [`${kind}_painted_p95_to_control`, `${NAMES[kind]}: to paint / control, 95th percentile`],
    [`${kind}_busy_p95_frames`, `${NAMES[kind]}: work in frames of 60 Hz, 95th percentile (aim: under 1)`],
    [`${kind}_over_a_frame`, `${NAMES[kind]}: share of keys whose work took more than a frame`],
  ]),
  ['frames_idle_missed', 'frames missed, page idle'],
  ['frames_down_missed', 'frames missed, scrolling down'],
  ['frames_across_missed', 'frames missed, scrolling across'],
  ['edits', 'edits made for the memory (aim: 10,000; fewer where the time ran out)'],
  ['heap_opened_mb', 'heap when open, megabytes'],
  ['heap_1000_edits_mb', 'heap after 1,000 edits, megabytes'],
  ['heap_10000_edits_mb', 'heap after all edits, megabytes'],
  ['heap_growth', 'heap after all edits / after 1,000 (aim: 1)'],
  ['edit_ms', 'an edit among them, stored, milliseconds'],
]

export const BROWSER_STAGES = STAGES
