/**
 * Template: stockholders' equity in three views side by side: as reported, with losses in non-recourse trusts limited to the investment in each, and
 * as if the fair value option had been adopted; with book value per common share in each. The second and the third are individually tailored measures
 * and no part of a filing copy. Equity and net assets are positive, a deficit negative; what is added back is positive.
 */
import type { CellInput, Column, Note } from '../model/filing.ts'
import { EQUITY, equityColumns } from './equity.ts'
import { EQUITY_VIEWS_TRUSTS, trustsOf } from './equity_views_trusts.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

export const EQUITY_VIEWS = 'equity_views'

export const REPORTED = 'reported'
const LIMITED = 'limited'
const FAIR_VALUE = 'fair_value'

const COLUMNS: readonly Column[] = [
  { id: REPORTED, label: 'As reported', kind: 'component' },
  { id: LIMITED, label: 'Losses limited to the investment', kind: 'component', filingCopy: false },
  { id: FAIR_VALUE, label: 'Fair value option as if adopted', kind: 'component', filingCopy: false },
]

/** How a view stands, in the order in which its formulas number it; short, as the columns are as wide. */
const STANDING = ['as entered', 'lower bound', 'equity missing', 'trusts missing', 'value missing']
const [ENTERED, LOWER_BOUND, NO_EQUITY, NO_TRUSTS, NO_FAIR_VALUE] = [1, 2, 3, 4, 5]

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'Individually tailored measures, not of generally accepted accounting principles. They stand on the workpaper copy only and are not for filing.',
  },
  {
    mark: '2',
    text: 'Trusts are non-recourse, so that the company cannot lose more than its net investment in each. What each trust owes beyond its assets is added back, trust by trust.',
  },
  {
    mark: '3',
    text: 'Of trusts that are known in total only, one may hide what another lacks: equity with losses limited is at least the one shown.',
  },
  {
    mark: '4',
    text: 'On adoption of the fair value option what fair value differs from book goes to opening retained earnings in one line, not through income, and without a tax effect. FAS 159.',
  },
  {
    mark: '5',
    text: 'A lower bound rests on trusts that are known in total only. A view is blank while equity as reported is missing, because its opening is, while trusts are missing or entered in part, or while the fair value of one is missing: nothing is claimed before.',
  },
]

/** The link of a line to the trusts; an input where they are not chosen. */
function ofTrusts({ chosen }: Covers, formula: string): Partial<WrittenLine> {
  return chosen.has(EQUITY_VIEWS_TRUSTS) ? { formula } : {}
}

/** Of each trust that is entered in part, both sides are waited for. */
const NET_BOOK = `= if(and(count(${trustsOf('net_book')}) = count(${trustsOf('assets_book')}), count(${trustsOf('net_book')}) = count(${trustsOf('obligations_book')})), ${EQUITY_VIEWS_TRUSTS}.total@net_book)`
const BY_TRUST = `= needs(trusts_net_book, if(is_blank(${EQUITY_VIEWS_TRUSTS}.in_total@net_book), ${EQUITY_VIEWS_TRUSTS}.total@deficit))`
const NET_FAIR_VALUE = `= needs(trusts_net_book, if(count(${trustsOf('fair_value_adjustment')}) = count(${trustsOf('net_book')}), ${EQUITY_VIEWS_TRUSTS}.total@net_fair_value))`

/** Equity as reported is that of the rollforward where it is chosen, and what is outside the trusts is the rest; else it is added up. */
function asReported(covers: Covers): { equity: Partial<WrittenLine>; outside: Partial<WrittenLine> } {
  if (!covers.chosen.has('equity')) {
    return {
      equity: { formula: '= needs(other_net_assets, needs(trusts_net_book, other_net_assets + trusts_net_book))' },
      outside: follows('other_net_assets'),
    }
  }
  const column = equityColumns(covers).at(-1)!.id
  return {
    equity: { formula: `= ${EQUITY}.closing@${column}` },
    outside: { formula: '= needs(as_reported, needs(trusts_net_book, as_reported - trusts_net_book))' },
  }
}

/** What is entered as reported stands in the other views too. */
function follows(line: string): Partial<WrittenLine> {
  return { formula: `= ${line}@${REPORTED}`, columns: [LIMITED, FAIR_VALUE] }
}

/** A line of one view, outside the filing copy. */
function of(view: string, line: WrittenLine): WrittenLine {
  return { ...line, only: [view], filingCopy: false }
}

