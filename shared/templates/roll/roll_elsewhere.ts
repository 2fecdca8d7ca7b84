/**
 * Periods that the rolled filing did not show, such as the same quarter of the year before, taken from the latest other filing of the
 * registrant that shows them: amounts of lines that are entered, each with the cell it came from. What is computed goes on being
 * computed.
 */
import type { Engine } from '../../calc/engine.ts'
import { cellFormat, isText, structureFormula } from '../../calc/layout.ts'
import { isAmount } from '../../calc/value.ts'
import type { CellFact, CellRef, Column, Filing, Line, Schedule } from '../../model/filing.ts'
import { columnOf, findCell, scheduleOf } from '../../model/lookup.ts'
import { storedText } from '../../money/format.ts'
import { isolated } from '../../money/isolated.ts'
import { standing } from './roll_openings.ts'

/** Another filing of the registrant; its engine is asked for where the filing shows a period that is wanted. */
export type LineFiling = { filing: Filing; engine: () => Engine }

/** The filing that shows a period of a schedule in the same unit, of those given the first. */
export function showing(
  to: Pick<Filing, 'unit'>,
  others: readonly LineFiling[],
  schedule: Schedule,
  column: Column,
): LineFiling[] {
  return others.filter(({ filing }) => {
    const found = columnOf(scheduleOf(filing, schedule.id), column.id)
    return found !== undefined && found.end === column.end && unitOf(filing) === unitOf(to)
  })
}

/** Amounts of another unit are other amounts. */
function unitOf({ unit = '' }: Pick<Filing, 'unit'>): string {
  return unit.replaceAll(/[()]/g, '').trim().toLowerCase()
}

/** The figure that the first of the filings shows in a cell which takes one; undefined where none shows an amount. */
export function figureFrom(
  filings: readonly LineFiling[],
  { schedule, line, column }: { schedule: Schedule; line: Line; column: Column },
): { input: string; fact: CellFact } | undefined {
  if (isText(line) || structureFormula(line, column)) return undefined
  const ref: CellRef = { schedule: schedule.id, line: line.id, column: column.id }
  for (const { filing, engine } of filings) {
    const value = findCell(filing, ref) ? engine().value(ref, 'base') : null
    if (!isAmount(value)) continue
    const fact: CellFact = {
      line: line.id,
      column: column.id,
      ...standing({ filing }, ref),
      remark: `From “${isolated(filing.title)}”, ${filing.status === 'filed' ? 'as filed' : 'a draft'}.`,
      carried: { filing: filing.id, ...ref },
    }
    return { input: storedText(value, cellFormat(line, column)), fact }
  }
  return undefined
}
