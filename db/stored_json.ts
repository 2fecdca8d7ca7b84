/**
 * Reading of JSON that the file holds: definitions, changes, places, what the screen remembers. The one place where it is read.
 *
 * A file written before texts were checked can hold halves of characters (lone surrogates) here, since JSON escapes them. They are
 * read as U+FFFD, as SQLite itself gives such text back, so that what was read can be edited, compared and stored again.
 */

/** How JSON.stringify writes half of a character; whole ones it writes as they are. Letters of either case are JSON. */
const ESCAPED_HALF = /\\u[dD][89a-fA-F]/

/** The value of a stored JSON text, all its texts of whole characters. Throws a SyntaxError where it is no JSON. */
export function readStored(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return ESCAPED_HALF.test(text) ? whole(value) : value
}

function whole(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(whole)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key.toWellFormed(), whole(field)]))
}
