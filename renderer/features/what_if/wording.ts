/**
 * What the flow switch, spreading and reclassifying say.
 */

/** What an edit at an adjustment changes, by the flow that is chosen. */
export const FLOWS = [
  {
    value: 'books_and_tax',
    label: 'Books and tax',
    hint: 'An edit at an adjustment changes the GAAP line that it mirrors, so that both agree.',
  },
  {
    value: 'tax_only',
    label: 'Tax only',
    hint: 'An edit at an adjustment changes the tax adjustment alone; it then differs from the books.',
  },
] as const

export const NO_TOTAL_CHOSEN = 'A total is chosen first; then it can be spread over its lines.'
export const NO_LINE_CHOSEN = 'A line is chosen first; then an amount can be moved to it.'

export const NO_AMOUNT = 'What moves is an amount, such as 1,000.'
export const NOTHING_BALANCES =
  'No line of this column stands beside a balancing line, so there is nothing to reclassify.'

export function aboutSpread(total: string): string {
  return `${total}: a new total, shared out among the inputs that it adds up.`
}

export function aboutReclassifying(column: string): string {
  return `${column}: an amount moves from the line that holds what was not separately disclosed to the line where it belongs. Their total stays.`
}
