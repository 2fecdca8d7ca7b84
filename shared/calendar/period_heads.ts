/**
 * Whether a text looks like the head of a period, as printed tables have them. Looks at the shape alone: which period it is, is
 * read by period_words.ts.
 */

/** A year in four digits, with nothing that would make it an amount. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text)
}

/** A year, a date or a period, as heads of columns are: `Q3 2007`, `9M 2024`, `12/31/2009`, `2009A`. */
export function isPeriodText(text: string): boolean {
  return (
    isYear(text) ||
    /^(?:[QH][1-4]|[1-4]Q|\d{1,2}M|FY|YTD|LTM)(?:\b|\d)/i.test(text) ||
    /^\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?$/.test(text) ||
    /^(?:19|20)\d\d ?(?:[AEFP]|\(\w\)|\[\w\])$/.test(text) ||
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?(?:\d|$)/i.test(text) ||
    /\b(?:quarters?|months|years?|weeks|period|ended|ending)\b/i.test(text)
  )
}
