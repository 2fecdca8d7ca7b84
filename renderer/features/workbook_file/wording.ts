/**
 * What is said of the workbook's file, its backups and its copies.
 */
import type { SessionState } from '../../session/state.ts'

/** Why no workbook is open, as a heading. */
export const TITLES: Partial<Record<NonNullable<SessionState['failure']>['kind'], string>> = {
  locked: 'The workbook is open elsewhere',
  damaged: 'The workbook is damaged',
  newer: 'The workbook needs a newer Tieout',
  storage: 'The workbook cannot be read',
  unavailable: 'Tieout does not answer',
  missing: 'The workbook was not found',
  signed_out: 'Not signed in',
}

/** Where work goes on after a copy is saved. */
export const GOES_ON = {
  electron: 'You work in the copy once it is saved.',
  browser: 'In the browser the copy is a download. Start Tieout with the name of the copy to work in it.',
} as const

export const ABOUT_BACKUPS =
  'The workbook returns to the state of the backup. The present file is kept under another name.'

export const BACKUPS_UNREAD = 'The list of backups could not be read, because the program did not answer.'
export const RECENT_UNREAD = 'The list of recent workbooks could not be read.'

/** The program did not answer, and what to do then. */
export const NO_ANSWER = {
  restore: 'The program did not answer. Start Tieout again and look at the list of backups.',
  putBack: 'The program did not answer. Save a copy.',
  open: 'The program did not answer. The workbook shown stays open.',
} as const

export function restoredText(kept: string): string {
  return `The backup was restored. The previous file is kept as ${kept}.`
}

export function putBackText(path: string): string {
  return `The workbook is at its place again: ${path}. Edits are saved there.`
}

export const BACKUPS = {
  reading: 'Reading the list of backups…',
  none: 'There are no backups of this workbook yet.',
  restore: 'Restore; the present file is kept',
} as const

export const RECENT = {
  none: 'No other workbook was opened yet.',
  missing: 'The file was not found.',
} as const

export const DISPLACED = 'The workbook file is not at its place'
export const OPENING = 'Opening the workbook…'
export const NOT_OPENED = 'The workbook could not be opened'
