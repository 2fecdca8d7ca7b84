/**
 * What seeking a goal says.
 */

export const ABOUT = 'Which amount of one figure brings another to a value.'

/** Under the fields, while they name no figure. */
export const SET_HINT = 'The figure to be reached. Click it in the schedule, or type its line.'
export const CHANGED_HINT = 'The figure to be changed. Click it in the schedule, or type its line.'

export function valueHint(unit: string | undefined): string {
  return unit ? `In ${unit}, as typed into the cell` : 'As typed into the cell'
}

export function nearestText(line: string): string {
  return `The nearest amount at which ${line} prints the value.`
}

export const IS_THERE = 'The figure has this value already.'

/** Over the headline figures before and after, and in place of a difference that is nil. */
export const EFFECTS = 'What it does to the headline figures'
export const UNCHANGED = 'unchanged'
