/**
 * What the flow switch, spreading and reclassifying say.
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

export const NO_TOTAL_CHOSEN = 'Choose a total to spread over its lines.'
export const NO_LINE_CHOSEN = 'Choose the line that takes the amount.'

export const NO_AMOUNT = 'Enter the amount to move, such as 1,000.'
export const NOTHING_BALANCES = 'No line of this column has a balancing line, so there is nothing to reclassify.'

export function aboutSpread(total: string): string {
  return `${total}: a new total, spread over the inputs that it adds up.`
}

export function aboutReclassifying(column: string): string {
  return `${column}: an amount moves from the balancing line, which was not separately disclosed, to the line where it belongs. The total does not change.`
}
