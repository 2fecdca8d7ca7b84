/**
 * Template: earnings per share of each period, basic and diluted, of continuing and of discontinued operations (ASC 260). Potential shares come in
 * the order in which they dilute, and each counts only where it lowers the figure; where continuing operations lose, none counts in any line. Every
 * period is computed from its own amounts and shares, the year to date too: quarters are not added up.
 *
 * Earnings are positive and losses negative; dividends and what participating securities take are positive deductions. What may dilute stands in
 * eps_potential_shares.ts.
 */
import type { CellInput, Column, Note } from '../model/filing.ts'
import { EQUITY, equityColumns } from './equity.ts'
import { ADDED_BACK, DILUTING_SHARES, ENTERED_WRONGLY, missingHere, potentialLines } from './eps_potential_shares.ts'
import { publishedLines } from './eps_published.ts'
import { INCOME } from './income_comparison.ts'
import { RECONCILIATION } from './reconciliation.ts'
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

export const EPS = 'eps'

/** Which preferred dividends are deducted, the default first. */
const PREFERRED_BASES = ['as accumulated', 'as declared']
const PREFERRED_TAKEN = ['as accumulated', 'as declared', 'accumulated differs']

/** What stands in the way of the figures, in the order in which it is told; short, since a column is as wide as its longest word. */
const ENTRIES = ['in order', 'no shares', 'negative deduction', 'negative potential', 'addition, no shares']

/** Whether the year to date has what its quarters have, since nothing of it adds them up. */
const TO_DATE_ENTRIES = ['entered', 'discontinued blank', 'potential blank', 'deduction blank']

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'Cumulative preferred dividends are deducted as they accumulate in the period, whether or not they are declared; others as they are declared. Stockholders’ equity falls on declaration, and a dividend counts for tax when it is paid, so that the three can differ. ASC 260-10-45-11.',
  },
  {
    mark: '2',
    text: 'Potential shares are taken in the order of what each adds to earnings per share, the least first, and each only where it lowers the figure. Where continuing operations show a loss to common stockholders none is taken, in no line. ASC 260-10-45-17 to 45-20.',
  },
  {
    mark: '3',
    text: 'Each period is computed from its own amounts and its own average shares; the year to date is not the sum of its quarters. Amounts per share may not add because of rounding. ASC 260-10-45-3, 45-10.',
  },
]

/** Earnings over shares at the cent; blank until both are known, and where there are no shares to divide by. */
function perShare(earnings: string, shares: string, needed = earnings): string {
  return `= needs(${needed}, if(${shares} > 0, round((${earnings}) / ${shares}, 2)))`
}

function exactly(earnings: string, shares: string): string {
  return `= needs(${earnings}, if(${shares} > 0, ${earnings} / ${shares}))`
}

const DILUTED_CONTINUING = 'continuing_available + added_back + other_numerator'

