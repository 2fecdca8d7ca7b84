/**
 * The rules of a dividend register that a cell asks for, a payment at a time: what belongs to the year, what current and accumulated
 * earnings cover, capital gain, and gain beyond a holder's basis. The allotments themselves stand in earnings.ts.
 */
import { fixedOver, fixedTimes, type Fixed } from '../money/fixed_point.ts'
import {
  atLeastNil,
  digits,
  least,
  ruled,
  step,
  total,
  unusable,
  worked,
  type Arguments,
  type Cell,
} from './arguments.ts'
import {
  chargedBefore,
  fromAccumulated,
  fromCurrent,
  inTaxYear,
  isOfEarlierEarnings,
  type Earnings,
} from './earnings.ts'
import { JANUARY, NEXT_YEAR, PRIOR_YEAR, paymentsOf, spread, type Payment } from './payments.ts'

const ROW = ['class of the payment', 'number of the payment', 'classes', 'numbers'] as const

function earningsOf(
  args: Arguments,
  at: { current: number; accumulated?: number; method?: number; january: number; shown?: number },
): Earnings {
  return {
    current: args.amount(at.current, 'current earnings'),
    accumulated: at.accumulated === undefined ? 0n : args.amount(at.accumulated, 'accumulated earnings'),
    method: at.method === undefined ? 1 : args.choice(at.method, 'way of charging a deficit', 3),
    wholeJanuary: args.choice(at.january, 'treatment of January dividends', 2) === 2,
    shown: at.shown === undefined ? [] : args.cells(at.shown),
  }
}

/** Payments of the year are paid in one year, January ones in the next. */
function checkYears(payments: readonly Payment[]): void {
  const own = payments.filter(({ timing }) => timing !== JANUARY && timing !== NEXT_YEAR && timing !== PRIOR_YEAR)
  const years = [...new Set(own.flatMap(({ paid }) => (paid ? [paid.year] : [])))].toSorted((a, b) => a - b)
  if (years.length > 1)
    unusable(`The payments of the year were made in ${years.join(' and ')}; a register holds one year.`)
  for (const { timing, paid, seq } of payments) {
    if (timing !== JANUARY || !paid || years[0] === undefined) continue
    if (paid.year !== years[0] + 1 || paid.month !== 1)
      unusable(`Payment ${seq} is a January dividend of ${years[0]}, and is not paid in January ${years[0] + 1}.`)
  }
}

export const tax_in_tax_year = ruled(
  {
    least: 10,
    most: 12,
    takes: [
      ...ROW,
      'days of payment',
      'timings',
      'amounts',
      'current earnings',
      'accumulated earnings',
      'deficit charged (1 months, 2 days, 3 as shown)',
      '[January dividends (1 what earnings cover, 2 whole)]',
      '[deficit before each payment]',
    ],
    help: 'What of the payment belongs to the tax year. A January dividend declared and of record in the last quarter belongs to it as far as earnings of the year, which other payments take first, cover it.',
    source: '26 USC 857(b)(9); 26 USC 858; 26 USC 316',
  },
  (args) => {
    const { payments, own } = paymentsOf(args, { classes: 2, seqs: 3, paid: 4, timings: 5, amounts: 6 })
    if (own === undefined) return worked(null)
    checkYears(payments)
    const earnings = earningsOf(args, { current: 7, accumulated: 8, method: 9, january: 10, shown: 11 })
    const part = inTaxYear(payments, earnings)[own]!
    const { timing, amount } = payments[own]!
    const why: Record<number, string> = {
      2: earnings.wholeJanuary
        ? 'January dividend, taken into the year wholly'
        : 'January dividend: what earnings cover after the other payments',
      3: 'Elected to the year before, received in the year',
      4: 'Left over from the year before, for want of earnings there',
      5: 'Belongs to the next year',
      6: 'Belongs to the year before',
      7: 'Consent dividend, counted on the last day of the year',
      8: 'Deficiency dividend of an earlier year, received in the year',
    }
    return worked(part, step('The payment', amount), step(why[timing] ?? 'Paid in the year', part))
  },
)

export const tax_from_current = ruled(
  {
    least: 7,
    most: 8,
    takes: [
      ...ROW,
      'timings',
      'amounts in the tax year',
      'current earnings',
      '[January dividends (1 what earnings cover, 2 whole)]',
    ],
    help: 'What of the payment current earnings cover: preferred in full first, then common, within a class pro rata to the payments of the year whenever made.',
    source: '26 CFR 1.316-2(b); Rev. Rul. 69-440',
  },
  (args) => {
    const { payments, own } = paymentsOf(args, { classes: 2, seqs: 3, timings: 4, amounts: 5 })
    if (own === undefined) return worked(null)
    const earnings = earningsOf(args, { current: 6, january: 7 })
    const part = fromCurrent(payments, earnings)[own]!
    const { class: of, amount } = payments[own]!
    const all = (name: number): Fixed =>
      total(payments.map((one) => (one.class === name && !isOfEarlierEarnings(one) ? one.amount : 0n)))
    return worked(
      part,
      step('Current earnings, not below nil', atLeastNil(earnings.current)),
      step('Preferred payments of the year, which take them first', all(1)),
      ...(of === 2 ? [step('Common payments of the year, pro rata from what is left', all(2))] : []),
      step('This payment', amount),
      step('Covered by current earnings', part),
    )
  },
)

