/**
 * Periods that the rolled filing did not show, such as the same quarter of the year before, taken from the latest other filing of the
 * registrant that shows them: amounts of lines that are entered, each with the cell it came from. What is computed goes on being
 * computed.
 */
import type { Engine } from '../calc/engine.ts'
import { cellFormat, isText, structureFormula } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import type { CellFact, CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { columnOf, findCell } from '../model/lookup.ts'
import { editText } from '../money/format.ts'
import { isolated } from '../money/isolated.ts'

/** Another filing of the registrant; its engine is asked for where the filing shows a period that is wanted. */
export type LineFiling = { filing: Filing; engine: () => Engine }

/** The filing that shows a period of a schedule, of those given the latest first. */
export function showing(others: readonly LineFiling[], schedule: Schedule, column: Column): LineFiling | undefined {
  return others.find(({ filing }) => {
    const own = filing.schedules.find(({ id }) => id === schedule.id)
    const found = columnOf(own, column.id)
    return found !== undefined && found.end === column.end
  })
}

/** The figure that another filing shows in a cell which takes one; undefined where it shows no amount. */
export function figureFrom(
  { filing, engine }: LineFiling,
  at: { schedule: Schedule; line: Line; column: Column },
): { input: string; fact: CellFact } | undefined {
  const { schedule, line, column } = at
  const ref: CellRef = { schedule: schedule.id, line: line.id, column: column.id }
  if (isText(line) || structureFormula(line, column) || !findCell(filing, ref)) return undefined
  const value = engine().value(ref, 'base')
  if (!isAmount(value)) return undefined
  const isFiled = filing.status === 'filed'
  const fact: CellFact = {
    line: line.id,
    column: column.id,
    ...(isFiled && { origin: 'published' as const }),
    remark: `From “${isolated(filing.title)}”, ${isFiled ? 'as filed' : 'a draft'}.`,
    carried: { filing: filing.id, ...ref },
  }
  return { input: editText(value, cellFormat(line, column)), fact }
}
