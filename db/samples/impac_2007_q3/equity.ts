/**
 * What the press release lets be known of stockholders' equity in 2007, by quarter. Thousands of dollars; dividends stand
 * as positive deductions. The opening balance was not disclosed, so levels wait for it and effects do not.
 */
import type { Schedule } from '../../../shared/model/filing.ts'
import { scheduleOf, type Head, type Row } from '../rows.ts'
import {
  PREFERRED,
  OPENING_EQUITY,
  COMPREHENSIVE_INCOME,
  RECLASSIFICATION,
  WITH_STOCKHOLDERS,
  COMMON_DIVIDENDS,
} from '../../../shared/templates/reason_texts.ts'

const Q1_HOW = 'nine months less the second and third quarters'

const HEAD: Head = {
  id: 'equity',
  short: "Stockholders' equity",
  title: "Stockholders' equity in 2007: what is known by quarter",
  kind: 'equity',
  unitLine: '(in thousands)',
  columns: [
    { id: 'q1_2007', label: 'March 31, 2007', kind: 'duration', end: '2007-03-31' },
    { id: 'q2_2007', label: 'June 30, 2007', kind: 'duration', end: '2007-06-30' },
    { id: 'q3_2007', label: 'September 30, 2007', kind: 'duration', end: '2007-09-30' },
  ],
  groups: [{ label: 'Three Months Ended', columns: ['q1_2007', 'q2_2007', 'q3_2007'] }],
  notesTitle: 'Notes (summarized)',
  notes: [
    {
      mark: '1',
      text: "The release gives no amount of stockholders' equity; it says only that equity was negative at September 30, 2007. The balance at December 31, 2006 can be completed once, with its source; each later quarter opens at the close before it.",
    },
  ],
}

const COMPLETABLE = { completable: true }
/** The dividends of the first quarter, from the reading that is chosen; to the unit, as the release's figures are. */
const FIRST_QUARTER_DIVIDENDS = '= round(common_dividend_per_share * common_shares, 0)'
const EVERY_QUARTER = { q1_2007: COMPLETABLE, q2_2007: COMPLETABLE, q3_2007: COMPLETABLE }

const MOVEMENTS: Row[] = [
  {
    id: 'opening',
    label: "Stockholders' equity at beginning of period",
    currency: true,
    notes: ['1'],
    origin: 'not_disclosed',
    inputs: { q2_2007: '=closing@q1_2007', q3_2007: '=closing@q2_2007' },
    said: {
      q1_2007: { completable: true, how: 'entered once, for December 31, 2006' },
      q2_2007: { how: 'the close of the first quarter' },
      q3_2007: { how: 'the close of the second quarter' },
    },
    reasons: [OPENING_EQUITY],
  },
  {
    id: 'net_earnings',
    label: 'Net loss',
    formula: '= reconciliation.net_earnings',
    perSource: { q2_2007: '-152547', q3_2007: '-1191235' },
    said: { q1_2007: { origin: 'derived', how: Q1_HOW } },
  },
  {
    id: 'other_comprehensive_income',
    label: 'Other comprehensive income (loss)',
    origin: 'not_disclosed',
    said: EVERY_QUARTER,
    reasons: [COMPREHENSIVE_INCOME],
  },
  {
    id: 'oci_reclassification',
    label: 'Reclassification of impairment from other comprehensive income',
    // Available-for-sale securities stand at fair value, so an impairment moves between earnings and other comprehensive
    // income. The amount as filed is not disclosed and stays blank; what a scenario changes of it is known.
    formula: '= if(income.otti_loss <> as_filed(income.otti_loss), income.otti_loss - as_filed(income.otti_loss))',
    columns: ['q2_2007', 'q3_2007'],
    origin: 'not_disclosed',
    how: 'a scenario changes it by the amount of the impairment in earnings, so equity does not change',
    said: EVERY_QUARTER,
    reasons: [RECLASSIFICATION],
  },
  {
    id: 'issuances',
    label: 'Issuances, repurchases and stock compensation',
    origin: 'not_disclosed',
    said: EVERY_QUARTER,
    reasons: [WITH_STOCKHOLDERS],
  },
  {
    id: 'preferred_dividends',
    label: 'Dividends on preferred stock',
    deduction: true,
    inputs: { q1_2007: '3721', q2_2007: '3722', q3_2007: '3722' },
    said: { q1_2007: { origin: 'derived', how: Q1_HOW } },
    reasons: [PREFERRED],
  },
  {
    id: 'common_dividends',
    label: 'Dividends on common stock',
    deduction: true,
    origin: 'derived',
    how: 'no dividend on common stock was declared for the quarter',
    inputs: { q1_2007: FIRST_QUARTER_DIVIDENDS, q2_2007: '0', q3_2007: '0' },
    said: {
      q1_2007: {
        origin: 'assumed',
        how: '7,608 as filed, 0.10 a share on 76,084 thousand shares, assumes that the dividend for the quarter is all that was declared in it; with the dividend for the fourth quarter of 2006, 0.25 a share, which an earlier release says was declared and paid in January 2007, it would be 26,629, 0.35 a share, as the other reading below has it',
      },
    },
    reasons: [COMMON_DIVIDENDS],
  },
]

