/**
 * The figures of a rolled filing. A period that the old filing showed is a comparative and shows the same value to the last
 * digit: by the same formula where that still gives it, else as an input. New periods are empty but for formulas typed in
 * cells, words, and opening balances, which take the closing balance before them.
 */
import { CellError } from '../../calc/cell_error.ts'
import { createEngine, type Engine } from '../../calc/engine.ts'
import { cellFormat, hasCell, isText, structureFormula, takesInput } from '../../calc/layout.ts'
import { isAmount, sameValue, type Value } from '../../calc/value.ts'
import { cellName } from '../../model/cell.ts'
import type { CellFact, CellInput, CellRef, Column, Filing, Line, Schedule } from '../../model/filing.ts'
import { columnOf, factOf, findCell, originOf } from '../../model/lookup.ts'
import { storedText } from '../../money/format.ts'
import { referencesOf } from '../../formula/rewrite.ts'
import { periodOf, type Roll } from '../../calendar/periods.ts'
import type { ColumnPlan, RolledColumn } from './rolled_column.ts'
import { balanceAfter, laterMap, mapColumns, mapToDate, type PlaceMaps } from './roll_formulas.ts'
import { figureFrom, showing, type LineFiling } from './roll_elsewhere.ts'
import { openings } from './roll_openings.ts'
import { isOfPerShare } from './roll_per_share.ts'
import { runningFormula } from './roll_running.ts'
import { carriedPayments } from './roll_register.ts'
import { isOfTaxYears, rollTaxYears, taxYearFormula } from './roll_tax_year.ts'

/** The filing that is rolled, computed. */
export type Source = {
  filing: Filing
  engine: Engine
  roll: Roll
  /** Where its columns go. */
  maps: PlaceMaps
  /** Where its figures come from, in words. */ said: string
  /** Other filings of the registrant, the latest first. */
  others: readonly LineFiling[]
}

/** A cell that shows what it showed: the texts that may do so, best first; null leaves it to the structure's formula. */
type Standing = { ref: CellRef; value: Value; ways: (string | null)[] }

/** Fills the structure of the new filing; the engine computes it as filled. */
export function rollFigures(
  source: Source,
  structure: Filing,
  plans: ReadonlyMap<string, ColumnPlan>,
): { filing: Filing; engine: Engine; remarks: ReadonlyMap<string, readonly string[]> } {
  const inputs = new Map<string, CellInput>()
  const standing: Standing[] = []
  const found: { schedule: string; fact: CellFact }[] = []
  const set = (ref: CellRef, input: string | null): void => {
    if (input === null) inputs.delete(cellName(ref))
    else inputs.set(cellName(ref), { ...ref, input })
  }
  const opened = openings(source, structure, plans)
  const isOpened = new Set(opened.flatMap(({ ref, input }) => (input === null ? [] : [cellName(ref)])))
  for (const schedule of structure.schedules) {
    const old = source.filing.schedules.find(({ id }) => id === schedule.id)!
    for (const [at, line] of schedule.lines.entries()) {
      for (const [place, column] of schedule.columns.entries()) {
        if (!takesInput(line, column)) continue
        const plan = plans.get(old.id)!
        const cell = { old, oldLine: old.lines[at]!, rolled: plan.columns[place]!, line, column, schedule }
        const stands = cell.rolled.comparative && !isText(line) ? standingOf(source, cell) : undefined
        if (stands) standing.push(stands)
        const name = cellName({ schedule: schedule.id, line: line.id, column: column.id })
        const other = stands || isOpened.has(name) ? undefined : (layerOpening(source, cell) ?? elsewhere(source, cell))
        if (other) found.push({ schedule: schedule.id, fact: other.fact })
        const first = stands
          ? stands.ways[0]!
          : isRateOfSum(cell)
            ? ''
            : (other?.input ?? runningOn(source, cell, plan, place) ?? carried(source, cell))
        set({ schedule: schedule.id, line: line.id, column: column.id }, first)
      }
    }
  }
  const isFound = new Set(found.map(({ schedule, fact }) => cellName({ schedule, ...fact })))
  for (const { ref, input } of opened) if (input !== null || !isFound.has(cellName(ref))) set(ref, input)
  const said = new Map<string, readonly string[]>()
  for (const schedule of structure.schedules) {
    const payments = carriedPayments(source, schedule)
    said.set(schedule.id, payments?.remarks ?? [])
    for (const { ref, input, fact } of payments?.cells ?? []) {
      set(ref, input)
      if (fact) found.push({ schedule: schedule.id, fact })
    }
  }
  const filled = withInputs(structure, inputs)
  const engine = createEngine(filled)
  for (const one of settle(engine, standing)) set(one, one.input)
  for (const one of lost(engine, inputs, standing)) set(one, null)
  const facts = new Map(structure.schedules.map(({ id }) => [id, [] as CellFact[]]))
  for (const { ref, fact } of opened) if (fact) facts.get(ref.schedule)!.push(fact)
  for (const { schedule, fact } of found) facts.get(schedule)!.push(fact)
  for (const { ref } of standing) {
    const fact = factOfStanding(source, ref, inputs.get(cellName(ref))?.input ?? null)
    if (fact) facts.get(ref.schedule)!.push(fact)
  }
  const done = withInputs(structure, inputs)
  return {
    filing: { ...done, schedules: done.schedules.map((one) => withFacts(one, facts.get(one.id)!)) },
    engine,
    remarks: said,
  }
}

