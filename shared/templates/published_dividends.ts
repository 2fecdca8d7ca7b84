/**
 * Templates: a published table of dividends, by payment and by class, as a company printed it. Says which single ratio reproduces it, what each
 * part would be per share by that ratio, and where the printed parts do not add to the payment. It estimates and does not advise.
 *
 * All amounts are per share and positive; nothing that is printed is corrected.
 */
import type { CellInput, Column, Schedule } from '../model/filing.ts'
import {
  CLASS_COLUMNS,
  CLASS_WORDS,
  PAYMENT_ROWS,
  PUBLISHED,
  PUBLISHED_NOTES,
  PUBLISHED_YEAR,
  STANDING_WORDS,
  TIMING_WORDS,
  YES_NO,
  byClass,
  component,
  payments,
  perShare,
} from './dividend_schedules.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

/** A part of a payment: its column, as computed and as printed, its label, and the place of the part in the rule. */
type Part = { id: string; printed: string; label: string; place: number }

const PARTS: readonly Part[] = [
  { id: 'ordinary', printed: 'published_ordinary', label: 'Ordinary', place: 1 },
  { id: 'capital_gain', printed: 'published_capital_gain', label: 'Capital gain', place: 2 },
  { id: 'unrecaptured_1250', printed: 'published_1250', label: 'Unrecaptured 1250', place: 3 },
  { id: 'qualified', printed: 'published_qualified', label: 'Qualified', place: 4 },
  { id: 'return_of_capital', printed: 'published_return_of_capital', label: 'Return of capital', place: 5 },
  { id: 'to_next_year', printed: 'published_to_next_year', label: 'To next year', place: 7 },
]

const IMPLIED: Readonly<Record<string, string>> = {
  ordinary: 'implied_ordinary_ratio',
  capital_gain: 'implied_capital_gain_ratio',
  unrecaptured_1250: 'implied_1250_ratio',
  qualified: 'implied_qualified_ratio',
}

/** A figure of the row's class. */
function ofClass(line: string): string {
  return `if(@class = 1, ${PUBLISHED_YEAR}.${line}@preferred, ${PUBLISHED_YEAR}.${line}@common)`
}

/** A part by the ratio of its class, before rounding; nil, or blank where the table may lack the part, where no ratio is implied. */
function byRatio(part: string, otherwise?: '0'): string {
  const ratio = ofClass(IMPLIED[part]!)
  const product = `@in_tax_year * ${ratio}`
  return `= needs(@in_tax_year, ${otherwise ? `if(is_blank(${ratio}), 0, ${product})` : `needs(${ratio}, ${product})`})`
}

/** The parts before rounding. What no printed part returns is no return of capital: such ratios add to the whole but for their rounding. */
const EXACT: readonly Column[] = [
  perShare('ordinary', 'Ordinary', byRatio('ordinary', '0')),
  perShare('capital_gain', 'Capital gain', byRatio('capital_gain', '0')),
  perShare('unrecaptured_1250', 'Unrecaptured 1250', byRatio('unrecaptured_1250')),
  perShare('qualified', 'Qualified', byRatio('qualified')),
  perShare(
    'return_of_capital',
    'Return of capital',
    `= needs(@in_tax_year, if(sum(${payments('published_return_of_capital')}) = 0, 0, max(0, @in_tax_year - @ordinary - @capital_gain - if(${ofClass('standing')} = 2, @unrecaptured_1250 + @qualified, 0))))`,
  ),
]

const same = ({ id, printed }: Part): string => `or(is_blank(@${printed}), @${printed} = @ps_${id})`

function columns(): Column[] {
  const ps = ({ id, label, place }: Part): Column =>
    perShare(
      `ps_${id}`,
      label,
      `= tax_per_share_part(${place}, @places, ${ofClass('standing')}, @per_share, @per_share, @in_tax_year, @per_share - @in_tax_year, ${EXACT.map(({ id: part }) => `@${part}`).join(', ')}, 0)`,
    )
  return [
    component('class', 'Class', { format: 'choice', choices: CLASS_WORDS }),
    component('seq', 'No.', { decimals: 0 }),
    component('declared', 'Declared', { format: 'date' }),
    component('record', 'Record', { format: 'date' }),
    component('paid', 'Paid', { format: 'date' }),
    component('timing', 'Counts', { format: 'choice', choices: TIMING_WORDS }),
    perShare('per_share', 'Per share'),
    ...PARTS.map(({ printed, label }) => perShare(printed, label)),
    component('places', 'Places', {
      decimals: 0,
      filingCopy: false,
      formula:
        '= needs(@per_share, tax_decimal_places(@per_share, @published_ordinary, @published_capital_gain, @published_return_of_capital))',
    }),
    perShare('in_tax_year', 'In tax year', '= needs(@per_share, @per_share - @published_to_next_year)'),
    ...EXACT,
    ...PARTS.map(ps),
    component('reproduces', 'Reproduced', {
      format: 'choice',
      choices: YES_NO,
      formula: `= needs(@per_share, if(and(${PARTS.map(same).join(', ')}), 1, 2))`,
    }),
    perShare(
      'does_not_add',
      'Does not add by',
      `= needs(@per_share, @published_ordinary + @published_capital_gain + @published_return_of_capital + @published_to_next_year + if(${ofClass('standing')} = 2, @published_1250 + @published_qualified, 0) - @per_share)`,
    ),
  ]
}