/** A working of the first quarter's dividends: a detail outside the filing copy, with a cell in that quarter alone. */
function working(row: Pick<Row, 'id' | 'label' | 'origin'> & Partial<Row>): Row {
  return {
    ...row,
    parent: 'common_dividends',
    only: ['q1_2007'],
    filingCopy: false,
    reasons: [COMMON_DIVIDENDS],
  }
}

const WORKINGS: Row[] = [
  working({
    id: 'common_dividends_reading',
    label: 'Dividends declared in the quarter',
    format: 'choice',
    choices: ['for the quarter', 'for two quarters'],
    origin: 'assumed',
    how: 'for the quarter, the dividend of 0.10 a share; for two quarters, also that of 0.25 a share for the fourth quarter of 2006, declared in January 2007',
    inputs: { q1_2007: '1' },
  }),
  working({
    id: 'dividend_for_quarter',
    label: 'For the quarter itself, a share',
    format: 'per_share',
    origin: 'published',
    inputs: { q1_2007: '0.10' },
  }),
  working({
    id: 'dividend_for_quarter_before',
    label: 'For the quarter before, a share',
    format: 'per_share',
    origin: 'assumed',
    how: 'the dividend for the fourth quarter of 2006, declared and paid in January 2007 as an earlier release, of February 2007, has it; it counts in the second reading alone',
    inputs: { q1_2007: '0.25' },
  }),
  working({
    id: 'common_dividend_per_share',
    label: 'Declared in the quarter, a share',
    formula: '= dividend_for_quarter + if(common_dividends_reading = 2, dividend_for_quarter_before, 0)',
    format: 'per_share',
    origin: 'assumed',
    how: 'the dividend for the quarter, and in the second reading that for the quarter before',
  }),
  working({
    id: 'common_shares',
    label: 'Common shares (thousands)',
    format: 'shares',
    origin: 'assumed',
    how: 'the diluted average count published for every other period of 2007',
    inputs: { q1_2007: '76084' },
  }),
]

const LEVELS: Row[] = [
  {
    id: 'known_movements',
    label: 'Known movements in the period',
    formula:
      '= net_earnings + other_comprehensive_income + oci_reclassification + issuances - preferred_dividends - common_dividends',
    rule: 'single',
    origin: 'derived',
    how: 'the movements above, as far as they are known',
  },
  {
    id: 'closing',
    label: "Stockholders' equity at end of period",
    formula: '= needs(opening, opening + known_movements)',
    rule: 'double',
    currency: true,
    origin: 'not_disclosed',
    how: 'opening equity plus known movements; blank while opening equity is blank',
  },
  {
    id: 'effect_on_closing',
    label: 'Effect of the scenario on equity at end of period',
    // A scenario's opening counts only against a known one: filling in an unknown level is no effect.
    formula: '= known_movements - as_filed(known_movements) + needs(as_filed(opening), opening - as_filed(opening))',
    columns: ['q1_2007'],
    currency: true,
    origin: 'derived',
    how: 'known movements of the year to date less the same as filed; known while opening equity is blank',
    inputs: {
      q2_2007: '=effect_on_closing@q1_2007 + known_movements - as_filed(known_movements)',
      q3_2007: '=effect_on_closing@q2_2007 + known_movements - as_filed(known_movements)',
    },
  },
]

export const EQUITY: Schedule = scheduleOf(HEAD, [...MOVEMENTS, ...WORKINGS, ...LEVELS])
