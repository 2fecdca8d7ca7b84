/**
 * The register of dividends in a roll forward. Within the tax year every payment stays. In the next year it begins with what the year before
 * left to it: January payments, as far as they were not counted, and payments of the new year. Where another filing of the registrant shows the
 * register of the new year already, its payments are taken: an annual filing collects its quarters. Carries what stands; counts nothing itself.
 */
import { cellFormat, takesInput } from '../../calc/layout.ts'
import { isAmount } from '../../calc/value.ts'
import type { Engine } from '../../calc/engine.ts'
import type { CellFact, CellRef, Filing, Line, Schedule } from '../../model/filing.ts'
import { columnOf, scheduleOf } from '../../model/lookup.ts'
import { isolated } from '../../money/isolated.ts'
import { storedText } from '../../money/format.ts'
import { readDate } from '../../calendar/dates.ts'
import type { Roll } from '../../calendar/periods.ts'
import { CARRIED_IN, JANUARY, NEXT_YEAR } from '../../tax/payments.ts'
import { isOfMethodChanges } from '../method_changes.ts'
import type { ColumnPlan } from './rolled_column.ts'
import type { LineFiling } from './roll_elsewhere.ts'

const NEEDED = ['class', 'seq', 'declared', 'record', 'paid', 'timing', 'amount']

/** True for a register: each line a payment, with its class, days and amount in columns. */
export function isRegister({ kind, columns }: Schedule): boolean {
  return kind === 'reit_tests' && NEEDED.every((id) => columns.some((column) => column.id === id))
}

/** True for what a register is read by: classes of stock in columns, the tax year in a line. */
export function isOfClasses({ kind, columns }: Schedule): boolean {
  return kind === 'reit_tests' && columns.length === 2 && columns[0]!.id === 'preferred' && columns[1]!.id === 'common'
}

/** True where each line is a payment of a class, entered or as published. */
export function isOfRows({ kind, columns }: Schedule): boolean {
  return kind === 'reit_tests' && ['class', 'seq'].every((id) => columns.some((column) => column.id === id))
}

/** True for a calendar: what falls due, and on which day it was done. */
export function isCalendar({ kind, columns }: Schedule): boolean {
  return kind === 'reit_tests' && ['due', 'done'].every((id) => columns.some((column) => column.id === id))
}

/** True where each line is a quarter of the tax year, with its excess inclusion and what passes to holders. */
export function isOfQuarters({ kind, columns }: Schedule): boolean {
  const has = (id: string): boolean => columns.some((column) => column.id === id)
  return kind === 'reit_tests' && has('excess_inclusion') && has('passes')
}

/** The columns of such a schedule after the roll: within the year all that was entered stays, a change of method in later years too. */
export function rollPayments(schedule: Schedule, roll: Roll): ColumnPlan {
  const { columns } = schedule
  // A change of method is taken up over several years.
  const isSame = isOfMethodChanges(schedule) || readDate(roll.to)!.year === readDate(roll.from)!.year
  const rolled = columns.map((like) => ({
    id: like.id,
    like,
    period: undefined,
    comparative: false,
    months: 0,
    label: like.label,
    ...(isSame && { sameYear: true }),
  }))
  return { columns: rolled, growing: false, remarks: [] }
}

/** Where a register is read from. */
type From = { filing: Filing; engine: Engine }
type Entered = { ref: CellRef; input: string; fact?: CellFact }
export type CarriedPayments = { cells: Entered[]; remarks: string[] }

/** What a register of the next year begins with; undefined within the year, where everything stays, and for any other schedule. */
export function carriedPayments(
  from: From & { roll: Roll; others: readonly LineFiling[] },
  schedule: Schedule,
): CarriedPayments | undefined {
  const { roll, others } = from
  const year = readDate(roll.to)!.year
  if (!isRegister(schedule) || year === readDate(roll.from)!.year) return undefined
  const begun = others.find(({ filing }) => showsRegister(filing, schedule.id, year, roll.to))
  const rows = begun
    ? enteredRows({ filing: begun.filing, engine: begun.engine() }, schedule.id)
    : rowsLeft(from, schedule.id)
  return placed(schedule, rows, begun?.filing ?? from.filing)
}

function showsRegister({ periodEnd = '', schedules }: Filing, id: string, year: number, to: string): boolean {
  const date = readDate(periodEnd)
  const found = schedules.find((one) => one.id === id)
  return found !== undefined && isRegister(found) && date?.year === year && periodEnd <= to
}

