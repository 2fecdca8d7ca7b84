/**
 * Template: the rollforward of stockholders' equity through the quarters of the year, or over two years. Each period opens
 * at the close before it; dividends stand as positive deductions.
 */
import type { CellInput, Column } from '../model/filing.ts'
import { INCOME } from './income_comparison.ts'
import {
  asLine,
  comparedColumns,
  spanGroup,
  yearSoFar,
  type Covers,
  type Template,
  type WrittenLine,
} from './template.ts'
import {
  PREFERRED,
  OPENING_EQUITY,
  COMPREHENSIVE_INCOME,
  RECLASSIFICATION,
  WITH_STOCKHOLDERS,
  COMMON_DIVIDENDS,
} from './reason_texts.ts'

export const EQUITY = 'equity'

/** Net earnings come from whichever chosen schedule shows the period. */
function netEarnings(covers: Covers, shown: readonly string[]): WrittenLine {
  const line: WrittenLine = { id: 'net_earnings', label: 'Net earnings (loss)' }
  // The reconciliation shows every quarter of the year; the comparison of earnings only two periods.
  if (covers.chosen.has('reconciliation')) return { ...line, formula: '= reconciliation.net_earnings' }
  if (!covers.chosen.has('income_comparison')) return line
  return { ...line, formula: `= ${INCOME}.net_earnings`, columns: [...shown] }
}

/**
 * Available-for-sale securities stand at fair value, so that an impairment takes from earnings what was a loss in other
 * comprehensive income already: the two move against each other, and equity holds.
 */
function reclassification({ chosen }: Covers, shown: readonly string[]): WrittenLine {
  return {
    id: 'oci_reclassification',
    label: 'Reclassification of impairment from other comprehensive income',
    reasons: [RECLASSIFICATION],
    ...(chosen.has('income_comparison') && { formula: `= ${INCOME}.otti_loss`, columns: [...shown] }),
  }
}

function linesOf(covers: Covers, columns: readonly string[]): WrittenLine[] {
  const compared = comparedColumns(covers).map(({ id }) => id)
  const shown = columns.filter((id) => compared.includes(id))
  return [
    {
      id: 'opening',
      label: "Stockholders' equity at beginning of period",
      currency: true,
      reasons: [OPENING_EQUITY],
    },
    netEarnings(covers, shown),
    {
      id: 'other_comprehensive_income',
      label: 'Other comprehensive income (loss) before reclassifications',
      reasons: [COMPREHENSIVE_INCOME],
    },
    reclassification(covers, shown),
    {
      id: 'issuances',
      label: 'Issuances, repurchases and stock compensation',
      reasons: [WITH_STOCKHOLDERS],
    },
    {
      id: 'preferred_dividends',
      label: 'Less: dividends on preferred stock',
      deduction: true,
      reasons: [PREFERRED],
    },
    {
      id: 'common_dividends',
      label: 'Less: dividends on common stock',
      deduction: true,
      reasons: [COMMON_DIVIDENDS],
    },
    {
      id: 'closing',
      label: "Stockholders' equity at end of period",
      // The level waits for its opening; nothing is invented.
      formula:
        '= needs(opening, opening + net_earnings + other_comprehensive_income + oci_reclassification + issuances - preferred_dividends - common_dividends)',
      rule: 'double',
      currency: true,
    },
  ]
}

/** The periods that the rollforward runs through, the earliest first. */
export function equityColumns(covers: Covers): Column[] {
  return covers.covers === 'quarter' ? yearSoFar(covers) : comparedColumns(covers).toReversed()
}

export const EQUITY_TEMPLATE: Template = {
  id: 'equity',
  title: "Stockholders' equity",
  group: 'income_and_equity',
  about:
    'Opening balance, earnings, other comprehensive income, dividends, closing balance; each period opens at the close before it.',
  schedule(covers) {
    const columns = equityColumns(covers)
    const ids = columns.map(({ id }) => id)
    const cells = ids
      .slice(1)
      .map((column, at): CellInput => ({ schedule: EQUITY, line: 'opening', column, input: `=closing@${ids[at]}` }))
    return {
      id: EQUITY,
      short: "Stockholders' equity",
      title: "Rollforward of stockholders' equity",
      kind: 'equity',
      unitLine: '(in thousands)',
      columns,
      groups: [spanGroup(covers.covers === 'quarter' ? 3 : 12, columns)],
      lines: linesOf(covers, ids).map(asLine),
      cells,
    }
  },
  headlines: () => [
    { id: 'equity', label: "Stockholders' equity at end of period", short: 'Equity', lines: [`${EQUITY}.closing`] },
  ],
}