function linesOf(covers: Covers): WrittenLine[] {
  const { equity, outside } = asReported(covers)
  return [
    { id: 'other_net_assets', label: 'Net assets outside the trusts', currency: true, ...outside },
    {
      id: 'trusts_net_book',
      label: 'Trusts, assets less obligations in the books',
      ...(covers.chosen.has(EQUITY_VIEWS_TRUSTS) ? { formula: NET_BOOK } : follows('trusts_net_book')),
    },
    {
      id: 'as_reported',
      label: "Stockholders' equity (deficit) as reported",
      rule: 'single',
      ...equity,
    },
    of(LIMITED, {
      id: 'deficit_per_trust',
      label: 'Add back: losses beyond the investment, trust by trust',
      notes: ['2'],
      ...ofTrusts(covers, BY_TRUST),
    }),
    of(LIMITED, {
      id: 'limited_to_investment',
      label: 'Equity with losses limited',
      formula: '= needs(as_reported, needs(deficit_per_trust, as_reported + deficit_per_trust))',
      rule: 'single',
    }),
    of(LIMITED, {
      id: 'deficit_in_total',
      label: 'On the trusts in total: losses beyond the investment',
      notes: ['3'],
      formula: '= needs(trusts_net_book, max(0, -trusts_net_book))',
    }),
    of(LIMITED, {
      id: 'limited_if_only_total_known',
      label: 'On the trusts in total: equity is at least',
      formula: '= needs(as_reported, needs(deficit_in_total, as_reported + deficit_in_total))',
    }),
    of(FAIR_VALUE, {
      id: 'trusts_net_fair_value',
      label: 'Trusts, assets less obligations at fair value',
      ...ofTrusts(covers, NET_FAIR_VALUE),
    }),
    of(FAIR_VALUE, {
      id: 'fair_value_adjustment',
      label: 'Fair value less book',
      formula: '= needs(trusts_net_fair_value, needs(trusts_net_book, trusts_net_fair_value - trusts_net_book))',
    }),
    of(FAIR_VALUE, {
      id: 'opening_retained_earnings_line',
      label: 'To opening retained earnings',
      notes: ['4'],
      formula: '= needs(as_reported, fair_value_adjustment)',
    }),
    of(FAIR_VALUE, {
      id: 'effect_of_tax',
      label: 'Tax effect',
      formula: '= needs(as_reported, 0)',
    }),
    of(FAIR_VALUE, {
      id: 'fair_value_option_view',
      label: 'Equity at fair value',
      formula: '= needs(opening_retained_earnings_line, as_reported + opening_retained_earnings_line + effect_of_tax)',
      rule: 'single',
    }),
    { id: 'side_by_side', label: 'Side by side', kind: 'heading', filingCopy: false },
    {
      id: 'in_view',
      label: "Stockholders' equity (deficit) in the view",
      formula: '= as_reported',
      columns: [REPORTED],
      filingCopy: false,
      currency: true,
    },
    {
      id: 'preferred_liquidation',
      label: 'Less: preferred stock at its liquidation preference',
      deduction: true,
      ...follows('preferred_liquidation'),
    },
    {
      id: 'to_common',
      label: 'Equity of common stock',
      // Without preferred stock the preference is entered as nil: all of equity is not read as that of common stock before.
      formula: '= needs(in_view, needs(preferred_liquidation, in_view - preferred_liquidation))',
      rule: 'single',
    },
    { id: 'common_shares', label: 'Common shares outstanding', format: 'shares', ...follows('common_shares') },
    {
      id: 'book_value_per_common_share',
      label: 'Book value per common share',
      format: 'per_share',
      formula: '= needs(to_common, if(common_shares > 0, round(to_common / common_shares, 2)))',
      rule: 'double',
      currency: true,
    },
    {
      id: 'standing',
      label: 'How the view stands',
      notes: ['5'],
      format: 'choice',
      choices: STANDING,
      formula: `= if(is_blank(as_reported), if(not(and(is_blank(trusts_net_book), is_blank(other_net_assets))), ${NO_EQUITY}), ${ENTERED})`,
      columns: [REPORTED],
      filingCopy: false,
    },
  ]
}

function cell(line: string, column: string, input: string): CellInput {
  return { schedule: EQUITY_VIEWS, line, column, input }
}

/** What each view ends with, and why it does not. A lower bound says so. */
const CELLS: readonly CellInput[] = [
  cell('in_view', LIMITED, '=if(is_blank(limited_to_investment), limited_if_only_total_known, limited_to_investment)'),
  cell('in_view', FAIR_VALUE, '=fair_value_option_view'),
  cell(
    'standing',
    LIMITED,
    `=if(standing@${REPORTED} = ${NO_EQUITY}, ${NO_EQUITY}, needs(as_reported, if(not(is_blank(limited_to_investment)), ${ENTERED}, if(is_blank(limited_if_only_total_known), ${NO_TRUSTS}, ${LOWER_BOUND}))))`,
  ),
  cell(
    'standing',
    FAIR_VALUE,
    `=if(standing@${REPORTED} = ${NO_EQUITY}, ${NO_EQUITY}, needs(as_reported, if(not(is_blank(fair_value_option_view)), ${ENTERED}, if(is_blank(trusts_net_book), ${NO_TRUSTS}, ${NO_FAIR_VALUE}))))`,
  ),
]

export const EQUITY_VIEWS_TEMPLATE: Template = {
  id: EQUITY_VIEWS,
  title: 'Equity in three views',
  group: 'income_and_equity',
  about:
    'Equity and book value per share as reported, with losses in non-recourse trusts limited to the investment, and at fair value; linked to equity and to the trusts where they are chosen.',
  schedule: (covers) => ({
    id: EQUITY_VIEWS,
    short: 'Equity in three views',
    title: "Stockholders' equity and book value per common share",
    kind: 'custom',
    unitLine: '(in thousands, except per share amounts)',
    columns: [...COLUMNS],
    groups: [{ label: 'Tailored Views, Not for Filing', columns: [LIMITED, FAIR_VALUE], notes: ['1'] }],
    lines: linesOf(covers).map(asLine),
    cells: [...CELLS],
    notes: NOTES,
  }),
  headlines: () => [],
}
