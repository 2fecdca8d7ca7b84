/**
 * Template: the inventory of temporary differences. What books recognized before tax did, by kind: opening, additions, reversals, closing, tied to the
 * lines of the reconciliation; what of it will be deducted, and in which character. It estimates and does not advise.
 *
 * Positive is a future deduction (a loss recognized in books first), negative future income. The change of a period enters taxable income with the
 * same sign.
 */
import type { CellInput, Column, Note } from '../model/filing.ts'
import { equityColumns } from './equity.ts'
import { RECONCILIATION } from './reconciliation.ts'
import { TO_DATE } from './tax_year.ts'
import { INCOME } from './income_comparison.ts'
import { asLine, comparedColumns, spanGroup, type Covers, type Template, type WrittenLine } from './template.ts'

export const TEMPORARY_DIFFERENCES = 'temporary_differences'

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. Positive is a future deduction, negative future income; the change of a period enters taxable income with the same sign. A level is blank until its opening is entered; the movement of the year is known without it.',
  },
  {
    mark: '2',
    text: 'Provisions are deducted when losses are realized. 26 USC 166. Marks of derivatives enter taxable income when they are realized. 26 USC 1001.',
  },
  {
    mark: '3',
    text: 'An impairment is a capital loss once it is realized: it is deducted from capital gains only and carried forward five years. 26 USC 1211(a), 1212(a).',
  },
  {
    mark: '4',
    text: 'The amortization of the deferred charge is never deducted. It is a permanent difference and stands in no inventory.',
  },
  {
    mark: '5',
    text: 'Loans in REMICs belong to the REMIC for tax; the REIT takes up its share of the REMIC’s income instead. Provisions on them are no deduction of the REIT at any time. 26 USC 860A(b), 860C(a). Where that part is blank, what is deductible later is at most the amount shown, and so is the movement of the year while a level is blank.',
  },
  {
    mark: '6',
    text: 'Tax follows the REMIC, books the trust that is consolidated. The difference in basis reverses over the life of the REMIC, at the latest when the interest is sold or the REMIC ends. 26 USC 860C(d). It is no part of the total.',
  },
]

const CHARACTERS = ['ordinary', 'capital']
/** How the amount deductible later reads, in the order in which its formula numbers them. */
const READINGS = ['as shown', 'at most']

/** A kind of difference, with the lines of the reconciliation that move it. */
export type Difference = {
  id: string
  label: string
  /** Ordinary or capital, as `CHARACTERS` numbers them. */
  character: 1 | 2
  additions: string
  reversals?: string
  /** The line (`schedule.line`) that takes what is realized; the add-back itself where what is realized is no longer added back. */
  realized?: string
  /** The add-back stays when a part is realized, since the deduction has a line of its own. */
  keepsAddBack?: true
  notes: string[]
}

export const KINDS: readonly Difference[] = [
  {
    id: 'loan_losses',
    label: 'Loan losses',
    character: 1,
    additions: 'loan_loss_provisions',
    reversals: 'actual_loan_losses',
    realized: `${RECONCILIATION}.actual_loan_losses`,
    keepsAddBack: true,
    notes: ['2'],
  },
  {
    id: 'derivative_marks',
    label: 'Marks of derivatives',
    character: 1,
    additions: 'derivatives_change',
    realized: `${INCOME}.derivatives_realized`,
    notes: ['2'],
  },
  {
    id: 'impairment',
    label: 'Impairment of securities',
    character: 2,
    additions: 'nondeductible_capital_loss',
    realized: `${RECONCILIATION}.nondeductible_capital_loss`,
    notes: ['3'],
  },
  {
    id: 'intercompany_deferral',
    label: 'Deferred intercompany gains',
    character: 1,
    additions: 'intercompany_elimination',
    notes: ['4'],
  },
]

/**
 * Residual interests are taxed on the income of the REMIC, books on that of its trust. The difference in basis builds up and reverses over the life of the
 * REMIC; it is no loss that was recognized early, so that it stands outside the total.
 */
