/**
 * Random structures from a list of random numbers, read one by one: fast-check shrinks the list, and a list that ran out
 * always chooses the first, so every choice puts its plainest possibility first.
 */
import * as fc from 'fast-check'

export class Choices {
  private readonly numbers: readonly number[]
  private at = 0

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  /** A whole number from 0 to `most`. */
  upTo(most: number): number {
    const number = this.numbers[this.at++] ?? 0
    return number % (most + 1)
  }

  pick<T>(list: readonly T[]): T {
    return list[this.upTo(list.length - 1)]!
  }

  /** True in about `percent` of a hundred choices; false where the list ran out. */
  chance(percent: number): boolean {
    return this.upTo(99) >= 100 - percent
  }

  /** Those of the list that a coin keeps. */
  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.chance(60))
  }

  times<T>(least: number, most: number, make: (i: number) => T): T[] {
    return Array.from({ length: least + this.upTo(most - least) }, (_, i) => make(i))
  }
}

/** Lists of up to `most` numbers. */
export function numbers(most: number): fc.Arbitrary<number[]> {
  return fc.noBias(fc.array(fc.nat({ max: 1_000_000 }), { minLength: most / 4, maxLength: most, size: 'max' }))
}

/** The same seed every time, so that a failing build fails again; TIEOUT_RUNS multiplies the runs, TIEOUT_SEED moves the seed. */
export function runs(count: number): { numRuns: number; seed: number } {
  const seed = Number(process.env['TIEOUT_SEED'] ?? 2007)
  return { numRuns: Math.ceil(count * Number(process.env['TIEOUT_RUNS'] ?? 1)), seed }
}
