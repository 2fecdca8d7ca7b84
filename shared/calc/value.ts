/**
 * What a cell computes to, and when two values are the same.
 * Must not format: that is money's.
 */
import { roundedAway, type Decimal } from '../money/decimal.ts'
import { CellError } from './cell_error.ts'

/** An amount, an error, a text, or null for blank. */
export type Value = Decimal | CellError | string | null

export function isAmount(value: Value): value is Decimal {
  return value !== null && typeof value === 'object' && !(value instanceof CellError)
}

/** True when no arithmetic on the value could tell them apart. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return false
  if (a instanceof CellError) {
    return b instanceof CellError && a.code === b.code && sameMembers(a.members, b.members)
  }
  return !(b instanceof CellError) && a.eq(b)
}

/** True when a reader could not tell them apart either: nil is shown otherwise than what was rounded to nil. */
export function sameFigure(a: Value, b: Value): boolean {
  if (a === b) return true
  return sameValue(a, b) && !(isAmount(a) && isAmount(b) && roundedAway(a) !== roundedAway(b))
}

/** What lists of members were compared with last: those of one cycle stand in each of its cells, in either layer. */
const comparedLast = new WeakMap<readonly string[], { other: readonly string[]; isSame: boolean }>()

function sameMembers(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || a.length !== b.length) return false
  const last = comparedLast.get(a)
  if (last?.other === b) return last.isSame
  const isSame = a.every((name, i) => name === b[i])
  comparedLast.set(a, { other: b, isSame })
  return isSame
}
