/**
 * What the flow switch, the panel of tools, spreading, reclassifying and realizing say.
 */

/** What an edit at an adjustment changes, by the flow that is chosen. */
export const FLOWS = [
  {
    value: 'books_and_tax',
    label: 'Books and tax',
    hint: 'An edit of an adjustment changes the GAAP line that it mirrors, so both agree.',
  },
  {
    value: 'tax_only',
    label: 'Tax only',
    hint: 'An edit of an adjustment changes the tax adjustment only, which then differs from the books.',
  },
] as const

export const NO_FILING = 'Open a filing first.'
export const TOOL_CHOICE = 'Tool'

export const ABOUT_SPREADING = 'A new total, shared out among the inputs that it adds up.'
export const ABOUT_RECLASSIFYING = 'An amount moves from the balancing line to the line where it belongs.'

export const ABOUT_REALIZING =
  'A part of a provision, mark or impairment is realized: it moves from what is added back to what is deducted.'

/** The character of what is realized. */
export const CHARACTERS = [
  { value: 'ordinary', label: 'Ordinary: deducted in full' },
  { value: 'capital', label: 'Capital: deducted from capital gains only' },
] as const

export const OF_HINT =
  'The add-back of a period, the line that takes its deduction, or the GAAP line that it mirrors. Click its figure in the schedule, or type its name.'
export const AMOUNT_HINT = 'What is realized: a loss positive, a gain negative.'
export const GAINS_HINT = 'Gains of the year that bear the loss. What exceeds them is carried forward five years.'

/** How a total is shared out. */
export const WAYS = [
  { value: 'in_proportion', label: 'In proportion' },
  { value: 'equally', label: 'Equally' },
  { value: 'one_line', label: 'To one line' },
] as const

export function wayRefused(way: (typeof WAYS)[number]['value'], why: string): string {
  return `${WAYS.find(({ value }) => value === way)!.label} is not possible. ${why}`
}

export const TOTAL_HINT = 'The total to be spread. Click it in the schedule, or type its line.'
export const TO_HINT = 'The line where the amount belongs. Click its figure in the schedule, or type its name.'
export const NO_AMOUNT = 'Enter an amount, such as 1,000.'

/** Behind the name of the total that both lines share. */
export const NET_UNCHANGED = ', net unchanged'

export function fromText(line: string): string {
  return `The amount comes from ${line}. The total of both lines does not change.`
}

export const SEVERAL_SOURCES =
  'This adjustment mirrors several lines. An edit changes one of them, and the others do not change.'
