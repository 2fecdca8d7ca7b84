/**
 * A worked example of each tax schedule, and of earnings per share, as the help shows them: the one list, in which a further schedule is one entry. Inputs and words only: what
 * an example comes to is computed when it is shown (worked_example.ts).
 */
import { PER_SHARE_AND_PASS_THROUGH } from './per_share_examples.ts'
import { DIFFERENCE_EXAMPLES } from './worked_differences.ts'
import type { ShownSchedule, WorkedExample } from './worked_example.ts'
import { inEach, layers, register } from './worked_inputs.ts'

/** The place of common stock among the classes. */
const COMMON = '2'

const ENDS = ['keep_status', 'no_income_tax', 'no_excise_tax']

/** Payments on common stock, 0.25 a share on 50,000 thousand shares. */
const QUARTERLY = [
  { declared: '2012-03-14', record: '2012-03-30', paid: '2012-04-15' },
  { declared: '2012-06-13', record: '2012-06-29', paid: '2012-07-15' },
  { declared: '2012-09-12', record: '2012-09-28', paid: '2012-10-15' },
  { declared: '2012-11-28', record: '2012-12-10', paid: '2012-12-20' },
  { declared: '2012-12-10', record: '2012-12-31', paid: '2013-01-25' },
].map((days, at) => ({ class: COMMON, seq: `${at + 1}`, ...days, per_share: '0.25', shares: '50000' }))

/** The last payment of a published year differs from the four before. */
const PRINTED = [
  ...['2015-02-26', '2015-05-25', '2015-08-24', '2015-11-23'].map((paid) => ({
    paid,
    per_share: '0.4300',
    published_ordinary: '0.2040',
    published_capital_gain: '0.0555',
    published_1250: '0.0069',
    published_qualified: '0.0040',
    published_return_of_capital: '0.1596',
  })),
  {
    paid: '2015-12-14',
    per_share: '0.1284',
    published_ordinary: '0.0609',
    published_capital_gain: '0.0166',
    published_1250: '0.0021',
    published_qualified: '0.0012',
    published_return_of_capital: '0.0477',
  },
].map((record, at) => ({ class: COMMON, seq: `${at + 1}`, ...record }))

const NOL_YEAR: ShownSchedule = {
  schedule: 'nol_years',
  comesTo: [
    'available_pre_2018',
    'available_post_2017',
    'limit_base',
    'limit_80',
    'maximum_deduction',
    'used',
    'reit_taxable_income',
    'closing',
    'minimum_distribution',
  ],
  notes: ['2'],
}

