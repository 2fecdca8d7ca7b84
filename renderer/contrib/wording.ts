/**
 * What answers, fields and copies of results say, whichever feature they are of.
 */
/** Beside the ways to use an answer, where the figures as filed are shown. */
export const startsScenario = (isSeveral: boolean): string =>
  `The figures as filed do not change. ${isSeveral ? 'The amounts start' : 'The value starts'} a scenario.`

export const POINT = 'Click a figure in the schedule, or type its line.'

export const copiedText = (rows: number): string => `The table was copied, ${rows} rows with its heads.`
export const NOT_COPIED = 'The browser did not let the table be copied.'

export const saveText = (keys: string): string => `${keys} saves, Escape discards the change`
