/**
 * What is said of the look of the sheet, and of what is saved.
 */
export const SHEET = {
  at: (zoom: number) => `The sheet is at ${zoom}%.`,
  atAlready: (zoom: number) => `The sheet is at ${zoom}% already.`,
  lowWindow: 'Rows are compact while the window is this low.',
  compact: 'Rows are compact.',
  comfortable: 'Rows are comfortable.',
} as const

export const NO_ANSWER = 'The program that keeps the workbook did not answer. Nothing was changed.'

export const COPY = {
  opened: (path: string) => `The copy is open now, and edits are saved there: ${path}`,
  saved: (path: string) => `A copy was saved: ${path}`,
  downloaded: 'A copy of the workbook is in the downloads folder.',
} as const

export const ALL_SAVED = 'Everything is saved. Every edit is written to disk at once.'
export const NOT_ALL_SAVED = 'The last edits could not be saved. The message says which work is safe.'

export const VERIFIED = 'The workbook is sound. Its figures and its change log agree.'
export const VERIFICATION_CANCELED = 'The verification was canceled. Nothing was changed.'

export const COPY_CANCELED = 'The copy was canceled. No file was written.'
