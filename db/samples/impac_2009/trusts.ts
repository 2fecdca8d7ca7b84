/**
 * Rollforward of trust assets and liabilities in 2009 with the residual and long-term debt. Thousands of dollars; assets
 * and gains positive, liabilities and losses negative, so that a gain on a liability is positive and lowers it.
 */
import type { Schedule } from '../../../shared/model/filing.ts'
import { scheduleOf, type Head, type Row } from '../rows.ts'
import { TRUST_RESULT, TRUST_SETTLEMENT } from '../../../shared/templates/reason_texts.ts'

const HEAD: Head = {
  id: 'trusts',
  short: 'Trust rollforward',
  title: 'Rollforward of trust assets and liabilities',
  kind: 'trust_rollforward',
  unitLine: '(in thousands)',
  caption: 'For the year ended December 31, 2009',
  columns: [
    { id: 'afs', label: 'Investment securities available-for-sale', kind: 'component' },
    { id: 'collateral', label: 'Securitized mortgage collateral', kind: 'component' },
    { id: 'derivative_assets', label: 'Derivative assets', kind: 'component' },
    { id: 'reo', label: 'Real estate owned', kind: 'component' },
    { id: 'trust_assets', label: 'Total trust assets', kind: 'computed', formula: '= sum(@afs..@reo)' },
    { id: 'borrowings', label: 'Securitized mortgage borrowings', kind: 'component' },
    { id: 'derivative_liabilities', label: 'Derivative liabilities', kind: 'component' },
    {
      id: 'trust_liabilities',
      label: 'Total trust liabilities',
      kind: 'computed',
      formula: '= sum(@borrowings..@derivative_liabilities)',
    },
    {
      id: 'residual',
      label: 'Residual interests',
      kind: 'computed',
      formula: '= @trust_assets + @trust_liabilities',
      origin: 'derived',
      how: 'trust assets plus trust liabilities, which are negative',
      filingCopy: false,
    },
    { id: 'long_term_debt', label: 'Long-term debt', kind: 'component' },
  ],
  groups: [
    {
      label: 'Trust assets',
      columns: ['afs', 'collateral', 'derivative_assets', 'reo', 'trust_assets'],
      notes: ['1'],
    },
    { label: 'Trust liabilities', columns: ['borrowings', 'derivative_liabilities', 'trust_liabilities'] },
    { label: 'Trusts, net', columns: ['residual'], notes: ['2'] },
  ],
  notesTitle: 'Notes (summarized)',
  notes: [
    {
      mark: '1',
      text: 'One trust is not consolidated: the residual interest in it is in investment securities available-for-sale. The other columns of the trusts hold the consolidated ones.',
    },
    {
      mark: '2',
      text: 'Derived: trust assets plus trust liabilities; the letter does not print it. Collateral, borrowings and derivatives of the trusts are at fair value and real estate owned is at net realizable value, which is close to it, so that the sum stands for the fair value of the residual interests. It includes the trust that is not consolidated. Total gains here: total as tabled, interest cash outside the table.',
    },
    {
      mark: '3',
      text: 'Level 3: fair value on inputs that no market shows, measured every period. NRV: net realizable value, measured when a property calls for it.',
    },
    {
      mark: '4',
      text: 'The letter prints the 765 of long-term debt one row higher, with the change in fair value of net trust assets. Here it is in the row of long-term debt; the total is the same.',
    },
  ],
}

const GAINS: Row[] = [
  {
    id: 'basis',
    label: 'Valuation basis',
    kind: 'text',
    format: 'text',
    notes: ['3'],
    inputs: {
      afs: 'Level 3',
      collateral: 'Level 3',
      derivative_assets: 'Level 3',
      reo: 'NRV',
      borrowings: 'Level 3',
      derivative_liabilities: 'Level 3',
    },
  },
  {
    id: 'opening',
    label: 'Recorded book value at 12/31/2008',
    currency: true,
    inputs: {
      afs: '2068',
      collateral: '5894424',
      derivative_assets: '37',
      reo: '599084',
      borrowings: '-6193984',
      derivative_liabilities: '-273584',
      long_term_debt: '-15403',
    },
    perSource: { trust_assets: '6495613', trust_liabilities: '-6467568' },
  },
  {
    id: 'interest_income',
    label: 'Interest income',
    inputs: { afs: '109', collateral: '957103' },
    perSource: { trust_assets: '957212' },
    reasons: [TRUST_RESULT],
  },
  {
    id: 'interest_expense',
    label: 'Interest expense',
    inputs: { borrowings: '-1649686', long_term_debt: '-1274' },
    perSource: { trust_liabilities: '-1649686' },
    reasons: [TRUST_RESULT],
  },
  {
    id: 'change_in_fair_value',
    label: 'Change in fair value of net trust assets, excluding REO',
    inputs: {
      afs: '3540',
      collateral: '27804',
      derivative_assets: '109',
      borrowings: '254007',
      derivative_liabilities: '-54298',
    },
    perSource: { trust_assets: '31453', trust_liabilities: '199709' },
    reasons: [TRUST_RESULT],
  },
  {
    id: 'change_in_debt',
    label: 'Change in fair value of long-term debt',
    notes: ['4'],
    inputs: { long_term_debt: '765' },
    said: {
      long_term_debt: {
        remark:
          'The letter prints this amount one row higher, with the change in fair value of net trust assets; it belongs to long-term debt.',
      },
    },
    reasons: [{ text: 'Net earnings and equity change with the value of long-term debt; the trusts do not' }],
  },
  {
    id: 'reo_losses',
    label: 'Losses from REO (net realizable value)',
    inputs: { reo: '-218157' },
    perSource: { trust_assets: '-218157' },
    reasons: [TRUST_RESULT],
  },
]

const BALANCES: Row[] = [
  {
    id: 'total_gains',
    label: 'Total gains (losses) included in earnings',
    formula: '= sum(interest_income..reo_losses)',
    rule: 'single',
    perSource: {
      afs: '3649',
      collateral: '984907',
      derivative_assets: '109',
      reo: '-218157',
      trust_assets: '770508',
      borrowings: '-1395679',
      derivative_liabilities: '-54298',
      trust_liabilities: '-1449977',
      long_term_debt: '-509',
    },
  },
  {
    id: 'transfers',
    label: 'Transfers in and/or out of Level 3',
    reasons: [TRUST_SETTLEMENT],
  },
  {
    id: 'settlements',
    label: 'Purchases, issuances and settlements',
    inputs: {
      afs: '-4904',
      collateral: '-1213209',
      reo: '-238563',
      borrowings: '1929798',
      derivative_liabilities: '201279',
      long_term_debt: '6139',
    },
    perSource: { trust_assets: '-1456676', trust_liabilities: '2131077' },
    reasons: [TRUST_SETTLEMENT],
  },
  {
    id: 'closing',
    label: 'Recorded book value at 12/31/2009',
    formula: '= opening + total_gains + transfers + settlements',
    rule: 'double',
    currency: true,
    perSource: {
      afs: '813',
      collateral: '5666122',
      derivative_assets: '146',
      reo: '142364',
      trust_assets: '5809445',
      borrowings: '-5659865',
      derivative_liabilities: '-126603',
      trust_liabilities: '-5786468',
      long_term_debt: '-9773',
    },
  },
]

export const TRUSTS: Schedule = scheduleOf(HEAD, [...GAINS, ...BALANCES])
