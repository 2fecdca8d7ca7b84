/**
 * What the panel of notes says.
 */
/** For who works by keyboard or hears the page. */
export const KEYS = 'Enter or F2 edits a note. Alt with an arrow key moves it. Delete removes it.'

export const NO_NOTES = 'This schedule has no notes.'
export const NO_SCHEDULE = 'No schedule is shown. Notes belong to a schedule.'
