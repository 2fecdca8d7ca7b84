/**
 * What the dialogs and empty places about filings say.
 */
import type { Filing } from '../../../shared/model/filing.ts'
import { counted } from '../../../shared/money/count.ts'
import type { Book } from '../../session/book/book.ts'

/** Under the titles of the dialogs. */
export const ABOUT = {
  new: 'A draft with empty schedules. Its lines, columns and formulas can be changed at any time before it is filed.',
  duplicate:
    'A draft of its own with every line, formula, input and note. Scenarios and comments stay with the original.',
  rollForward:
    'A draft for the next period: the current period becomes comparative, opening balances take the closing ones, inputs of the new period are empty. Formulas, notes and types stay; scenarios and comments do not go along.',
  detailsOfDraft: 'They stand in the heads of the screen and of printed schedules.',
  detailsOfFiled:
    'This filing is filed and locked, so its details are those of the document. They change in a draft: reopen it with a reason, or duplicate it.',
  file: 'Filed, the figures stand as filed and are locked; an edit then starts a scenario. A filed filing can be reopened with a reason.',
  delete: 'The filing leaves the screen with everything listed here. The file keeps it, and Undo brings it back.',
  reopen: 'Its figures become those of a draft and can be changed. The reason is kept in the change log.',
} as const

export const NO_FILING =
  'This workbook shows no filing. A new one starts from templates; undo brings a deleted one back.'

/** Where a filing has no schedule: the way on. */
export const NO_SCHEDULE = {
  draft: 'Its figures stand in schedules, which start from templates.',
  filed: 'Reopened, it can be given one.',
} as const

export const NO_TEMPLATE = 'A filing starts with at least one schedule.'
/** The tie-outs that hold, before what stands open. */
export function heldText(held: number, isAll: boolean): string {
  return `${held === 1 ? '1 tie-out holds' : `${held} tie-outs hold`}${isAll ? '; nothing stands open.' : '.'}`
}

/** What goes with a filing that is deleted, each counted; what it has none of is left out. */
export function goesWith(book: Pick<Book, 'scenarios' | 'comments'>, { id, schedules }: Filing): string[] {
  const notes = schedules.reduce((sum, schedule) => sum + (schedule.notes?.length ?? 0), 0)
  return [
    { count: schedules.length, noun: 'schedule' },
    { count: book.scenarios(id).length, noun: 'scenario' },
    { count: notes, noun: 'note' },
    { count: book.comments(id).length, noun: 'comment' },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, noun }) => counted(count, noun))
}
