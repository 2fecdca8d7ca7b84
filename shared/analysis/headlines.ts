/**
 * The figures that an edit is judged by: base, scenario, difference and why, for the period in focus.
 * Reads engines; the mapping from headline to lines is the filing's own.
 */
import type { Engine } from '../calc/engine.ts'
import { hasCell } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { TieOut } from '../checks/tie_outs.ts'
import type { CellRef, Filing, HeadlineId, Layer } from '../model/filing.ts'
import { readLineName } from '../model/lookup.ts'
import { Decimal, ZERO } from '../money/decimal.ts'
import { sentenceOf } from './reasons.ts'

export type Headline = {
  id: HeadlineId
  label: string
  /** The cell it shows; null for figures of no single cell. */
  ref: CellRef | null
  base: Value
  scenario: Value
  /** Scenario less base; null where either is no amount. */
  difference: Decimal | null
  /** Why it moved, or why it did not; empty where nothing is to be said. */
  sentence: string
}

/** The share of taxable income that a REIT distributes at the least: 26 USC 857(a)(1). */
const DISTRIBUTED = new Decimal('0.9')

/**
 * The headlines of a filing for a period (a column id). Amounts in the filing's unit. `filedTieOuts` are the tie-outs
 * of the base layer, `tieOuts` those in force.
 */
export function headlines(of: {
  filing: Filing
  engine: Engine
  column: string
  tieOuts: readonly TieOut[]
}): Headline[] {
  const { filing, engine, column } = of
  return (filing.headlines ?? []).map(({ id, label, lines }) => {
    const ref = lines.map((name) => cellOf(filing, name, column)).find((found) => found !== undefined) ?? null
    const read = (layer: Layer): Value => {
      if (id === 'minimum_distribution') return minimumDistribution(filing, engine, column, layer)
      if (id === 'open_tie_outs') return openTieOuts(of.tieOuts, layer)
      return ref === null ? null : engine.value(ref, layer)
    }
    const [base, scenario] = [read('base'), read('scenario')]
    const difference = isAmount(base) && isAmount(scenario) ? scenario.minus(base) : null
    return { id, label, ref, base, scenario, difference, sentence: sentenceOf(of, { id, ref, difference }) }
  })
}

function openTieOuts(tieOuts: readonly TieOut[], layer: Layer): Decimal {
  return new Decimal(tieOuts.filter(({ status, filed }) => (layer === 'base' ? filed : status) === 'fail').length)
}

/** The cell of `schedule.line` in the period, or in the column of that schedule that ends on the same day. */
export function cellOf(filing: Filing, name: string, column: string): CellRef | undefined {
  const path = readLineName(name)
  const schedule = filing.schedules.find(({ id }) => id === path.schedule)
  const line = schedule?.lines.find(({ id }) => id === path.line)
  if (!schedule || !line) return undefined
  const wanted = path.column ?? column
  const end = filing.schedules.flatMap(({ columns }) => columns).find(({ id }) => id === wanted)?.end
  const found =
    schedule.columns.find(({ id }) => id === wanted) ??
    schedule.columns.find((one) => end !== undefined && one.end === end && !one.all)
  return found && hasCell(line, found) ? { schedule: schedule.id, line: line.id, column: found.id } : undefined
}

/**
 * The least distribution for the year to date: 90% of taxable income before preferred dividends, not below nil, before
 * net operating losses. The reconciliation shows preferred dividends as a deduction (negative), so they are taken out.
 */
function minimumDistribution(filing: Filing, engine: Engine, column: string, layer: Layer): Value {
  const rule = filing.minimumDistribution
  const periods = rule?.yearToDate[column]
  if (!rule || !periods) return null
  let income: Decimal = ZERO
  for (const period of periods) {
    const taxable = engine.value({ ...readLineName(rule.taxableIncome), column: period }, layer)
    const preferred = engine.value({ ...readLineName(rule.preferredDividends), column: period }, layer)
    if (!isAmount(taxable)) return taxable
    if (preferred !== null && !isAmount(preferred)) return preferred
    income = income.plus(taxable).minus(preferred ?? ZERO)
  }
  return income.isNegative() ? ZERO : income.times(DISTRIBUTED)
}
