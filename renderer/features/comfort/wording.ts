/**
 * What is said of the look of the sheet.
 */
export const CHOOSE_CELL = 'Choose a cell of the schedule first.'

export const widthText = (pixels: number): string => `The column is ${pixels} pixels wide.`
