/**
 * Reading of JSON that the file holds: definitions, changes, places, what the screen remembers. The one place where it is read.
 *
 * A file written before texts were checked can hold halves of characters (lone surrogates) here, since JSON escapes them. They are
 * read as U+FFFD, as SQLite itself gives such text back, so that what was read can be edited, compared and stored again.
 */

import { damaged } from './failure.ts'
import { isKind, type Change } from '../shared/model/changes/kinds.ts'
import { text } from './row_reader.ts'

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

/** The value of a stored JSON text in the form of a schema; throws a ZodError where it is not of that form. */
export function readAs<T>(form: { parse(value: unknown): T }, stored: unknown): T {
  return form.parse(readStored(text(stored)))
}

/**
 * A definition that opening the file has proven to be of its form, or that was stored since in that form. It is not looked at
 * again: for what reads many at every edit.
 */
export function readProven<T>(_form: { parse(value: unknown): T }, stored: unknown): T {
  return readStored(text(stored)) as T
}

function isOfKind(change: unknown): boolean {
  return isKind((change as { kind?: unknown } | null)?.kind)
}

/**
 * The changes of an entry of the log. That they are as they were written its hash proves; only their kinds are looked at, since
 * there can be as many as a filing has cells.
 */
export function readChanges(stored: unknown): Change[] {
  const changes = readStored(text(stored))
  if (!Array.isArray(changes) || !changes.every(isOfKind)) throw damaged('an entry of the change log cannot be read')
  return changes as Change[]
}