function schedule({ chosen }: Covers): Schedule {
  const isLinked = chosen.has(PUBLISHED_YEAR)
  // Without the year by class no ratio is known, and what rests on one is left to be typed.
  const all = columns().map(({ formula, ...one }) => ({
    ...one,
    ...(formula !== undefined && (isLinked || !formula.includes(`${PUBLISHED_YEAR}.`)) && { formula }),
  }))
  const group = (from: string, to: string): string[] => {
    const ids = all.map(({ id }) => id)
    return ids.slice(ids.indexOf(from), ids.indexOf(to) + 1)
  }
  const lines = Array.from({ length: PAYMENT_ROWS }, (_, at): WrittenLine => ({
    id: `payment_${at + 1}`,
    label: `Payment ${at + 1}`,
  }))
  return {
    id: PUBLISHED,
    short: 'Published dividends',
    title: 'Published dividends and their character, per share',
    kind: 'reit_tests',
    unitLine: '(per share)',
    columns: all,
    groups: [
      { label: 'Payment', columns: group('class', 'per_share'), notes: ['1'] },
      { label: 'As Printed', columns: group('published_ordinary', 'published_to_next_year') },
      { label: 'By One Ratio', columns: group('places', 'does_not_add'), notes: ['2'] },
    ],
    lines: lines.map(asLine),
    cells: [],
    notes: PUBLISHED_NOTES,
  }
}

/** What of the register a class takes, and the class. */
function total(column: string, place: number): string {
  return `tax_total_of(${place}, ${payments('class', PUBLISHED)}, ${payments(column, PUBLISHED)})`
}

function implied(which: number, part: string, place: number): string {
  return `= tax_implied_ratio(${which}, places, ${place}, ${payments('class', PUBLISHED)}, ${payments(part, PUBLISHED)}, ${payments('in_tax_year', PUBLISHED)})`
}

function standing(place: number): string {
  const columns = [
    'class',
    'in_tax_year',
    'published_ordinary',
    'published_capital_gain',
    'published_return_of_capital',
    'published_1250',
    'published_qualified',
  ]
  return `= tax_parts_beside(${place}, ${columns.map((one) => payments(one, PUBLISHED)).join(', ')})`
}

const RATIOS: readonly [string, string, number, string][] = [
  ['implied_ordinary_ratio', 'Ordinary, ratio that the table implies', 1, 'published_ordinary'],
  ['implied_ordinary_from', 'Every ratio prints alike from', 2, 'published_ordinary'],
  ['implied_ordinary_below', 'And below', 3, 'published_ordinary'],
  ['implied_capital_gain_ratio', 'Capital gain, ratio', 1, 'published_capital_gain'],
  ['implied_1250_ratio', 'Unrecaptured 1250, ratio', 1, 'published_1250'],
  ['implied_qualified_ratio', 'Qualified, ratio', 1, 'published_qualified'],
]

const TOTALS: readonly [string, string, string][] = [
  ['distributions', 'Distributions', 'per_share'],
  ['in_tax_year', 'In the tax year', 'in_tax_year'],
  ['ordinary', 'Ordinary', 'ps_ordinary'],
  ['capital_gain', 'Capital gain', 'ps_capital_gain'],
  ['unrecaptured_1250_total', 'Unrecaptured section 1250 gain', 'ps_unrecaptured_1250'],
  ['return_of_capital', 'Return of capital', 'ps_return_of_capital'],
  ['to_next_year', 'To the next year', 'ps_to_next_year'],
  ['qualified', 'Qualified dividends', 'ps_qualified'],
]

/** Where no payments are listed, a year's totals are typed, and what of them is the year's follows. Unrecaptured gain is never blank. */
function totalFormula(id: string, column: string, place: number): string {
  const all = total(column, place)
  if (id === 'unrecaptured_1250_total') return `= needs(in_tax_year, 0 + ${all})`
  if (id !== 'in_tax_year') return `= ${all}`
  return `= if(is_blank(${all}), needs(distributions, distributions - to_next_year), ${all})`
}

