/**
 * Templates: losses carried forward, by layer and by year; net operating losses and capital losses alike. The layers hold what stands open of
 * each year's loss and what becomes of that; the year says what may be deducted and what is used up. A subsidiary's losses are kept in a copy
 * of their own. They estimate and do not advise.
 *
 * Losses and deductions are positive amounts. The rules are functions of tax, whose steps Explain shows.
 */
import { dayNumber } from '../calendar/day_number.ts'
import type { Column, Line, Note, Schedule } from '../model/filing.ts'
import { DISTRIBUTION_TEST, NOL_YEARS } from './distribution_test.ts'
import { incomeForLosses } from './remic_links.ts'
import { TAX_YEAR, taxYearColumn, taxYearColumns, taxYearGroups, taxYearId, taxYearOf } from './tax_year.ts'
import { CAPITAL_LOSS_EXCESS, RECONCILIATION } from './reconciliation.ts'
import {
  asLine,
  yearSoFar,
  yearToDate,
  type Covers,
  type Template,
  type TemplateId,
  type WrittenLine,
} from './template.ts'

/** What the two kinds of losses differ in. */
type Kind = {
  /** The kind as the rules of tax have it. */
  number: 1 | 2
  layers: TemplateId
  years: TemplateId
  plural: string
  notes: Note[]
}

const OPERATING: Kind = {
  number: 1,
  layers: 'nol',
  years: NOL_YEARS,
  plural: 'net operating losses',
  notes: [
    {
      mark: '1',
      text: 'An estimate, not tax advice. A loss of a year to 1997 lives fifteen years, one of 1998 to 2017 twenty, a later one without end; losses of a REIT are not carried back. 26 USC 172(b)(1).',
    },
    {
      mark: '2',
      text: 'Years to 2020 deduct losses in full. From 2021 those of years to 2017 are deducted in full, later ones up to 80% of income before dividends less all losses of years to 2017. 26 USC 172(a)(2), (d)(6)(C).',
    },
    {
      mark: '3',
      text: 'Dividends come first: losses absorb what these leave, so that a REIT that pays out everything keeps its losses. Another order can be chosen. 26 USC 172(b)(2), (d)(6)(B).',
    },
  ],
}

const CAPITAL: Kind = {
  number: 2,
  layers: 'ncl',
  years: 'ncl_years',
  plural: 'capital losses',
  notes: [
    {
      mark: '1',
      text: 'An estimate, not tax advice. A capital loss lives five years and is deducted from capital gains alone. 26 USC 1211(a), 1212(a)(1).',
    },
  ],
}

/** Laws of a layer, in the order in which the rules of tax number them. */
const LAYER_LAWS = ['pre-1998, 15 years', 'pre-2018, 20 years', 'post-2017', '1212(a)(1)(B): 5 years']

/** Rows for layers; more are inserted among them. */
const ROWS = 8
/** Days in three years. */
const SOON = 1096

const first = 'layer_1'
const last = `layer_${ROWS}`
const range = (column: string): string => `${first}..${last}@${column}`

function column(id: string, label: string, more: Partial<Column> = {}): Column {
  return { id, label, kind: 'component', ...more }
}

function layerColumns({ number, years }: Kind, covers: Covers): Column[] {
  const isLinked = covers.chosen.has(years)
  const year = taxYearId(taxYearOf(covers.periodEnd))
  const ofYear = (line: string): string => `${years}.${line}@${year}`
  const linked = (formula: string): Partial<Column> => (isLinked ? { formula } : {})
  // What the year used may be unknown: then so is what becomes of the layers.
  const known = (name: string, formula: string): string => (isLinked ? `= needs(${name}, ${formula})` : `= ${formula}`)
  return [
    column('layer_year', 'Loss of the year ended', { format: 'date' }),
    column('layer_law', 'Law', {
      format: 'choice',
      choices: LAYER_LAWS,
      formula: `= tax_layer_law(${number}, @layer_year)`,
    }),
    column('last_year', 'Expires', { format: 'date', formula: `= tax_layer_last_year(${number}, @layer_year)` }),
    ...(number === 1 ? [column('limit', 'Section 382 limit')] : []),
    column('opening', 'Opening'),
    column(
      'added',
      'Added',
      linked(`= tax_layer_added(${ofYear(TAX_YEAR)}, @layer_year, ${ofYear('nol_of_the_year')})`),
    ),
    column(
      'used',
      'Used',
      linked(
        known(
          ofYear('used'),
          `tax_layer_used(${ofYear(TAX_YEAR)}, @layer_year, ${ofYear('used')}, ${range('layer_year')}, ${range('opening')}, ${range('last_year')}${number === 1 ? `, ${range('limit')}` : ''})`,
        ),
      ),
    ),
    column(
      'expired',
      'Expired',
      linked(known('@used', `tax_layer_expired(${ofYear(TAX_YEAR)}, @layer_year, @last_year, @opening, @used)`)),
    ),
    column('closing', 'Closing', { formula: known('@used', 'tax_layer_closing(@opening, @added, @used, @expired)') }),
    column(
      'expires_soon',
      'Lapses within three years',
      linked(
        `= needs(@closing, if(and(@closing > 0, @last_year > 0, @last_year - ${ofYear(TAX_YEAR)} <= ${SOON}), @closing, 0))`,
      ),
    ),
  ]
}

