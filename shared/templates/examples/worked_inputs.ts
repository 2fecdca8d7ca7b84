/**
 * How the inputs of worked examples are written: the same ones in several columns, records of a register, layers of losses. Holds no example.
 */

/** The same inputs in several columns of a schedule. */
export function inEach(schedule: string, columns: readonly string[], inputs: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    columns.flatMap((column) =>
      Object.entries(inputs).map(([line, input]) => [`${schedule}.${line}@${column}`, input] as const),
    ),
  )
}

/** The rows of a register, in order: `payment_1`, `payment_2` and so on, each with its inputs by column. */
export function register(schedule: string, row: string, records: readonly Readonly<Record<string, string>>[]) {
  return Object.fromEntries(
    records.flatMap((record, at) =>
      Object.entries(record).map(([column, input]) => [`${schedule}.${row}_${at + 1}@${column}`, input] as const),
    ),
  )
}

/** Losses that are open, by the year of the loss. */
export function layers(schedule: string, opening: Readonly<Record<string, string>>) {
  const records = Object.entries(opening).map(([year, amount]) => ({ layer_year: `${year}-12-31`, opening: amount }))
  return register(schedule, 'layer', records)
}
