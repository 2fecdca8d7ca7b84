/**
 * Comparative earnings, third quarter against second quarter of 2007, with the components behind two of its totals that
 * the document allows. Thousands of dollars; expenses stand as positive deductions.
 */
import type { Schedule } from '../../../shared/model/filing.ts'
import { percentColumn, varianceColumn } from '../../../shared/structure/computed_columns.ts'
import { scheduleOf, type Head, type Row } from '../rows.ts'
import {
  taxedAsBooked,
  deductedAsBooked,
  addedBack,
  MARKS,
  realized,
  IMPAIRMENT,
  CHARGE_TAX,
  SUBSIDIARY,
} from '../../../shared/templates/reason_texts.ts'

const QUARTERS = { current: 'q3_2007', prior: 'q2_2007' }

const HEAD: Head = {
  id: 'income',
  short: 'Comparative earnings',
  title: 'Comparative earnings, third and second quarters of 2007',
  kind: 'income',
  unitLine: '(in thousands, except per share amounts)',
  columns: [
    { id: 'q3_2007', label: 'September 30, 2007', kind: 'duration', end: '2007-09-30' },
    { id: 'q2_2007', label: 'June 30, 2007', kind: 'duration', end: '2007-06-30' },
    varianceColumn(QUARTERS, []),
    percentColumn(QUARTERS, []),
  ],
  groups: [{ label: 'Three Months Ended', columns: ['q3_2007', 'q2_2007'] }],
}

/** Why the comparison of a figure that the release does not print is derived. */
const COMPARED = {
  variance: 'the later quarter less the earlier, on printed amounts',
  percent: "the change as a percentage of the earlier quarter's absolute amount, on printed amounts",
}

const PLACE_ASSUMED = 'Placing this amount in non-interest income is an assumption.'

const INTEREST: Row[] = [
  {
    id: 'interest_income',
    label: 'Interest income',
    currency: true,
    inputs: { q3_2007: '313772', q2_2007: '316285' },
    perSource: { variance: '-2513', percent: '-1' },
    reasons: taxedAsBooked('interest'),
  },
  {
    id: 'interest_expense',
    label: 'Interest expense',
    deduction: true,
    inputs: { q3_2007: '302074', q2_2007: '305076' },
    perSource: { variance: '-3002', percent: '-1' },
    reasons: deductedAsBooked('interest'),
  },
  {
    id: 'net_interest_income',
    label: 'Net interest income',
    formula: '= interest_income - interest_expense',
    rule: 'single',
    perSource: { q3_2007: '11698', q2_2007: '11209', variance: '489', percent: '4' },
  },
  {
    id: 'provision_for_loan_losses',
    label: 'Provision for loan losses',
    deduction: true,
    inputs: { q3_2007: '789445', q2_2007: '161163' },
    perSource: { variance: '628282', percent: '390' },
    reasons: addedBack('loan losses'),
  },
  {
    id: 'net_interest_after_provision',
    label: 'Net interest (expense) income after provision for loan losses',
    formula: '= net_interest_income - provision_for_loan_losses',
    rule: 'single',
    perSource: { q3_2007: '-777747', q2_2007: '-149954', variance: '-627793', percent: '-419' },
  },
]

const NON_INTEREST: Row[] = [
  {
    id: 'derivatives_unrealized',
    label: 'Change in fair value of derivatives, unrealized',
    parent: 'non_interest_income',
    origin: 'derived',
    how: "the reconciliation's derivative line with its sign turned: the parent only. The release gives a loss of 137.6 million for the whole company in the third quarter; the 2.25 million outside the parent is in the balancing line",
    remark: PLACE_ASSUMED,
    inputs: { q3_2007: '-135347', q2_2007: '53269' },
    reasons: [MARKS],
  },
  {
    id: 'derivatives_realized',
    label: 'Realized gain (loss) on derivatives, change from filed',
    parent: 'non_interest_income',
    origin: 'not_disclosed',
    how: 'what was realized is inside the balancing line; this line starts blank and takes changes',
    reasons: realized('income.derivatives_unrealized'),
  },
  {
    id: 'reo_provision',
    label: 'Less: provision for real estate owned losses',
    parent: 'non_interest_income',
    deduction: true,
    origin: 'derived',
    how: 'loan loss provisions of the reconciliation less the provision for loan losses',
    remark: PLACE_ASSUMED,
    inputs: { q3_2007: '43008', q2_2007: '20814' },
    reasons: addedBack('losses'),
  },
  {
    id: 'otti_loss',
    label: 'Less: other-than-temporary impairment of securities',
    parent: 'non_interest_income',
    deduction: true,
    origin: 'derived',
    how: "the reconciliation's non-deductible capital loss; positive is a loss",
    remark: PLACE_ASSUMED,
    inputs: { q3_2007: '26709', q2_2007: '0' },
    reasons: IMPAIRMENT,
  },
  {
    id: 'other_non_interest_income',
    label: 'Other non-interest income',
    parent: 'non_interest_income',
    origin: 'balancing',
    how: 'the published total less the components above; not separately disclosed',
    inputs: { q3_2007: '10344', q2_2007: '27432' },
    reasons: taxedAsBooked('other non-interest income'),
  },
  {
    id: 'non_interest_income',
    label: 'Total non-interest income',
    formula: '= derivatives_unrealized + derivatives_realized - reo_provision - otti_loss + other_non_interest_income',
    perSource: { q3_2007: '-194720', q2_2007: '59887', variance: '-254607', percent: '-425' },
  },
]

