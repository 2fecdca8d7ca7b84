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
}
