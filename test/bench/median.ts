/**
 * The median of samples, as every benchmark takes it. Measures nothing.
 */
/** The middle of samples: one that a busy machine held up does not move it. */
export function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[samples.length >> 1]!
}
