/**
 * Worked examples of earnings per share and of income that passes through from others: a part of the list of worked_examples.ts. Inputs and words only.
 */
import type { WorkedExample } from './worked_example.ts'
import { inEach } from './worked_inputs.ts'

export const PER_SHARE_AND_PASS_THROUGH: readonly WorkedExample[] = [
  {
    of: ['eps'],
    covers: 'quarter',
    periodEnd: '2021-09-30',
    answers:
      'The schedule computes basic and diluted earnings per share, and decides which potential shares count: those that lower the figure, the most dilutive first.',
    facts:
      'The figures are those of Two Harbors Investment Corp. for nine months of 2021. Share units come first, since they add nothing to earnings; the notes add 0.37 for each share, less than earnings per share before them, so they count too.',
    inputs: inEach('eps', ['m9_2021'], {
      net_income: '188521',
      preferred_declared: '44711',
      participating: '532',
      basic_shares: '285192.353',
      p1_addback: '12755',
      p1_shares: '34533.003',
      p2_addback: '0',
      p2_shares: '240.759',
      other_numerator: '-24',
      published_basic: '0.50',
      published_diluted: '0.49',
    }),
    shown: [
      {
        schedule: 'eps',
        comesTo: [
          'available_to_common',
          'basic',
          'p1_increment',
          'p1_sequence',
          'p1_before',
          'p1_included',
          'p2_sequence',
          'p2_included',
          'diluted_numerator',
          'diluted_shares',
          'diluted',
          'numerator_published_uses',
        ],
        notes: ['2'],
      },
    ],
  },
  {
    of: ['trs_dividend'],
    covers: 'year',
    periodEnd: '2007-12-31',
    answers:
      'The schedule shows how much of what a taxable REIT subsidiary distributes is a dividend, how much a return of capital and how much gain.',
    facts:
      'The subsidiaries of Impac lost 328,289 in nine months of 2007. If earlier years had left 3,900 of earnings and that amount were distributed, the loss would use those earnings up: the whole distribution would be a return of capital, and taxable income would not change. The basis is assumed.',
    inputs: inEach('trs_dividend', ['fy_2007'], {
      undistributed_opening: '3900',
      current_year_before_tax: '-328289',
      current_year_tax: '0',
      distribution: '3900',
      basis_opening: '20000',
    }),
    shown: [
      {
        schedule: 'trs_dividend',
        comesTo: [
          'from_current',
          'from_prior',
          'dividend',
          'return_of_capital',
          'capital_gain',
          'undistributed_closing',
          'basis_closing',
          'change_in_taxable_income',
          'change_in_minimum_distribution',
        ],
        notes: ['3'],
      },
    ],
  },
  {
    of: ['remic', 'remic_quarters'],
    covers: 'year',
    periodEnd: '2007-12-31',
    answers:
      'The schedules show the floor that excess inclusion sets under taxable income, the loss that stays beside it, and what passes to holders with their dividends.',
    facts:
      'Impac’s estimate for nine months of 2007 before preferred dividends was a loss of 5,205. If REMIC income were 40,000 higher and all excess inclusion, 40,000 would be taxable before dividends, and the loss would be carried. Dividends of 18,773 pass excess inclusion of the same amount on.',
    inputs: {
      ...inEach('remic', ['fy_2007'], {
        other_income: '-5205',
        nol_available: '0',
        dividends_paid_deduction: '18773',
        cash_received: '40000',
      }),
      ...inEach('remic_quarters', ['preferred_dividends'], { quarter_1: '3721', quarter_2: '3722', quarter_3: '3722' }),
      'remic_quarters.quarter_1@common_dividends': '7608',
      'remic_quarters.quarter_1@common_shares': '76084',
      'remic_quarters.quarter_3@excess_inclusion': '40000',
    },
    shown: [
      {
        schedule: 'remic',
        comesTo: [
          'excess_inclusion',
          'income_without_floor',
          'taxable_income_before_dividends',
          'floor_binds',
          'nol_of_the_year',
          'taxable_income',
          'allocated_to_shareholders',
          'required',
        ],
        notes: ['2', '4'],
      },
      {
        schedule: 'remic_quarters',
        isRegister: true,
        across: ['quarter_1'],
        comesTo: ['passes', 'to_preferred', 'to_common', 'per_common_share'],
      },
    ],
  },
]
