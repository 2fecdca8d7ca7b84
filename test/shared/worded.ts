/**
 * Refusals as a person reads them, so that expectations hold sentences and not the values that stand for them.
 */
import { refusalText, type Refused } from '../../shared/refusals/refusal.ts'

export function sentence({ refusal }: Refused): string {
  return refusalText(refusal!)
}

/** A result with the sentence in place of its refusal; any other as it is. */
export function worded(result: { kind: string } | Refused): object {
  if (!('refusal' in result)) return result
  const { refusal: _worded, ...rest } = result
  return { ...rest, reason: sentence(result) }
}
