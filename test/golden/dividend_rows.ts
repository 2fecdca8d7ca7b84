/**
 * dividend_character.csv and dividend_character_totals.csv: a case of one year, by payment and by class. Computed cases go through the register,
 * published tables through the schedules that check one. What a table leaves blank is not compared. A published year without payments has its
 * totals entered.
 */
import { cellText } from '../../shared/calc/cell_text.ts'
import { cellFormat, structureFormula, takesInput } from '../../shared/calc/layout.ts'
import { isAmount } from '../../shared/calc/value.ts'
import type { Engine } from '../../shared/calc/engine.ts'
import type { CellInput, CellRef, Filing } from '../../shared/model/filing.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { placeOfWords } from '../../shared/money/choice_words.ts'
import type { GoldenTable, Miss, Outcome, Row } from './golden_table.ts'
import { computed, filingOf, isSame, shown, withInputs } from './yearly.ts'

type Place = { payments: string; totals: string }

const COMPUTED: Place = { payments: 'dividends', totals: 'dividend_year' }
const PUBLISHED: Place = { payments: 'published_dividends', totals: 'published_dividend_year' }

/** What is entered over a formula: the places that a table prints, and where it says itself when a payment counts. */
const GIVEN = new Set(['places', 'timing'])
/** Totals that are entered where no payments are. */
const TOTALS = new Set('distributions ordinary capital_gain unrecaptured_1250_total return_of_capital to_next_year qualified'.split(' '))
/** What holds for all classes of a year. */
const FOR_ALL = new Set(
  'current_ep accumulated_ep deficit_method capital_gain_designated unrecaptured_1250 capital_gain_method'.split(' '),
)
/** Columns that name or describe a row. */
const WORDS = new Set(['case', 'kind', 'source', 'class', 'description', 'published_total', 'published_pct', 'why'])

type Case = { payments: readonly Row[]; totals: readonly Row[] }

function isPublished(row: Row): boolean {
  return row['kind']!.startsWith('published')
}

/** The year of the payments: January dividends are paid in the next. */
function yearOf({ payments }: Case): number {
  const years = payments.filter((one) => one['timing'] !== 'january').map((one) => Number(one['paid']!.slice(0, 4)))
  return years.length === 0 ? 2020 : Math.min(...years)
}

/** A text of the table as it is stored: a choice by its place. */
function stored(filing: Filing, ref: CellRef, text: string): string {
  const { line, column } = findCell(filing, ref)!
  if (cellFormat(line, column) !== 'choice') return text
  return `${placeOfWords(text, column.choices ?? line.choices ?? []) ?? text}`
}