type Cell = {
  old: Schedule
  oldLine: Line
  rolled: RolledColumn
  schedule: Schedule
  line: Line
  column: Column
}

/** A rate of a year to date is entered: the rates of its quarters do not add up. Blank until it is. */
function isRateOfSum({ rolled, line, column }: Cell): boolean {
  const format = cellFormat(line, column)
  const isRate = format === 'percent' || format === 'rate'
  return isRate && line.formula === undefined && rolled.sums !== undefined && rolled.sums.length > 0
}

/** How a comparative shows what it showed; undefined where the old filing had no such cell. */
function standingOf({ engine, filing }: Source, { old, oldLine, schedule, line, column }: Cell): Standing | undefined {
  const oldColumn = columnOf(old, column.id)!
  if (!hasCell(oldLine, oldColumn)) return undefined
  const ref = { schedule: schedule.id, line: line.id, column: column.id }
  const value = engine.value(ref, 'base')
  const entered = engine.input(ref, 'base')
  const typed = entered !== null && !isFormula(entered) ? [entered] : []
  const formulas = entered !== null && isFormula(entered) && !readsUndated(filing, old, entered) ? [entered] : []
  const served: (string | null)[] = typed.length === 0 && structureFormula(line, column) ? [null] : []
  const fixed = isAmount(value) ? [storedText(value, cellFormat(line, column))] : value === null ? [null, ''] : []
  return { ref, value, ways: [...typed, ...served, ...formulas, ...fixed, null] }
}

/**
 * True for a formula that reads a schedule without periods, such as a rollforward by class: its closing balances are of another day once
 * the filing has rolled, also while they happen to be the same.
 */
function readsUndated({ schedules }: Filing, own: Schedule, formula: string): boolean {
  return referencesOf(formula).some(({ schedule = own.id }) => {
    const read = schedule === own.id ? undefined : schedules.find(({ id }) => id === schedule)
    return read?.columns.every((column) => periodOf(column) === undefined) === true
  })
}

function isFormula(input: string): boolean {
  return input.trimStart().startsWith('=')
}