function linesOf(covers: Covers, columns: readonly Column[]): WrittenLine[] {
  const figure = { format: 'per_share', currency: true } as const
  const fine = { format: 'per_share', decimals: 6 } as const
  return [
    { id: 'earnings', label: 'Earnings available to common stockholders', kind: 'heading' },
    { id: 'net_income', label: 'Net earnings (loss)', currency: true, ...netIncome(covers) },
    {
      id: 'preferred',
      label: 'Less: preferred dividends',
      notes: ['1'],
      deduction: true,
      formula:
        '= if(preferred_basis = 2, preferred_declared, if(is_blank(preferred_accumulated), preferred_declared, preferred_accumulated))',
    },
    {
      id: 'preferred_declared',
      label: 'Preferred dividends declared',
      parent: 'preferred',
      deduction: true,
      ...preferredDeclared(covers, columns),
    },
    {
      id: 'preferred_accumulated',
      label: 'Preferred dividends accumulated, declared or not',
      parent: 'preferred',
      deduction: true,
    },
    {
      id: 'preferred_basis',
      label: 'To be deducted',
      format: 'choice',
      choices: PREFERRED_BASES,
      parent: 'preferred',
      filingCopy: false,
    },
    {
      id: 'preferred_taken',
      label: 'Deducted',
      format: 'choice',
      choices: PREFERRED_TAKEN,
      attention: [3],
      parent: 'preferred',
      filingCopy: false,
      formula:
        '= needs(preferred, if(is_blank(preferred_accumulated), 2, if(preferred_basis <> 2, 1, if(preferred_accumulated = preferred_declared, 2, 3))))',
    },
    { id: 'participating', label: 'Less: earnings of participating securities', deduction: true },
    {
      id: 'available_to_common',
      label: 'Earnings (loss) available to common stockholders',
      formula: '= needs(net_income, net_income - preferred - participating)',
      rule: 'single',
      currency: true,
    },
    {
      id: 'discontinued_operations',
      label: 'Of which: earnings (loss) from discontinued operations',
      ...discontinued(covers),
    },
    {
      id: 'continuing_available',
      label: 'Of which: continuing operations',
      formula: '= needs(available_to_common, available_to_common - discontinued_operations)',
    },
    { id: 'basic_earnings', label: 'Basic earnings (loss) per share', kind: 'heading', notes: ['3'] },
    { id: 'basic_shares', label: 'Weighted average common shares', format: 'shares', ...shares(covers) },
    {
      id: 'basic_continuing',
      label: 'Continuing operations, basic',
      formula: `= needs(discontinued_operations, ${perShare('continuing_available', 'basic_shares').slice(2)})`,
      ...figure,
    },
    {
      id: 'basic_discontinued',
      label: 'Discontinued operations, basic',
      formula: perShare('discontinued_operations', 'basic_shares'),
      format: 'per_share',
    },
    {
      id: 'basic',
      label: 'Basic earnings (loss) per common share',
      formula: perShare('available_to_common', 'basic_shares'),
      rule: 'single',
      ...figure,
    },
    {
      id: 'basic_exact',
      label: 'To six places',
      parent: 'basic',
      formula: exactly('available_to_common', 'basic_shares'),
      ...fine,
    },
    {
      id: 'basic_rounding',
      label: 'Beyond the sum of its two parts, by rounding',
      parent: 'basic',
      format: 'per_share',
      formula: '= needs(basic_discontinued, basic - basic_continuing - basic_discontinued)',
    },
    { id: 'potential_shares', label: 'Potential common shares', kind: 'heading', notes: ['2'], filingCopy: false },
    ...potentialLines(),
    { id: 'diluted_earnings', label: 'Diluted earnings (loss) per share', kind: 'heading', notes: ['2'] },
    { id: 'added_back', label: 'Added back for potential shares that dilute', formula: ADDED_BACK },
    { id: 'other_numerator', label: 'Other reallocation of earnings' },
    {
      id: 'diluted_numerator',
      label: 'Earnings (loss), diluted',
      formula: '= needs(available_to_common, available_to_common + added_back + other_numerator)',
      rule: 'single',
      currency: true,
    },
    { id: 'diluting_shares', label: 'Potential shares that dilute', format: 'shares', formula: DILUTING_SHARES },
    {
      id: 'diluted_shares',
      label: 'Weighted average common shares, diluted',
      format: 'shares',
      formula: '= needs(basic_shares, basic_shares + diluting_shares)',
    },
    {
      id: 'diluted_continuing',
      label: 'Continuing operations, diluted',
      formula: `= needs(discontinued_operations, ${perShare(DILUTED_CONTINUING, 'diluted_shares', 'continuing_available').slice(2)})`,
      ...figure,
    },
    {
      id: 'diluted_discontinued',
      label: 'Discontinued operations, diluted',
      formula: perShare('discontinued_operations', 'diluted_shares'),
      format: 'per_share',
    },
    {
      id: 'diluted',
      label: 'Diluted earnings (loss) per common share',
      formula: perShare('diluted_numerator', 'diluted_shares'),
      rule: 'double',
      ...figure,
    },
    {
      id: 'diluted_exact',
      label: 'To six places',
      parent: 'diluted',
      formula: exactly('diluted_numerator', 'diluted_shares'),
      ...fine,
    },
    ...publishedLines(),
    {
      id: 'against_basic',
      label: 'Diluted, against basic (continuing operations)',
      format: 'choice',
      choices: ['not above it', 'above it'],
      attention: [2],
      filingCopy: false,
      formula: `= needs(basic_exact, if(and(diluted_shares > 0, (${DILUTED_CONTINUING}) / diluted_shares > continuing_available / basic_shares), 2, 1))`,
    },
    ...againstReported(covers),
    ...enteredToDate(covers),
    {
      id: 'entries',
      label: 'What was entered',
      format: 'choice',
      choices: ENTRIES,
      attention: [2, 3, 4, 5],
      filingCopy: false,
      formula: `= if(and(not(is_blank(basic_shares)), basic_shares <= 0), 2, if(min(preferred, participating) < 0, 3, ${ENTERED_WRONGLY(4, 5, 1)}))`,
    },
  ]
}

/** The reconciliation shows every period; the comparison of earnings no year to date. */
function netIncome(covers: Covers): Partial<WrittenLine> {
  if (covers.chosen.has('reconciliation')) return { formula: `= ${RECONCILIATION}.net_earnings` }
  return ofIncome(covers, 'net_earnings')
}

function ofIncome(covers: Covers, line: string): Partial<WrittenLine> {
  if (!covers.chosen.has('income_comparison')) return {}
  return { formula: `= ${INCOME}.${line}`, columns: comparedColumns(covers).map(({ id }) => id) }
}

function discontinued(covers: Covers): Partial<WrittenLine> {
  return ofIncome(covers, 'discontinued_operations')
}

