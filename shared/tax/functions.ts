/**
 * The one list of the rules of tax that formulas can call, by name. Each rule stands in a file of its own.
 */
import { tax_business_day, tax_return_due } from './business_days.ts'
import { tax_last_day, tax_over_year_end } from './deciding_days.ts'
import {
  tax_capital_gain,
  tax_from_accumulated,
  tax_from_current,
  tax_gain_beyond_basis,
  tax_in_tax_year,
  tax_spread,
  tax_unrecaptured_1250,
} from './dividend_parts.ts'
import { tax_dividend_timing } from './dividend_year.ts'
import { tax_layer_last_year, tax_layer_law } from './layer_life.ts'
import {
  tax_layer_added,
  tax_layer_closing,
  tax_layer_expired,
  tax_layer_used,
  tax_losses_open,
} from './loss_layers.ts'
import {
  tax_income_for_losses,
  tax_loss_absorbed,
  tax_loss_deduction,
  tax_loss_of_year,
  tax_nol_limit,
  tax_nol_limit_base,
} from './loss_limit.ts'
import { tax_paid, tax_payments } from './payment_totals.ts'
import { tax_per_share_part, tax_percent_part } from './per_share_parts.ts'
import { tax_implied_ratio, tax_parts_beside, tax_decimal_places } from './published_table.ts'
import { tax_total_of } from './totals.ts'
import { OLDEST_FIRST } from './oldest_first.ts'
import type { TaxFunction } from './tax_function.ts'

export const TAX_FUNCTIONS = {
  tax_oldest_first: OLDEST_FIRST,
  tax_layer_law,
  tax_layer_last_year,
  tax_losses_open,
  tax_layer_added,
  tax_layer_used,
  tax_layer_expired,
  tax_layer_closing,
  tax_income_for_losses,
  tax_loss_of_year,
  tax_nol_limit_base,
  tax_nol_limit,
  tax_loss_deduction,
  tax_loss_absorbed,
  tax_dividend_timing,
  tax_in_tax_year,
  tax_from_current,
  tax_from_accumulated,
  tax_capital_gain,
  tax_unrecaptured_1250,
  tax_gain_beyond_basis,
  tax_spread,
  tax_per_share_part,
  tax_percent_part,
  tax_implied_ratio,
  tax_parts_beside,
  tax_decimal_places,
  tax_total_of,
  tax_payments,
  tax_paid,
  tax_over_year_end,
  tax_last_day,
  tax_business_day,
  tax_return_due,
} as const satisfies Record<`tax_${string}`, TaxFunction>

export type TaxFunctionName = keyof typeof TAX_FUNCTIONS

/** True for the name of a rule of tax, in lower case. */
export function isTaxFunction(name: string): name is TaxFunctionName {
  return Object.hasOwn(TAX_FUNCTIONS, name)
}
