/**
 * Lines of the year by class: what was declared to date by the register, beside what equity and earnings report of it. A dividend declared after
 * the period's end is in neither. Lines and links only; the register says what was declared.
 */
import { addMonths } from '../calendar/dates.ts'
import { dayNumber } from '../calendar/day_number.ts'
import type { CellInput } from '../model/filing.ts'
import { CLASS_COLUMNS, DIVIDENDS, DIVIDEND_YEAR, byClass, payments } from './dividend_schedules.ts'
import { EQUITY } from './equity.ts'
import { INCOME } from './income_comparison.ts'
import { PERIOD_BEFORE, PERIOD_END } from './tax_year.ts'
import { comparedColumns, yearSoFar, type Covers, type WrittenLine } from './template.ts'

/** A day of the filing. */
function day(id: string, label: string, date: string): WrittenLine {
  return { id, label, format: 'date', formula: `= ${dayNumber(date)!}`, filingCopy: false }
}

/** The lines, under a heading of their own. */
export function declaredLines(covers: Covers): WrittenLine[] {
  const perShare: Partial<WrittenLine> = { format: 'per_share', only: ['common'] }
  return [
    { id: 'declared', label: 'Declared to date', kind: 'heading', notes: ['7'] },
    day(PERIOD_END, 'The period ends', covers.periodEnd),
    day(PERIOD_BEFORE, 'The period before ended', addMonths(covers.periodEnd, covers.covers === 'year' ? -12 : -3)),
    { id: 'declared_to_date', label: 'Declared in the year to date', currency: true },
    { id: 'in_equity', label: 'As in stockholders’ equity' },
    {
      id: 'declared_difference',
      label: 'Difference from equity',
      formula: '= needs(declared_to_date, needs(in_equity, declared_to_date - in_equity))',
      proof: true,
      rule: 'single',
    },
    { id: 'declared_per_share', label: 'Declared per common share in the period', ...perShare },
    { id: 'per_share_reported', label: 'As reported with earnings', ...perShare },
    {
      id: 'per_share_difference',
      label: 'Difference from what is reported',
      formula: '= needs(declared_per_share, needs(per_share_reported, declared_per_share - per_share_reported))',
      proof: true,
      ...perShare,
      rule: 'single',
    },
  ]
}

function at(line: string, column: string, input: string): CellInput {
  return { schedule: DIVIDEND_YEAR, line, column, input }
}

/** What the rule of payments reads of a register, by the day of declaration. */
function rows(column: string): string {
  return ['declared', 'class', 'timing', column].map((one) => payments(one, DIVIDENDS)).join(', ')
}

/** What the register declares, and what other schedules report of it, where they are chosen. */
export function declaredCells(covers: Covers): CellInput[] {
  const { chosen } = covers
  const quarters = yearSoFar(covers)
  const toDate = `@${quarters[0]!.id}..@${quarters.at(-1)!.id}`
  return [
    ...(chosen.has(DIVIDENDS)
      ? [
          ...byClass(
            DIVIDEND_YEAR,
            'declared_to_date',
            (place) => `= tax_payments(${place}, 0, ${PERIOD_END}, ${rows('amount')})`,
          ),
          at(
            'declared_per_share',
            'common',
            `= tax_payments(2, 0, ${PERIOD_END}, ${rows('per_share')}, ${PERIOD_BEFORE})`,
          ),
        ]
      : []),
    ...(chosen.has('equity')
      ? CLASS_COLUMNS.map(({ id }) => at('in_equity', id, `= sum(${EQUITY}.${id}_dividends${toDate})`))
      : []),
    ...(chosen.has('income_comparison')
      ? [at('per_share_reported', 'common', `= ${INCOME}.dividends_per_share@${comparedColumns(covers)[0].id}`)]
      : []),
  ]
}
