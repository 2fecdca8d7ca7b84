/**
 * A schedule as a print document: head, rows, notes and foot, in one of two copies, or the reasons against it.
 * Must not lay out pages, read a clock or compute a figure.
 */
import { isolated } from '../money/isolated.ts'
import { structureFormula } from '../calc/layout.ts'
import type { Column, Filing, Schedule } from '../model/filing.ts'
import { refusalText } from '../refusals/refusal.ts'
import type { HeadGroup, PrintDocument, PrintOptions, PrintRow, Refusal, ValueSource } from './document.ts'
import { besideAsFiled, type PrintTable } from './beside.ts'
import { commentBlocks, commentNumbers, withComments } from './comments.ts'
import { failedAsFiled, failures, filingRefusals } from './refusals.ts'
import { citedNotes, noteBlocks, noteNumbers, roundingBlocks, workpaperBlocks } from './remarks.ts'
import { printColumn } from './print_column.ts'
import { cellKey, standingMarks, printedLines, printedRows } from './rows.ts'
import type { Sheet } from './rows.ts'
import { lineOf, columnOf } from '../model/lookup.ts'

/**
 * Builds the document of one schedule. A filing copy has published and total lines and the columns meant for it, and is
 * refused with every cause; a workpaper copy always prints. Throws where the filing has no such schedule.
 */
export function buildPrintDocument(
  filing: Filing,
  scheduleId: string,
  values: ValueSource,
  options: PrintOptions,
): PrintDocument | Refusal {
  const schedule = filing.schedules.find((candidate) => candidate.id === scheduleId)
  if (schedule === undefined) throw new Error(`The filing has no schedule ${scheduleId}.`)
  const sheet = layOutSheet(schedule, values, options)
  const title = schedule.title ?? schedule.id
  if (options.mode === 'filing') {
    const reasons = filingRefusals(filing, sheet, options).map(refusalText)
    if (reasons.length > 0) return { kind: 'refusal', title, reasons }
  }
  const workpaper = options.mode === 'workpaper'
  const comments = workpaper ? commentNumbers(schedule, options.comments ?? []) : new Map<string, string>()
  const cited = {
    rows: withComments(printedRows(sheet), sheet.columns, comments),
    groups: headGroups(schedule, sheet.columns),
  }
  const notes = options.notes === false ? [] : citedNotes(sheet, cited.rows, cited.groups)
  const numbers = noteNumbers(schedule.notes ?? [], notes)
  const cites = options.notes === false ? undefined : numbers
  const table = tableOf(
    filing,
    sheet,
    cited.rows.map((row) => renumbered(row, cites)),
    cited.groups.map((group) => renumbered(group, cites)),
    options,
  )
  return {
    kind: 'document',
    mode: options.mode,
    filing: filing.id,
    schedule: schedule.id,
    registrant: filing.registrant ?? filing.title,
    title,
    qualifiers: qualifiersOf(filing, schedule),
    banner: bannerOf(filing, options),
    warnings: workpaper ? warnings(sheet, options) : [],
    caption: schedule.caption ?? '',
    ...table,
    blocks: [
      ...roundingBlocks(sheet, options.tieOuts, table),
      ...noteBlocks(sheet, notes, numbers),
      ...(workpaper ? commentBlocks(schedule, options.comments ?? [], options.zone) : []),
      ...(workpaper ? workpaperBlocks(filing, sheet, table, options) : []),
    ],
    foot: workpaper ? footOf(filing, options) : undefined,
  }
}

/** Rows and heads; in a workpaper of a scenario with the figures as filed and the differences beside. */
function tableOf(
  filing: Filing,
  sheet: Sheet,
  rows: PrintRow[],
  groups: HeadGroup[],
  options: PrintOptions,
): PrintTable {
  if (options.beside === true && sheet.mode === 'workpaper' && sheet.hypothetical) {
    const { scenario: _scenario, ...base } = options
    const asFiled = printedRows({
      ...sheet,
      values: (ref) => sheet.values(ref, 'base'),
      overridden: overrides(sheet.schedule, base),
      hypothetical: false,
    })
    return besideAsFiled(filing, sheet, rows, asFiled, groups)
  }
  const marksOf = sheet.mode === 'workpaper' ? standingMarks : () => []
  const columns = sheet.columns.map((column, index) => printColumn(column, rows, index, marksOf(column)))
  return { columns, rows, groups, periods: [] }
}

