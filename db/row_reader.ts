/**
 * Rows as SQLite gives them, read into fields of the kinds that are expected. The one place where what the file gives is taken at
 * a type: a field of another kind is damage, whatever the table says of it. A look at each field, no more: opening reads many.
 */
import { damaged } from './failure.ts'

function otherwise(what: string): Error {
  return damaged(`a field that holds ${what} holds something else`)
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw otherwise('text')
  return value
}

export function number(value: unknown): number {
  if (typeof value !== 'number') throw otherwise('a number')
  return value
}

export function optional<T>(read: (value: unknown) => T): (value: unknown) => T | null {
  return (value) => (value === null ? null : read(value))
}

/** One of these texts. */
export function oneOf<const T extends string>(...texts: readonly T[]): (value: unknown) => T {
  return (value) => {
    const found = texts.find((one) => one === value)
    if (found === undefined) throw otherwise(texts.join(' or '))
    return found
  }
}

type Fields = Record<string, (value: unknown) => unknown>

/** What a reader reads. */
export type RowOf<R> = R extends (row: unknown) => infer T ? T : never

/** The reader of rows of these fields. */
export function rowOf<F extends Fields>(fields: F): (row: unknown) => { [K in keyof F]: ReturnType<F[K]> } {
  const each = Object.entries(fields)
  return (row) => {
    const given = row as Record<string, unknown>
    for (const [name, read] of each) given[name] = read(given[name])
    return given as { [K in keyof F]: ReturnType<F[K]> }
  }
}

/** All rows, each read. */
export function rowsOf<T>(read: (row: unknown) => T, rows: readonly unknown[]): T[] {
  return rows.map((row) => read(row))
}

/** Rows as they come, each read. */
export function* eachRow<T>(read: (row: unknown) => T, rows: Iterable<unknown>): Generator<T> {
  for (const row of rows) yield read(row)
}
