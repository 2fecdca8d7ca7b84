/**
 * Net loss reconciled to estimated taxable income: four published columns and the first quarter, derived.
 * Thousands of dollars; income and add-backs positive, deductions negative. What mirrors GAAP is a link, not a number.
 */
import type { Schedule } from '../../../shared/model/filing.ts'
import { scheduleOf, type Head, type Row } from '../rows.ts'
import { RECONCILIATION_NOTES } from './reconciliation_notes.ts'
import {
  DIFFERS,
  ADD_BACK,
  MARKS,
  IMPAIRMENT_ADD_BACK,
  IMPAIRMENT_DEDUCTED,
  CHARGE_TAX,
  SUBSIDIARY,
  ACTUAL_LOSSES,
  REMIC_EARNINGS,
  REMIC_INCOME,
  PREFERRED,
  SUBSIDIARY_DIVIDEND,
  INTERCOMPANY,
  FOR_TAX_ONLY,
} from '../../../shared/templates/reason_texts.ts'

const Q1_HOW = 'nine months less the second and third quarters'

const HEAD: Head = {
  id: 'reconciliation',
  short: 'Reconciliation to taxable income',
  title: 'Reconciliation of net loss to estimated taxable (loss) income available to common stockholders',
  kind: 'reconciliation',
  unitLine: '(in thousands, except per share amounts)',
  columns: [
    { id: 'q3_2007', label: 'September 30, 2007', kind: 'duration', end: '2007-09-30' },
    { id: 'q2_2007', label: 'June 30, 2007', kind: 'duration', end: '2007-06-30' },
    { id: 'q3_2006', label: 'September 30, 2006', kind: 'duration', end: '2006-09-30' },
    {
      id: 'm9_2007',
      label: 'September 30, 2007',
      kind: 'duration',
      end: '2007-09-30',
      formula: '= @q1_2007 + @q2_2007 + @q3_2007',
    },
    {
      id: 'q1_2007',
      label: 'March 31, 2007',
      kind: 'duration',
      end: '2007-03-31',
      origin: 'derived',
      how: Q1_HOW,
      filingCopy: false,
    },
  ],
  groups: [
    { label: 'Three Months Ended', columns: ['q3_2007', 'q2_2007', 'q3_2006'], notes: ['1'] },
    { label: 'Nine Months Ended', columns: ['m9_2007'], notes: ['1'] },
    { label: 'Three Months Ended', columns: ['q1_2007'], notes: ['1'] },
  ],
  notesTitle: 'Notes (summarized)',
  notes: RECONCILIATION_NOTES,
  start: 'net_earnings',
}

/** The quarters for which the release gives an income statement to link to. */
const QUARTERS = ['q3_2007', 'q2_2007']

const OPENING: Row[] = [
  {
    id: 'net_earnings',
    label: 'Net loss',
    formula: '= income.net_earnings',
    columns: QUARTERS,
    currency: true,
    inputs: { q3_2006: '-127690', q1_2007: '-121668' },
    perSource: { q3_2007: '-1191235', q2_2007: '-152547', m9_2007: '-1465450' },
  },
  { id: 'adjustments', label: 'Adjustments to net (loss) earnings:', kind: 'heading', notes: ['2'] },
]

const LOSSES: Row[] = [
  {
    id: 'loan_loss_provisions',
    label: 'Loan loss provisions',
    formula: '= income.provision_for_loan_losses + income.reo_provision',
    columns: QUARTERS,
    source: { line: 'income.provision_for_loan_losses', sign: 1 },
    type: 'temporary',
    notes: ['3'],
    inputs: { q3_2006: '3183', q1_2007: '38734' },
    perSource: { q3_2007: '832453', q2_2007: '181977', m9_2007: '1053164' },
    reasons: [DIFFERS, ...ADD_BACK],
  },
  {
    id: 'actual_loan_losses',
    label: 'Tax deduction for actual loan losses',
    type: 'temporary',
    notes: ['3'],
    inputs: { q3_2007: '-34348', q2_2007: '-49460', q3_2006: '-5540', q1_2007: '-9586' },
    perSource: { m9_2007: '-93394' },
    reasons: [ACTUAL_LOSSES],
  },
  {
    id: 'remic_gaap_earnings',
    label: 'GAAP earnings on REMICs',
    type: 'entity_scope',
    notes: ['4'],
    inputs: { q3_2007: '-13421', q2_2007: '-21070', q3_2006: '-4554', q1_2007: '-14932' },
    perSource: { m9_2007: '-49423' },
    reasons: [REMIC_EARNINGS],
  },
  {
    id: 'remic_taxable_income',
    label: 'Taxable income on REMICs',
    type: 'entity_scope',
    notes: ['5'],
    inputs: { q3_2007: '21181', q2_2007: '28224', q3_2006: '7392', q1_2007: '11167' },
    perSource: { m9_2007: '60572' },
    reasons: REMIC_INCOME,
  },
  {
    id: 'derivatives_change',
    label: 'Change in fair value of derivatives',
    formula: '= -income.derivatives_unrealized',
    columns: QUARTERS,
    source: { line: 'income.derivatives_unrealized', sign: -1 },
    type: 'temporary',
    notes: ['6'],
    inputs: { q3_2006: '150051', q1_2007: '54623' },
    perSource: { q3_2007: '135347', q2_2007: '-53269', m9_2007: '136701' },
    reasons: [DIFFERS, MARKS],
  },
]