/** The input of a cell that takes one and that no formula serves, or that is given all the same. */
function input(filing: Filing, ref: CellRef, text: string, isGiven: boolean): CellInput[] {
  const found = findCell(filing, ref)
  if (text === '' || !found || !takesInput(found.line, found.column)) return []
  if (cellFormat(found.line, found.column) === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return []
  const stands = found.schedule.cells.some((one) => one.line === ref.line && one.column === ref.column)
  if ((stands || structureFormula(found.line, found.column) !== undefined) && !isGiven) return []
  return [{ ...ref, input: stored(filing, ref, text) }]
}

function paymentInputs(filing: Filing, { payments: schedule }: Place, rows: readonly Row[]): CellInput[] {
  return rows.flatMap((row, at) =>
    Object.entries(row).flatMap(([column, text]) => {
      // An amount without shares is entered as it is.
      const isGiven = GIVEN.has(column) || (column === 'amount' && row['shares'] === '')
      return input(filing, { schedule, line: `payment_${at + 1}`, column }, text, isGiven)
    }),
  )
}

function totalInputs(filing: Filing, { totals: schedule }: Place, { payments, totals }: Case): CellInput[] {
  return totals.flatMap((row) => {
    const column = row['class']!
    const own = Object.entries(row).flatMap(([line, text]) => {
      const isTotal = payments.length === 0 && TOTALS.has(line)
      const at = FOR_ALL.has(line) ? 'common' : column
      return input(filing, { schedule, line, column: at }, text, isTotal)
    })
    const printed = payments.length > 0 ? [] : percentages(row)
    return [...own, ...printed.flatMap((text, at) => input(filing, { schedule, line: `printed_percentage_${at + 1}`, column }, text, true))]
  })
}

/** The percentages that a table printed. */
function percentages(row: Row): string[] {
  return row['published_pct'] === '' ? [] : row['published_pct']!.split('/').map((one) => one.trim())
}

function filled(own: Case): { filing: Filing; engine: Engine; place: Place } {
  const place = isPublished(own.totals[0]!) ? PUBLISHED : COMPUTED
  const blank = filingOf([place.totals, place.payments], yearOf(own))
  const filing = withInputs(blank, [...paymentInputs(blank, place, own.payments), ...totalInputs(blank, place, own)])
  return { filing, engine: computed(filing), place }
}

/** The figures of a row that did not come out; what was entered as it stands comes out by itself. */
function misses(filing: Filing, engine: Engine, row: Row, at: (id: string) => CellRef): Miss[] {
  return Object.entries(row).flatMap(([column, expected]): Miss[] => {
    const ref = at(column)
    if (WORDS.has(column) || expected === '' || !findCell(filing, ref)) return []
    const value = engine.value(ref)
    const { line, column: of } = findCell(filing, ref)!
    const isDate = cellFormat(line, of) === 'date'
    const got = isDate && isAmount(value) ? cellText(value, line, of) : shown(engine, filing, ref)
    return isDate || isSame(expected, got) ? [] : [{ column, expected, got }]
  })
}

function casesOf(payments: readonly Row[], totals: readonly Row[]): Map<string, Case> {
  const cases = new Map<string, Case>()
  for (const row of totals) {
    const name = row['case']!
    const own = cases.get(name) ?? { payments: payments.filter((one) => one['case'] === name), totals: [] }
    cases.set(name, { ...own, totals: [...own.totals, row] })
  }
  return cases
}

/** Whether a published table is reproduced: each payment, or where none is given the percentages, in whatever order they stand. */
function reproduced(engine: Engine, filing: Filing, { totals: schedule, payments: register }: Place, own: Case, row: Row): string {
  if (own.payments.length > 0) {
    const each = own.payments.map((_, at) => shown(engine, filing, { schedule: register, line: `payment_${at + 1}`, column: 'reproduces' }))
    return each.includes('no') ? 'no' : 'yes'
  }
  const lines = ['pct_ordinary', 'pct_capital_gain', 'pct_return_of_capital', 'pct_qualified', 'pct_unrecaptured_1250']
  const got = lines.map((line) => shown(engine, filing, { schedule, line, column: row['class']! })).filter((text) => text !== '0')
  return percentages(row).every((text) => got.some((one) => isSame(text, one))) ? 'yes' : 'no'
}

export const DIVIDEND_ROWS: GoldenTable = {
  file: 'dividend_character.csv',
  needs: ['dividend_character_totals.csv'],
  run(rows, others) {
    return [...casesOf(rows, others['dividend_character_totals.csv']!)].flatMap(([name, own]) => {
      const { filing, engine, place } = filled(own)
      return own.payments.map((row, at): Outcome => ({
        row: `${name} ${row['class']!} ${row['seq']!}`,
        misses: misses(filing, engine, row, (column) => ({ schedule: place.payments, line: `payment_${at + 1}`, column })),
      }))
    })
  },
}

export const DIVIDEND_TOTAL_ROWS: GoldenTable = {
  file: 'dividend_character_totals.csv',
  needs: ['dividend_character.csv'],
  run(rows, others) {
    return [...casesOf(others['dividend_character.csv']!, rows)].flatMap(([name, own]) => {
      const { filing, engine, place } = filled(own)
      return own.totals.map((row): Outcome => {
        const found = misses(filing, engine, row, (line) => ({ schedule: place.totals, line, column: row['class']! }))
        const expected = row['reproduces']!
        const got = expected === '' ? '' : reproduced(engine, filing, place, own, row)
        const missed = got === expected.slice(0, got.length) ? [] : [{ column: 'reproduces', expected, got }]
        return { row: `${name} ${row['class']!}`, misses: [...found, ...missed] }
      })
    })
  },
}
