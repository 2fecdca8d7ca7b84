/**
 * Refusals as a person reads them, so that expectations hold sentences and not the values that stand for them.
 */
import { refusalText, type Refusal } from '../../shared/refusals/refusal.ts'

export function sentence({ refusal }: { refusal: Refusal }): string {
  return refusalText(refusal)
}

/** A result with a sentence, `reason`, in place of each refusal in it. */
export function worded(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(worded)
  if (typeof result !== 'object' || result === null || Object.getPrototypeOf(result) !== Object.prototype) return result
  const parts = Object.entries(result).map(([key, part]): [string, unknown] =>
    key === 'refusal' ? ['reason', refusalText(part as Refusal)] : [key, worded(part)],
  )
  return Object.fromEntries(parts)
}
