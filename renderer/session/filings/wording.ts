/**
 * What acts on filings say when they are done.
 */
import { counted } from '../../../shared/money/count.ts'

export const DONE = {
  made: (how: string, title: string) => `${how}: “${title}”, a draft.`,
  filed: (title: string) => `“${title}” is filed and locked. An edit now starts a scenario.`,
  reopened: (title: string) => `“${title}” is reopened as a draft. Its figures as filed are kept.`,
  dropped: (count: number) =>
    `${counted(count, 'printed figure')} that differed ${count === 1 ? 'was' : 'were'} dropped.`,
  deleted: (title: string) => `“${title}” is deleted.`,
  detailed: (title: string) => `The details of “${title}” are changed.`,
  taken: (count: number) =>
    `${counted(count, 'figure')} ${count === 1 ? 'is' : 'are'} as corrected in the earlier filing.`,
  takenFromReturn: (count: number) =>
    `${counted(count, 'figure')} ${count === 1 ? 'opens' : 'open'} as the tax return has ${count === 1 ? 'the figure' : 'them'}.`,
  recorded: (name: string, amount: string) => `${name} of ${amount} is recorded in the current period.`,
  registrant: (name: string) => `The names of “${name}” are changed.`,
  classed: (name: string) => `The change is classed: ${name}.`,
  same: 'The details did not change.',
} as const

/** What stays with a figure that an item was recorded in. */
export function itemRemark(name: string, amount: string, filing: string, reason: string): string {
  return `${name} of ${amount}, relating to “${filing}”: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`
}
