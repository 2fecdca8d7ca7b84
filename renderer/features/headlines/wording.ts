/**
 * What the headline strip says.
 */
import { counted } from '../../../shared/money/count.ts'

export const ALL_HEADLINES = 'All headlines'
export const IN_THE_STRIP = 'in the strip'
export const CHOOSE_AT_MOST = 'The strip holds four headlines at most.'
export const PREVIEW = 'Preview, not entered'

/** Leads to the sentences of the edits that are not told in the strip. */
export function otherEdits(count: number): string {
  return `and ${counted(count, 'other edit')}`
}

export const OTHER_EDITS = 'What the edits do'
