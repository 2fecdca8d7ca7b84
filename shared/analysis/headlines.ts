/**
 * The figures that an edit is judged by: base, scenario, difference and why, for the period in focus.
 * Reads engines; the mapping from headline to lines is the filing's own.
 */
import type { Engine } from '../calc/engine.ts'
import { hasCell } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { OpenCounts } from '../checks/tie_out.ts'
import type { CellRef, Column, Filing, HeadlineId, HeadlineMap, Layer, Schedule } from '../model/filing.ts'
import { readLineName } from '../model/lookup.ts'
import { Decimal, withoutResidue } from '../money/decimal.ts'
import { typeset } from '../money/typeset.ts'
import { minimumDistribution } from './minimum_distribution.ts'
import { sentencesOf } from './reasons.ts'

export type Headline = {
  id: HeadlineId
  label: string
  /** The label where room is scarce. */
  short: string
  /** The cell it shows; null for figures of no single cell. */
  ref: CellRef | null
  base: Value
  scenario: Value
  /** Scenario less base; null where either is no amount. */
  difference: Decimal | null
  /** Why it moved, or why it did not, or why it is blank: of the edit named last first. None where nothing is to be said. */
  sentences: readonly string[]
}

/**
 * The headlines of a filing for a period (a column id). Amounts in the filing's unit. `open` counts the tie-outs of the filing
 * that are open; none where it is left out.
 */
export function headlines(of: {
  filing: Filing
  engine: Engine
  column: string
  open?: OpenCounts | undefined
  /** The cell edited last. */
  last?: CellRef | null
}): Headline[] {
  const { filing, engine, column } = of
  return (filing.headlines ?? []).map((headline) => {
    const { id, label, short = label } = headline
    const ref = headlineCell(filing, headline, column)
    const read = (layer: Layer): Value => {
      if (id !== 'open_tie_outs') return headlineValue(filing, engine, column, headline, layer)
      return new Decimal(of.open?.[layer === 'base' ? 'filed' : 'status'] ?? 0)
    }
    const [base, scenario] = [read('base'), read('scenario')]
    const difference = isAmount(base) && isAmount(scenario) ? withoutResidue(scenario.minus(base)) : null
    const sentences =
      id === 'minimum_distribution'
        ? [minimumDistribution(filing, engine, column, 'scenario').sentence].filter((one) => one !== '')
        : sentencesOf(of, { id, ref, difference })
    return { id, label: typeset(label), short: typeset(short), ref, base, scenario, difference, sentences }
  })
}

/**
 * The cell that a headline shows in the period: of the first of its lines that has one in the period itself, else of the
 * first that has one in a column which stands for it; null for none.
 */
export function headlineCell(filing: Filing, { lines }: HeadlineMap[number], column: string): CellRef | null {
  const cells = lines.flatMap((name) => cellOf(filing, name, column) ?? [])
  return cells.find((ref) => ref.column === column) ?? cells[0] ?? null
}

/** A headline's figure in the period, in one layer; blank for open tie-outs, which no engine knows. */
export function headlineValue(
  filing: Filing,
  engine: Engine,
  column: string,
  headline: HeadlineMap[number],
  layer: Layer,
): Value {
  if (headline.id === 'minimum_distribution') return minimumDistribution(filing, engine, column, layer).value
  if (headline.id === 'open_tie_outs') return null
  const ref = headlineCell(filing, headline, column)
  return ref === null ? null : engine.value(ref, layer)
}

/** The cell of `schedule.line` in the period, or in the column of that schedule that stands for it. */
export function cellOf(filing: Filing, name: string, column: string): CellRef | undefined {
  const path = readLineName(name)
  const schedule = filing.schedules.find(({ id }) => id === path.schedule)
  const line = schedule?.lines.find(({ id }) => id === path.line)
  if (!schedule || !line) return undefined
  const found = periodColumn(filing, schedule, path.column ?? column)
  return found && hasCell(line, found) ? { schedule: schedule.id, line: line.id, column: found.id } : undefined
}

/**
 * The schedule's own column of a period: of the same id, else one that ends on the same day. A quarter does not stand
 * for nine months that end with it, save where balances are shown, which are those of the day.
 */
export function periodColumn(filing: Filing, schedule: Schedule, column: string): Column | undefined {
  const own = schedule.columns.find(({ id }) => id === column)
  if (own) return own
  const end = filing.schedules.flatMap(({ columns }) => columns).find(({ id }) => id === column)?.end
  if (end === undefined) return undefined
  const another = (id: string): boolean =>
    filing.schedules.some(({ columns }) => [column, id].every((one) => columns.some((each) => each.id === one)))
  return schedule.columns.find(
    (one) => one.end === end && !one.all && (schedule.kind === 'equity' || one.kind === 'instant' || !another(one.id)),
  )
}
