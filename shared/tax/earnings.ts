/**
 * How a year's earnings and profits fall on its payments. Current earnings: preferred in full first, then common, within a class pro
 * rata to the year's payments. Accumulated earnings: by date, preferred first within a day; a deficit of the year is charged against
 * them by the months or days gone. January payments take what the others leave, unless the whole of them is taken into the year.
 * Payments of earlier years' earnings (spill-over, deficiency) take nothing of the year's and are covered by assumption.
 */
import { fixedRounded, type Fixed } from '../money/fixed_point.ts'
import { atLeastNil, digits, least, unusable, type Cell } from './arguments.ts'
import {
  CARRIED_IN,
  CLASSES,
  CONSENT,
  DEFICIENCY,
  JANUARY,
  SPILLOVER,
  YEAR,
  shareOf,
  spread,
  type Payment,
} from './payments.ts'
import { lastDay } from '../calendar/dates.ts'

export type Earnings = {
  current: Fixed
  accumulated: Fixed
  /** How a deficit of the year is charged: 1 months gone, 2 days gone, 3 as shown for each payment. */
  method: number
  /** Whether the whole of a January payment is taken into the year, covered or not. */
  wholeJanuary: boolean
  /** What of the deficit had arisen before each payment, by row, where the method is 3. */
  shown: readonly Cell[]
}

/** True where earlier years' earnings cover the payment. */
export function isOfEarlierEarnings({ timing }: Payment): boolean {
  return timing === SPILLOVER || timing === DEFICIENCY
}

/** True where the payment shares in the year's earnings before January payments do. */
function sharesFirst({ timing }: Payment, { wholeJanuary }: Earnings): boolean {
  return timing === YEAR || timing === CARRIED_IN || timing === CONSENT || (timing === JANUARY && wholeJanuary)
}

function isLast({ timing }: Payment, { wholeJanuary }: Earnings): boolean {
  return timing === JANUARY && !wholeJanuary
}

function sumOf(payments: readonly Payment[]): Fixed {
  return payments.reduce((sum, { amount }) => sum + amount, 0n)
}

/** What each payment takes of the current earnings, in the order of the payments. */
export function fromCurrent(payments: readonly Payment[], earnings: Earnings): Fixed[] {
  const parts = payments.map(() => 0n)
  let left = atLeastNil(earnings.current)
  for (const inTurn of [sharesFirst, isLast]) {
    for (let of = 1; of <= CLASSES.length; of += 1) {
      const members = payments.flatMap((one, at) => (one.class === of && inTurn(one, earnings) ? [at] : []))
      const taken = least(left, sumOf(members.map((at) => payments[at]!)))
      const shares = spread(
        taken,
        members.map((at) => payments[at]!.amount),
      )
      members.forEach((at, i) => (parts[at] = shares[i]!))
      left -= taken
    }
  }
  return parts
}

/** Months of the year gone by the end of the day of payment: 31 March counts its month, 1 July does not. */
function monthsGone({ month, day, year }: { month: number; day: number; year: number }): number {
  return day === lastDay(year, month) ? month : month - 1
}

/** Days of the year gone before the day of payment, and the days of the year. */
function daysGone({ year, month, day }: { year: number; month: number; day: number }): [number, number] {
  let gone = day - 1
  for (let before = 1; before < month; before += 1) gone += lastDay(year, before)
  return [gone, 337 + lastDay(year, 2)]
}

/** What of the year's deficit is charged before a payment, at the cent. */
export function chargedBefore(payment: Payment, earnings: Earnings): Fixed {
  const deficit = atLeastNil(-earnings.current)
  if (deficit === 0n || isAtYearEnd(payment)) return deficit
  if (earnings.method === 3) {
    const shown = earnings.shown[payment.row] ?? unusable(`The deficit before payment ${payment.seq} is not shown.`)
    if (shown < 0n || shown > deficit)
      unusable(
        `The deficit shown before payment ${payment.seq} is ${digits(shown)}, of ${digits(deficit)} in the year.`,
      )
    return shown
  }
  const [gone, all] = earnings.method === 2 ? daysGone(payment.paid!) : [monthsGone(payment.paid!), 12]
  return fixedRounded(shareOf(deficit, BigInt(gone), BigInt(all)), 2)
}

/** January payments and consent dividends count on the last day of the year. */
function isAtYearEnd({ timing }: Payment): boolean {
  return timing === JANUARY || timing === CONSENT
}

/** The place of a payment in the order in which accumulated earnings are taken; the last places are those of January payments. */
function turnOf(payment: Payment, earnings: Earnings): number {
  if (isLast(payment, earnings)) return Number.MAX_SAFE_INTEGER
  if (isAtYearEnd(payment)) return Number.MAX_SAFE_INTEGER - 1
  const { paid, seq } = payment
  return paid?.number ?? unusable(`Payment ${seq} of the ${CLASSES[payment.class - 1]} class has no day of payment.`)
}

/** What each payment takes of the accumulated earnings beyond its part of the current ones; a payment of earlier earnings takes itself. */
export function fromAccumulated(payments: readonly Payment[], current: readonly Fixed[], earnings: Earnings): Fixed[] {
  const parts = payments.map((one) => (isOfEarlierEarnings(one) ? one.amount : 0n))
  if (earnings.accumulated <= 0n) return parts
  const open = payments
    .map((payment, at) => ({ at, payment, rest: payment.amount - current[at]! }))
    .filter(({ payment, rest }) => rest > 0n && (sharesFirst(payment, earnings) || isLast(payment, earnings)))
    .map((one) => ({ ...one, turn: turnOf(one.payment, earnings) }))
  const turns = [...new Set(open.map(({ turn }) => turn))].toSorted((a, b) => a - b)
  let used = 0n
  for (const turn of turns) {
    for (let of = 1; of <= CLASSES.length; of += 1) {
      const members = open.filter((one) => one.turn === turn && one.payment.class === of)
      if (members.length === 0) continue
      const available = atLeastNil(earnings.accumulated - chargedBefore(members[0]!.payment, earnings) - used)
      const weights = members.map(({ rest }) => rest)
      const taken = least(
        available,
        weights.reduce((sum, each) => sum + each, 0n),
      )
      spread(taken, weights).forEach((part, i) => (parts[members[i]!.at] = part))
      used += taken
    }
  }
  return parts
}

/** What of each payment belongs to the year: all of it, none of it, or of a January payment what earnings cover. */
export function inTaxYear(payments: readonly Payment[], earnings: Earnings): Fixed[] {
  const shared = payments.filter((one) => sharesFirst(one, earnings) || isLast(one, earnings))
  const current = fromCurrent(shared, earnings)
  const accumulated = payments.some((one) => isLast(one, earnings))
    ? fromAccumulated(shared, current, earnings)
    : current
  return payments.map((payment) => {
    if (isOfEarlierEarnings(payment) || sharesFirst(payment, earnings)) return payment.amount
    const at = shared.indexOf(payment)
    return at < 0 ? 0n : current[at]! + accumulated[at]!
  })
}
