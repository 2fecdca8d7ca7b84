/**
 * Cells by the names that people say, `Provision for loan losses, Q3 2007`: how one is called, which one a name means, and which ones
 * answer to a few words of it. Reads structure only; where a name means several it says so and takes none.
 */
import { shortPeriod } from '../calendar/short_period.ts'
import { hasCell, isText } from '../calc/layout.ts'
import type { CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { columnName, findCell, lineName, scheduleName } from '../model/lookup.ts'
import { folded, foldedQuery } from './folded_text.ts'

/** Where the person is: names are looked for there first, and a line alone means its figure in that column. */
export type Nearby = { schedule?: string | undefined; column?: string | undefined }

/** A span of time in a few words; a day, a component or a computed column is named in full. */
function shortSpan(column: Column): string | undefined {
  return column.kind === 'duration' ? shortPeriod(column) : undefined
}

const namesOfColumns = new WeakMap<readonly Column[], ReadonlyMap<string, string>>()

/** A column in a few words, `Q3 2007`; in full where a few do not tell it from the others. */
export function shortColumnName(schedule: Schedule, column: Column): string {
  let known = namesOfColumns.get(schedule.columns)
  if (!known) {
    const short = schedule.columns.map((one) => shortSpan(one) ?? columnName(schedule, one))
    const own = schedule.columns.map((one, at): [string, string] => {
      const isAlone = short.filter((name) => name === short[at]).length === 1
      return [one.id, isAlone ? short[at]! : columnName(schedule, one)]
    })
    namesOfColumns.set(schedule.columns, (known = new Map(own)))
  }
  return known.get(column.id) ?? columnName(schedule, column)
}

/** A cell's name over its figures, in two parts: its line, and its period or component. */
export function cellHead(filing: Filing, ref: CellRef): { line: string; column: string } {
  const found = findCell(filing, ref)
  return found ? { line: lineName(found), column: shortColumnName(found.schedule, found.column) } : ref
}

/** The same in one, `Provision for loan losses, Q3 2007`. */
export function cellHeadText(filing: Filing, ref: CellRef): string {
  const { line, column } = cellHead(filing, ref)
  return `${line}, ${column}`
}

type Named = { line: Line; name: string; folded: string }

const namesOfLines = new WeakMap<readonly Line[], readonly Named[]>()

/** The lines of a schedule that hold figures, with their names as they are compared. */
function linesOf(schedule: Schedule): readonly Named[] {
  let known = namesOfLines.get(schedule.lines)
  if (!known) {
    known = schedule.lines
      .filter((line) => line.kind !== 'heading' && !isText(line))
      .map((line) => {
        const name = lineName({ schedule, line })
        return { line, name, folded: foldedQuery(name) }
      })
    namesOfLines.set(schedule.lines, known)
  }
  return known
}

function inOrder({ schedules }: Filing, shown: string | undefined): Schedule[] {
  return schedules.toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown))
}

/** A cell as a field shows it; with its schedule where another one has a figure of that name. */
export function cellLabel(filing: Filing, ref: CellRef): string {
  const schedule = filing.schedules.find(({ id }) => id === ref.schedule)
  const line = schedule?.lines.find(({ id }) => id === ref.line)
  const column = schedule?.columns.find(({ id }) => id === ref.column)
  if (!schedule || !line || !column) return `${ref.line}, ${ref.column}`
  const [name, period] = [lineName({ schedule, line }), shortColumnName(schedule, column)]
  const own = foldedQuery(name)
  const isTwice = filing.schedules.some(
    (other) =>
      other.id !== schedule.id &&
      other.columns.some((one) => shortColumnName(other, one) === period) &&
      linesOf(other).some((one) => one.folded === own),
  )
  return `${name}, ${period}${isTwice ? ` (${scheduleName(schedule)})` : ''}`
}

