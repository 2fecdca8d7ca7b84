/**
 * Opening balances of a rolled filing: each new period opens at the close before it, by a link where that close stands in
 * the new filing, else by the closing figure of the old one. A close that neither shows is left open.
 */
import type { Engine } from '../../calc/engine.ts'
import { hasCell, structureFormula } from '../../calc/layout.ts'
import { isAmount } from '../../calc/value.ts'
import type { CellFact, CellRef, Column, Filing, Line, Schedule } from '../../model/filing.ts'
import { consolidatedColumn } from '../../model/entities.ts'
import { columnOf, findCell, originOf } from '../../model/lookup.ts'
import { partOf } from './roll_entities.ts'
import { editText } from '../../money/format.ts'
import { addMonths, dateInWords, monthsBetween } from '../../calendar/dates.ts'
import { idOfPeriod, periodOf, spanOf, type Roll } from '../../calendar/periods.ts'
import type { ColumnPlan, RolledColumn } from './rolled_column.ts'
import { rollforwards, type RollLines } from './roll_lines.ts'

type Old = { filing: Filing; engine: Engine; roll: Roll; said: string }

/** What an opening cell takes; null where nothing is known. `day` is the end of the period before it. */
export type Opening = { ref: CellRef; input: string | null; fact?: CellFact; day: string }

/** The opening balances of every column that is no comparative. */
export function openings(old: Old, structure: Filing, plans: ReadonlyMap<string, ColumnPlan>): Opening[] {
  return structure.schedules.flatMap((schedule) =>
    rollforwards(schedule).flatMap(({ opening, closing }) =>
      schedule.columns.flatMap((column, at) => {
        const rolled = plans.get(schedule.id)!.columns[at]!
        if (rolled.sameYear || rolled.opening === 'none') return []
        const day =
          isOpen(opening, column, rolled) && !rolled.comparative ? dayOf(schedule, column, rolled, old.roll) : undefined
        if (day === undefined) return []
        const ref = { schedule: schedule.id, line: opening.id, column: column.id }
        if (rolled.opening === 'kept') return [keptOpening(old, rolled, ref, day)]
        const link = linkTo(schedule, { opening, closing }, column, day)
        return [link === undefined ? broughtForward(old, rolled, ref, closing.id, day) : { ref, input: link, day }]
      }),
    ),
  )
}

/** True where a balance is entered, and not computed; a year to date does not add up the openings of its quarters. */
export function isOpen(opening: Line, column: Column, { sums }: RolledColumn): boolean {
  return hasCell(opening, column) && !column.all && (sums !== undefined || !structureFormula(opening, column))
}

/** As `dayBefore`; of the column of an entity that of its consolidated one. */
function dayOf(schedule: Schedule, column: Column, rolled: RolledColumn, roll: Roll): string | undefined {
  if (!rolled.part) return dayBefore(column, rolled, roll)
  const consolidated = columnOf(schedule, rolled.part.of.id)
  return consolidated && dayBefore(consolidated, rolled.part.of, roll)
}

/**
 * The end of the period before a column's. A column that names no period, such as a class of assets or liabilities, runs from the end
 * of the old filing, and so does the date at which the new one ends; undefined for a column that covers nothing.
 */
export function dayBefore(column: Column, { period }: RolledColumn, roll: Roll): string | undefined {
  if (!period) return column.kind === 'computed' ? undefined : roll.from
  if (period.kind === 'day') return column.end === roll.to ? roll.from : undefined
  const span = spanOf(period)
  return span === undefined || column.end === undefined ? undefined : addMonths(column.end, -span)
}

/** A formula on the close before, or for a year to date on the opening of its first quarter; undefined where neither stands. */
function linkTo(schedule: Schedule, { opening, closing }: RollLines, column: Column, day: string): string | undefined {
  const consolidated = columnOf(schedule, consolidatedColumn(column))
  const period = consolidated && periodOf(consolidated)
  if (!period) return undefined
  const first = period.kind === 'to_date' ? idOfPeriod({ kind: 'quarter', year: period.year, quarter: 1 }) : undefined
  const quarter = first === undefined ? undefined : partOf(schedule, column, first)
  if (quarter) return `=${opening.id}@${quarter.id}`
  const before = endingOn(schedule, column, day)
  // A line that is confined to the column of the period closes nowhere else.
  return before && hasCell(closing, before) ? `=${closing.id}@${before.id}` : undefined
}

/** The column of the same entity, or consolidated as the column is, for the period that ends on the day. */
function endingOn(schedule: Schedule, column: Column, day: string): Column | undefined {
  const period = schedule.columns.find(
    (one) => periodOf(one) !== undefined && one.end !== undefined && monthsBetween(one.end, day) === 0,
  )
  return period && partOf(schedule, column, period.id)
}

/** Within the tax year what was entered at its beginning stays. */
function keptOpening({ engine }: Old, { like }: RolledColumn, ref: CellRef, day: string): Opening {
  return { ref, input: engine.input({ ...ref, column: like.id }, 'base'), day }
}

function broughtForward(
  old: Old,
  { period, part, like }: RolledColumn,
  ref: CellRef,
  closing: string,
  day: string,
): Opening {
  const { filing, engine, said: where } = old
  const id = ref.schedule
  const stood = filing.schedules.find((one) => one.id === id)!
  const from = (part?.of.period ?? period) ? endingOn(stood, like, day) : like
  const value = from ? engine.value({ schedule: id, line: closing, column: from.id }, 'base') : null
  if (!from || !isAmount(value)) return { ref, input: null, day }
  const said = `Closing of ${dateInWords(day)}. ${where}`
  const source = { schedule: id, line: closing, column: from.id }
  const fact: CellFact = {
    line: ref.line,
    column: ref.column,
    ...standing(old, source),
    remark: said,
    carried: { filing: filing.id, ...source },
  }
  return { ref, input: editText(value, 'amount'), fact, day }
}

/** A filed figure is a published one, unless it rests on what was assumed or left over; of a draft nothing is known yet. */
export function standing({ filing }: Pick<Old, 'filing'>, closing: CellRef): Pick<CellFact, 'origin' | 'how'> {
  const { origin, how } = originOf(findCell(filing, closing)!)
  if (origin === 'assumed' || origin === 'balancing') return { origin, ...(how !== undefined && { how }) }
  return filing.status === 'filed' ? { origin: 'published' } : {}
}
