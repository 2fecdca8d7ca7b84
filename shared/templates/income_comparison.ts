/**
 * Template: a mortgage REIT's earnings of two periods with change and percent. Expenses stand as positive deductions.
 */
import { percentColumn, varianceColumn } from '../structure/computed_columns.ts'
import { asLine, comparedColumns, spanGroup, type Covers, type Template, type WrittenLine } from './template.ts'
import {
  taxedAsBooked,
  deductedAsBooked,
  addedBack,
  MARKS,
  realized,
  IMPAIRMENT,
  FEDERAL_TAX,
  SUBSIDIARY,
} from './reason_texts.ts'

/** The lines that other schedules mirror, named once. */
export const INCOME = 'income'

const LINES: WrittenLine[] = [
  {
    id: 'interest_income',
    label: 'Interest income',
    currency: true,
    reasons: taxedAsBooked('interest'),
  },
  {
    id: 'interest_expense',
    label: 'Interest expense',
    deduction: true,
    reasons: deductedAsBooked('interest'),
  },
  {
    id: 'net_interest_income',
    label: 'Net interest income',
    formula: '= interest_income - interest_expense',
    rule: 'single',
  },
  {
    id: 'provision_for_loan_losses',
    label: 'Provision for loan losses',
    deduction: true,
    reasons: addedBack('loan losses'),
  },
  {
    id: 'net_interest_after_provision',
    label: 'Net interest income after provision for loan losses',
    formula: '= net_interest_income - provision_for_loan_losses',
    rule: 'single',
  },
  {
    id: 'derivatives_unrealized',
    label: 'Change in fair value of derivatives, unrealized',
    parent: 'non_interest_income',
    reasons: [MARKS],
  },
  {
    id: 'derivatives_realized',
    label: 'Realized gain (loss) on derivatives',
    parent: 'non_interest_income',
    reasons: realized(),
  },
  {
    id: 'reo_provision',
    label: 'Less: provision for real estate owned losses',
    parent: 'non_interest_income',
    deduction: true,
    reasons: addedBack('losses'),
  },
  {
    id: 'otti_loss',
    label: 'Less: impairment of securities available-for-sale',
    parent: 'non_interest_income',
    deduction: true,
    reasons: IMPAIRMENT,
  },
  {
    id: 'other_non_interest_income',
    label: 'Other non-interest income',
    parent: 'non_interest_income',
    reasons: taxedAsBooked('other non-interest income'),
  },
  {
    id: 'non_interest_income',
    label: 'Total non-interest income',
    formula: '= derivatives_unrealized + derivatives_realized - reo_provision - otti_loss + other_non_interest_income',
  },
  {
    id: 'non_interest_expense',
    label: 'Total non-interest expense',
    deduction: true,
    reasons: deductedAsBooked('non-interest expense'),
  },
  {
    id: 'income_tax_expense',
    label: 'Income tax expense',
    deduction: true,
    reasons: [FEDERAL_TAX],
  },
  {
    id: 'trs_net_earnings',
    label: 'Net earnings (loss) of taxable REIT subsidiaries',
    reasons: [SUBSIDIARY],
  },
  {
    id: 'discontinued_operations',
    label: 'Earnings (loss) from discontinued operations, net',
    reasons: taxedAsBooked('discontinued operations'),
  },
  {
    id: 'net_earnings',
    label: 'Net earnings (loss)',
    formula:
      '= net_interest_after_provision + non_interest_income - non_interest_expense - income_tax_expense + trs_net_earnings + discontinued_operations',
    rule: 'double',
    currency: true,
  },
  {
    id: 'diluted_shares',
    label: 'Diluted weighted average shares (thousands)',
    format: 'shares',
  },
  {
    id: 'net_earnings_per_share',
    label: 'Net earnings (loss) per share - diluted',
    // Blank, not an error, until the share count is entered.
    formula: '= needs(diluted_shares, round(net_earnings / diluted_shares, 2))',
    format: 'per_share',
    currency: true,
  },
  {
    id: 'dividends_per_share',
    label: 'Dividends declared per common share',
    format: 'per_share',
    currency: true,
  },
]

/** Earnings per share have a schedule of their own where that is chosen, which deducts preferred dividends. */
function perShareElsewhere({ id }: WrittenLine, covers: Covers): Partial<WrittenLine> {
  if (id !== 'net_earnings_per_share' || !covers.chosen.has('eps')) return {}
  return { formula: '= eps.diluted', columns: comparedColumns(covers).map((column) => column.id) }
}

export const INCOME_COMPARISON: Template = {
  id: 'income_comparison',
  title: 'Comparative earnings',
  group: 'statements',
  about: 'Two periods of the income statement of a mortgage REIT, with change and percent.',
  schedule(covers) {
    const [current, earlier] = comparedColumns(covers)
    const of = { current: current.id, prior: earlier.id }
    return {
      id: INCOME,
      short: 'Comparative earnings',
      title: 'Comparative earnings',
      kind: 'income',
      unitLine: '(in thousands, except per share amounts)',
      columns: [current, earlier, varianceColumn(of, []), percentColumn(of, [])],
      groups: [spanGroup(covers.covers === 'quarter' ? 3 : 12, [current, earlier])],
      lines: LINES.map((line) => asLine({ ...line, ...perShareElsewhere(line, covers) })),
      cells: [],
    }
  },
  headlines: () => [
    {
      id: 'net_earnings',
      label: 'Net earnings (loss)',
      short: 'Net earnings',
      lines: [`${INCOME}.net_earnings`, 'reconciliation.net_earnings'],
    },
  ],
}