const REMIC_BASIS: Difference = {
  id: 'remic_basis',
  label: 'Basis of residual interests in REMICs',
  character: 1,
  additions: 'remic_taxable_income',
  reversals: 'remic_gaap_earnings',
  notes: ['6'],
}

function columnsOf(covers: Covers): Column[] {
  const periods = equityColumns(covers)
  if (covers.covers === 'year') return periods
  const formula = `= ${periods.map(({ id }) => `@${id}`).join(' + ')}`
  return [...periods, { id: TO_DATE, label: 'Year to Date', kind: 'component', formula }]
}

/** An amount read from the reconciliation in its periods, entered where that is not chosen. */
function moved(id: string, label: string, source: string, { chosen }: Covers, periods: readonly string[]): WrittenLine {
  if (!chosen.has('reconciliation')) return { id, label }
  return { id, label, formula: `= ${RECONCILIATION}.${source}`, columns: [...periods] }
}

function kindLines(kind: Difference, covers: Covers, periods: readonly string[]): WrittenLine[] {
  const { id, label, character, additions, reversals, notes } = kind
  return [
    { id: `${id}_inventory`, label, kind: 'heading', notes },
    {
      id: `${id}_character`,
      label: 'Character',
      format: 'choice',
      choices: CHARACTERS,
      formula: `= needs(${id}_additions, ${character})`,
      filingCopy: false,
    },
    { id: `${id}_opening`, label: 'At the beginning of the period' },
    moved(`${id}_additions`, 'Additions', additions, covers, periods),
    reversals === undefined
      ? { id: `${id}_reversals`, label: 'Reversals', formula: `= needs(${id}_additions, 0)`, columns: [...periods] }
      : moved(`${id}_reversals`, 'Reversals', reversals, covers, periods),
    {
      id: `${id}_change`,
      label: 'Change, which enters taxable income',
      formula: `= ${id}_additions + ${id}_reversals`,
      rule: 'single',
    },
    {
      id: `${id}_closing`,
      label: 'At the end of the period',
      formula: `= needs(${id}_opening, ${id}_opening + ${id}_change)`,
      rule: 'single',
      currency: true,
    },
    {
      id: `${id}_cumulative`,
      label: 'Movement of the year',
      formula: `= needs(${id}_change, ${covers.covers === 'quarter' ? `${id}_cumulative@previous + ` : ''}${id}_change)`,
      filingCopy: false,
    },
  ]
}

/** Marks that were realized: taxed as booked, so that they stand beside the inventory and not in it. */
function realizedLine(covers: Covers, periods: readonly string[]): WrittenLine {
  const compared = new Set(comparedColumns(covers).map(({ id }) => id))
  const linked = {
    formula: `= ${INCOME}.derivatives_realized`,
    columns: periods.filter((id) => compared.has(id)),
  }
  return {
    id: 'derivatives_realized',
    label: 'Realized in the period, taxed as booked',
    notes: ['2'],
    filingCopy: false,
    ...(covers.chosen.has('income_comparison') && linked),
  }
}

/** The level of a kind where it is capital in the period: as is chosen there, else as it is by itself; nil where it is ordinary. */
function capitalLevel({ id, character }: Difference): string {
  const isCapital = character === 2 ? `${id}_character <> 1` : `${id}_character = 2`
  return `if(${isCapital}, ${id}_closing, 0)`
}

const CAPITAL_LEVELS = KINDS.map(capitalLevel)
const CAPITAL = CAPITAL_LEVELS.join(' + ')
/** Blank while the level of a kind that is capital is. */
const KNOWN_CAPITAL = CAPITAL_LEVELS.reduceRight((formula, level) => `needs(${level}, ${formula})`, CAPITAL)

