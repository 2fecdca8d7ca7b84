/**
 * What is said where figures and formulas are entered.
 */
export const WHICH = 'Which is meant?'
export const BACK = 'Back to the cell'

/** Completing a figure that the document does not disclose. */
export const COMPLETING = {
  title: 'Complete a figure that is not disclosed',
  about: (figure: string, amount: string) =>
    `${figure}: ${amount}. A figure as filed that is not disclosed may be completed once, with its source. In a scenario it may be changed at any time.`,
  source: 'Source of the figure',
  example: 'Form 10-K for 2006, balance sheet',
  go: 'Complete as filed',
  apart: 'Start a scenario instead',
} as const

/** Said while a name is typed in a formula: how many can complete it. */
export function completionsText(count: number): string {
  return count === 0 ? '' : count === 1 ? 'One completion.' : `${count} completions.`
}

/** Beside a total that is overridden. */
export const SPREADS = 'Alt+Shift+P spreads the change over lines instead.'

/** Beside the figure in the formula bar. */
export const NO_CELL_CHOSEN = 'No cell chosen'
export const LEAVES_OUT = 'leaves a period out'
export const OVERRIDES = 'overrides the formula'

/** The help on formulas. */
export const HELP = {
  about:
    'A formula begins with an equals sign and names lines and columns. Click a cell while typing a formula to enter its reference.',
  page: 'Help on formulas',
  figures: 'The figures of the examples',
  /** Before and after the id of the adjustment. */
  examples: (asFiled: string) =>
    `The examples are in the third quarter. Interest, ${asFiled} as filed, was changed in a scenario.`,
  excel: 'Where this differs from Excel',
  /** The statute that a rule of tax follows. */
  source: (source: string) => `Source: ${source}. An estimate, not advice.`,
} as const
