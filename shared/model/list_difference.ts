/**
 * Where two lists differ: what they begin and end with alike is left out. Judges nothing.
 */

/** The stretch of the later list outside of which it is the earlier one, from `first` to before `end`, and where it ends in that one. */
export function difference<T>(
  before: ArrayLike<T>,
  after: ArrayLike<T>,
  isSame: (a: T, b: T) => boolean = (a, b) => a === b,
): { first: number; end: number; endBefore: number } {
  const shorter = Math.min(before.length, after.length)
  let first = 0
  while (first < shorter && isSame(before[first]!, after[first]!)) first++
  let [endBefore, end] = [before.length, after.length]
  while (endBefore > first && end > first && isSame(before[endBefore - 1]!, after[end - 1]!)) {
    endBefore--
    end--
  }
  return { first, end, endBefore }
}
