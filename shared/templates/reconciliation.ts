/**
 * Template: net earnings reconciled to estimated taxable income available to common. What mirrors the income or the equity
 * schedule is a link where that schedule is chosen too. Income and add-backs positive, deductions negative.
 */
import type { Column, Line, MinimumDistribution, Note } from '../model/filing.ts'
import { INCOME } from './income_comparison.ts'
import { METHOD_CHANGES } from './method_changes.ts'
import { REMIC } from './remic_links.ts'
import { returnOfCapital, SUBSIDIARY_SCHEDULE } from './subsidiary_distribution.ts'
import {
  asLine,
  comparedColumns,
  spanGroup,
  yearSoFar,
  yearToDate,
  type Covers,
  type Template,
  type WrittenLine,
} from './template.ts'
import {
  DIFFERS,
  ADD_BACK,
  MARKS,
  IMPAIRMENT_ADD_BACK,
  FEDERAL_TAX,
  SUBSIDIARY,
  ACTUAL_LOSSES,
  REMIC_EARNINGS,
  REMIC_INCOME,
  WITH_EXCESS_INCLUSION,
  PREFERRED,
  SUBSIDIARY_DIVIDEND,
  SUBSIDIARY_EARNINGS,
  INTERCOMPANY,
  FOR_TAX_ONLY,
  CAPITAL_EXCESS,
} from './reason_texts.ts'

export const RECONCILIATION = 'reconciliation'

/** The add-back of capital losses that no capital gain bears. */
export const CAPITAL_LOSS_EXCESS = 'capital_loss_excess'

const METHOD_CHANGE = 'method_change'

export const MISCELLANEOUS = 'miscellaneous'

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'Estimated taxable income rests on estimates of the differences between book and tax; the tax return for the year can show another amount. It is not a GAAP measure, and this schedule ties it to net earnings. A REIT distributes at least 90% of its taxable income for the year.',
  },
  {
    mark: '2',
    text: 'Provisions for losses are estimates and in general not deductible, so they are added back; the deduction comes when a loss is realized.',
  },
  {
    mark: '3',
    text: 'A capital loss is deducted from capital gains only; what exceeds them is carried forward five years.',
  },
  {
    mark: '4',
    text: 'What a change of method would otherwise count twice or leave out. A positive amount is in general taken up over four years, a negative one in the year of the change.',
  },
  {
    mark: '5',
    text: 'Stated before the deduction for dividends paid on common stock and before net operating losses carried forward.',
  },
]

/** An adjustment: `mirrors` are the terms of the GAAP line that it mirrors, the first its source. */
type Adjustment = Pick<Line, 'id' | 'label' | 'type' | 'notes' | 'reasons'> & {
  mirrors?: { line: string; sign: 1 | -1 }[]
}

const income = (line: string, sign: 1 | -1): { line: string; sign: 1 | -1 } => ({ line: `${INCOME}.${line}`, sign })

