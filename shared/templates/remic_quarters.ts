/**
 * Template: excess inclusion by calendar quarter, and what of the year's passes to the holders of each class with its dividends, in all and per share.
 * It estimates and does not advise.
 *
 * Each line is a quarter; amounts and shares are positive.
 */
import type { Column, Note } from '../model/filing.ts'
import { component } from './dividend_schedules.ts'
import { REMIC, REMIC_QUARTERS } from './remic_links.ts'
import { taxYearColumns } from './tax_year.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

const QUARTERS = ['January to March', 'April to June', 'July to September', 'October to December']
const FIRST = 'quarter_1'
const LAST = `quarter_${QUARTERS.length}`

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An estimate, not tax advice. Excess inclusion is computed for each calendar quarter: income of the quarter from the residual interest beyond its daily accruals. 26 USC 860E(c).',
  },
  {
    mark: '2',
    text: 'What passes for the year is spread in proportion to dividends. To holders it is unrelated business income or income under withholding, no loss stands against it, and the REIT pays the tax on what falls to record holders that are disqualified organizations. 26 USC 860E(d), (e)(6); Notice 2006-97.',
  },
]

/** What passes for the year, as the schedule of the year has it to date; blank until that is known. */
function passing(covers: Covers): string {
  return `${REMIC}.allocated_to_shareholders@${taxYearColumns(covers)[0]!.id}`
}

const PAID = '@preferred_dividends + @common_dividends'
const PAID_IN_ALL = 'total@preferred_dividends + total@common_dividends'

function perShare(of: 'preferred' | 'common'): Partial<Column> {
  return {
    format: 'per_share',
    decimals: 6,
    formula: `= if(@${of}_shares > 0, needs(@to_${of}, @to_${of} / @${of}_shares))`,
  }
}

function columnsOf(covers: Covers): Column[] {
  const year = passing(covers)
  const part = `= if(${PAID} > 0, needs(${year}, ${year} * (${PAID}) / (${PAID_IN_ALL})))`
  return [
    component('excess_inclusion', 'Excess inclusion'),
    component('preferred_dividends', 'Preferred dividends'),
    component('preferred_shares', 'Preferred shares', { format: 'shares' }),
    component('common_dividends', 'Common dividends'),
    component('common_shares', 'Common shares', { format: 'shares' }),
    component('passes', 'Passes to holders', covers.chosen.has(REMIC) ? { formula: part } : {}),
    component('to_preferred', 'To preferred', {
      formula: `= if(@preferred_dividends > 0, needs(@passes, @passes * @preferred_dividends / (${PAID})))`,
    }),
    component('to_common', 'To common', {
      formula: '= if(@common_dividends > 0, needs(@passes, @passes - @to_preferred))',
    }),
    component('per_preferred_share', 'Per preferred share', perShare('preferred')),
    component('per_common_share', 'Per common share', perShare('common')),
  ]
}

const ADDED = ['excess_inclusion', 'preferred_dividends', 'common_dividends', 'passes', 'to_preferred', 'to_common']

function linesOf(covers: Covers): WrittenLine[] {
  return [
    ...QUARTERS.map((label, at): WrittenLine => ({ id: `quarter_${at + 1}`, label })),
    {
      id: 'total',
      label: 'Together',
      formula: `= sum(${FIRST}..${LAST})`,
      only: ADDED,
      rule: 'double',
      currency: true,
    },
    ...(covers.chosen.has(REMIC)
      ? [
          {
            id: 'without_dividend',
            label: 'Passes without a dividend that carries it',
            formula: `= needs(${passing(covers)}, ${passing(covers)} - total)`,
            only: ['passes'],
            proof: true,
            filingCopy: false,
          },
        ]
      : []),
  ]
}

export const REMIC_QUARTERS_TEMPLATE: Template = {
  id: REMIC_QUARTERS,
  title: 'Excess inclusion by quarter and share',
  group: 'pass_through',
  about:
    'Excess inclusion of each calendar quarter, and what of the year’s passes to preferred and common holders with their dividends, per share too.',
  schedule(covers) {
    return {
      id: REMIC_QUARTERS,
      short: 'Excess inclusion by quarter',
      title: 'Excess inclusion by quarter and share',
      kind: 'reit_tests',
      unitLine: '(in thousands, except per share amounts)',
      columns: columnsOf(covers),
      groups: [
        { label: 'Income', columns: ['excess_inclusion'], notes: ['1'] },
        {
          label: 'Dividends Paid',
          columns: ['preferred_dividends', 'preferred_shares', 'common_dividends', 'common_shares'],
        },
        {
          label: 'What Passes',
          columns: ['passes', 'to_preferred', 'to_common', 'per_preferred_share', 'per_common_share'],
          notes: ['2'],
        },
      ],
      lines: linesOf(covers).map(asLine),
      cells: [],
      notes: NOTES,
    }
  },
  headlines: () => [],
}
