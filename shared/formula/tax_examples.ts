/**
 * The examples of the rules of tax on the page of help, in its small filing. What they come to is computed by whoever shows the page.
 */
import type { TaxFunctionName } from '../tax/functions.ts'

export const TAX_EXAMPLES: Record<TaxFunctionName, { formula: string; says: string }> = {
  tax_oldest_first: {
    formula: '= tax_oldest_first(1500, 2, interest..fees)',
    says: 'Of 1,500 used, interest counts as the oldest layer; the second, fees, bears what is left. Explain shows the steps.',
  },
  tax_layer_law: { formula: '= tax_layer_law(1, 2000)', says: 'The second law: a loss of 2000 lives twenty years.' },
  tax_layer_last_year: {
    formula: '= tax_layer_last_year(1, 2000)',
    says: 'The last year of an operating loss of 2000.',
  },
  tax_losses_open: {
    formula: '= tax_losses_open(1990, 2017, 2000, interest)',
    says: 'One layer among those years is open: that of 2000.',
  },
  tax_layer_added: { formula: '= tax_layer_added(2007, 2007, losses)', says: 'The loss of the year in its own layer.' },
  tax_layer_used: {
    formula: '= tax_layer_used(2007, 2000, 500, 2000, interest, 2020)',
    says: 'Of 500 used, all falls on the one layer.',
  },
  tax_layer_expired: {
    formula: '= tax_layer_expired(2020, 2000, 2020, interest, 500)',
    says: 'What of the layer was not used by the end of its last year.',
  },
  tax_layer_closing: {
    formula: '= tax_layer_closing(interest, fees, losses, 0)',
    says: 'Opening and added, less used and expired.',
  },
  tax_income_for_losses: {
    formula: '= tax_income_for_losses(interest, fees, 100)',
    says: 'Of a gain of 300, 100 was paid out as capital gain dividends.',
  },
  tax_loss_of_year: {
    formula: '= tax_loss_of_year(-losses, 0, 0)',
    says: 'A negative income is a loss, shown positive.',
  },
  tax_nol_limit_base: {
    formula: '= tax_nol_limit_base(2021, interest, fees)',
    says: 'Income before dividends less the losses of years to 2017.',
  },
  tax_nol_limit: { formula: '= tax_nol_limit(interest)', says: '80% of the base.' },
  tax_loss_deduction: {
    formula: '= tax_loss_deduction(interest, fees, losses)',
    says: 'Both kinds of losses are covered by income.',
  },
  tax_loss_absorbed: {
    formula: '= tax_loss_absorbed(losses, interest, fees)',
    says: 'Dividends leave 300 of income, which losses absorb.',
  },
  tax_dividend_timing: {
    formula: '= tax_dividend_timing(2012, 41253, 41274, 41299)',
    says: 'Declared on December 10, of record on December 31 and paid on January 25: the second, a January dividend.',
  },
  tax_in_tax_year: {
    formula: '= tax_in_tax_year(2, 1, 2, 1, 41299, 2, interest, fees, 0, 1)',
    says: 'Of a January dividend, what current earnings cover.',
  },
  tax_from_current: {
    formula: '= tax_from_current(2, 1, 2, 1, 1, interest, fees)',
    says: 'The only payment of the year takes all current earnings.',
  },
  tax_from_accumulated: {
    formula: '= tax_from_accumulated(2, 1, 2, 1, 41274, 1, interest, fees, fees, losses, 1)',
    says: 'Beyond its part from current earnings, the payment takes what had accumulated.',
  },
  tax_capital_gain: {
    formula: '= tax_capital_gain(2, 1, 2, 1, 1, interest, fees, losses)',
    says: 'More capital gain was designated than the dividend can carry.',
  },
  tax_unrecaptured_1250: {
    formula: '= tax_unrecaptured_1250(2, 1, 2, 1, fees, 100, losses)',
    says: 'The share of this payment’s capital gain in that of the year.',
  },
  tax_gain_beyond_basis: {
    formula: '= tax_gain_beyond_basis(1, 1, 1, 1, 41274, interest, fees, 1000, 1)',
    says: 'The holder’s basis is 1,000; the payment exceeds earnings by more.',
  },
  tax_spread: {
    formula: '= tax_spread(2, 1, 2, 1, interest, fees)',
    says: 'The only payment carries the whole amount of the year.',
  },
  tax_per_share_part: {
    formula: '= tax_per_share_part(1, 4, 1, 0.25, fees, fees, 0, 100, 0, 0, 0, 200, 0)',
    says: 'A third of 0.25 is ordinary, at four places.',
  },
  tax_percent_part: {
    formula: '= tax_percent_part(1, 2, fees, losses)',
    says: 'Fees in percent of both; the percentages add to 100.',
  },
  tax_implied_ratio: {
    formula: '= tax_implied_ratio(1, 4, 2, 2, 0.3901, 0.42)',
    says: 'The shortest ratio that prints 0.3901 of 0.42.',
  },
  tax_parts_beside: {
    formula: '= tax_parts_beside(2, 2, fees, 200, 50, 0, 30, 20)',
    says: 'Only with the last two do the parts add to the payment: they stand beside the others.',
  },
  tax_decimal_places: { formula: '= tax_decimal_places(losses, fees)', says: 'Losses carry two places, fees none.' },
  tax_total_of: { formula: '= tax_total_of(2, 2, interest)', says: 'The only row is of the second class.' },
  tax_payments: {
    formula: '= tax_payments(2, 0, 41274, 41253, 2, 1, interest)',
    says: 'Common payments of 2012 up to December 31: one, of December 10.',
  },
  tax_paid: {
    formula: '= tax_paid(2, 41639, 41299, 2, 6, interest)',
    says: 'Paid on January 25, 2013: it was paid in that year, though it belongs to the year before.',
  },
  tax_over_year_end: {
    formula: '= tax_over_year_end(2012, 41274, 41253, 41299, interest)',
    says: 'The record date, December 31, of a dividend declared in the year and paid in January.',
  },
  tax_last_day: { formula: '= tax_last_day(41299, fees)', says: 'The only row holds an amount: its day is the last.' },
  tax_business_day: {
    formula: '= tax_business_day(40648)',
    says: 'April 15, 2011 was a holiday in the District of Columbia, so the day is Monday, April 18.',
  },
  tax_return_due: {
    formula: '= tax_return_due(1, 2012, 2)',
    says: 'September 15, 2013 was a Sunday: the day is the 16th.',
  },
}