function totalLines(covers: Covers, periods: readonly string[]): WrittenLine[] {
  // A level stands at the end of a quarter; a year to date does not add it up.
  const only = [...periods]
  const all = (part: string): string => KINDS.map(({ id }) => `${id}_${part}`).join(' + ')
  const closings = KINDS.map(({ id }) => `${id}_closing`)
  const level = closings.reduceRight((formula, one) => `needs(${one}, ${formula})`, closings.join(' + '))
  return [
    { id: 'total_inventory', label: 'Together', kind: 'heading' },
    { id: 'total_additions', label: 'Additions', formula: `= ${all('additions')}` },
    { id: 'total_reversals', label: 'Reversals', formula: `= ${all('reversals')}` },
    {
      id: 'total_change',
      label: 'Change, which enters taxable income',
      formula: '= total_additions + total_reversals',
      rule: 'single',
      currency: true,
    },
    { id: 'total_closing', label: 'At the end of the period', formula: `= ${level}`, rule: 'double', currency: true },
    {
      id: 'total_cumulative',
      label: 'Movement of the year',
      formula: `= needs(total_change, ${covers.covers === 'quarter' ? 'total_cumulative@previous + ' : ''}total_change)`,
    },
    { id: 'deductible_later', label: 'Deductible later', kind: 'heading', notes: ['5'] },
    { id: 'remic_part', label: 'Less: on loans in REMICs', deduction: true, only },
    {
      id: 'future_deductions',
      label: 'Ordinary deductions',
      formula: `= needs(total_closing, total_closing - (${CAPITAL}) - remic_part)`,
      only,
      rule: 'single',
      currency: true,
    },
    {
      id: 'future_deductions_reading',
      label: 'The amount reads',
      format: 'choice',
      choices: READINGS,
      formula: '= needs(future_deductions, if(is_blank(remic_part), 2, 1))',
      only,
    },
    {
      id: 'future_capital_losses',
      label: 'Capital losses',
      formula: `= ${KNOWN_CAPITAL}`,
      only,
    },
  ]
}

/** Taxable income of residual interests builds the difference up, the earnings that books show of them take it down. */
function remicLines(covers: Covers, periods: readonly string[]): WrittenLine[] {
  const named: Record<string, string> = {
    [`${REMIC_BASIS.id}_additions`]: 'Taxable income on REMICs',
    [`${REMIC_BASIS.id}_reversals`]: 'Less GAAP earnings on REMICs',
  }
  return kindLines(REMIC_BASIS, covers, periods)
    .filter(({ id }) => id !== `${REMIC_BASIS.id}_character`)
    .map((line) => ({ ...line, label: named[line.id] ?? line.label }))
}

/** Each period opens at the close before it, the year at the opening of its first quarter. */
function openings(covers: Covers): CellInput[] {
  const periods = equityColumns(covers).map(({ id }) => id)
  return [...KINDS, REMIC_BASIS].flatMap(({ id }) => {
    const at = (column: string, input: string): CellInput => ({
      schedule: TEMPORARY_DIFFERENCES,
      line: `${id}_opening`,
      column,
      input,
    })
    const year = covers.covers === 'quarter' ? [at(TO_DATE, `=${id}_opening@${periods[0]!}`)] : []
    return [...periods.slice(1).map((column, before) => at(column, `=${id}_closing@${periods[before]!}`)), ...year]
  })
}

export const TEMPORARY_DIFFERENCES_TEMPLATE: Template = {
  id: TEMPORARY_DIFFERENCES,
  group: 'income_and_equity',
  title: 'Temporary differences',
  about:
    'What books recognized before tax, by kind: opening, additions, reversals, closing, and what is deductible later; linked to the reconciliation where it is chosen.',
  schedule(covers) {
    const periods = equityColumns(covers)
    const ids = periods.map(({ id }) => id)
    const lines = [
      ...KINDS.flatMap((kind) => [
        ...kindLines(kind, covers, ids),
        ...(kind.id === 'derivative_marks' ? [realizedLine(covers, ids)] : []),
      ]),
      ...totalLines(covers, ids),
      ...remicLines(covers, ids),
    ]
    return {
      id: TEMPORARY_DIFFERENCES,
      short: 'Temporary differences',
      title: 'Inventory of temporary differences between books and tax',
      kind: 'reit_tests',
      unitLine: '(in thousands)',
      columns: columnsOf(covers),
      groups: [{ ...spanGroup(covers.covers === 'quarter' ? 3 : 12, periods), notes: ['1'] }],
      lines: lines.map(asLine),
      cells: openings(covers),
      notes: NOTES,
    }
  },
  headlines: () => [],
}
