/**
 * What Find says.
 */
export const FIELD = 'Find words or an amount'
export const EXAMPLE = 'Words, an id, or an amount such as (1,234)'
export const SEARCHING = 'Searching'

/** How much was found, and why a text with the look of an amount is none. */
export const foundText = (count: string, why: string | undefined): string =>
  why === undefined ? count : `${count}. ${why}`
