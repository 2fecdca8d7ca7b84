/**
 * What a worked example of a tax schedule is, and what it comes to: a new filing of its templates with inputs, computed by the engine that computes
 * every filing. An example writes down no result; labels, figures and sources are those of the templates. Holds no examples itself.
 */
import { formatOf } from '../../calc/cell_text.ts'
import { CellError } from '../../calc/cell_error.ts'
import { createEngine, type Engine } from '../../calc/engine.ts'
import { hasCell } from '../../calc/layout.ts'
import { cellName, readCellName } from '../../model/cell.ts'
import type { CellInput, Column, Filing, Line, Schedule } from '../../model/filing.ts'
import { columnName, lineName, refOf, scheduleOf, type Found } from '../../model/lookup.ts'
import { formatAmount } from '../../money/format.ts'
import type { Covers, TemplateId } from '../template.ts'
import { newFiling, TEMPLATES } from '../templates.ts'

/** What is shown of one schedule of an example: what was entered in it, then some of what that comes to. */
export type ShownSchedule = {
  schedule: string
  /** The lines, or in a register, whose records are lines, the columns that it comes to; in the order in which they are shown. */
  comesTo: readonly string[]
  isRegister?: true
  /** The columns, in a register the lines, side by side; those that something was entered in, unless it says so. */
  across?: readonly string[]
  /** Marks of the schedule's own notes, which say where the rule is written. */
  notes?: readonly string[]
}

export type WorkedExample = {
  /** The templates that it explains; the first one names it. */
  of: readonly [TemplateId, ...TemplateId[]]
  /** Templates whose schedules those read here. */
  reads?: readonly TemplateId[]
  covers: Covers['covers']
  periodEnd: string
  /** Which question the schedule answers. */
  answers: string
  /** What the case is, and what to look at. */
  facts: string
  /** Inputs as they are stored, by the names of their cells. */
  inputs: Readonly<Record<string, string>>
  shown: readonly ShownSchedule[]
}

/** A row of figures as they are read; blank text where there is no figure. */
export type WorkedRow = { id: string; label: string; figures: string[] }

export type WorkedTable = {
  schedule: string
  title: string
  unitLine: string
  across: { id: string; label: string }[]
  entered: WorkedRow[]
  comesTo: WorkedRow[]
  notes: string[]
}

/** The name of an example: the title of the template that it explains first. */
export function exampleTitle({ of }: WorkedExample): string {
  return TEMPLATES.find(({ id }) => id === of[0])!.title
}

/** The filing of an example, its inputs entered. Throws where an input names no cell. */
export function exampleFiling({ of, reads = [], covers, periodEnd, inputs }: WorkedExample): Filing {
  const blank = newFiling({
    id: 'example',
    details: {
      title: 'Example',
      registrant: '',
      form: '',
      periodEnd,
      documentDate: '',
      unit: 'thousands of dollars',
      unaudited: true,
    },
    covers,
    against: 'before',
    schedules: [...reads, ...of],
  })
  const entered = Object.entries(inputs).map(([name, input]): CellInput => {
    const ref = readCellName(name)
    if (!ref) throw new Error(`${name} names no cell.`)
    return { ...ref, input }
  })
  const schedules = blank.schedules.map((schedule) => {
    const own = entered.filter((one) => one.schedule === schedule.id)
    const kept = schedule.cells.filter((cell) => !own.some((one) => cellName(one) === cellName(cell)))
    return { ...schedule, cells: [...kept, ...own] }
  })
  return { ...blank, schedules }
}

/** What an example shows, computed now. */
export function workedTables(example: WorkedExample): WorkedTable[] {
  const filing = exampleFiling(example)
  const engine = createEngine(filing)
  const names = Object.keys(example.inputs)
  return example.shown.map((shown) => workedTable(filing, engine, shown, new Set(names)))
}

/** A line or a column: a row of the table, or what stands over its figures. In a register the columns are the rows. */
type Item = Line | Column

function workedTable(filing: Filing, engine: Engine, shown: ShownSchedule, names: ReadonlySet<string>): WorkedTable {
  const schedule = scheduleOf(filing, shown.schedule)!
  const { lines, columns, notes = [] } = schedule
  const [down, over]: [readonly Item[], readonly Item[]] = shown.isRegister ? [columns, lines] : [lines, columns]
  const cellAt = (row: Item, head: Item): Found => {
    const [line, column] = (shown.isRegister ? [head, row] : [row, head]) as [Line, Column]
    return { filing, schedule, line, column }
  }
  const isEntered = (row: Item, head: Item): boolean => names.has(cellName(refOf(cellAt(row, head))))
  const across = over.filter((head) => shown.across?.includes(head.id) ?? down.some((row) => isEntered(row, head)))
  const rowOf = (row: Item, entered: boolean): WorkedRow => ({
    id: row.id,
    label: nameOf(schedule, row),
    figures: across.map((head) => (isEntered(row, head) === entered ? figure(engine, cellAt(row, head)) : '')),
  })
  const entered = down.filter((row) => across.some((head) => isEntered(row, head)))
  const comesTo = shown.comesTo.map((id) => down.find((row) => row.id === id)!)
  return {
    schedule: schedule.id,
    title: schedule.title ?? schedule.id,
    unitLine: schedule.unitLine ?? '',
    across: across.map((head) => ({ id: head.id, label: nameOf(schedule, head) })),
    entered: entered.map((row) => rowOf(row, true)),
    comesTo: comesTo.map((row) => rowOf(row, false)),
    notes: notes.filter(({ mark }) => shown.notes?.includes(mark)).map(({ text }) => text),
  }
}

function nameOf(schedule: Schedule, item: Item): string {
  const line = schedule.lines.find((one) => one === item)
  return line ? lineName({ schedule, line }) : columnName(schedule, item as Column)
}

/** The figure as the grid shows it, with its sign of currency or percent; blank text where the line has no cell there. */
function figure(engine: Engine, found: Found): string {
  const { line, column } = found
  if (!hasCell(line, column)) return ''
  const value = engine.value(refOf(found))
  if (value instanceof CellError) return value.code
  if (value === null || typeof value === 'string') return value ?? ''
  const currency = line.currency === true
  return formatAmount(value, { ...formatOf(line, column), currency, percentSign: currency })
}
