/**
 * Why the terms of a securitization trust cannot be valued, or ask for a second look: what is wrong at a field, and what to do. `where`
 * says the field as the subject of a sentence; `shown` is what was entered. Also why a figure of a valued trust does not exist.
 */

type Field = { where: string }
type Entry = Field & { shown: string }

export const VALUATION = {
  not_a_date: ({ where, shown }: Entry) => `${where} is ${shown}, which is not a date. Enter one such as 2008-12-31.`,
  not_a_month_end: ({ where, shown, end }: Entry & { end: string }) =>
    `${where} is ${shown}, which is not the end of a month. Enter a month-end, such as ${end}.`,
  no_collateral: ({ where }: Field) => `${where} has no loan group. Enter at least one.`,
  not_a_number: ({ where, shown }: Entry) =>
    `${where} is ${shown}, which is not a plain number. Enter digits without separators, such as 15000000.50.`,
  too_many_digits: ({ where }: Field) =>
    `${where} has more digits than an amount holds: 19 before the decimal point and 20 after. Round the figure.`,
  negative: ({ where, shown }: Entry) => `${where} is ${shown}. Enter nil or a positive figure.`,
  percent_as_decimal: ({ where, shown, percent, meant }: Entry & { percent: string; meant: string | undefined }) =>
    meant === undefined
      ? `${where} is ${shown}, which means ${percent}. Enter a rate as a decimal that can occur, such as 0.0675 for 6.75%.`
      : `${where} is ${shown}, which means ${percent}. Was ${meant} meant? Enter rates as decimals.`,
  life_out_of_range: ({ where, shown, most }: Entry & { most: number }) =>
    `${where} is ${shown}. Enter a whole number of months from 1 to ${most}.`,
  lag_out_of_range: ({ where, shown, most }: Entry & { most: number }) =>
    `${where} is ${shown}. Enter a whole number of months from 0 to ${most}.`,
  lag_swallows_defaults: ({ where, shown, life }: Entry & { life: number }) =>
    `${where} is ${shown} months and the loans have ${life} to run, so that no loan defaults. Check the lag.`,
  months_below_one: ({ where, shown }: Entry) =>
    `${where} is ${shown}. Enter 1 or more: a loan in default is liquidated after the valuation date.`,
  months_out_of_range: ({ where, shown, least }: Entry & { least: number }) =>
    `${where} is ${shown}. Enter a whole number of months, ${least} or more.`,
  rank_below_one: ({ where, shown }: Entry) =>
    `${where} is ${shown}. Enter a whole number of 1 or more; rank 1 is paid first.`,
  empty_curve: ({ where }: Field) => `${where} has no value. Enter at least the first month; the last value persists.`,
  floor_above_cap: ({ where, shown, cap }: Entry & { cap: string }) =>
    `${where} is ${shown}, above the cap of ${cap}. Lower the floor or raise the cap.`,
  duplicate_id: ({ where, shown }: Entry) =>
    `${where} is ${shown}, which another one has already. Enter a different id.`,
  unknown_group: ({ where, shown }: Entry) =>
    `${where} is ${shown}, and the trust has no such group. Enter the id of a loan group, or none.`,
  unknown_basis: ({ where, shown }: Entry) => `${where} is ${shown}. Enter 30/360 or actual/360.`,
  unknown_kind: ({ where, shown, kinds }: Entry & { kinds: string }) => `${where} is ${shown}. Enter ${kinds}.`,
  no_required_yield: ({ where }: Field) => `${where} is missing. Enter the yield that an investor requires.`,
  cutoff_missing: ({ where }: Field) =>
    `${where} is missing. Enter the balance of the loans when the trust was formed; targets and limits are shares in that balance.`,
  limits_out_of_order: ({ where }: Field) =>
    `${where} are out of order. List them by the month from which each is in force.`,
  bonds_exceed_collateral: ({ where, shown, pool }: Entry & { pool: string }) =>
    `${where} is ${shown} and the loans come to ${pool}. Check the balances of the classes.`,
  terms_missing: ({ where }: Field) => `${where} is missing or cannot be read. Enter the terms of the trust again.`,
  too_many_terms: ({ where, shown, most }: Entry & { most: number }) =>
    `${where} has ${shown} entries. Enter at most ${most}.`,

  nothing_paid: () => 'The value is nil or less, so that there is no yield.',
  nothing_back: () => 'No cash comes back, so that there is no yield.',
  several_changes: () => 'The cash changes between paid and received more than once, so that there is no single yield.',
  below_bounds: () => 'The yield would be below -95%.',
  above_bounds: () => 'The yield would be above 1,000%.',
  no_balance: () => 'The class has no balance, so that there is no price in percent.',
  no_principal: () => 'No principal is paid, so that there is no average life.',
  nothing_of_value: () => 'No class has a value, so that there is no weighted yield.',
}
