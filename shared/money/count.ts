/**
 * Counts as they are said: digits in groups of three, whatever the locale. Not for amounts, which have formats of their own.
 */

/** A count with its thousands separated: `80,000`. */
export function countText(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** A count with its noun: `1 cell`, `80,000 cells`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`
}