const ADJUSTMENTS: Adjustment[] = [
  {
    id: 'loan_loss_provisions',
    label: 'Loan loss provisions',
    type: 'temporary',
    notes: ['2'],
    mirrors: [income('provision_for_loan_losses', 1), income('reo_provision', 1)],
    reasons: [DIFFERS, ...ADD_BACK],
  },
  {
    id: 'actual_loan_losses',
    label: 'Tax deduction for actual loan losses',
    type: 'temporary',
    notes: ['2'],
    reasons: [ACTUAL_LOSSES],
  },
  {
    id: 'remic_gaap_earnings',
    label: 'GAAP earnings on REMICs',
    type: 'entity_scope',
    reasons: [REMIC_EARNINGS],
  },
  {
    id: 'remic_taxable_income',
    label: 'Taxable income on REMICs',
    type: 'entity_scope',
    reasons: REMIC_INCOME,
  },
  {
    id: 'derivatives_change',
    label: 'Change in fair value of derivatives',
    type: 'temporary',
    mirrors: [income('derivatives_unrealized', -1)],
    reasons: [DIFFERS, MARKS],
  },
  {
    id: 'preferred_dividends',
    label: 'Dividends on preferred stock',
    type: 'allocation',
    mirrors: [{ line: 'equity.preferred_dividends', sign: -1 }],
    reasons: [DIFFERS, PREFERRED],
  },
  {
    id: 'trs_net_loss',
    label: 'Net loss (earnings) of taxable REIT subsidiaries',
    type: 'entity_scope',
    mirrors: [income('trs_net_earnings', -1)],
    reasons: [DIFFERS, SUBSIDIARY],
  },
  {
    id: 'trs_dividend',
    label: 'Dividend from taxable REIT subsidiaries',
    type: 'entity_scope',
    reasons: [SUBSIDIARY_DIVIDEND],
  },
  {
    id: 'income_tax_expense',
    label: 'Federal income tax expense',
    type: 'permanent',
    mirrors: [income('income_tax_expense', 1)],
    reasons: [DIFFERS, FEDERAL_TAX],
  },
  {
    id: 'intercompany_elimination',
    label: 'Elimination of inter-company transactions',
    type: 'temporary',
    reasons: [INTERCOMPANY],
  },
  {
    id: 'nondeductible_capital_loss',
    label: 'Non-deductible capital loss on securities available-for-sale',
    type: 'temporary',
    mirrors: [income('otti_loss', 1)],
    reasons: [DIFFERS, ...IMPAIRMENT_ADD_BACK],
  },
  {
    id: CAPITAL_LOSS_EXCESS,
    label: 'Capital losses in excess of capital gains',
    type: 'temporary',
    notes: ['3'],
    reasons: [CAPITAL_EXCESS],
  },
  {
    id: METHOD_CHANGE,
    label: 'Section 481(a) adjustment for a change of tax accounting method',
    type: 'temporary',
    notes: ['4'],
    reasons: [FOR_TAX_ONLY],
  },
  {
    id: MISCELLANEOUS,
    label: 'Miscellaneous adjustments',
    type: 'other',
    reasons: [FOR_TAX_ONLY],
  },
]

type Sheet = { compared: string[]; soFar: string[]; columns: Column[]; toDate: Column | undefined }

/** The periods of the income schedule, the year to date, and the other quarters that it adds up. */
function sheetOf(covers: Covers): Sheet {
  const compared = comparedColumns(covers)
  const known = new Set(compared.map(({ id }) => id))
  const soFar = yearSoFar(covers)
  const toDate = yearToDate(covers)
  const others = soFar
    .filter(({ id }) => toDate !== undefined && !known.has(id))
    .toReversed()
    .map((one): Column => ({ ...one, filingCopy: false }))
  return {
    compared: compared.map(({ id }) => id),
    soFar: soFar.map(({ id }) => id),
    columns: [...compared, ...(toDate ? [toDate] : []), ...others],
    toDate,
  }
}

function lineOf({ mirrors, ...line }: Adjustment, covers: Covers, { compared, soFar }: Sheet): WrittenLine {
  const { chosen } = covers
  // The part of a tax year; how much of it a quarter bears is entered.
  if (line.id === METHOD_CHANGE && covers.covers === 'year' && chosen.has(METHOD_CHANGES))
    return { ...line, formula: `= ${METHOD_CHANGES}.total@of_year`, columns: soFar }
  const [source] = mirrors ?? []
  const from = source?.line.split('.')[0]
  const stands = from === INCOME ? chosen.has('income_comparison') : from === 'equity' && chosen.has('equity')
  if (!mirrors || !source || !stands) return line
  const terms = mirrors.map(({ line: name, sign }, at) => `${sign < 0 ? '-' : at > 0 ? '+ ' : ''}${name}`)
  return {
    ...line,
    formula: `= ${terms.join(' ')}`,
    // Only where the other schedule shows the period; elsewhere the adjustment is typed.
    columns: from === INCOME ? compared : soFar,
    source,
  }
}

/** What a schedule of its own tells of an adjustment is not assumed. */
function toldElsewhere({ id }: Adjustment, { chosen }: Covers): Pick<Line, 'reasons'> {
  if (id === 'trs_dividend' && chosen.has(SUBSIDIARY_SCHEDULE)) return { reasons: [SUBSIDIARY_EARNINGS] }
  if (id === 'remic_taxable_income' && chosen.has(REMIC)) return { reasons: [WITH_EXCESS_INCLUSION] }
  return {}
}

