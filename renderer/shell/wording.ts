/**
 * What the page itself says: what is saved, and why it stays open.
 */
export const STAYS_OPEN =
  'Tieout stays open, because a typed text is not entered yet. Correct it, or leave the cell with Escape.'

/** Whether everything is saved, in the status bar. */
export const SAVED = {
  saved: 'Saved',
  saving: 'Saving',
  failed: 'Last edit not saved',
  unreachable: 'Not answering; edits wait',
  signed_out: 'Not signed in; edits wait',
} as const
