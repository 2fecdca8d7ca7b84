/**
 * What the dialogs and empty places about filings say.
 */
import type { Filing } from '../../../shared/model/filing.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { listed } from '../../../shared/money/listed.ts'
import { counted, countText } from '../../../shared/money/count.ts'
import type { Book } from '../../session/book/book.ts'

/** Under the titles of the dialogs. */
export const ABOUT = {
  new: 'A draft with empty schedules. Lines, columns and formulas can be changed until the draft is filed.',
  duplicate: 'A new draft with every line, formula, input and note. Scenarios and comments stay with the original.',
  rollForward:
    'A draft for the next period. The current period becomes the comparative one, and opening balances take the closing balances. Inputs of the new period are blank. Formulas, notes and types are kept; scenarios and comments are not.',
  detailsOfDraft: 'Shown at the head of the screen and of printed schedules.',
  detailsOfFiled:
    'This filing is filed and locked, so its details are those of the document. Reopen it with a reason or duplicate it to change them.',
  file: 'Filing locks the figures as filed. An edit then starts a scenario. A filed filing can be reopened with a reason.',
  delete: 'The filing leaves the screen with everything listed here. The file keeps it, and Undo brings it back.',
  registrant: 'Filings under any of these names stand in one line.',
  item: 'The amount is added to the figure of the current period, and what it is stays with the figure. Filed figures and opening balances stay.',
  reopen:
    'The filing becomes a draft that can be changed. Its figures as filed are kept as a version, and the reason stands in the change log.',
} as const

/** Where a filing stands in its line: what it follows, and what follows it. */
export function lineText(follows: Filing | undefined, followers: readonly Filing[]): string {
  const after = follows ? `Follows “${isolated(follows.title)}”.` : 'The first of its line.'
  return followers.length === 0
    ? after
    : `${after} Followed by ${listed(followers.map(({ title }) => `“${isolated(title)}”`))}.`
}

/** Heads the filings that name no registrant. */
export const NO_REGISTRANT = 'No registrant named'

export const NO_FILING = 'This workbook has no filing. Start one from templates, or undo a deletion.'

/** Where a filing has no schedule: the way on. */
export const NO_SCHEDULE = {
  draft: 'Add a schedule from a template.',
  filed: 'Reopen the filing to add one.',
} as const

export const NO_TEMPLATE = 'Choose at least one schedule.'
/** The tie-outs that hold, before what stands open. */
export function heldText(held: number, isAll: boolean): string {
  return `${held === 1 ? '1 tie-out holds' : `${held} tie-outs hold`}${isAll ? '; nothing is open.' : '.'}`
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

export const ALL_CARRIES = 'Everything carries over.'

export const noScheduleText = (filing: string, isDraft: boolean): string =>
  `${filing} has no schedule. ${isDraft ? NO_SCHEDULE.draft : NO_SCHEDULE.filed}`

/** What is open when a draft is filed. */
export const OPEN = {
  more: (count: number) => `And ${countText(count)} more.`,
  blank: (count: number) => `${counted(count, 'figure')} ${count === 1 ? 'is' : 'are'} blank`,
  dated: (schedule: string, mark: string, named: string) => `${schedule}: note ${mark} still names ${named}`,
} as const

export const REGISTRANT = {
  title: 'Names of the registrant',
  names: 'Names, the present one first, each on a line of its own',
  submit: 'Keep the names',
} as const

/** The fields of an item that is recorded in the current period. */
export const ITEM = {
  title: 'Record an earlier period’s item',
  as: 'What it is',
  of: 'It relates to',
  amount: 'Amount',
  amountHint: 'As it changes this figure: 120 raises it, (120) lowers it.',
  reason: 'Reason',
  submit: 'Record the item',
} as const

/** What is chosen where no document went out yet. */
export const NOT_ISSUED = {
  name: 'Nothing: not issued yet',
  about: 'The document was locked but not issued. Its figures are not marked as corrected.',
} as const

/** An example of why a filing is reopened. */
export const REASON_EXAMPLE = 'Restated for the reclassification of real estate owned'