/** A payment of the new register: the texts that its cells take, and the cell that an amount comes from. */
type RegisterRow = { texts: Record<string, string>; from: Record<string, CellRef> }

function paymentLines(schedule: Schedule): Line[] {
  return schedule.lines.filter(({ kind }) => kind === 'input')
}

/** Every payment as it was entered, typed figures and formulas alike. */
function enteredRows({ filing, engine }: From, id: string): RegisterRow[] {
  const schedule = scheduleOf(filing, id)!
  return paymentLines(schedule).flatMap((line): RegisterRow[] => {
    const row: RegisterRow = { texts: {}, from: {} }
    for (const column of schedule.columns) {
      const ref = { schedule: id, line: line.id, column: column.id }
      const input = engine.input(ref, 'base')
      if (input === null || input === '') continue
      row.texts[column.id] = input
      if (isAmount(engine.value(ref, 'base')) && !input.startsWith('=')) row.from[column.id] = ref
    }
    return isAmount(engine.value({ schedule: id, line: line.id, column: 'amount' }, 'base')) ? [row] : []
  })
}

/** What the year leaves to the next: of each payment that was, or will be, paid in it. */
function rowsLeft({ filing, engine }: From, id: string): RegisterRow[] {
  const schedule = scheduleOf(filing, id)!
  return paymentLines(schedule).flatMap((line): RegisterRow[] => {
    const ref = (column: string): CellRef => ({ schedule: id, line: line.id, column })
    const amount = (column: string): string => {
      const of = columnOf(schedule, column)
      const value = of ? engine.value(ref(column), 'base') : null
      return of && isAmount(value) ? storedText(value, cellFormat(line, of)) : ''
    }
    if (amount('amount') === '' || !isLeft(amount('timing'), amount('paid'))) return []
    const days = Object.fromEntries(['class', 'declared', 'record', 'paid'].map((column) => [column, amount(column)]))
    const whole = (): RegisterRow => {
      const isTyped = engine.input(ref('amount'), 'base') !== null
      const figures = isTyped ? ['per_share', 'shares', 'amount'] : ['per_share', 'shares']
      return {
        texts: { ...days, ...Object.fromEntries(figures.map((column) => [column, amount(column)])) },
        from: Object.fromEntries(figures.map((column) => [column, ref(column)])),
      }
    }
    if (amount('timing') !== String(JANUARY) || isNil(amount('to_next_year'))) return [whole()]
    const part = (column: string, more: Record<string, string>): RegisterRow => ({
      texts: { ...days, ...more, amount: amount(column) },
      from: { amount: ref(column) },
    })
    const rest = part('to_next_year', { timing: String(CARRIED_IN), per_share: amount('ps_to_next_year') })
    return isNil(amount('in_tax_year')) ? [rest] : [part('in_tax_year', {}), rest]
  })
}

function isNil(text: string): boolean {
  return /^-?[0.]*$/.test(text)
}

/** January dividends, those of the next year, and what is declared and not paid yet. */
function isLeft(timing: string, paid: string): boolean {
  return timing === String(JANUARY) || timing === String(NEXT_YEAR) || (timing === '' && paid === '')
}

/** The rows on the lines of the new register, numbered within their class. */
function placed(schedule: Schedule, rows: readonly RegisterRow[], source: Filing): CarriedPayments {
  const lines = paymentLines(schedule)
  const counts: Record<string, number> = {}
  const remark = `From “${isolated(source.title)}”, ${source.status === 'filed' ? 'as filed' : 'a draft'}.`
  const cells = rows.slice(0, lines.length).flatMap(({ texts, from }, at): Entered[] => {
    const line = lines[at]!
    const of = texts['class'] ?? ''
    counts[of] = (counts[of] ?? 0) + 1
    return Object.entries({ ...texts, seq: String(counts[of]) }).flatMap(([id, input]) => {
      const column = columnOf(schedule, id)
      if (input === '' || !column || !takesInput(line, column)) return []
      const ref = { schedule: schedule.id, line: line.id, column: id }
      const carried = from[id]
      if (!carried || isNil(input)) return [{ ref, input }]
      return [{ ref, input, fact: { line: line.id, column: id, remark, carried: { filing: source.id, ...carried } } }]
    })
  })
  const more = rows.length - lines.length
  if (more <= 0) return { cells, remarks: [] }
  const many = more === 1 ? 'payment has no row' : 'payments have no rows'
  return { cells, remarks: [`${more} ${many} here. Insert rows and enter them from “${isolated(source.title)}”.`] }
}
