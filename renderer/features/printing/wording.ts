/** What printing says. */

export const printedTo = (path: string): string => `Printed to ${path}`

export const NO_ANSWER = 'Printing did not answer. Nothing was printed.'
