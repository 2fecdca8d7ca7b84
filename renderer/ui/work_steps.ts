/**
 * The words of long work: what is under way, and what is counted while it is. The same on screen and over pages that are laid out.
 */
import { counted, countText } from '../../shared/money/count.ts'

type Words = { label: string; one?: string; many?: string }

/** The steps that work can be in; what is not counted has no noun. */
export const WORK_STEPS = {
  entries: { label: 'Exporting the change log', one: 'entry', many: 'entries' },
  copying: { label: 'Copying the workbook', one: 'MB', many: 'MB' },
  checking: { label: 'Checking the copy', one: 'change', many: 'changes' },
  verifying: { label: 'Verifying the workbook', one: 'change', many: 'changes' },
  figures: { label: 'Reading the figures', one: 'schedule', many: 'schedules' },
  pages: { label: 'Laying out the pages', one: 'schedule', many: 'schedules' },
  writing: { label: 'Writing the PDF' },
} as const satisfies Record<string, Words>

/** How far work is; `of` is 0 where nothing is counted. */
export type WorkProgress = { step: keyof typeof WORK_STEPS; done: number; of: number }

/** `12,000 of 30,000 entries`; null where nothing is counted. */
export function countWords({ step, done, of }: WorkProgress): string | null {
  const { one, many }: Words = WORK_STEPS[step]
  return of === 0 || one === undefined ? null : `${countText(done)} of ${counted(of, one, many)}`
}
