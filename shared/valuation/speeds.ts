/**
 * Speeds of prepayment and default as the trade quotes them: ramps as curves of rates a year (SF-9, SF-20), rates a month as rates a year,
 * and what balances say of a speed (SF-7, SF-12). Knows no trust.
 */
import { fixedOver, fixedTimes, UNIT, type Fixed } from '../money/fixed_point.ts'
import { lesser } from './splitting.ts'
import { nthRoot } from './monthly_rates.ts'

/** Hundredths of a percent as a rate. */
const POINT = UNIT / 10_000n

/** Prepayment at a PSA speed in percent, as CPR by month: 0.2% more each month of age up to 6%, at most 100%. `age` is that of the loans at the start. */
export function psaCurve(percent: Fixed, months: number, age = 0): Fixed[] {
  return Array.from({ length: months }, (_, at) => {
    const base = lesser(BigInt(at + 1 + age) * 20n * POINT, 600n * POINT)
    return lesser(fixedTimes(base, percent) / 100n, UNIT)
  })
}

/** The SDA of a month of age, as CDR: up to 0.60% over 30 months, level to 60, down to 0.03% at 120 and level from there. */
function sdaOf(age: number): Fixed {
  if (age <= 30) return BigInt(age) * 2n * POINT
  if (age <= 60) return 60n * POINT
  if (age >= 120) return 3n * POINT
  return 60n * POINT - (BigInt(age - 60) * 57n * POINT) / 60n
}

/** Defaults at an SDA speed in percent, as CDR by month. */
export function sdaCurve(percent: Fixed, months: number, age = 0): Fixed[] {
  return Array.from({ length: months }, (_, at) => lesser(fixedTimes(sdaOf(at + 1 + age), percent) / 100n, UNIT))
}

/** A rate a month as a rate a year: 1 - (1 - rate)^12. */
export function yearlyRate(monthly: Fixed): Fixed {
  const fine = UNIT * UNIT
  const left = (UNIT - monthly) * UNIT
  let power = fine
  for (let month = 0; month < 12; month++) power = (power * left) / fine
  return UNIT - (power + UNIT / 2n) / UNIT
}

/** The monthly mortality of loans that prepaid from a scheduled balance to an actual one over so many months; the scheduled balance is not nil. */
export function mortality(scheduled: Fixed, actual: Fixed, months = 1): Fixed {
  return UNIT - nthRoot(fixedOver(actual, scheduled), months)
}

/** A CPR in percent of the PSA of a month of age. */
export function psaOf(cpr: Fixed, age: number): Fixed {
  return fixedOver(100n * cpr, lesser(BigInt(age) * 20n * POINT, 600n * POINT))
}
