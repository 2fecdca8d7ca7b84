/**
 * The figures of a filing as a version keeps them: every cell's value of the base layer as text, and back. Pure; neither reads nor stores.
 */
import { CellError, ERROR_MEANING, type ErrorCode } from '../calc/cell_error.ts'
import { createEngine, type Engine } from '../calc/engine.ts'
import { cellFormat, hasCell } from '../calc/layout.ts'
import { isAmount, sameFigure, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Column, Filing, Line } from '../model/filing.ts'
import { positionOf, scheduleOf } from '../model/lookup.ts'
import type { KeptFigures } from '../model/version.ts'
import { Decimal, littleOf, plain, roundedAway } from '../money/decimal.ts'

/** What the filing holds and comes to, whatever its scenarios. */
export function keptFigures(filing: Filing, engine: Engine = createEngine(filing)): KeptFigures {
  const values = filing.schedules.map(({ id, lines, columns }) => [
    id,
    lines.map((line) =>
      columns.map((column) =>
        hasCell(line, column)
          ? keptText(engine.value({ schedule: id, line: line.id, column: column.id }, 'base'))
          : null,
      ),
    ),
  ])
  return { filing, values: Object.fromEntries(values) as KeptFigures['values'] }
}

function keptText(value: Value): string | null {
  if (value === null || typeof value === 'string') return value
  if (value instanceof CellError) return value.code
  const sign = roundedAway(value)
  return sign === 0 ? plain(value) : sign > 0 ? '+0' : '-0'
}

function valueOf(text: string | null, line: Line, column: Column): Value {
  if (text === null || cellFormat(line, column) === 'text') return text
  if (Object.hasOwn(ERROR_MEANING, text)) return new CellError(text as ErrorCode)
  return text === '+0' ? littleOf(1) : text === '-0' ? littleOf(-1) : new Decimal(text)
}

/** The value that a version keeps of a cell; null where it has no such cell, as where that was blank. */
export function keptValue({ filing, values }: KeptFigures, ref: CellRef): Value {
  const schedule = scheduleOf(filing, ref.schedule)
  if (!schedule) return null
  const [line, column] = [positionOf(schedule.lines, ref.line), positionOf(schedule.columns, ref.column)]
  if (line < 0 || column < 0) return null
  return valueOf(values[ref.schedule]?.[line]?.[column] ?? null, schedule.lines[line]!, schedule.columns[column]!)
}

/**
 * The cells whose kept value is not what the kept inputs come to today, each with the text that is kept, empty for blank: a version must not
 * change under later arithmetic.
 */
export function recomputedOtherwise(
  kept: KeptFigures,
  engine: Engine = createEngine(kept.filing),
): { cell: string; kept: string }[] {
  return kept.filing.schedules.flatMap(({ id: schedule, lines, columns }) =>
    lines.flatMap((line) =>
      columns.flatMap((column) => {
        if (!hasCell(line, column)) return []
        const ref = { schedule, line: line.id, column: column.id }
        const [stood, now] = [keptValue(kept, ref), engine.value(ref, 'base')]
        const isSame = isAmount(stood) && isAmount(now) ? sameFigure(stood, now) : keptText(stood) === keptText(now)
        return isSame ? [] : [{ cell: cellName(ref), kept: keptText(stood) ?? '' }]
      }),
    ),
  )
}
