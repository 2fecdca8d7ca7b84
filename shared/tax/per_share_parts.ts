/**
 * A payment's parts per share at the printed places, so that they always add to the payment: ordinary, then capital gain, half up;
 * the last part that is not nil (return of capital, else capital gain, else ordinary) is the payment less the others. No part is
 * negative. Qualified dividends and unrecaptured section 1250 gain are parts of another column unless the table sets them beside it.
 */
import { UNIT, fixedRounded, type Fixed } from '../money/fixed_point.ts'
import { digits, least, ruled, step, unusable, worked } from './arguments.ts'
import { shareOf } from './payments.ts'

/** Parts in the order of the choice; `next` is what belongs to the next year. */
const PARTS = [
  ['ordinary', 'Ordinary'],
  ['gain', 'Capital gain'],
  ['unrecaptured', 'Unrecaptured section 1250 gain'],
  ['qualified', 'Qualified dividends'],
  ['returned', 'Return of capital'],
  ['beyond', 'Gain beyond basis'],
  ['next', 'To next year'],
] as const

/** Where the amount of each part stands among the arguments. */
const PLACE_OF = [7, 8, 9, 10, 11, 12, 6] as const

type Part = (typeof PARTS)[number][0]
type Parts = Record<Part, Fixed>

/** The parts rounded; `own` is the payment of the year per share, at the printed places. */
function roundedParts(exact: Parts, payment: Fixed, places: number, beside: boolean): Parts {
  const rounded = { ...exact }
  let left = payment
  const last: Part = exact.returned !== 0n ? 'returned' : exact.gain !== 0n ? 'gain' : 'ordinary'
  const adding: Part[] = [
    'ordinary',
    'gain',
    ...(beside ? (['unrecaptured', 'qualified'] as const) : []),
    'beyond',
    'returned',
  ]
  for (const part of adding) {
    if (part === last) continue
    rounded[part] = least(fixedRounded(exact[part], places), left)
    left -= rounded[part]
  }
  rounded[last] = left
  if (!beside) {
    rounded.unrecaptured = least(fixedRounded(exact.unrecaptured, places), rounded.gain)
    rounded.qualified = least(fixedRounded(exact.qualified, places), rounded.ordinary)
  }
  return rounded
}

const TAKES = [
  'part (1 ordinary, 2 capital gain, 3 unrecaptured 1250, 4 qualified, 5 return of capital, 6 gain beyond basis, 7 to next year)',
  'printed places',
  'standing of parts 3 and 4 (1 within others, 2 beside them)',
  'payment per share',
  'amount of the payment',
  'amount in the tax year',
  'to next year',
  'ordinary',
  'capital gain',
  'unrecaptured 1250',
  'qualified',
  'return of capital',
  'gain beyond basis',
] as const

export const tax_per_share_part = ruled(
  {
    least: 13,
    most: 13,
    takes: TAKES,
    help: 'A part of the payment per share at the printed places. Each is rounded half up, and the last that is not nil takes what is left, so that the parts always add to the payment.',
    source: 'Form 1099-DIV, boxes 1a to 3; Form 8937',
  },
  (args) => {
    const part = args.choice(0, 'part of a payment', PARTS.length)
    const places = args.count(1, 'count of places')
    const beside = args.choice(2, 'standing of qualified dividends and unrecaptured gain', 2) === 2
    const [perShare, amount] = [args.cell(3, 'payment per share'), args.cell(4, 'amount of the payment')]
    if (places === null || perShare === null || amount === null || amount === 0n) return worked(null)
    if (places < 0 || places > 12) unusable(`Per-share amounts are not printed at ${places} places.`)
    if (perShare < 0n || amount < 0n) unusable('A payment is positive.')
    const perShareOf = (at: number): Fixed => shareOf(perShare, args.positive(at, TAKES[at]!), amount)
    const own = PLACE_OF[part - 1]!
    if (args.cell(own, TAKES[own]) === null) return worked(null)
    const exact: Parts = {
      ordinary: perShareOf(7),
      gain: perShareOf(8),
      unrecaptured: perShareOf(9),
      qualified: perShareOf(10),
      returned: perShareOf(11),
      beyond: perShareOf(12),
      next: perShareOf(6),
    }
    const inYear = args.positive(5, 'amount in the tax year')
    if (inYear + args.positive(6, 'amount to next year') > amount)
      unusable(`The parts in this and the next year exceed the payment of ${digits(amount)}.`)
    const printed = fixedRounded(perShare, places)
    const next = least(fixedRounded(exact.next, places), printed)
    const isWhole = inYear + args.positive(6, 'amount to next year') === amount
    const inYearPrinted = isWhole
      ? printed - next
      : least(fixedRounded(shareOf(perShare, inYear, amount), places), printed - next)
    const rounded = { ...roundedParts(exact, inYearPrinted, places, beside), next }
    const [key, words] = PARTS[part - 1]!
    return worked(
      rounded[key],
      step('The payment per share', printed, 'per_share'),
      ...(next !== 0n ? [step('To next year', next, 'per_share')] : []),
      step(`${words}, before rounding`, exact[key], 'per_share'),
      step(
        rounded[key] === fixedRounded(exact[key], places)
          ? `${words}, at ${places} places`
          : `${words}: the payment less the other parts, so that they add`,
        rounded[key],
        'per_share',
      ),
    )
  },
)

export const tax_percent_part = ruled(
  {
    least: 3,
    most: 255,
    takes: ['part by its place among the amounts', 'printed places', 'amounts', '…'],
    help: 'A part in percent of all of them together, half up at the printed places; what rounding leaves over is in the largest, so that percentages always add to 100.',
    source: 'Form 1099-DIV; Form 8937',
  },
  (args) => {
    const places = args.count(1, 'count of places') ?? 2
    if (places < 0 || places > 12) unusable(`Percentages are not printed at ${places} places.`)
    const amounts = args.given.slice(2).flatMap((_, at) => args.cells(at + 2).map((cell) => cell ?? 0n))
    const part = args.choice(0, 'part', amounts.length)
    for (const amount of amounts) if (amount < 0n) unusable(`A part of ${digits(amount)} is negative.`)
    const all = amounts.reduce((sum, each) => sum + each, 0n)
    if (all === 0n) return worked(null, step('There is nothing to take a percentage of', null))
    const hundred = UNIT * 100n
    const rounded = amounts.map((each) => percentOf(each, all, places))
    const over = hundred - rounded.reduce((sum, each) => sum + each, 0n)
    const largest = amounts.reduce((best, each, at) => (each > amounts[best]! ? at : best), 0)
    const percent = rounded[part - 1]! + (largest === part - 1 ? over : 0n)
    return worked(
      percent,
      step('The part', amounts[part - 1]!),
      step('All parts', all),
      ...(largest === part - 1 && over !== 0n
        ? [step('What rounding leaves over is in the largest part', over, 'percent')]
        : []),
      step('Percentage', percent, 'percent'),
    )
  },
)

/** Percentage points at so many places, rounded once, half up. */
function percentOf(part: Fixed, all: Fixed, places: number): Fixed {
  const scale = 10n ** BigInt(places)
  const count = (part * 100n * scale * 2n + all) / (all * 2n)
  return (count * UNIT) / scale
}
