/**
 * What a year adds to its losses and what it may deduct of them: the loss of the year, the limit of years after 2020 on its base,
 * the most that may be deducted, and what of it is absorbed after the deduction for dividends paid.
 */
import { UNIT, fixedTimes } from '../money/fixed_point.ts'
import { atLeastNil, least, ruled, step, worked } from './arguments.ts'

/** The first year to which the limit applies. */
const LIMITED_FROM = 2021
/** 80%, and the 20% beside it, in units. */
const LIMIT = (UNIT * 4n) / 5n

export const tax_income_for_losses = ruled(
  {
    least: 3,
    most: 3,
    takes: ['taxable income', 'net capital gain', 'capital gain dividends'],
    help: 'Taxable income before dividends without the net capital gain paid out as capital gain dividends; negative where the year is a loss.',
    source: '26 USC 857(b)(3)(D)',
  },
  (args) => {
    const income = args.amount(0, 'taxable income')
    const gain = args.positive(1, 'net capital gain')
    const paid = least(gain, args.positive(2, 'amount of capital gain dividends'))
    return worked(
      income - paid,
      step('Taxable income before the deduction for dividends paid', income),
      step('Net capital gain paid out as capital gain dividends', paid),
      step('What losses stand against', income - paid),
    )
  },
)

export const tax_loss_of_year = ruled(
  {
    least: 3,
    most: 3,
    takes: ['taxable income', 'net capital gain', 'capital gain dividends'],
    help: 'The loss of the year as a positive amount; nil where there is income. Net capital gain paid out as dividends does not reduce it.',
    source: '26 USC 172(c), (d)(6); 26 USC 857(b)(3)(D)',
  },
  (args) => {
    const { value, steps } = tax_income_for_losses.compute(args.given)
    if (typeof value !== 'bigint') return { value, steps }
    return worked(atLeastNil(-value), ...steps, step('Loss of the year', atLeastNil(-value)))
  },
)

export const tax_nol_limit_base = ruled(
  {
    least: 3,
    most: 3,
    takes: ['year', 'income before dividends', 'losses of years to 2017 carried'],
    help: 'What the limit of years after 2020 is taken of: income before dividends less all losses of years to 2017 carried, not below nil. Blank in years to 2020.',
    source: '26 USC 172(a)(2)(B), (d)(6)(C)',
  },
  (args) => {
    const year = args.year(0, 'year')
    const income = args.amount(1, 'income before dividends')
    const before = args.positive(2, 'amount of losses of years to 2017')
    if (year < LIMITED_FROM) return worked(null, step(`Years to 2020 deduct losses without this limit`, null))
    const base = atLeastNil(income - before)
    return worked(
      base,
      step('Income before the deduction for dividends paid', income),
      step('All losses of years to 2017 that are carried to the year', before),
      step('Base of the limit, not below nil', base),
    )
  },
)

export const tax_nol_limit = ruled(
  {
    least: 1,
    most: 2,
    takes: ['base of the limit', '[rate]'],
    help: 'The most that losses of years after 2017 may deduct: 80% of the base unless another rate is given. Blank where the base is blank.',
    source: '26 USC 172(a)(2)(B)(ii)',
  },
  (args) => {
    const base = args.cell(0, 'base of the limit')
    const rate = args.share(1, 'rate of the limit', LIMIT)
    if (base === null) return worked(null, step('There is no limit in the year', null))
    const limit = fixedTimes(args.positive(0, 'base of the limit'), rate)
    return worked(limit, step('Base of the limit', base), step('Rate', rate, 'rate'), step('Limit', limit))
  },
)

export const tax_loss_deduction = ruled(
  {
    least: 3,
    most: 4,
    takes: ['income before dividends', 'losses of years to 2017', 'losses of later years', '[limit of later years]'],
    help: 'The most that the year may deduct of the losses carried to it: those of years to 2017 in full, later ones within the limit, never more than the income.',
    source: '26 USC 172(a)(2); 26 USC 1212(a)(1)',
  },
  (args) => {
    const income = atLeastNil(args.amount(0, 'income before dividends'))
    const before = args.positive(1, 'amount of losses of years to 2017')
    const later = args.positive(2, 'amount of losses of later years')
    const limit = args.cell(3, 'limit')
    const within = limit === null ? later : least(later, args.positive(3, 'limit'))
    const most = least(income, before + within)
    return worked(
      most,
      step('Income before the deduction for dividends paid, not below nil', income),
      step('Losses of years to 2017, in full', before),
      step(limit === null ? 'Losses of later years' : 'Losses of later years, within the limit', within),
      step('The most that may be deducted', most),
    )
  },
)

export const tax_loss_absorbed = ruled(
  {
    least: 3,
    most: 6,
    takes: [
      'most that may be deducted',
      'income before dividends',
      'income after dividends',
      '[order (1 dividends first, 2 losses first)]',
      '[reading (1 what was deducted, 2 literal)]',
      '[base of the limit]',
    ],
    help: 'What of the losses carried is used up in the year. Dividends come first unless the choice says otherwise: a REIT that pays out everything keeps its losses. Read literally, the statute takes 20% of the base of the limit off the income that absorbs losses.',
    source: '26 USC 172(b)(2), (d)(6)(B)',
  },
  (args) => {
    const most = args.positive(0, 'most that may be deducted')
    const before = atLeastNil(args.amount(1, 'income before dividends'))
    const after = atLeastNil(args.amount(2, 'income after dividends'))
    const first = args.choice(3, 'order of dividends and losses', 2)
    const literal = args.choice(4, 'reading of what is absorbed', 2) === 2
    const kept = literal ? fixedTimes(args.positive(5, 'base of the limit'), UNIT - LIMIT) : 0n
    const income = first === 1 ? after : before
    const used = least(most, atLeastNil(income - kept))
    return worked(
      used,
      step('The most that may be deducted', most),
      step(first === 1 ? 'Income left after the deduction for dividends paid' : 'Income before dividends', income),
      ...(literal ? [step('20% of the base of the limit, which absorbs nothing', kept)] : []),
      step('Used', used),
    )
  },
)