/** What every page says before all else. A draft's workpaper copy says it in its foot. */
function bannerOf({ status }: Filing, { mode, scenario }: PrintOptions): string[] {
  if (scenario !== undefined) return [`Hypothetical: ${isolated(scenario.name)}`]
  return mode === 'filing' && status === 'draft' ? ['Draft'] : []
}

/** Failures told in the head; the rest stand below the table. */
const MOST_FAILURES = 3

function layOutSheet(schedule: Schedule, values: ValueSource, options: PrintOptions): Sheet {
  const sheet: Omit<Sheet, 'lines'> = {
    schedule,
    columns: schedule.columns.filter((column) => options.mode === 'workpaper' || column.filingCopy !== false),
    values,
    overridden: overrides(schedule, options),
    partial: partialFigures(schedule, options),
    mode: options.mode,
    hypothetical: options.scenario !== undefined,
  }
  const commented = (options.comments ?? []).filter((one) => one.schedule === schedule.id).map(({ line }) => line)
  return { ...sheet, lines: printedLines(sheet, options.details ?? 'changed', new Set(commented)) }
}

/** Totals that count only some of their periods, and what rests on them, as their tie-outs tell. */
function partialFigures({ id }: Schedule, { tieOuts }: PrintOptions): Set<string> {
  const own = tieOuts.filter(
    ({ kind, status, schedule }) => kind === 'periods' && status === 'flagged' && schedule === id,
  )
  return new Set(own.map(({ line, column }) => cellKey(line, column)))
}

function overrides(schedule: Schedule, options: PrintOptions): Set<string> {
  const found = new Set<string>()
  for (const cell of [...schedule.cells, ...(options.scenario?.cells ?? [])]) {
    if (cell.schedule !== schedule.id || cell.input === null) continue
    const line = lineOf(schedule, cell.line)
    const column = columnOf(schedule, cell.column)
    if (line && column && structureFormula(line, column)) found.add(cellKey(line.id, column.id))
  }
  return found
}

/** The lines under the title: "(unaudited)" and the unit, of the schedule where it has its own. */
export function qualifiersOf(filing: Filing, schedule: Schedule | undefined): string[] {
  return [filing.unaudited ? '(unaudited)' : '', unitLine(filing, schedule)].filter((text) => text !== '')
}

function unitLine(filing: Filing, schedule: Schedule | undefined): string {
  if (schedule?.unitLine !== undefined) return schedule.unitLine
  if (filing.unit === undefined) return ''
  return filing.unit.startsWith('(') ? filing.unit : `(${filing.unit})`
}

function warnings(sheet: Sheet, options: PrintOptions): string[] {
  const failed = [
    ...failures(sheet, options.tieOuts).map(refusalText),
    ...(options.beside === true ? failedAsFiled(sheet, options.tieOuts) : []),
  ]
  const more = failed.length - MOST_FAILURES
  return [...failed.slice(0, MOST_FAILURES), ...(more > 0 ? [`And ${more} more, listed under tie-outs.`] : [])]
}

/** The foot of a workpaper copy: which figures, as of which change, when, and by whom. */
export function footOf(filing: Filing, options: PrintOptions): NonNullable<PrintDocument['foot']> {
  const layer = options.scenario?.name ?? (filing.status === 'draft' ? 'Draft' : 'As filed')
  const statement = `Workpaper copy \u00b7 ${isolated(layer)} \u00b7 change ${options.changeNumber} \u00b7 ${options.time}`
  return { statement, signatures: ['Prepared by', 'Reviewed by'] }
}

/** Heads over the printed columns; a head whose columns are not neighbours on the page stands once over each run. */
function headGroups(schedule: Schedule, columns: readonly Column[]): HeadGroup[] {
  const groups = schedule.groups ?? []
  const runs: HeadGroup[] = []
  let current: (typeof groups)[number] | undefined
  for (const [index, column] of columns.entries()) {
    const group = groups.find((candidate) => candidate.columns.includes(column.id))
    const last = runs.at(-1)
    if (last !== undefined && group !== undefined && group === current) last.span += 1
    else runs.push({ label: group?.label ?? '', notes: group?.notes ?? [], from: index, span: 1 })
    current = group
  }
  return runs.some((run) => run.label !== '') ? runs : []
}

/** The part under the numbers that its notes print by; without numbers no note prints, and none is cited. */
function renumbered<T extends { notes: string[] }>(part: T, numbers: ReadonlyMap<string, string> | undefined): T {
  return { ...part, notes: numbers ? part.notes.map((mark) => numbers.get(mark) ?? mark) : [] }
}
