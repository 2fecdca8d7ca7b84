/**
 * Template: the rollforward of trust assets and liabilities by class, down and across, with the residual interests and
 * long-term debt. Assets and gains positive, liabilities and losses negative, so that a gain on a liability lowers it.
 */
import type { Column, HeadlineMap } from '../model/filing.ts'
import { addMonths, dateInWords } from '../calendar/dates.ts'
import { asLine, periodColumn, type Covers, type Template, type WrittenLine } from './template.ts'
import { TRUST_RESULT, TRUST_SETTLEMENT } from './reason_texts.ts'

export const TRUSTS = 'trusts'
/** The schedule of what the trusts gained in value, and the template that makes it. */
export const TRUST_GAIN = 'trust_gain'

/** The headline of what the trusts gained in value over the period. */
export function netTrustGain({ periodEnd, covers }: Covers): HeadlineMap[number] {
  return {
    id: 'net_trust_result',
    label: 'Net gain (loss) from trust assets and liabilities',
    short: 'Net trust gain',
    lines: [`${TRUST_GAIN}.net_change@${periodColumn(periodEnd, covers).id}`],
  }
}

/** Without a schedule of what the trusts gained, the total of the rollforward. */
const TOTAL_AS_TABLED: HeadlineMap[number] = {
  id: 'net_trust_result',
  label: 'Total of the trusts as tabled',
  short: 'Trusts as tabled',
  lines: [`${TRUSTS}.total_gains@residual`],
}

const COLUMNS: Column[] = [
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
  { id: 'residual', label: 'Residual interests', kind: 'computed', formula: '= @trust_assets + @trust_liabilities' },
  { id: 'long_term_debt', label: 'Long-term debt', kind: 'component' },
]

const EARNED = [TRUST_RESULT]
const MOVED = [TRUST_SETTLEMENT]

function linesOf({ periodEnd, covers }: Covers): WrittenLine[] {
  const opened = addMonths(periodEnd, covers === 'quarter' ? -3 : -12)
  return [
    { id: 'basis', label: 'Valuation basis', kind: 'text', format: 'text' },
    { id: 'opening', label: `Recorded book value at ${dateInWords(opened)}`, currency: true },
    { id: 'interest_income', label: 'Interest income', reasons: EARNED },
    { id: 'interest_expense', label: 'Interest expense', reasons: EARNED },
    {
      id: 'change_in_fair_value',
      label: 'Change in fair value, excluding real estate owned',
      reasons: EARNED,
    },
    { id: 'reo_losses', label: 'Gains (losses) from real estate owned', reasons: EARNED },
    {
      id: 'total_gains',
      label: 'Total gains (losses) included in earnings',
      formula: '= sum(interest_income..reo_losses)',
      rule: 'single',
    },
    { id: 'transfers', label: 'Transfers in and/or out of Level 3', reasons: MOVED },
    { id: 'settlements', label: 'Purchases, issuances and settlements', reasons: MOVED },
    {
      id: 'closing',
      label: `Recorded book value at ${dateInWords(periodEnd)}`,
      formula: '= opening + total_gains + transfers + settlements',
      rule: 'double',
      currency: true,
    },
  ]
}

export const TRUST_ROLLFORWARD: Template = {
  id: 'trust_rollforward',
  title: 'Trust rollforward',
  group: 'other',
  about:
    'Trust assets and liabilities by class from opening to closing balance, down and across, with the residual interests.',
  schedule(covers) {
    const span = covers.covers === 'quarter' ? 'three months' : 'year'
    return {
      id: TRUSTS,
      short: 'Trust rollforward',
      title: 'Rollforward of trust assets and liabilities',
      kind: 'trust_rollforward',
      unitLine: '(in thousands)',
      caption: `For the ${span} ended ${dateInWords(covers.periodEnd)}`,
      columns: COLUMNS,
      groups: [
        { label: 'Trust assets', columns: ['afs', 'collateral', 'derivative_assets', 'reo', 'trust_assets'] },
        { label: 'Trust liabilities', columns: ['borrowings', 'derivative_liabilities', 'trust_liabilities'] },
        { label: 'Trusts, net', columns: ['residual'] },
      ],
      lines: linesOf(covers).map(asLine),
      cells: [],
    }
  },
  // Components carry no period, so that each headline names its column.
  headlines: (covers) => [
    covers.chosen.has(TRUST_GAIN) ? netTrustGain(covers) : TOTAL_AS_TABLED,
    { id: 'residual', label: 'Residual interests', lines: [`${TRUSTS}.closing@residual`] },
    { id: 'long_term_debt', label: 'Long-term debt', lines: [`${TRUSTS}.closing@long_term_debt`] },
  ],
}
