/**
 * Years of a tax schedule, filled from rows and read back: a new filing of the template for the first, rolled forward for each that follows.
 * Everything is the product's own: templates, roll forward, engine.
 */
import { CellError } from '../../shared/calc/cell_error.ts'
import { createEngine, type Engine } from '../../shared/calc/engine.ts'
import { cellText } from '../../shared/calc/cell_text.ts'
import { cellFormat, structureFormula, takesInput } from '../../shared/calc/layout.ts'
import { isAmount } from '../../shared/calc/value.ts'
import type { CellInput, CellRef, Filing } from '../../shared/model/filing.ts'
import { columnOf, findCell, lineOf, scheduleOf } from '../../shared/model/lookup.ts'
import { parseStored } from '../../shared/money/parse.ts'
import { refusalText } from '../../shared/refusals/refusal.ts'
import { nextDetails, rollForward } from '../../shared/templates/roll/roll_forward.ts'
import { taxYearId } from '../../shared/templates/tax_year.ts'
import { newFiling } from '../../shared/templates/templates.ts'
import type { Miss, Row } from './golden_table.ts'

/** A new annual filing of templates. */
export function filingOf(schedules: readonly string[], year: number): Filing {
  const details = {
    title: `Year ${year}`,
    registrant: 'Golden Mortgage Trust',
    form: 'Form 10-K',
    periodEnd: `${year}-12-31`,
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: false,
  }
  return newFiling({ id: `y${year}`, details, covers: 'year', against: 'before', schedules })
}

/** The filing of the next year. */
export function nextYear(filing: Filing, id: string): Filing {
  const rolled = rollForward(filing, { id, details: nextDetails(filing, 'year') })
  if (rolled.kind === 'refused') throw new Error(refusalText(rolled.refusal))
  return rolled.filing
}

/** The filing with inputs entered, each in the place of what stood. */
export function withInputs(filing: Filing, inputs: readonly CellInput[]): Filing {
  const schedules = filing.schedules.map((schedule) => {
    const own = new Map(
      inputs.filter((one) => one.schedule === schedule.id).map((one) => [`${one.line}@${one.column}`, one]),
    )
    const kept = schedule.cells.filter(({ line, column }) => !own.has(`${line}@${column}`))
    return own.size === 0 ? schedule : { ...schedule, cells: [...kept, ...own.values()] }
  })
  return { ...filing, schedules }
}

export type YearOf = { schedule: string; year: number }

/** What a row enters in the column of a year: what no formula serves there, and what is `given` over one. */
export function entered(filing: Filing, { schedule, year }: YearOf, row: Row, given: readonly string[] = []): CellInput[] {
  const column = taxYearId(year)
  return Object.entries(row).flatMap(([line, text]) => {
    const found = findCell(filing, { schedule, line, column })
    if (text === '' || !found || !takesInput(found.line, found.column)) return []
    const isServed = structureFormula(found.line, found.column) !== undefined
    return isServed && !given.includes(line) ? [] : [{ schedule, line, column, input: text }]
  })
}

/** The computed figures of a row's year that did not come out. A column of the table that is no line of the schedule is words. */
export function missesOf(engine: Engine, filing: Filing, { schedule, year }: YearOf, row: Row, given: readonly string[] = []): Miss[] {
  const sheet = scheduleOf(filing, schedule)!
  const column = columnOf(sheet, taxYearId(year))!
  return Object.entries(row).flatMap(([id, expected]): Miss[] => {
    const line = lineOf(sheet, id)
    if (!line || given.includes(id) || structureFormula(line, column) === undefined) return []
    const got = shown(engine, filing, { schedule, line: id, column: column.id })
    return isSame(expected, got) ? [] : [{ column: id, expected, got }]
  })
}

/** A figure as the tables have it: plain digits, a choice in words, an error by its code, nothing for a blank. */
export function shown(engine: Engine, filing: Filing, ref: CellRef): string {
  const value = engine.value(ref)
  if (value instanceof CellError) return value.code
  if (value === null || !isAmount(value)) return value ?? ''
  const { line, column } = findCell(filing, ref)!
  return cellFormat(line, column) === 'choice' ? cellText(value, line, column) : value.toFixed()
}

/** True for the same text, and for the same amount with other zeros at its end: `100.00` and `100`. */
export function isSame(expected: string, got: string): boolean {
  if (expected === got) return true
  const [a, b] = [parseStored(expected, 'amount'), parseStored(got, 'amount')]
  return a !== undefined && b !== undefined && a.eq(b)
}

/** The engine of a filing with inputs entered. */
export function computed(filing: Filing): Engine {
  return createEngine(filing)
}
