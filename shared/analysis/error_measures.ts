/**
 * How large an error is, by the two measures that are both to be looked at: what it does to the income of the period (rollover), and what
 * stands wrong in equity at its end, whatever period it arose in (iron curtain); SAB 108, SAB Topic 1.N. Beside them the estimated taxable
 * income of the year to date. Pure.
 */
import { createEngine } from '../calc/engine.ts'
import { takesInput } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { CellRef, Filing, HeadlineId, Schedule } from '../model/filing.ts'
import { columnName, columnOf, scheduleOf } from '../model/lookup.ts'
import { withoutResidue, type Decimal } from '../money/decimal.ts'
import type { DocumentSide } from './documents.ts'
import { headlineCell } from './headlines.ts'
import { rollforwards } from '../templates/roll/roll_lines.ts'
import { yearToDateAt } from '../templates/roll/year_to_date.ts'

export type ErrorMeasures = {
  /** Corrected less reported net earnings of the period; null where either is not known. */
  rollover: Decimal | null
  /** Corrected less reported equity at the end of the period; null where not even the change of it is known. */
  ironCurtain: Decimal | null
  /** Estimated taxable income of the year to date as corrected, and the columns that it is read from. */
  taxableIncome: { value: Decimal; name: string } | null
}

/** The measures of a difference between two documents of a filing for a period. */
export function errorMeasures(earlier: DocumentSide, later: DocumentSide, period: string): ErrorMeasures {
  return {
    rollover: differenceOf(earlier, later, 'net_earnings', period),
    ironCurtain:
      differenceOf(earlier, later, 'equity', period) ??
      differenceOf(openedAtNil(earlier), openedAtNil(later), 'equity', period),
    taxableIncome: yearsIncome(later, period),
  }
}

function cellAt(filing: Filing, id: HeadlineId, period: string): CellRef | null {
  const headline = filing.headlines?.find((one) => one.id === id)
  return headline ? headlineCell(filing, headline, period) : null
}

function differenceOf(earlier: DocumentSide, later: DocumentSide, id: HeadlineId, period: string): Decimal | null {
  const value = ({ filing, value: read }: DocumentSide): Value => {
    const ref = cellAt(filing, id, period)
    return ref ? read(ref) : null
  }
  const [was, now] = [value(earlier), value(later)]
  return isAmount(was) && isAmount(now) ? withoutResidue(now.minus(was)) : null
}

/**
 * The document with nil in the place of opening balances that it does not disclose: the level of equity is then wrong in both, and by as much,
 * so that their difference holds.
 */
function openedAtNil({ filing, value }: DocumentSide): DocumentSide {
  const schedules = filing.schedules.map((schedule): Schedule => {
    const openings = rollforwards(schedule).flatMap(({ opening }) =>
      schedule.columns.flatMap((column) => {
        const ref = { schedule: schedule.id, line: opening.id, column: column.id }
        const isEntered = schedule.cells.some(({ line, column: at }) => line === opening.id && at === column.id)
        const isOpen = !isEntered && takesInput(opening, column) && value(ref) === null
        return isOpen ? [{ ...ref, input: '0' }] : []
      }),
    )
    return openings.length === 0 ? schedule : { ...schedule, cells: [...schedule.cells, ...openings] }
  })
  const opened = { ...filing, schedules }
  const engine = createEngine(opened)
  return { filing: opened, value: (ref) => engine.value(ref, 'base') }
}

/** The year to date of the period, added up of the columns that hold it. */
function yearsIncome({ filing, value }: DocumentSide, period: string): ErrorMeasures['taxableIncome'] {
  const ref = cellAt(filing, 'taxable_income', period)
  const schedule = scheduleOf(filing, ref?.schedule)
  if (!ref || !schedule) return null
  const year = yearToDateAt(filing, schedule, period)
  const columns = year && year.missing.length === 0 ? year.columns : [columnOf(schedule, ref.column)!]
  let sum: Decimal | undefined
  for (const { id } of columns) {
    const own = value({ ...ref, column: id })
    if (!isAmount(own)) return null
    sum = sum ? withoutResidue(sum.plus(own)) : own
  }
  const names = columns.map((column) => columnName(schedule, column))
  return sum ? { value: sum, name: names.join(', ') } : null
}