const EXPENSE: Row[] = [
  {
    id: 'non_interest_expense',
    label: 'Total non-interest expense',
    deduction: true,
    inputs: { q3_2007: '21635', q2_2007: '24569' },
    perSource: { variance: '-2934', percent: '-12' },
    reasons: deductedAsBooked('non-interest expense'),
  },
  {
    id: 'income_tax_expense',
    label: 'Income tax expense',
    deduction: true,
    inputs: { q3_2007: '3056', q2_2007: '4969' },
    perSource: { variance: '-1913', percent: '-38' },
    reasons: [CHARGE_TAX],
  },
]

const DISCONTINUED: Row[] = [
  {
    id: 'trs_net_earnings',
    label: 'Net earnings (loss) of taxable REIT subsidiaries',
    parent: 'discontinued_operations',
    origin: 'derived',
    how: "the reconciliation's subsidiary line with its sign turned",
    remark: 'Placing this amount wholly in discontinued operations is an assumption.',
    inputs: { q3_2007: '-220071', q2_2007: '-49551' },
    reasons: [SUBSIDIARY],
  },
  {
    id: 'other_discontinued',
    label: 'Discontinued operations outside the subsidiaries, net',
    parent: 'discontinued_operations',
    origin: 'balancing',
    how: 'the published total less the component above; not separately disclosed',
    inputs: { q3_2007: '25994', q2_2007: '16609' },
    reasons: taxedAsBooked('discontinued operations'),
  },
  {
    id: 'discontinued_operations',
    label: 'Loss from discontinued operations, net',
    formula: '= trs_net_earnings + other_discontinued',
    perSource: { q3_2007: '-194077', q2_2007: '-32942', variance: '-161135', percent: '-489' },
  },
]

const RESULT: Row[] = [
  {
    id: 'net_earnings',
    label: 'Net loss',
    formula:
      '= net_interest_after_provision + non_interest_income - non_interest_expense - income_tax_expense + discontinued_operations',
    rule: 'double',
    currency: true,
    perSource: { q3_2007: '-1191235', q2_2007: '-152547', variance: '-1038688', percent: '-681' },
  },
  {
    id: 'diluted_shares',
    label: 'Diluted weighted average shares (thousands)',
    format: 'shares',
    filingCopy: false,
    remark: 'The release prints the share count in the reconciliation of taxable income, not in this comparison.',
    inputs: { q3_2007: '76084', q2_2007: '76084' },
  },
  {
    id: 'net_earnings_per_share',
    label: 'Net loss per share - diluted',
    formula: '= needs(diluted_shares, round(net_earnings / diluted_shares, 2))',
    format: 'per_share',
    currency: true,
    perSource: { q3_2007: '-15.66', q2_2007: '-2.00', variance: '-13.66', percent: '-683' },
    said: {
      q3_2007: {
        remark:
          'Stated as published, before preferred dividends. After preferred dividends of 3,722 the loss is (15.71) a share.',
      },
      q2_2007: {
        remark:
          'Stated as published, before preferred dividends. After preferred dividends of 3,722 the loss is (2.05) a share.',
      },
    },
  },
  {
    id: 'dividends_per_share',
    label: 'Dividends declared per common share',
    format: 'per_share',
    currency: true,
    inputs: { q3_2007: '0', q2_2007: '0' },
    perSource: { variance: '0', percent: '0' },
  },
]

export const INCOME: Schedule = scheduleOf(
  HEAD,
  [...INTEREST, ...NON_INTEREST, ...EXPENSE, ...DISCONTINUED, ...RESULT],
  COMPARED,
)
