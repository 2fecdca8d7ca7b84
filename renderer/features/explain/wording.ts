/**
 * What the panel that explains figures says.
 */

export const NO_FIGURE = 'Choose a figure to see where it comes from.'

/** What a step of a rule of tax shows where its amount is blank. */
export const BLANK = 'blank'

/** The statute or regulation that a rule of tax follows. */
export function sourceText(source: string): string {
  return `Source: ${source}. An estimate, not advice.`
}

/** Where there is nothing to explain yet. */
export const NOTHING = {
  period: 'This filing has no period to explain.',
  reading: 'Reading the change log.',
  edits: 'The scenario has no edit yet, so every figure is that of the base.',
  base: 'The figures shown are the base. In a scenario, the edits that changed them are listed here.',
} as const

/** How the effects of edits are formed. */
export const IN_ORDER =
  'Edits are applied in the order of the change log. The effect of an edit is the change that it adds.'

export const IDLE = 'Edits that change none of these figures in this period'

export function unchangedText(figures: string): string {
  return `Not changed: ${figures}.`
}

export function undisclosedText(figures: string): string {
  return `Not disclosed, because a figure is blank: ${figures}.`
}