function layers(kind: Kind, covers: Covers): Schedule {
  const columns = layerColumns(kind, covers)
  const year = taxYearId(taxYearOf(covers.periodEnd))
  const added = ['opening', 'added', 'used', 'expired', 'closing', 'expires_soon']
  const lines: WrittenLine[] = [
    ...Array.from({ length: ROWS }, (_, at): WrittenLine => ({ id: `layer_${at + 1}`, label: `Layer ${at + 1}` })),
    {
      id: 'total',
      label: 'Together',
      formula: `= sum(${first}..${last})`,
      only: added,
      rule: 'double',
      currency: true,
    },
    ...(covers.chosen.has(kind.years)
      ? [
          {
            id: 'without_layer',
            label: 'Loss of the year without a layer',
            formula: `= ${kind.years}.nol_of_the_year@${year} - total`,
            only: ['added'],
            proof: true,
            filingCopy: false,
          },
        ]
      : []),
  ]
  return {
    id: kind.layers,
    short: `${sentenceCase(kind.plural)} by layer`,
    title: `${sentenceCase(kind.plural)} carried forward, by layer`,
    kind: 'reit_tests',
    unitLine: '(in thousands)',
    columns,
    lines: lines.map(asLine),
    cells: [],
    notes: kind.notes.slice(0, 1),
    groups: [{ label: 'Carried', columns: added, notes: ['1'] }],
  }
}