/** What goes along into a cell that is no comparative: words and formulas; amounts stay behind. */
function carried({ engine, filing, roll, maps }: Source, { old, oldLine, rolled, line }: Cell): string | null {
  const entered = engine.input({ schedule: old.id, line: oldLine.id, column: rolled.like.id }, 'base')
  if (entered === null) return null
  if (isText(line)) return entered
  // What stands outside the filing copy of a schedule of tax says how it is computed: a choice, a number of places; a choice does of earnings per share.
  const saysHow = old.kind === 'reit_tests' || (oldLine.format === 'choice' && isOfPerShare(old))
  const isSetting = saysHow && oldLine.filingCopy === false && rolled.like.filingCopy !== false
  // A day of the filing that was typed over is a day of the old one.
  const isDay = taxYearFormula(old, oldLine, roll) !== undefined
  if (!isFormula(entered)) return (rolled.sameYear || isSetting) && !isDay ? entered : null
  // A schedule of the tax year without periods reads what stands to date, as the formulas of its lines do.
  if (old.kind === 'reit_tests' && !rolled.period) return mapToDate(entered, old.id, maps)
  const months = rolled.period ? rolled.months : roll.months
  const later = laterMap(filing.schedules, months)
  // What moves with the filing reads balances where their own schedule has them after the roll.
  const dayAfter = (schedule: string, id: string): string | undefined =>
    months === roll.months ? balanceAfter(filing.schedules, schedule, id, roll) : undefined
  return mapColumns(
    entered,
    old.id,
    (schedule, id) => taxYearAfter(filing, schedule, id, roll) ?? dayAfter(schedule, id) ?? later(schedule, id),
  )
}

/** What a layer closed with opens it in the new year. */
function layerOpening({ filing, engine }: Source, { old, oldLine, line, column, rolled }: Cell): Elsewhere {
  if (rolled.opens === undefined || structureFormula(line, column) || !takesInput(line, column)) return undefined
  const ref = { schedule: old.id, line: oldLine.id, column: rolled.opens }
  const value = engine.value(ref, 'base')
  if (!isAmount(value) || value.isZero()) return undefined
  const fact: CellFact = { line: line.id, column: column.id, carried: { filing: filing.id, ...ref } }
  return { input: storedText(value, cellFormat(line, column)), fact }
}

type Elsewhere = ReturnType<typeof figureFrom>

/** Where a column of a schedule of tax years goes: a year stays as long as it lasts. Undefined for any other schedule. */
function taxYearAfter({ schedules }: Filing, schedule: string, id: string, roll: Roll): string | undefined {
  const found = schedules.find((one) => one.id === schedule)
  if (!found || !isOfTaxYears(found)) return undefined
  return rollTaxYears(found, roll).columns.find(({ like }) => like.id === id)?.id
}

/** What another filing shows of a period that ended before the new one and that the rolled filing did not show. */
function elsewhere(
  { filing, roll, others }: Source,
  { schedule, line, column, rolled }: Cell,
): ReturnType<typeof figureFrom> {
  if (rolled.comparative || !rolled.period || column.end === undefined || column.end >= roll.to) return undefined
  return figureFrom(showing(filing, others, schedule, column), { schedule, line, column })
}

/** What continues the line from the quarter before, where it runs on. */
function runningOn(
  source: Source,
  { old, oldLine, rolled }: Cell,
  plan: ColumnPlan,
  place: number,
): string | undefined {
  const running = runningFormula(old, oldLine, plan, place)
  if (!running) return undefined
  const map = laterMap(source.filing.schedules, rolled.months)
  return `=${running.before} ${mapColumns(running.movement, old.id, map)}`
}

function withInputs(filing: Filing, inputs: ReadonlyMap<string, CellInput>): Filing {
  const bySchedule = new Map(filing.schedules.map(({ id }) => [id, [] as CellInput[]]))
  for (const cell of inputs.values()) bySchedule.get(cell.schedule)!.push(cell)
  return { ...filing, schedules: filing.schedules.map((one) => ({ ...one, cells: bySchedule.get(one.id)! })) }
}

function withFacts(schedule: Schedule, facts: readonly CellFact[]): Schedule {
  return facts.length === 0 ? schedule : { ...schedule, facts: [...facts] }
}

