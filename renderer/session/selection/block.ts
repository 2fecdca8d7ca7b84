/**
 * How a block of texts lies over a selection. Pure.
 */

/** A block laid over a selection of a size: one value, or a block that goes into it evenly, fills it. */
export function laidOver<T>(block: readonly (readonly T[])[], rows: number, columns: number): T[][] {
  const [height, width] = [block.length, block[0]?.length ?? 0]
  const fills = rows % height === 0 && columns % width === 0
  const [down, across] = fills ? [rows, columns] : [height, width]
  return Array.from({ length: down }, (_, row) =>
    Array.from({ length: across }, (_, column) => block[row % height]![column % width]!),
  )
}
