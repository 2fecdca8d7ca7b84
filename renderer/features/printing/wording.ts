/** What printing says. */

export const printedTo = (path: string): string => `Printed to ${path}`

export const CANCELED = 'Printing was canceled. Nothing was printed.'

export const NO_ANSWER = 'Printing did not answer. Nothing was printed.'
