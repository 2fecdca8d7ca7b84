/**
 * The distribution test of 2007 as far as the press release lets it be known: made from the product's template, on the amounts of the
 * reconciliation and of equity and on the losses of note 11. What the release does not give is blank and says so.
 */
import type { CellFact, Schedule } from '../../../shared/model/filing.ts'
import { renumberNotes } from '../../../shared/structure/notes.ts'
import { DISTRIBUTION_TEST_TEMPLATE } from '../../../shared/templates/distribution_test.ts'
import { TO_DATE } from '../../../shared/templates/tax_year.ts'
import { COVERS, YEAR, derived, silent, unknown, withFacts } from './tax_year.ts'

const MADE = derived(DISTRIBUTION_TEST_TEMPLATE.schedule(COVERS))

/** What the release is silent about. */
const SILENT = [
  'net_capital_gain',
  'foreclosure_income',
  'foreclosure_tax',
  'remic_income',
  'remic_cash',
  'discount_income',
  'discount_cash',
  'prior_january',
  'prior_spillover',
  'january_deemed',
  'spillover_elected',
  'consent',
  'deficiency',
  'preferential',
  'earnings_and_profits',
  'capital_gain_dividends',
]

/** What a reader looks for and does not find while earnings and profits are not disclosed; the lines between are blank. */
const UNKNOWN = ['counted', 'result']

const REMARKS = {
  remic_income:
    'The reconciliation holds taxable income on REMICs, but the release does not give the cash received on them. No noncash income is assumed, which leaves the larger requirement.',
  earnings_and_profits:
    'Only what earnings and profits cover is a dividend and counts. The result is blank while they are not disclosed.',
}

const PREFERRED_PAID =
  'preferred dividends of equity, taken to be paid in the year, as the release gives no dates of payment'

const COMMON_PAID =
  'common dividends of equity, taken to be paid in the year, as the release gives no dates of payment; the 7,608 of the first quarter is itself an assumption, and would be 26,629 with the dividend for the fourth quarter of 2006, which an earlier release says was declared and paid in January 2007: equity holds both readings'

const SPILLOVER_NOTE =
  'A dividend declared in January 2007, such as that for the fourth quarter of 2006, is not carried back to 2006 by section 857(b)(9). If the company elected it for 2006 under section 858, it counts for 2006 and not for 2007: its amount is entered here. The release does not say whether there was such an election.'

/** Any mark that the template leaves free; notes are then numbered as they are cited. */
const SPILLOVER_MARK = '99'

const TEST: Schedule = {
  ...MADE,
  title: 'Distribution test of 2007: what is known to date',
  lines: MADE.lines.map((line) => (line.id === 'prior_spillover' ? { ...line, notes: [SPILLOVER_MARK] } : line)),
  notes: [...(MADE.notes ?? []), { mark: SPILLOVER_MARK, text: SPILLOVER_NOTE }],
}

export const DISTRIBUTION_TEST: Schedule = withFacts(renumberNotes(TEST).schedule, [
  ...silent(SILENT, REMARKS),
  ...unknown(UNKNOWN),
  ...[TO_DATE, YEAR].flatMap((column): CellFact[] => [
    { line: 'preferred_paid', column, origin: 'assumed', how: PREFERRED_PAID },
    { line: 'common_paid', column, origin: 'assumed', how: COMMON_PAID },
  ]),
  {
    line: 'nol_deduction',
    column: TO_DATE,
    remark: 'Losses of 16,400 are open. As filed there is no taxable income to date from which they could be deducted.',
  },
])