function linesOf(covers: Covers, sheet: Sheet): WrittenLine[] {
  const linked = covers.chosen.has('income_comparison')
  const link = (line: string): Partial<WrittenLine> =>
    linked ? { formula: `= ${INCOME}.${line}`, columns: sheet.compared } : {}
  const first = ADJUSTMENTS[0]!.id
  const last = ADJUSTMENTS.at(-1)!.id
  return [
    { id: 'net_earnings', label: 'Net earnings (loss)', currency: true, ...link('net_earnings') },
    { id: 'adjustments', label: 'Adjustments to net earnings (loss):', kind: 'heading' },
    ...ADJUSTMENTS.flatMap((one) => [
      { ...lineOf(one, covers, sheet), ...toldElsewhere(one, covers) },
      ...(one.id === 'trs_dividend' ? returnOfCapital(covers) : []),
    ]),
    {
      id: 'taxable_income',
      label: 'Estimated taxable income (loss) available to common stockholders',
      formula: `= net_earnings + sum(${first}..${last})`,
      notes: ['5'],
      rule: 'double',
      currency: true,
    },
    {
      id: 'taxable_income_per_share',
      label: 'Estimated taxable income (loss) per diluted common share',
      // Blank, not an error, until the share count is entered.
      formula: '= needs(diluted_shares, round(taxable_income / diluted_shares, 2))',
      format: 'per_share',
      notes: ['5'],
      currency: true,
    },
    {
      id: 'diluted_shares',
      label: 'Diluted weighted average common shares outstanding',
      format: 'shares',
      ...link('diluted_shares'),
    },
  ]
}

function minimumDistribution(covers: Covers): MinimumDistribution {
  const toDate = yearToDate(covers)
  const quarters = yearSoFar(covers).map(({ id }) => id)
  const year = toDate ? [toDate.id] : quarters
  return {
    taxableIncome: `${RECONCILIATION}.taxable_income`,
    preferredDividends: `${RECONCILIATION}.preferred_dividends`,
    yearToDate: Object.fromEntries([...quarters, ...(toDate ? [toDate.id] : [])].map((id) => [id, year])),
  }
}

export const RECONCILIATION_TEMPLATE: Template = {
  id: 'reconciliation',
  title: 'Reconciliation to taxable income',
  group: 'income_and_equity',
  about:
    'Net earnings to estimated taxable income by adjustment, per diluted share; linked to earnings where both are chosen.',
  schedule(covers) {
    const sheet = sheetOf(covers)
    const { columns, toDate } = sheet
    const span = covers.covers === 'quarter' ? 3 : 12
    const others = columns.filter(({ filingCopy }) => filingCopy === false)
    return {
      id: RECONCILIATION,
      short: 'Reconciliation to taxable income',
      title: 'Reconciliation of net earnings to estimated taxable income available to common stockholders',
      kind: 'reconciliation',
      unitLine: '(in thousands, except per share amounts)',
      columns,
      groups: [
        { ...spanGroup(span, columns.slice(0, 2)), notes: ['1'] },
        ...(toDate ? [{ ...spanGroup(yearSoFar(covers).length * 3, [toDate]), notes: ['1'] }] : []),
        ...(others.length > 0 ? [{ ...spanGroup(3, others), notes: ['1'] }] : []),
      ],
      lines: linesOf(covers, sheet).map(asLine),
      cells: [],
      notes: NOTES,
      start: 'net_earnings',
    }
  },
  headlines: () => [
    {
      id: 'taxable_income',
      label: 'Estimated taxable income (loss) available to common',
      short: 'Taxable income',
      lines: [`${RECONCILIATION}.taxable_income`],
    },
    {
      id: 'taxable_income_per_share',
      label: 'Per diluted share',
      lines: [`${RECONCILIATION}.taxable_income_per_share`],
    },
  ],
  minimumDistribution,
}