export const tax_from_accumulated = ruled(
  {
    least: 11,
    most: 13,
    takes: [
      ...ROW,
      'days of payment',
      'timings',
      'amounts in the tax year',
      'parts from current earnings',
      'current earnings',
      'accumulated earnings',
      'deficit charged (1 months, 2 days, 3 as shown)',
      '[January dividends (1 what earnings cover, 2 whole)]',
      '[deficit before each payment]',
    ],
    help: 'What of the payment accumulated earnings cover beyond current ones: by date, preferred first within a day. A deficit of the year is charged against them by the months or days gone.',
    source: '26 CFR 1.316-2(b), (c); Rev. Rul. 74-164',
  },
  (args) => {
    const { payments, own } = paymentsOf(args, { classes: 2, seqs: 3, paid: 4, timings: 5, amounts: 6 })
    if (own === undefined) return worked(null)
    const currents = args.cellsLike(7, 'parts from current earnings', args.cells(2).length)
    const parts = payments.map(({ row }) => currents[row] ?? 0n)
    const earnings = earningsOf(args, { current: 8, accumulated: 9, method: 10, january: 11, shown: 12 })
    payments.forEach(({ amount, seq }, at) => {
      const covered = parts[at]!
      if (covered < 0n || covered > amount)
        unusable(`Payment ${seq} is ${digits(amount)}, and its part from current earnings ${digits(covered)}.`)
    })
    const part = fromAccumulated(payments, parts, earnings)[own]!
    const payment = payments[own]!
    if (isOfEarlierEarnings(payment))
      return worked(part, step('Paid out of the earnings of an earlier year, which are taken to suffice', part))
    const charged = payment.paid || payment.timing === JANUARY ? chargedBefore(payment, earnings) : 0n
    return worked(
      part,
      step('Accumulated earnings at the beginning of the year', earnings.accumulated),
      ...(charged > 0n ? [step('Deficit of the year charged before this payment', charged)] : []),
      step('The payment beyond its part from current earnings', payment.amount - parts[own]!),
      step('Covered by what earlier payments leave of the accumulated earnings', part),
    )
  },
)

export const tax_capital_gain = ruled(
  {
    least: 8,
    most: 9,
    takes: [
      ...ROW,
      'timings',
      'amounts in the tax year',
      'dividends',
      'capital gain designated',
      '[spread (1 by dividends, 2 by distributions)]',
    ],
    help: 'What of the payment is a capital gain dividend: what was designated for the year, over all classes by their dividends, or by all that was distributed. Never more than the dividend.',
    source: '26 USC 857(b)(3)(B); Rev. Rul. 89-81',
  },
  (args) => {
    const { payments, own } = paymentsOf(args, { classes: 2, seqs: 3, timings: 4, amounts: 5 })
    if (own === undefined) return worked(null)
    const cells = args.cellsLike(6, 'dividends', args.cells(2).length)
    const ofYear = payments.map((one) => !isOfEarlierEarnings(one))
    const dividends = payments.map(({ row }, at) => (ofYear[at] ? dividendOf(cells[row] ?? 0n) : 0n))
    const designated = args.positive(7, 'capital gain designated')
    const byDistributions = args.choice(8, 'way of spreading capital gain', 2) === 2
    const weights = byDistributions ? payments.map(({ amount }, at) => (ofYear[at] ? amount : 0n)) : dividends
    const spreadable = byDistributions ? designated : least(designated, total(dividends))
    const part = least(spread(spreadable, weights)[own]!, dividends[own]!)
    return worked(
      part,
      step('Capital gain designated for the year', designated),
      step(byDistributions ? 'Distributions of the year' : 'Dividends of the year', total(weights)),
      step(byDistributions ? 'This distribution' : 'This dividend', weights[own]!),
      step('Capital gain, not above the dividend', part),
    )
  },
)

function dividendOf(cell: Fixed): Fixed {
  return cell < 0n ? unusable(`A dividend of ${digits(cell)} is negative.`) : cell
}

