/**
 * What seeking a goal says.
 */

export const ABOUT = 'Which amount of one cell brings another to a value. Nothing changes before it is applied.'

/** Under the fields, where they name no cell yet. */
export const SUCH_AS = {
  target: 'Such as reconciliation.taxable_income@q3_2007',
  by: 'An input, named in the same way',
} as const

export function valueHint(unit: string | undefined): string {
  return unit ? `In ${unit}, as typed into the cell` : 'As typed into the cell'
}

export function nearestText(line: string): string {
  return `The nearest amount at which ${line} prints the value.`
}

export const IS_THERE = 'The cell has this value already; there is nothing to apply.'
export const STARTS_SCENARIO = 'Applied to the figures as filed, it starts a scenario.'
