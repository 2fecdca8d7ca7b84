/**
 * Miscellaneous adjustments that a reader would ask about: large beside taxable income, and without a footnote on the line or a remark on the figure.
 * Flags; must not say what the adjustment is.
 */
import { cellText } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { hasCell } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import type { CellRef, Filing, Layer, Line, Schedule } from '../model/filing.ts'
import { cellTitle, factOf, readLineName } from '../model/lookup.ts'
import { Decimal } from '../money/decimal.ts'
import { flag } from './stray_figures.ts'
import type { Subject } from './subject.ts'
import type { TieOut } from './tie_out.ts'

/** From this part of taxable income on, an adjustment is more than a rounding of others: a reviewer asks what it is. */
export const REVIEW_THRESHOLD = new Decimal('0.1')

/** The lines of type `other` of each reconciliation, held against the taxable income that the filing's headline names. */
export function unexplainedSubjects(filing: Filing): Subject[] {
  const [income] = filing.headlines?.find(({ id }) => id === 'taxable_income')?.lines ?? []
  if (income === undefined) return []
  const total = readLineName(income)
  const schedule = filing.schedules.find(({ id }) => id === total.schedule)
  return (schedule?.lines ?? [])
    .filter(({ type, notes = [] }) => type === 'other' && notes.length === 0)
    .map((line): Subject => ({
      lines: [`${schedule!.id}.${line.id}`, `${total.schedule}.${total.line}`],
      look: (engine) => ({ flags: flagsOf(schedule!, line, total.line, engine) }),
    }))
}

function flagsOf(schedule: Schedule, line: Line, total: string, engine: Engine): TieOut[] {
  return schedule.columns.flatMap((column) => {
    // A year to date that adds up its quarters asks nothing that they do not.
    if (column.kind !== 'duration' || column.formula !== undefined || !hasCell(line, column)) return []
    if (factOf(schedule, line.id, column.id)?.remark !== undefined) return []
    const at = (id: string): CellRef => ({ schedule: schedule.id, line: id, column: column.id })
    const value = engine.value(at(line.id))
    if (!isAmount(value) || !isLarge(engine, at(line.id), at(total), 'scenario')) return []
    const filed = isLarge(engine, at(line.id), at(total), 'base') ? 'flagged' : 'pass'
    const text = `${cellTitle({ schedule, line, column })}: ${cellText(value, line, column)} is more than 10% of taxable income; the line needs a footnote.`
    return [flag('unexplained', at(line.id), filed, null, text, (one) => cellText(one, line, column))]
  })
}

function isLarge(engine: Engine, ref: CellRef, total: CellRef, layer: Layer): boolean {
  const [value, income] = [engine.value(ref, layer), engine.value(total, layer)]
  return isAmount(value) && isAmount(income) && value.abs().greaterThan(income.abs().times(REVIEW_THRESHOLD))
}