export const tax_unrecaptured_1250 = ruled(
  {
    least: 7,
    most: 7,
    takes: [...ROW, 'capital gains', 'unrecaptured section 1250 gain of the year', 'capital gain designated'],
    help: 'What of the capital gain of the payment is unrecaptured section 1250 gain: the same share of each.',
    source: '26 USC 1(h)(6); Notice 97-64',
  },
  (args) => {
    const { payments, own } = paymentsOf(args, { classes: 2, seqs: 3, amounts: 4 })
    if (own === undefined) return worked(null)
    const all = args.positive(5, 'unrecaptured section 1250 gain')
    const designated = args.positive(6, 'capital gain designated')
    if (all > designated)
      unusable(`Unrecaptured section 1250 gain is ${digits(all)}, above the capital gain of ${digits(designated)}.`)
    if (designated === 0n) return worked(0n, step('There is no capital gain in the year', 0n))
    const gains = payments.map(({ amount }) => amount)
    // The part of the gain that found no dividend takes its share of the unrecaptured gain along.
    const rest = atLeastNil(designated - total(gains))
    const part = least(spread(all, [...gains, rest])[own]!, gains[own]!)
    return worked(
      part,
      step('Unrecaptured section 1250 gain of the year', all),
      step('Capital gain designated for the year', designated),
      step('Capital gain of this payment', gains[own]!),
      step('Unrecaptured part of this gain', part),
    )
  },
)

export const tax_spread = ruled(
  {
    least: 6,
    most: 6,
    takes: [...ROW, 'parts of the payments', 'amount of the year'],
    help: 'An amount of the year, such as its qualified dividends, over the payments pro rata to a part of each, never more than that part. Blank where no amount is given.',
    source: '26 USC 857(c)(2); 26 USC 1(h)(11)',
  },
  (args) => {
    const { payments, own } = paymentsOf(args, { classes: 2, seqs: 3, amounts: 4 })
    if (own === undefined || args.cell(5, 'amount of the year') === null) return worked(null)
    const all = args.positive(5, 'amount of the year')
    const parts = payments.map(({ amount }) => amount)
    const together = total(parts)
    if (all > together)
      unusable(`The amount of the year is ${digits(all)}, above the ${digits(together)} that it is a part of.`)
    const part = spread(all, parts)[own]!
    return worked(
      part,
      step('The amount of the year', all),
      step('The parts that carry it', together),
      step('The part of this payment', parts[own]!),
      step('Its share', part),
    )
  },
)

/** The basis that a class has left for each share, by the order of payment. */
function beyondBasis(
  members: readonly { excess: Fixed; shares: Fixed }[],
  basis: Fixed,
): { beyond: Fixed; left: Fixed }[] {
  let left = basis
  return members.map(({ excess, shares }) => {
    const room = fixedTimes(left, shares)
    const returned = least(excess, room)
    left = returned === room ? 0n : atLeastNil(left - fixedOver(returned, shares))
    return { beyond: excess - returned, left }
  })
}

export const tax_gain_beyond_basis = ruled(
  {
    least: 9,
    most: 9,
    takes: [
      ...ROW,
      'days of payment',
      'amounts in the tax year',
      'dividends',
      'numbers of shares',
      'basis of a share, by class',
    ],
    help: 'What of a payment beyond earnings exceeds the basis that a holder has left, payment after payment. Nothing where no basis is given: a basis is the holder’s, not the company’s.',
    source: '26 USC 301(c)(2), (3)',
  },
  (args) => {
    const { payments, own } = paymentsOf(args, { classes: 2, seqs: 3, paid: 4, amounts: 5 })
    if (own === undefined) return worked(null)
    const { class: of, seq, row } = payments[own]!
    const basis = args.cells(8)[of - 1] ?? null
    if (basis === null) return worked(0n, step('No basis of a holder is given', null))
    if (basis < 0n) unusable('A basis is not negative.')
    const dividends = args.cellsLike(6, 'dividends', args.cells(2).length)
    const shares = args.cellsLike(7, 'numbers of shares', args.cells(2).length)
    const members = payments
      .filter((one) => one.class === of)
      .toSorted((a, b) => (a.paid?.number ?? 0) - (b.paid?.number ?? 0) || a.seq - b.seq)
    const worths = members.map((one) => ({
      excess: atLeastNil(one.amount - (dividends[one.row] ?? 0n)),
      shares: sharesOf(shares[one.row] ?? null, one),
    }))
    const at = members.findIndex((one) => one.row === row && one.seq === seq)
    const results = beyondBasis(worths, basis)
    return worked(
      results[at]!.beyond,
      step('Basis of a share before this payment', at === 0 ? basis : results[at - 1]!.left, 'per_share'),
      step('The payment beyond earnings', worths[at]!.excess),
      step('Beyond the basis', results[at]!.beyond),
    )
  },
)

function sharesOf(cell: Cell, { seq }: Payment): Fixed {
  return cell !== null && cell > 0n ? cell : unusable(`Payment ${seq} has no number of shares to hold a basis against.`)
}
