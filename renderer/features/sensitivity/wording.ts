/**
 * What sensitivity says.
 */

export const ABOUT = 'What amounts of an input would do to other figures. Nothing is entered by this.'

export const noneMoves = (figure: string): string => `No input moves ${figure} in this period.`

/** Of the inputs that the ranking does not list. */
export function restText(without: number, nil: number): string {
  return `${without} further inputs have no effect on it; ${nil} are nil, so that no part of them can be taken.`
}
