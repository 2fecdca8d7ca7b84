/**
 * What bridges say.
 */

export const ABOUT = 'How one figure leads to another, step by step.'

export const HOW_TO_READ = 'Solid bars raise the figure, hatched ones lower it.'

/** Where a filing has no bridge but those of its scenarios. */
export function noBridge(isDraft: boolean): string {
  return `${isDraft ? 'The draft by itself has no bridge.' : 'As filed, this filing has no bridge.'} A scenario has one from the base to each headline figure.`
}

/** The step of what is typed and not entered. */
export const TYPED_STEP = 'As typed, not entered'

export const otherInputs = (count: number): string => `${count} other inputs`

/** Leads from the chart beside the figures to the panel. */
export const FIGURES_OF_BRIDGE = 'All bridges'
