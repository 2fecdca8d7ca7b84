/**
 * What sensitivity says.
 */
export const ABOUT = 'What amounts of an input do to other figures, and which input matters most.'

export const NO_PERIOD = 'The filing has no period. Sensitivity needs the figures of a period.'

export const CHANGING_HINT = 'An input. Click it in the schedule, or type its line.'
export const MORE_HINT = 'Click a figure in the schedule, or type its line.'
export const OUTPUT_HINT = 'The figure in the table. Click it in the schedule, or type its line.'

export const AS_IT_STANDS = 'at present'
export const CHOOSE_POINT = 'A point of the table can be used as the value. Choose it in the table.'

export const chosenText = (value: string): string => `Chosen: ${value}.`

/** In a filing so large that a table is not computed anew at each edit. */
export const FIGURES_CHANGED = 'The figures have changed since the table was computed.'

export const SHADES = 'Blue is above the present figure, amber below. A deeper shade is farther away.'

export const noneMoves = (figure: string): string => `No input moves ${figure} in this period.`

/** What a ranking shows, as the head of its copy. */
export const rankedText = (figure: string, percent: string): string =>
  `Effect on ${figure} of each input ${percent}% larger in size`
