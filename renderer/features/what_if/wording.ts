/**
 * What the flow switch, the panel of tools, spreading and reclassifying say.
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
export const NO_AMOUNT = 'Enter the amount to move, such as 1,000.'

export function fromText(line: string): string {
  return `The amount comes from ${line}. The total of both lines does not change.`
}

export const SEVERAL_SOURCES =
  'This adjustment mirrors several lines. An edit changes one of them, and the others do not change.'
