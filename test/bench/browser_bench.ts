/**
 * The browser's part of the benchmarks: a filing of 5,000 lines x 24 columns in headless Chromium, as filed with a scenario
 * and as a draft. Reports each figure beside that of the same page doing nothing; asserts nothing.
 */
import { FRAME, measureOn, type Heap, type Measured, type Spread } from './browser_measure.ts'
import { blockFiling } from './block_filing.ts'
import { BLOCK_LINES, measureBlocks } from './browser_blocks.ts'
import { browserToDrive, onStage } from './browser_stage.ts'
import { measureStructure } from './browser_structure.ts'
import { largeFiling } from './large_filing.ts'

const LINES = 5_000

const STAGES = ['scenario', 'draft'] as const
type Name = (typeof STAGES)[number]

/** What was measured, or why nothing was. */
export type BrowserFigures =
  | { skipped: string; measured?: never }
  | {
      measured: Record<Name, Record<string, number>>
      structure: Record<string, number>
      blocks: Record<string, number>
    }

const KINDS = ['move', 'first_character', 'character', 'enter'] as const

/** Both stages, one after the other; or why there is no browser to measure in. */
export async function browserFigures(): Promise<BrowserFigures> {
  const found = await browserToDrive()
  if ('missing' in found) return { skipped: found.missing }
  const measured = {} as Record<Name, Record<string, number>>
  for (const name of STAGES) {
    const filing = largeFiling({ lines: LINES, status: name === 'draft' ? 'draft' : 'filed' })
    // Memory says the same of both: the longer play is given once.
    const isHeapAsked = name === 'scenario'
    measured[name] = reported(await onStage(found.path, [filing], (stage) => measureOn(stage, isHeapAsked)))
  }
  const draft = largeFiling({ lines: LINES, status: 'draft' })
  const structure = await onStage(found.path, [draft], measureStructure)
  return { measured, structure, blocks: await onStage(found.path, [blockFiling(BLOCK_LINES)], measureBlocks) }
}

/** The edits after which the heap is read. */
const AFTER = ['1000', '5000', '10000'] as const
const MEGABYTE = 1024 * 1024

function reported({ opening, keys, frames, heap }: Measured): Record<string, number> {
  const figures: Record<string, number> = { opening_ms: opening }
  const put = (name: string, { p50, p95, max }: Spread): void => {
    Object.assign(figures, { [`${name}_p50_ms`]: p50, [`${name}_p95_ms`]: p95, [`${name}_max_ms`]: max })
  }
  const control = keys['control']!
  for (const kind of ['control', ...KINDS]) {
    const { painted, work, over } = keys[kind]!
    put(`${kind}_painted`, painted)
    put(`${kind}_work`, work)
    figures[`${kind}_over_a_frame`] = over
    if (kind === 'control') continue
    figures[`${kind}_work_beyond_control_p50_frames`] = (work.p50 - control.work.p50) / FRAME
    figures[`${kind}_work_beyond_control_p95_frames`] = (work.p95 - control.work.p95) / FRAME
    figures[`${kind}_painted_beyond_control_p95_ms`] = painted.p95 - control.painted.p95
    figures[`${kind}_painted_beyond_control_p95_frames`] = (painted.p95 - control.painted.p95) / FRAME
  }
  for (const [how, { missed, work }] of Object.entries(frames)) {
    figures[`frames_${how}_missed`] = missed
    figures[`frames_${how}_work_frames`] = work / FRAME
  }
  return heap ? { ...figures, ...ofHeap(heap) } : figures
}

function ofHeap({ opened, checked, first, after, edit }: Heap): Record<string, number> {
  const [start, last] = [after[0]!, after.at(-1)!]
  return {
    heap_opened_mb: opened / MEGABYTE,
    heap_checked_mb: checked / MEGABYTE,
    heap_first_edit_mb: first / MEGABYTE,
    heap_first_edit_growth: first / checked,
    ...Object.fromEntries(after.map(({ heap }, at) => [`heap_${AFTER[at]}_edits_mb`, heap / MEGABYTE])),
    heap_growth: last.heap / start.heap,
    edits: last.edits,
    edit_ms: edit,
  }
}

const NAMES: Record<(typeof KINDS)[number] | 'control', string> = {
  control: 'control, a key on a blank',
  move: 'arrow key',
  first_character: 'first character of an edit',
  character: 'further character',
  enter: 'Enter',
}

/** The rows of the table, the most telling first. */
export const BROWSER_LABELS: [key: string, label: string][] = [
  ['enter_painted_beyond_control_p95_ms', 'Enter: key to paint, p95 less that of the blank, ms (aim: 16.7)'],
  ['opening_ms', 'opening, ms to the first painted figures'],
  ...KINDS.flatMap((kind): [string, string][] => [
    [`${kind}_painted_beyond_control_p95_frames`, `${NAMES[kind]}: key to paint beyond control, p95, frames (aim: 1)`],
    [`${kind}_work_beyond_control_p95_frames`, `${NAMES[kind]}: work beyond control, p95, frames (aim: 1)`],
    [`${kind}_work_beyond_control_p50_frames`, `${NAMES[kind]}: work beyond control, median, frames`],
  ]),
  ...(['control', ...KINDS] as const).flatMap((kind): [string, string][] => [
    [`${kind}_painted_p50_ms`, `${NAMES[kind]}: key to paint, median, ms`],
    [`${kind}_painted_p95_ms`, `${NAMES[kind]}: key to paint, p95, ms`],
    [`${kind}_work_p50_ms`, `${NAMES[kind]}: work, median, ms`],
    [`${kind}_work_p95_ms`, `${NAMES[kind]}: work, p95, ms`],
  ]),
  ['frames_idle_missed', 'frames missed, page idle'],
  ['frames_down_missed', 'frames missed, scrolling down'],
  ['frames_across_missed', 'frames missed, scrolling across'],
  ['frames_down_work_frames', 'work for a frame scrolling down, frames (aim: under 1)'],
  ['frames_across_work_frames', 'work for a frame scrolling across, frames (aim: under 1)'],
  ['edits', 'edits made for the memory (aim: 10,000; fewer where the time ran out)'],
  ['heap_opened_mb', 'heap when open, MB'],
  ['heap_checked_mb', 'heap when the tie-outs were looked at, MB'],
  ['heap_first_edit_mb', 'heap after the first edit, which starts a scenario, MB'],
  ['heap_first_edit_growth', 'heap after the first edit / before it (aim: 1.1)'],
  ['heap_1000_edits_mb', 'heap after 1,000 edits, MB'],
  ['heap_5000_edits_mb', 'heap after 5,000 edits, MB'],
  ['heap_10000_edits_mb', 'heap after 10,000 edits, MB'],
  ['heap_growth', 'heap after all edits / after 1,000 (aim: 1)'],
  ['edit_ms', 'an edit among them, stored, ms'],
]

export const BROWSER_STAGES = STAGES