/** The count that the other schedules divide by, as `schedule.line`, and where they show it. */
function sharesReported(covers: Covers): { line: string; columns?: string[] } | undefined {
  if (covers.chosen.has('reconciliation')) return { line: `${RECONCILIATION}.diluted_shares` }
  const { columns } = ofIncome(covers, 'diluted_shares')
  return columns && { line: `${INCOME}.diluted_shares`, columns }
}

/** That count is the diluted one: it serves while nothing dilutes, and the basic one is entered over it where something does. */
function shares(covers: Covers): Partial<WrittenLine> {
  const { line, ...confined } = sharesReported(covers) ?? {}
  // No plain link, which another count entered over it would fail to tie to.
  return line === undefined ? {} : { formula: `= if(${line} > 0, ${line})`, ...confined }
}

/** What the other schedules divide by is what this one comes to; a proof, where there is one of them. */
function againstReported(covers: Covers): WrittenLine[] {
  const { line, ...confined } = sharesReported(covers) ?? {}
  if (line === undefined) return []
  return [
    {
      id: 'shares_difference',
      label: 'Diluted shares, less those that other schedules divide by',
      format: 'shares',
      proof: true,
      filingCopy: false,
      formula: `= needs(${line}, needs(diluted_shares, diluted_shares - ${line}))`,
      ...confined,
    },
  ]
}

/** What a quarter has and the year to date lacks is asked about. */
function enteredToDate(covers: Covers): WrittenLine[] {
  const toDate = yearToDate(covers)
  if (!toDate) return []
  const ofYear = new Set(yearSoFar(covers).map(({ id }) => id))
  const quarters = comparedColumns(covers).flatMap(({ id }) => (ofYear.has(id) ? [id] : []))
  const lacks = (line: string): string =>
    `and(is_blank(${line}), or(${quarters.map((id) => `${line}@${id} <> 0`).join(', ')}))`
  return [
    {
      id: 'to_date_entries',
      label: 'Entered for the year to date',
      format: 'choice',
      choices: TO_DATE_ENTRIES,
      attention: [2, 3, 4],
      filingCopy: false,
      formula: `= if(${lacks('discontinued_operations')}, 2, if(${missingHere(quarters)}, 3, if(or(${lacks('preferred_accumulated')}, ${lacks('participating')}), 4, 1)))`,
      only: [toDate.id],
    },
  ]
}

/**
 * Dividends declared are those of equity: of the year to date by the line, of a quarter by its cell. In a first quarter the line stands under the
 * cell, for the year to date that is added when the filing rolls on.
 */
function preferredDeclared(covers: Covers, columns: readonly Column[]): Partial<WrittenLine> {
  const { chosen } = covers
  if (!chosen.has('equity')) {
    if (!chosen.has('reconciliation')) return {}
    return { formula: `= -${RECONCILIATION}.preferred_dividends` }
  }
  const line = `${EQUITY}.preferred_dividends`
  if (covers.covers === 'year') return { formula: `= ${line}` }
  const quarters = yearSoFar(covers)
  const toDate = yearToDate(covers) ?? columns[0]!
  return { formula: `= sum(${line}@${quarters[0]!.id}..@${quarters.at(-1)!.id})`, columns: [toDate.id] }
}

/** The quarters that equity shows. */
function cellsOf(covers: Covers, columns: readonly Column[]): CellInput[] {
  if (!covers.chosen.has('equity') || covers.covers === 'year') return []
  const shown = new Set(equityColumns(covers).map(({ id }) => id))
  return columns
    .filter(({ id }) => shown.has(id))
    .map(({ id }) => ({
      schedule: EPS,
      line: 'preferred_declared',
      column: id,
      input: `= ${EQUITY}.preferred_dividends`,
    }))
}

export const EPS_TEMPLATE: Template = {
  id: EPS,
  title: 'Earnings per share',
  group: 'statements',
  about:
    'Basic and diluted earnings per share, of continuing and discontinued operations, with what may dilute and what was published; linked to earnings and equity where they are chosen.',
  schedule(covers) {
    const compared = comparedColumns(covers)
    const toDate = yearToDate(covers)
    // The year to date is tested on its own: nothing of it adds up its quarters.
    const own = toDate ? [{ id: toDate.id, label: toDate.label, kind: toDate.kind, end: toDate.end! }] : []
    const columns: Column[] = [...compared, ...own]
    return {
      id: EPS,
      short: 'Earnings per share',
      title: 'Earnings per share',
      kind: 'custom',
      unitLine: '(in thousands, except per share amounts)',
      columns,
      groups: [
        spanGroup(covers.covers === 'quarter' ? 3 : 12, compared),
        ...(own.length > 0 ? [spanGroup(yearSoFar(covers).length * 3, own)] : []),
      ],
      lines: linesOf(covers, columns).map(asLine),
      cells: cellsOf(covers, columns),
      notes: NOTES,
    }
  },
  headlines: () => [],
}