const ENTITIES: Row[] = [
  {
    id: 'preferred_dividends',
    label: 'Dividends on preferred stock',
    formula: '= -equity.preferred_dividends',
    columns: ['q3_2007', 'q2_2007', 'q1_2007'],
    source: { line: 'equity.preferred_dividends', sign: -1 },
    type: 'allocation',
    inputs: { q3_2006: '-3672' },
    perSource: { q3_2007: '-3722', q2_2007: '-3722', m9_2007: '-11165' },
    reasons: [DIFFERS, PREFERRED],
  },
  {
    id: 'trs_net_loss',
    label: 'Net loss (earnings) of taxable REIT subsidiaries',
    formula: '= -income.trs_net_earnings',
    columns: QUARTERS,
    source: { line: 'income.trs_net_earnings', sign: -1 },
    type: 'entity_scope',
    notes: ['7'],
    inputs: { q3_2006: '-4853', q1_2007: '58667' },
    perSource: { q3_2007: '220071', q2_2007: '49551', m9_2007: '328289' },
    reasons: [DIFFERS, SUBSIDIARY],
  },
  {
    id: 'trs_dividend',
    label: 'Dividend from taxable REIT subsidiaries',
    type: 'entity_scope',
    notes: ['8'],
    inputs: { q3_2007: '0', q2_2007: '0', q3_2006: '3900', q1_2007: '0' },
    perSource: { m9_2007: '0' },
    reasons: [
      {
        direction: 'higher',
        text: 'Undistributed earnings are assumed; after the loss of 2007 the dividend is otherwise a return of capital',
      },
      SUBSIDIARY_DIVIDEND,
    ],
  },
  {
    id: 'deferred_charge_amortization',
    label: 'Amortization of the deferred charge',
    formula: '= income.income_tax_expense',
    only: QUARTERS,
    parent: 'intercompany_elimination',
    source: { line: 'income.income_tax_expense', sign: 1 },
    type: 'temporary',
    notes: ['9'],
    origin: 'assumed',
    how: "income tax expense is taken to be the deferred charge's amortization, because a federal income tax is not deductible",
    reasons: [DIFFERS, CHARGE_TAX],
  },
  {
    id: 'intercompany_other',
    label: 'Intercompany eliminations, other',
    only: QUARTERS,
    parent: 'intercompany_elimination',
    type: 'temporary',
    notes: ['9'],
    origin: 'balancing',
    how: 'the published elimination less the amortization above; not separately disclosed',
    inputs: { q3_2007: '-12556', q2_2007: '-4601' },
    reasons: [INTERCOMPANY],
  },
  {
    id: 'intercompany_elimination',
    label: 'Elimination of inter-company loan sales transactions',
    formula: '= deferred_charge_amortization + intercompany_other',
    columns: QUARTERS,
    type: 'temporary',
    notes: ['9'],
    inputs: { q3_2006: '-983', q1_2007: '5471' },
    perSource: { q3_2007: '-9500', q2_2007: '368', m9_2007: '-3661' },
    reasons: [INTERCOMPANY],
  },
  {
    id: 'nondeductible_capital_loss',
    label: 'Non-deductible capital loss on securities available-for-sale',
    formula: '= income.otti_loss',
    columns: QUARTERS,
    source: { line: 'income.otti_loss', sign: 1 },
    type: 'temporary',
    notes: ['10'],
    inputs: { q3_2006: '0', q1_2007: '0' },
    perSource: { q3_2007: '26709', q2_2007: '0', m9_2007: '26709' },
    reasons: [IMPAIRMENT_DEDUCTED, DIFFERS, ...IMPAIRMENT_ADD_BACK],
  },
  {
    id: 'miscellaneous',
    label: 'Miscellaneous adjustments',
    type: 'other',
    inputs: { q3_2007: '168', q2_2007: '1012', q3_2006: '96', q1_2007: '108' },
    perSource: { m9_2007: '1288' },
    reasons: [FOR_TAX_ONLY],
  },
]

const RESULT: Row[] = [
  {
    id: 'taxable_income',
    label: 'Estimated taxable (loss) income available to common stockholders',
    formula: '= net_earnings + sum(loan_loss_provisions..miscellaneous)',
    notes: ['11'],
    rule: 'double',
    currency: true,
    perSource: { q3_2007: '-16297', q2_2007: '-18936', q3_2006: '17330', m9_2007: '-16370' },
  },
  {
    id: 'taxable_income_per_share',
    label: 'Estimated taxable (loss) income per diluted common share',
    formula: '= needs(diluted_shares, round(taxable_income / diluted_shares, 2))',
    format: 'per_share',
    notes: ['11'],
    currency: true,
    perSource: { q3_2007: '-0.21', q2_2007: '-0.25', q3_2006: '0.23', m9_2007: '-0.22' },
    said: {
      q1_2007: { how: 'taxable income of the quarter over its diluted shares; per-share amounts are not subtracted' },
    },
  },
  {
    id: 'diluted_shares',
    label: 'Diluted weighted average common shares outstanding',
    formula: '= income.diluted_shares',
    columns: QUARTERS,
    format: 'shares',
    inputs: { q3_2006: '76132', m9_2007: '76084', q1_2007: '76084' },
    perSource: { q3_2007: '76084', q2_2007: '76084' },
    said: {
      q1_2007: {
        origin: 'assumed',
        how: 'the count published for every other period of 2007; weighted average shares are not subtracted',
      },
    },
  },
]

export const RECONCILIATION: Schedule = scheduleOf(HEAD, [...OPENING, ...LOSSES, ...ENTITIES, ...RESULT])