function sentenceCase(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** The order in which dividends and losses are deducted, and how what is absorbed is read; each with its default first. */
const ORDERS = ['dividends first', 'losses first']
const READINGS = ['what was deducted', 'literal']

/** What capital gains bear is in the test; what they do not bear is added back in the reconciliation. */
function capitalResult(covers: Covers): Partial<WrittenLine> {
  if (!covers.chosen.has(DISTRIBUTION_TEST) || !covers.chosen.has(RECONCILIATION)) return {}
  const toDate = yearToDate(covers)?.id ?? yearSoFar(covers).at(-1)!.id
  const excess = `${RECONCILIATION}.${CAPITAL_LOSS_EXCESS}@${toDate}`
  return { formula: `= ${DISTRIBUTION_TEST}.net_capital_gain - ${excess}` }
}

function yearLines(kind: Kind, covers: Covers): WrittenLine[] {
  const { number, layers: of } = kind
  const isLayered = covers.chosen.has(of)
  const year = taxYearOf(covers.periodEnd)
  const isTested = number === 1 && covers.chosen.has(DISTRIBUTION_TEST)
  const gainsAndLosses = number === 2 ? capitalResult(covers) : {}
  const fromTest = (line: string): Partial<WrittenLine> =>
    isTested ? { formula: `= ${DISTRIBUTION_TEST}.${line}` } : {}
  const open = (from: string, to: string): Partial<WrittenLine> =>
    isLayered
      ? {
          formula: `= tax_losses_open(${from}, ${to}, ${of}.${range('layer_year')}, ${of}.${range('opening')}${number === 1 ? `, ${of}.${range('limit')}` : ''})`,
        }
      : {}
  const floored = number === 1 ? incomeForLosses(covers) : undefined
  const income = floored ? 'income_with_floor' : 'taxable_income'
  const ofLayers = (column: string): Partial<WrittenLine> => (isLayered ? { formula: `= ${of}.total@${column}` } : {})
  const absorbed = `tax_loss_absorbed(maximum_deduction, income_before_dividends, income_after_dividends, deduction_order, absorption${number === 1 ? ', limit_base' : ''})`
  const literal =
    'tax_loss_absorbed(maximum_deduction, income_before_dividends, income_after_dividends, deduction_order, 2, limit_base)'
  const limited: WrittenLine[] = [
    {
      id: 'limit_base',
      label: 'Base of the limit of years after 2020',
      formula:
        '= needs(income_before_dividends, tax_nol_limit_base(year_end, income_before_dividends, available_pre_2018))',
      notes: ['2'],
    },
    { id: 'limit_80', label: 'Limit of later losses, 80%', formula: '= tax_nol_limit(limit_base)' },
  ]
  const tested: WrittenLine[] = [
    {
      id: 'distribution_base',
      label: 'Base of the distribution test',
      formula: `= max(0, ${income} - net_capital_gain - maximum_deduction)`,
    },
    { id: 'minimum_distribution', label: 'Minimum distribution, 90%', formula: '= 90% * distribution_base' },
    {
      id: 'used_literal',
      label: 'Used, read literally',
      formula: isTested ? `= needs(income_after_dividends, ${literal})` : `= ${literal}`,
      filingCopy: false,
    },
  ]
  return [
    { id: TAX_YEAR, label: 'Tax year ends', format: 'date', formula: `= ${dayNumber(`${year}-12-31`)!}` },
    {
      id: 'taxable_income',
      label: number === 1 ? 'Taxable income before the dividends-paid deduction' : 'Capital gains less capital losses',
      currency: true,
      ...(floored ? { formula: `= ${floored.against}` } : fromTest('taxable_income')),
      ...gainsAndLosses,
    },
    ...(floored
      ? [{ id: income, label: 'With excess inclusion of REMIC residuals', formula: `= ${floored.beforeDividends}` }]
      : []),
    { id: 'net_capital_gain', label: 'Net capital gain in it', ...fromTest('net_capital_gain') },
    {
      id: 'dividends_paid_deduction',
      label: 'Dividends-paid deduction',
      ...fromTest('dividends_paid_deduction'),
    },
    {
      id: 'capital_gain_dividends',
      label: 'Capital gain dividends in it',
      ...fromTest('capital_gain_dividends'),
    },
    {
      id: 'nol_of_the_year',
      label: 'Loss of the year',
      formula: '= tax_loss_of_year(taxable_income, net_capital_gain, capital_gain_dividends)',
    },
    {
      id: 'income_before_dividends',
      label: 'Income that losses stand against',
      formula: '= tax_income_for_losses(taxable_income, net_capital_gain, capital_gain_dividends)',
    },
    { id: 'available_pre_2018', label: 'Open losses of years to 2017', ...open('1900', '2017') },
    { id: 'available_post_2017', label: 'Open losses of later years', ...open('2018', '2999') },
    ...(number === 1 ? limited : []),
    {
      id: 'maximum_deduction',
      label: 'The most that may be deducted',
      formula: `= tax_loss_deduction(income_before_dividends, available_pre_2018, available_post_2017${number === 1 ? ', limit_80' : ''})`,
      rule: 'single',
    },
    {
      id: 'deduction_order',
      label: 'Order of deductions',
      format: 'choice',
      choices: ORDERS,
      filingCopy: false,
    },
    {
      id: 'absorption',
      label: 'What is used up',
      format: 'choice',
      choices: READINGS,
      filingCopy: false,
    },
    {
      id: 'income_after_dividends',
      label: 'Income after dividends',
      // The test may not tell yet what dividends deduct; where there is no income it does not matter.
      formula: isTested
        ? `= if(${income} > 0, needs(dividends_paid_deduction, max(0, ${income} - dividends_paid_deduction)), needs(taxable_income, 0))`
        : `= max(0, ${income} - dividends_paid_deduction)`,
    },
    {
      id: 'used',
      label: 'Losses used',
      formula: isTested ? `= needs(income_after_dividends, ${absorbed})` : `= ${absorbed}`,
      ...(number === 1 && { notes: ['3'] }),
    },
    {
      id: 'reit_taxable_income',
      label: 'Taxable after dividends and losses',
      formula: '= income_after_dividends - used',
      rule: 'single',
      currency: true,
    },
    { id: 'expired', label: 'Losses expired', ...ofLayers('expired') },
    { id: 'closing', label: 'Losses carried to the next year', rule: 'double', currency: true, ...ofLayers('closing') },
    ...(number === 1 ? tested : []),
  ]
}

/** What stands to date, and the year with its forecast; the year alone where the filing covers years. */
function yearColumns(covers: Covers): Column[] {
  const year = taxYearColumn(taxYearOf(covers.periodEnd))
  const [toDate] = taxYearColumns(covers)
  return toDate!.id === year.id ? [year] : [toDate!, year]
}

function years(kind: Kind, covers: Covers): Schedule {
  const columns = yearColumns(covers)
  return {
    id: kind.years,
    short: `${sentenceCase(kind.plural)} of the year`,
    title: `${sentenceCase(kind.plural)}: deduction of the tax year`,
    kind: 'reit_tests',
    unitLine: '(in thousands)',
    columns,
    groups: taxYearGroups(columns).map((group) => ({ ...group, notes: ['1'] })),
    lines: yearLines(kind, covers).map((line): Line => asLine(line)),
    cells: [],
    notes: kind.notes,
  }
}

function templates(kind: Kind): [Template, Template] {
  const name = sentenceCase(kind.plural)
  return [
    {
      id: kind.years,
      title: `${name} of the year`,
      group: 'losses',
      about: `What a tax year adds to its ${kind.plural}, may deduct of them and uses up; linked to the distribution test and to the layers where they are chosen.`,
      schedule: (covers) => years(kind, covers),
      headlines: () => [],
    },
    {
      id: kind.layers,
      title: `${name} by layer`,
      group: 'losses',
      about: `The open amount of each year’s loss, what is added, used and lapses, oldest first.`,
      schedule: (covers) => layers(kind, covers),
      headlines: () => [],
    },
  ]
}

/** The year first, then its layers: net operating losses, then capital losses. */
export const LOSS_TEMPLATES: readonly Template[] = [...templates(OPERATING), ...templates(CAPITAL)]
