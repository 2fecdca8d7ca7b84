/**
 * Template: what trust assets and liabilities gained or lost in value over a period, with real estate owned, from the cells of the trust rollforward;
 * and how that leads to the total as tabled. Gains positive and losses negative, of assets as of liabilities.
 */
import { asLine, periodColumn, type Covers, type Template, type WrittenLine } from './template.ts'
import { spanEnded } from '../calendar/spans.ts'
import { TRUST_RESULT } from './reason_texts.ts'
import { netTrustGain, TRUST_GAIN, TRUSTS } from './trust_rollforward.ts'

/**
 * What a class of the rollforward gained other than interest, whichever lines of it say so; an input where no rollforward is chosen.
 */
function gain({ chosen }: Covers, id: string, label: string, column = id): WrittenLine {
  const line: WrittenLine = { id, label, reasons: [TRUST_RESULT] }
  if (!chosen.has('trust_rollforward')) return line
  const [total, ...interest] = ['total_gains', 'interest_income', 'interest_expense'].map(
    (one) => `${TRUSTS}.${one}@${column}`,
  )
  return { ...line, formula: `= ${[total, ...interest].join(' - ')}` }
}

function linesOf(covers: Covers): WrittenLine[] {
  return [
    { id: 'trust_assets', label: 'Trust assets', kind: 'heading' },
    { ...gain(covers, 'afs', 'Investment securities available-for-sale'), currency: true },
    gain(covers, 'collateral', 'Securitized mortgage collateral'),
    gain(covers, 'derivative_assets', 'Derivative assets'),
    {
      id: 'assets_excluding_reo',
      label: 'Gains (losses) on trust assets, excluding real estate owned',
      formula: '= sum(afs..derivative_assets)',
      rule: 'single',
    },
    gain(covers, 'reo_losses', 'Gains (losses) from real estate owned', 'reo'),
    {
      id: 'assets',
      label: 'Net gain (loss) on trust assets',
      formula: '= assets_excluding_reo + reo_losses',
      rule: 'single',
    },
    { id: 'trust_liabilities', label: 'Trust liabilities', kind: 'heading' },
    gain(covers, 'borrowings', 'Securitized mortgage borrowings'),
    gain(covers, 'derivative_liabilities', 'Derivative liabilities'),
    {
      id: 'liabilities',
      label: 'Net gain (loss) on trust liabilities',
      formula: '= sum(borrowings..derivative_liabilities)',
      rule: 'single',
    },
    {
      id: 'net_change',
      label: 'Net gain (loss) from trust assets and liabilities',
      notes: ['1'],
      formula: '= assets + liabilities',
      rule: 'double',
      currency: true,
    },
    ...(covers.chosen.has('trust_rollforward') ? toTheTable() : []),
  ]
}

/** From the net change to what the rollforward has as the total of assets and liabilities; no part of the filing copy. */
function toTheTable(): WrittenLine[] {
  const lines: WrittenLine[] = [
    { id: 'to_the_table', label: 'To the total of the rollforward', kind: 'heading', notes: ['2'] },
    { id: 'interest_income', label: 'Interest income', formula: `= ${TRUSTS}.interest_income@residual` },
    { id: 'interest_expense', label: 'Interest expense', formula: `= ${TRUSTS}.interest_expense@residual` },
    {
      id: 'as_tabled',
      label: 'Total as tabled, interest cash outside the table',
      formula: '= net_change + interest_income + interest_expense',
      rule: 'single',
    },
    {
      id: 'difference',
      label: 'Difference from the total of the rollforward',
      formula: `= as_tabled - ${TRUSTS}.total_gains@residual`,
      proof: true,
    },
  ]
  return lines.map((line) => ({ ...line, filingCopy: false }))
}

const NOTES = [
  {
    mark: '1',
    text: 'Gains and losses other than interest. Real estate owned stands at net realizable value, the other assets and the liabilities of the trusts at fair value. A view of the trusts without real estate owned leaves out what its losses take from the gains of the other assets.',
  },
  {
    mark: '2',
    text: 'The total of the rollforward also holds interest as it is tabled. Cash of interest stands outside the table, so that this total is not what the trusts gained or lost.',
  },
]

export const TRUST_GAIN_TEMPLATE: Template = {
  id: TRUST_GAIN,
  title: 'Net gain of the trusts',
  group: 'other',
  about:
    'What trust assets and liabilities gained or lost in value, with real estate owned, and how that leads to the total of the rollforward; linked to it where it is chosen.',
  schedule(covers) {
    const column = periodColumn(covers.periodEnd, covers.covers)
    const isLinked = covers.chosen.has('trust_rollforward')
    return {
      id: TRUST_GAIN,
      short: 'Trust gain',
      title: 'Net gain (loss) from trust assets and liabilities',
      kind: 'custom',
      unitLine: '(in thousands)',
      columns: [column],
      groups: [{ label: spanEnded(covers.covers === 'quarter' ? 3 : 12), columns: [column.id] }],
      lines: linesOf(covers).map(asLine),
      cells: [],
      notes: isLinked ? NOTES : NOTES.slice(0, 1),
    }
  },
  // The rollforward names it among its own where it is chosen.
  headlines: (covers) => (covers.chosen.has('trust_rollforward') ? [] : [netTrustGain(covers)]),
}