export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  {
    of: ['distribution_test'],
    covers: 'year',
    periodEnd: '2007-12-31',
    answers:
      'The test compares what a REIT must distribute for a tax year with the dividends that count, and shows what stays taxable at the REIT.',
    facts:
      'Net operating losses lower the amount that must be distributed. Without them the dividends would fall short; with them they suffice, and the losses absorb the income that dividends leave.',
    inputs: inEach('distribution_test', ['fy_2007'], {
      taxable_income: '29143',
      nol_deduction: '16400',
      preferred_paid: '11165',
      common_paid: '7608',
      earnings_and_profits: '29143',
    }),
    shown: [
      {
        schedule: 'distribution_test',
        comesTo: [
          'base',
          'required',
          'required_before_losses',
          'counted',
          'result',
          'cushion',
          'required_from_common',
          'undistributed_before_nol',
          'nol_used',
          'corporate_tax',
        ],
        notes: ['2'],
      },
    ],
  },
  ...DIFFERENCE_EXAMPLES,
  {
    of: ['excise'],
    covers: 'year',
    periodEnd: '2006-12-31',
    answers: 'The excise tax is 4% of the part of a calendar year’s required distribution that was not distributed.',
    facts:
      'The year before distributed more than its requirement, and the excess counts this year. The tax rests on 85% of ordinary income, but the shortfall carried to the next year rests on all of that income.',
    inputs: {
      ...inEach('excise', ['fy_2006'], { ordinary_result: '50000', line_5_dividends_paid: '30000' }),
      ...inEach('excise', ['fy_2005'], {
        grossed_up_required: '55000',
        line_8_distributed: '60000',
        carry_overdistribution: '5000',
      }),
    },
    shown: [
      {
        schedule: 'excise',
        comesTo: [
          'line_1b',
          'line_3c',
          'line_4_required',
          'line_7c_overdistribution',
          'line_8_distributed',
          'line_9_undistributed',
          'line_10_excise_tax',
          'carry_shortfall',
        ],
        notes: ['3'],
      },
    ],
  },
  {
    of: ['declaration'],
    reads: ['distribution_test', 'excise'],
    covers: 'quarter',
    periodEnd: '2026-09-30',
    answers:
      'The schedule shows what is still to be declared for the tax year for each of three ends, first on preferred stock and then on common.',
    facts:
      'Three quarters are known and the fourth is a forecast. To pay no income tax takes most: every dollar of taxable income must be distributed.',
    inputs: {
      ...inEach('distribution_test', ['to_date'], {
        taxable_income: '29143',
        preferred_paid: '11166',
        common_paid: '7608',
        earnings_and_profits: '29143',
      }),
      ...inEach('distribution_test', ['forecast'], { taxable_income: '9500' }),
      ...inEach('declaration', ENDS, { preferred_of_the_year: '3722', common_shares: '7600' }),
    },
    shown: [
      {
        schedule: 'distribution_test',
        comesTo: ['required', 'counted'],
        across: ['to_date', 'forecast', 'fy_2026'],
      },
      {
        schedule: 'declaration',
        comesTo: ['required', 'counted', 'to_declare', 'on_preferred', 'on_common', 'per_common_share'],
        notes: ['2'],
      },
    ],
  },
  {
    of: ['nol_years', 'nol'],
    covers: 'year',
    periodEnd: '2022-12-31',
    answers:
      'The schedules show how much of the losses of earlier years a tax year may deduct, and which of those losses are used up.',
    facts:
      'The older loss is deducted in full. The later one is limited to 80% of the income that is left, so part of the income stays taxable although losses are open.',
    inputs: {
      ...layers('nol', { 2015: '30000', 2020: '40000' }),
      ...inEach('nol_years', ['fy_2022'], { taxable_income: '50000', dividends_paid_deduction: '0' }),
    },
    shown: [{ schedule: 'nol', comesTo: ['layer_law', 'used', 'closing'], isRegister: true }, NOL_YEAR],
  },
  {
    of: ['ncl_years', 'ncl'],
    covers: 'year',
    periodEnd: '2019-12-31',
    answers: 'A capital loss is deducted from capital gains of the five years that follow, and lapses after them.',
    facts: 'The gain of the year uses part of the oldest loss. The rest of that loss lapses at the end of the year.',
    inputs: {
      ...layers('ncl', { 2014: '5000', 2016: '5000', 2018: '26709' }),
      ...inEach('ncl_years', ['fy_2019'], { taxable_income: '2000' }),
    },
    shown: [
      {
        schedule: 'ncl',
        comesTo: ['last_year', 'used', 'expired', 'closing', 'expires_soon'],
        isRegister: true,
        notes: ['1'],
      },
      { schedule: 'ncl_years', comesTo: ['maximum_deduction', 'used', 'expired', 'closing'] },
    ],
  },
  {
    of: ['earnings_and_profits'],
    covers: 'year',
    periodEnd: '2026-12-31',
    answers:
      'Earnings and profits decide how much of a distribution is a dividend. They start from taxable income and are adjusted to what the company could distribute.',
    facts:
      'Slower depreciation adds to earnings; the excise tax and expenses that are not deductible lower them. Losses carried from other years do not.',
    inputs: inEach('earnings_and_profits', ['fy_2026'], {
      taxable_income: '52000',
      exempt_income: '300',
      depreciation: '2500',
      federal_tax: '-300',
      nondeductible: '-500',
      accumulated_ep: '4000',
      dividends: '56000',
    }),
    shown: [{ schedule: 'earnings_and_profits', comesTo: ['current_ep', 'closing_accumulated_ep'], notes: ['2'] }],
  },
  {
    of: ['dividends', 'dividend_year'],
    covers: 'year',
    periodEnd: '2012-12-31',
    answers:
      'The register tells to which year each payment belongs and what part of each payment is ordinary income, capital gain or a return of capital.',
    facts:
      'The last dividend was declared and of record in December and paid in January. It counts for the year as far as earnings cover it; the rest is a dividend of the next year.',
    inputs: {
      ...inEach('dividend_year', ['common'], { current_ep: '60000', accumulated_ep: '0', places: '4' }),
      ...register('dividends', 'payment', QUARTERLY),
    },
    shown: [
      {
        schedule: 'dividend_year',
        comesTo: ['distributions', 'in_tax_year', 'ordinary', 'to_next_year', 'pct_ordinary'],
      },
      {
        schedule: 'dividends',
        isRegister: true,
        comesTo: ['timing', 'amount', 'in_tax_year', 'to_next_year', 'ordinary', 'ps_ordinary', 'ps_to_next_year'],
        notes: ['3'],
      },
    ],
  },
  {
    of: ['published_dividends', 'published_dividend_year'],
    covers: 'year',
    periodEnd: '2015-12-31',
    answers:
      'The schedules check a table of dividends as a company printed it: whether the parts add to each payment, and whether one ratio reproduces them all.',
    facts:
      'The table is that of Government Properties Income Trust for 2015. The parts of the last payment exceed the payment by 0.0001, because each was rounded by itself. The table is described and not corrected.',
    inputs: register('published_dividends', 'payment', PRINTED),
    shown: [
      {
        schedule: 'published_dividends',
        isRegister: true,
        comesTo: ['places', 'reproduces', 'does_not_add'],
      },
      {
        schedule: 'published_dividend_year',
        across: ['common'],
        comesTo: ['standing', 'implied_ordinary_ratio', 'distributions', 'return_of_capital', 'pct_ordinary'],
        notes: ['2'],
      },
    ],
  },
  {
    of: ['class_proportion'],
    covers: 'year',
    periodEnd: '2017-12-31',
    answers:
      'The schedule shows whether a company spread its capital gain over common and preferred stock by dividends or by all distributions.',
    facts:
      'The percentages are those of Alexandria Real Estate Equities for 2017. The preferred stock bears more of the gain in percent than the common, because a return of capital takes no part.',
    inputs: inEach('class_proportion', ['fy_2017'], {
      common_ordinary: '62.1',
      common_capital_gain: '10.7',
      common_return_of_capital: '27.2',
      preferred_ordinary: '85.3',
      preferred_capital_gain: '14.7',
    }),
    shown: [
      {
        schedule: 'class_proportion',
        comesTo: [
          'expected_preferred_ordinary_by_dividends',
          'expected_preferred_capital_gain_by_dividends',
          'expected_preferred_capital_gain_by_distributions',
          'agrees_with',
        ],
        notes: ['2'],
      },
    ],
  },
  {
    of: ['calendar'],
    covers: 'year',
    periodEnd: '2026-12-31',
    answers:
      'The calendar tells the last day of each act that decides something for the tax year, and how the act stands.',
    facts:
      'The dividend was declared in December, but its record date is January 2. The dividend belongs to the next year, although it was paid in January.',
    inputs: {
      'calendar.declared@done': '2026-12-10',
      'calendar.of_record@done': '2027-01-02',
      'calendar.paid_in_january@done': '2027-01-20',
    },
    shown: [
      {
        schedule: 'calendar',
        isRegister: true,
        comesTo: ['from', 'due', 'standing'],
        notes: ['2'],
      },
    ],
  },
  ...PER_SHARE_AND_PASS_THROUGH,
]
