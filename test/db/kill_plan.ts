/** What the tests and attacks that kill processes, and their children, agree on. */
import type { Filing } from '../../shared/model/filing.ts'
import type { WorkbookOptions } from '../../db/workbook.ts'

/** Lines whose long inputs spread a change set over many pages. */
export const BULK: readonly string[] = Array.from({ length: 40 }, (_, index) => `bulk_${index}`)

/** A draft of two lines that always take the same input, and of many more. */
export function killPlan(): Filing {
  return {
    id: 'plan',
    title: 'Plan for 2008',
    status: 'draft',
    schedules: [
      {
        id: 'income',
        columns: [{ id: 'fy', label: '2008', kind: 'duration' }],
        lines: ['a', 'b', ...BULK].map((id) => ({ id, label: id, kind: 'input' })),
        cells: [],
      },
    ],
  }
}

/** The surroundings of a workbook of theirs: the real clock unless another is given. */
export function killOptions(more: Partial<WorkbookOptions> = {}): WorkbookOptions {
  return { now: () => new Date(), author: 'child', productVersion: '0.1.0', ...more }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
