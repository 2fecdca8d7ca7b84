/**
 * The terms of a class and of a derivative, read field by field. Part of terms_reading.ts.
 */
import { UNIT } from '../money/fixed_point.ts'
import { shownAs, type Field } from './field_reading.ts'
import { named, readFloating } from './loans_reading.ts'
import type { BondClass, Coupon, Derivative, LoanGroup, RequiredReturn } from './terms.ts'

/** No required return is as low as -95% a year. */
export const LEAST_RETURN = (-UNIT * 95n) / 100n
const MOST_RANK = 10_000

export function readClass(each: Field, groups: readonly LoanGroup[]): BondClass {
  const of = named(each, 'class')
  const rank = each.at('rank', `The rank of ${of}`)
  const place = rank.whole(1, MOST_RANK)
  if (place === undefined) rank.refuse({ code: 'rank_below_one', where: rank.where, shown: shownAs(rank.value) })
  const group = each.at('group', `The loan group of ${of}`)
  if (group.isGiven && !groups.some(({ id }) => id === group.value)) {
    group.refuse({ code: 'unknown_group', where: group.where, shown: shownAs(group.value) })
  }
  const enhancement = each.at('enhancement', `The enhancement of ${of}`)
  return {
    id: each.at('id', `The id of ${of}`).word(),
    rank: place ?? 1,
    balance: each.at('balance', `The balance of ${of}`).amount(),
    coupon: readCoupon(each.at('coupon', `The coupon of ${of}`), of),
    basis: each.at('basis', `The day count of ${of}`).basis(),
    price: readPrice(each.at('price', `The required yield or margin of ${of}`)),
    group: group.isGiven ? String(group.value) : undefined,
    enhancement: enhancement.isGiven ? enhancement.rate() : undefined,
    isWrittenDown: each.at('writedown', `The write-down of ${of}`).flag(true),
    unpaidInterest: each.at('unpaid_interest', `The unpaid interest of ${of}`).amount({ orNil: true }),
    unreimbursed: each.at('unreimbursed', `The loss of ${of} not made good`).amount({ orNil: true }),
  }
}

function readCoupon(coupon: Field, of: string): Coupon {
  const kind = coupon.at('kind', `The kind of coupon of ${of}`).oneOf(['fixed', 'float'], 'fixed or float')
  return kind === 'fixed' ? { kind, rate: coupon.at('rate', `The coupon of ${of}`).rate() } : readFloating(coupon, of)
}

function readPrice(price: Field): RequiredReturn {
  const value = price.at('value', price.where)
  if (!value.isGiven) {
    price.refuse({ code: 'no_required_yield', where: price.where })
    return { kind: 'yield', value: 0n }
  }
  return {
    kind: price.at('kind', price.where).oneOf(['yield', 'margin'], 'yield or margin'),
    value: value.rate({ least: LEAST_RETURN }),
  }
}

export function readDerivative(contract: Field): Derivative {
  const of = named(contract, 'derivative')
  const kind = contract.at('kind', `The kind of ${of}`).oneOf(['swap', 'cap'], 'swap or cap')
  const common = {
    id: contract.at('id', `The id of ${of}`).word(),
    notional: contract
      .at('notional', `The notional of ${of}`)
      .amounts((month) => `The notional of ${of} for month ${month}`),
    rate: contract.at('rate', kind === 'cap' ? `The strike of ${of}` : `The fixed rate of ${of}`).rate(),
    floatBasis: contract.at('float_basis', `The day count of the floating side of ${of}`).basis(),
  }
  if (kind === 'cap') return { kind, ...common }
  return {
    kind,
    ...common,
    side: contract.at('side', `The side of ${of}`).oneOf(['pay_fixed', 'receive_fixed'], 'pay_fixed or receive_fixed'),
    fixedBasis: contract.at('fixed_basis', `The day count of the fixed side of ${of}`).basis(),
  }
}