/** What the payments come to, by class. */
function classCells(): CellInput[] {
  return [
    ...byClass(PUBLISHED_YEAR, 'standing', standing),
    ...RATIOS.flatMap(([id, , which, part]) => byClass(PUBLISHED_YEAR, id, (place) => implied(which, part, place))),
    ...TOTALS.flatMap(([id, , column]) => byClass(PUBLISHED_YEAR, id, (place) => totalFormula(id, column, place))),
  ]
}

const PERCENTAGES: readonly [string, string][] = [
  ['pct_ordinary', 'Ordinary, percent'],
  ['pct_capital_gain', 'Capital gain, percent'],
  ['pct_return_of_capital', 'Return of capital, percent'],
  ['pct_qualified', 'Qualified beside others, percent'],
  ['pct_unrecaptured_1250', 'Unrecaptured 1250 beside others, percent'],
]

const PRINTED_PERCENTAGES = 5

/** A part where it stands beside the others. */
function beside(line: string): string {
  return `if(total_standing = 2, ${line}, 0)`
}

function yearLines(): WrittenLine[] {
  return [
    {
      id: 'places',
      label: 'Decimal places per share',
      formula: `= max(${payments('places', PUBLISHED)})`,
      filingCopy: false,
    },
    {
      id: 'standing',
      label: 'Qualified dividends and unrecaptured gain stand',
      format: 'choice',
      choices: STANDING_WORDS,
      filingCopy: false,
    },
    ...RATIOS.map(([id, label, which]): WrittenLine => ({
      id,
      label,
      format: 'per_share',
      decimals: which === 1 ? 6 : 9,
      notes: ['2'],
      filingCopy: false,
    })),
    ...TOTALS.map(([id, label]): WrittenLine => ({
      id,
      label,
      format: 'per_share',
      decimals: 6,
    })),
    {
      id: 'total_standing',
      label: 'In the totals these stand',
      format: 'choice',
      choices: STANDING_WORDS,
      formula:
        '= tax_parts_beside(1, 1, in_tax_year, ordinary, capital_gain, return_of_capital, unrecaptured_1250_total, qualified)',
      filingCopy: false,
    },
    ...Array.from({ length: PRINTED_PERCENTAGES }, (_, at): WrittenLine => ({
      id: `printed_percentage_${at + 1}`,
      label: `Percentage ${at + 1} as printed`,
      format: 'percent',
      decimals: 2,
      filingCopy: false,
    })),
    {
      id: 'percent_places',
      label: 'Decimal places of percentages',
      formula: `= iferror(if(count(printed_percentage_1..printed_percentage_${PRINTED_PERCENTAGES}) = 0, needs(distributions, 2), tax_decimal_places(printed_percentage_1..printed_percentage_${PRINTED_PERCENTAGES})), 2)`,
      filingCopy: false,
    },
    ...PERCENTAGES.map(([id, label], at): WrittenLine => ({
      id,
      label,
      format: 'percent',
      decimals: 2,
      formula: `= tax_percent_part(${at + 1}, percent_places, ordinary, capital_gain, return_of_capital, ${beside('qualified')}, ${beside('unrecaptured_1250_total')})`,
    })),
  ]
}

function year({ chosen }: Covers): Schedule {
  const isLinked = chosen.has(PUBLISHED)
  return {
    id: PUBLISHED_YEAR,
    short: 'Published by class',
    title: 'Published dividends of the year by class, per share',
    kind: 'reit_tests',
    unitLine: '(per share)',
    columns: [...CLASS_COLUMNS],
    groups: [{ label: 'Class of Stock', columns: CLASS_COLUMNS.map(({ id }) => id), notes: ['1'] }],
    lines: yearLines().map(({ formula, ...line }) =>
      asLine({
        ...line,
        ...(formula !== undefined && (isLinked || !formula.includes(`${PUBLISHED}.`)) && { formula }),
      }),
    ),
    cells: isLinked ? classCells() : [],
    notes: PUBLISHED_NOTES,
  }
}

export const PUBLISHED_TEMPLATES: readonly Template[] = [
  {
    id: PUBLISHED_YEAR,
    title: 'Published dividends by class',
    group: 'published',
    about: 'What a published table of dividends comes to by class: the ratio that it implies, totals and percentages.',
    schedule: year,
    headlines: () => [],
  },
  {
    id: PUBLISHED,
    title: 'Published dividends by payment',
    group: 'published',
    about:
      'A table of dividends as a company printed it, checked payment by payment: what does not add, what is not pro rata.',
    schedule,
    headlines: () => [],
  },
]