/**
 * Brings every comparative to the value that it showed, each by the first of its ways that gives it; those that read no
 * other wrong cell come first, so that a cell is fixed only where its own formula fails. Returns the inputs that changed.
 */
function settle(engine: Engine, standing: readonly Standing[]): CellInput[] {
  const changed: CellInput[] = []
  const used = new Map<string, number>()
  const isWrong = ({ ref, value }: Standing): boolean =>
    !(value instanceof CellError) && !sameValue(engine.value(ref, 'base'), value)
  for (let wrong = standing.filter(isWrong); wrong.length > 0; wrong = standing.filter(isWrong)) {
    const names = new Set(wrong.map(({ ref }) => cellName(ref)))
    const first = wrong.filter(({ ref }) => !engine.precedents(ref, 'base').some((one) => names.has(cellName(one))))
    const steps: CellInput[] = []
    for (const { ref, ways } of first.length > 0 ? first : wrong) {
      const way = (used.get(cellName(ref)) ?? 0) + 1
      if (way >= ways.length) continue
      used.set(cellName(ref), way)
      steps.push({ ...ref, input: ways[way]! })
    }
    if (steps.length === 0) return changed
    engine.apply(steps, 'base')
    changed.push(...steps)
  }
  return changed
}

/** Formulas that went along into new periods and now name what did not: they are taken out. */
function lost(engine: Engine, inputs: ReadonlyMap<string, CellInput>, standing: readonly Standing[]): CellInput[] {
  const comparative = new Set(standing.map(({ ref }) => cellName(ref)))
  const taken = [...inputs].flatMap(([name, cell]) => {
    const value = comparative.has(name) || !isFormula(cell.input!) ? null : engine.value(cell, 'base')
    return value instanceof CellError && value.code === '#REF!' ? [{ ...cell, input: null }] : []
  })
  if (taken.length > 0) engine.apply(taken, 'base')
  return taken
}

/**
 * What is said of a comparative: what was said of it, and where an input comes from. What the old document prints is no
 * figure of the new one's, and what it only did not print (derived; computed as the rest) is no mark on the new one.
 */
function factOfStanding({ filing, said }: Source, ref: CellRef, input: string | null): CellFact | undefined {
  const found = findCell(filing, ref)!
  const { schedule, line, column } = found
  const {
    completable: _completable,
    perSource: _printed,
    carried: _before,
    origin: own,
    how: ownHow,
    source,
    ...fact
  } = factOf(schedule, line.id, column.id) ?? {
    line: line.id,
    column: column.id,
  }
  const { origin, how } = input === null ? { origin: own, how: ownHow } : originOf(found)
  const wasComputed = origin === 'derived' || (origin === 'balancing' && (input === null || isFormula(input)))
  if (input === null) {
    const kept = {
      ...fact,
      ...(origin && !wasComputed && { origin }),
      ...(how !== undefined && !wasComputed && { how }),
      ...(wasComputed && { remark: joined([fact.remark, formedAs(how)]) }),
    }
    return Object.keys(kept).length > 2 ? kept : undefined
  }
  const known = wasComputed || origin === 'not_disclosed' ? undefined : origin
  const now = known ?? (filing.status === 'filed' && !wasComputed ? 'published' : undefined)
  return {
    ...fact,
    ...(now && { origin: now }),
    ...(how !== undefined && !wasComputed && { how }),
    remark: joined([
      fact.remark,
      source === undefined ? undefined : `Found in: ${source}.`,
      wasComputed ? formedAs(how) : undefined,
      said,
    ]),
    // A formula is no figure that was carried: it goes on computing.
    ...(!isFormula(input) && { carried: { filing: filing.id, ...ref } }),
  }
}

function formedAs(how: string | undefined): string {
  return how === undefined ? 'Formed from other figures.' : `Formed as: ${how}.`
}

function joined(remarks: readonly (string | undefined)[]): string {
  return remarks.filter((one) => one !== undefined).join(' ')
}