/** The columns of a line that its name, or the rest of one, can mean. */
function columnsMeant(schedule: Schedule, line: Line, rest: string, nearby: Nearby): Column[] {
  const there = schedule.columns.filter((column) => hasCell(line, column))
  if (rest === '') {
    const near = there.filter(({ id }) => id === nearby.column)
    return near.length > 0 ? near : there
  }
  const said = (column: Column): string[] => [
    shortColumnName(schedule, column),
    columnName(schedule, column),
    column.label,
    column.id,
  ]
  const whole = rest.replace(/\s*\([^()]*\)$/, '')
  const place = rest === whole ? undefined : rest.slice(whole.length).trim().slice(1, -1)
  const answers = (words: string): Column[] =>
    there.filter((column) => said(column).some((name) => foldedQuery(name) === words))
  const asWritten = answers(rest)
  if (asWritten.length > 0) return asWritten
  return place !== undefined && foldedQuery(scheduleName(schedule)) === place ? answers(whole) : []
}

/** What a name means: one cell; a line whose column is open; or no cell. Of several alike those of the schedule shown are meant. */
export function cellNamed(
  filing: Filing,
  typed: string,
  nearby: Nearby = {},
): { kind: 'cell'; ref: CellRef } | { kind: 'open'; line: string; columns: string[] } | { kind: 'none' } {
  const text = foldedQuery(typed)
  let open: { kind: 'open'; line: string; columns: string[] } | undefined
  for (const schedule of inOrder(filing, nearby.schedule)) {
    for (const { line, name, folded: own } of linesOf(schedule)) {
      if (!text.startsWith(own) || own === '') continue
      const rest = text.slice(own.length)
      if (rest !== '' && !/^\s*,/.test(rest)) continue
      const columns = columnsMeant(schedule, line, rest.replace(/^\s*,\s*/, '').trim(), nearby)
      if (columns.length === 1) {
        return { kind: 'cell', ref: { schedule: schedule.id, line: line.id, column: columns[0]!.id } }
      }
      open ??= { kind: 'open', line: name, columns: columns.map((column) => shortColumnName(schedule, column)) }
    }
  }
  return open && open.columns.length > 0 ? open : { kind: 'none' }
}

/** A cell that answers to what is typed. */
export type CellChoice = { ref: CellRef; label: string; schedule: string }

type Asked = Nearby & {
  /** Which cells can be meant at all. */
  accepts?: (line: Line, column: Column) => boolean
  most?: number
}

/** Columns of one line that are offered beside that of the person's place. */
const COLUMNS = 6

/** The cells that answer to every word typed, by line, column or schedule; the likeliest first, none where nothing is typed. */
export function cellChoices(filing: Filing, typed: string, asked: Asked = {}): CellChoice[] {
  const { most = 12, accepts = () => true } = asked
  const words = foldedQuery(typed.replaceAll(/[,()]/g, ' '))
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const found: { schedule: Schedule; line: Line; column: Column; rank: number }[] = []
  for (const schedule of filing.schedules) {
    const place = folded(scheduleName(schedule))
    const columns = schedule.columns.map((column) => ({
      column,
      words: folded(`${shortColumnName(schedule, column)} ${columnName(schedule, column)} ${column.id}`),
    }))
    const here = schedule.id === asked.schedule ? 40 : 0
    for (const { line, folded: name } of linesOf(schedule)) {
      const left = words.filter((word) => !name.includes(word))
      if (left.length === words.length) continue
      const own = (name.startsWith(words[0]!) ? 30 : 0) + (words.length - left.length) * 10 - name.length / 20
      const answering = columns
        .filter(
          ({ column, words: said }) =>
            hasCell(line, column) &&
            accepts(line, column) &&
            left.every((word) => said.includes(word) || place.includes(word)),
        )
        .map(({ column }) => ({ column, near: column.id === asked.column ? 15 : 0 }))
        .toSorted((a, b) => b.near - a.near)
      for (const [at, { column, near }] of answering.slice(0, COLUMNS).entries()) {
        found.push({ schedule, line, column, rank: here + own + near - at / 10 })
      }
    }
  }
  return found
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ schedule, line, column }) => {
      const ref = { schedule: schedule.id, line: line.id, column: column.id }
      return { ref, label: cellLabel(filing, ref), schedule: scheduleName(schedule) }
    })
}
