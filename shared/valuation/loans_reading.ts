/**
 * The terms of a loan group, read field by field: rates a year become rates a month here. Part of terms_reading.ts; knows no classes.
 */
import { decimalOf, UNIT } from '../money/fixed_point.ts'
import { plain } from '../money/decimal.ts'
import { cutText } from '../money/cut_text.ts'
import { isolated } from '../money/isolated.ts'
import { MOST_MONTHS, shownAs, type Field } from './field_reading.ts'
import { monthlyRate } from './monthly_rates.ts'
import type { Coupon, Curve, LoanGroup, LoanRate, PipelineLoan } from './terms.ts'

/** An entry for each month of the longest life. */
const MOST_PIPELINE = MOST_MONTHS

const LONGEST_NAME = 60

/** The name of a group or class within a sentence: its id, or its place where it has none. */
export function named(field: Field, what: string): string {
  const { value } = field.at('id', '')
  return typeof value === 'string' && value !== ''
    ? `${what} ${isolated(cutText(value, LONGEST_NAME, { ellipsis: true }))}`
    : field.where.toLowerCase()
}

/** Where floor and cap of a floating rate are the wrong way round, the floor is refused. */
export function readFloating(rate: Field, of: string): Coupon & { kind: 'float' } {
  const [cap, floor] = [rate.at('cap', `The cap of ${of}`), rate.at('floor', `The floor of ${of}`)]
  const read = {
    kind: 'float' as const,
    margin: rate.at('margin', `The margin of ${of}`).rate({ least: -UNIT }),
    cap: cap.isGiven ? cap.rate({ least: -UNIT }) : undefined,
    floor: floor.isGiven ? floor.rate({ least: -UNIT }) : undefined,
  }
  if (read.cap !== undefined && read.floor !== undefined && read.floor > read.cap) {
    const text = plain(decimalOf(read.cap))
    floor.refuse({ code: 'floor_above_cap', where: floor.where, shown: plain(decimalOf(read.floor)), cap: text })
  }
  return read
}

export function readGroup(group: Field): LoanGroup {
  const of = named(group, 'loan group')
  const life = group.at('wam', `The remaining life of ${of}`)
  const wam = life.whole(1, MOST_MONTHS)
  if (wam === undefined) {
    life.refuse({ code: 'life_out_of_range', where: life.where, shown: shownAs(life.value), most: MOST_MONTHS })
  }
  const lag = readLag(group.at('lag', `The lag to liquidation of ${of}`), wam)
  const interestOnly = group.at('interest_only_months', `The interest-only period of ${of}`)
  const interestOnlyMonths = interestOnly.isGiven ? interestOnly.whole(0, 100_000) : 0
  if (interestOnlyMonths === undefined) {
    interestOnly.refuse({
      code: 'months_out_of_range',
      where: interestOnly.where,
      shown: shownAs(interestOnly.value),
      least: 0,
    })
  }
  return {
    id: group.at('id', `The id of ${of}`).word(),
    balance: group.at('balance', `The balance of ${of}`).amount(),
    wac: group.at('wac', `The coupon of ${of}`).rate(),
    wam: wam ?? 1,
    rate: readRate(group.at('rate', `The rate of ${of}`), of),
    interestOnlyMonths: interestOnlyMonths ?? 0,
    servicingFee: group.at('servicing_fee', `The servicing fee of ${of}`).rate({ orNil: true }),
    isAdvanced: group.at('advance', `Advances of ${of}`).flag(false),
    lag,
    prepayment: readSpeed(group.at('prepayment', `The prepayment curve of ${of}`), {
      yearly: 'cpr',
      monthly: 'smm',
      what: 'prepayment rate',
      of,
    }),
    default: readSpeed(group.at('default', `The default curve of ${of}`), {
      yearly: 'cdr',
      monthly: 'mdr',
      what: 'default rate',
      of,
    }),
    severity: group
      .at('severity', `The severity curve of ${of}`)
      .rates((month) => `The severity of ${of} for month ${month}`),
    pipeline: group
      .at('pipeline', `The pipeline of ${of}`)
      .list(MOST_PIPELINE, (at) => `pipeline entry ${at + 1} of ${of}`)
      .map(readPipeline),
  }
}

function readRate(rate: Field, of: string): LoanRate {
  if (!rate.isGiven) return { kind: 'fixed' }
  const kind = rate.at('kind', `The kind of rate of ${of}`).oneOf(['fixed', 'float'], 'fixed or float')
  if (kind === 'fixed') return { kind }
  const reset = rate.at('first_reset', `The first reset of ${of}`)
  const firstReset = reset.isGiven ? reset.whole(-100_000, 100_000) : 1
  if (firstReset === undefined) {
    reset.refuse({ code: 'months_out_of_range', where: reset.where, shown: shownAs(reset.value), least: 1 })
  }
  return { ...readFloating(rate, of), firstReset: firstReset ?? 1 }
}

function readLag(field: Field, wam: number | undefined): number {
  const lag = field.isGiven ? field.whole(0, MOST_MONTHS) : 0
  if (lag === undefined) {
    field.refuse({ code: 'lag_out_of_range', where: field.where, shown: shownAs(field.value), most: MOST_MONTHS })
    return 0
  }
  if (wam !== undefined && lag > 0 && lag >= wam) {
    field.warn({ code: 'lag_swallows_defaults', where: field.where, shown: `${lag}`, life: wam })
  }
  return lag
}

type Speed = { yearly: string; monthly: string; what: string; of: string }

function readSpeed(curve: Field, { yearly, monthly, what, of }: Speed): Curve {
  const kind = curve
    .at('kind', `The kind of ${what} of ${of}`)
    .oneOf([yearly, monthly], `${yearly} for rates a year or ${monthly} for rates a month`)
  const values = curve.at('values', curve.where)
  const rates = values.rates((month) => `The ${what} of ${of} for month ${month}`)
  return kind === yearly ? rates.map(monthlyRate) : rates
}

function readPipeline(loan: Field): PipelineLoan {
  const of = loan.where
  const months = loan.at('months', `The time to liquidation of ${of}`)
  const count = months.whole(1, MOST_MONTHS)
  if (count === undefined) {
    const shown = shownAs(months.value)
    const isLate = typeof months.value === 'number' && months.value > MOST_MONTHS
    months.refuse(
      isLate
        ? { code: 'life_out_of_range', where: months.where, shown, most: MOST_MONTHS }
        : { code: 'months_below_one', where: months.where, shown },
    )
  }
  return {
    id: loan.at('id', `The id of ${of}`).word(),
    kind: loan.at('kind', `The kind of ${of}`).oneOf(['foreclosure', 'reo'], 'foreclosure or reo'),
    balance: loan.at('balance', `The balance of ${of}`).amount(),
    months: count ?? 1,
  }
}
