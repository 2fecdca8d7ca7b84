/**
 * A scenario beside what it departs from: each period that it changes as three columns, as filed (or the draft), the scenario and
 * the difference; a period that it leaves alone as one. Works on rows that are printed already; must not judge which lines print.
 */
import { comparedFigure } from '../analysis/compare.ts'
import { formatOf } from '../calc/cell_text.ts'
import { hasCell } from '../calc/layout.ts'
import type { Column, Filing, Line } from '../model/filing.ts'
import { figureParts } from '../money/format.ts'
import type { HeadGroup, PrintCell, PrintColumn, PrintRow } from './document.ts'
import { isChanged, standingMarks, valueOf, type Sheet } from './rows.ts'
import { printColumn } from './print_column.ts'

/** Rows and heads of a table, as they are printed. */
export type PrintTable = { columns: PrintColumn[]; rows: PrintRow[]; groups: HeadGroup[]; periods: HeadGroup[] }

type Part = 'base' | 'scenario' | 'difference' | 'same'

const LABEL: Record<Exclude<Part, 'base'>, string> = {
  scenario: 'Scenario',
  difference: 'Difference',
  same: 'Unchanged',
}

/**
 * The table with the columns of the scenario's periods beside one another. `rows` are those of the scenario, `asFiled` those of the
 * base, both with a cell for each column of the sheet, over which `groups` stand.
 */
export function besideAsFiled(
  filing: Filing,
  sheet: Sheet,
  rows: readonly PrintRow[],
  asFiled: readonly PrintRow[],
  groups: readonly HeadGroup[],
): PrintTable {
  const parts = sheet.columns.map((column) => partsOf(sheet, column))
  if (parts.every(([part]) => part === 'same')) return unchanged(sheet, rows, groups)
  const beside = rows.map((row, at) => ({
    ...row,
    cells: sheet.columns.flatMap((column, index) =>
      parts[index]!.map((part) =>
        cellOf({ filing, sheet, part, line: sheet.lines[at]!, column }, row.cells[index]!, asFiled[at]!.cells[index]!),
      ),
    ),
  }))
  const starts = startsOf(parts)
  const base = filing.status === 'draft' ? 'Draft' : 'As filed'
  const columns = sheet.columns.flatMap((column, index) =>
    parts[index]!.map((part, step): PrintColumn => ({
      ...printColumn(
        { id: `${column.id}.${part}`, label: part === 'base' ? base : LABEL[part] },
        beside,
        starts[index]! + step,
        [],
      ),
      period: column.id,
    })),
  )
  return {
    columns,
    rows: beside,
    groups: groups.map((group) => {
      const from = starts[group.from]!
      return { ...group, from, span: starts[group.from + group.span]! - from }
    }),
    periods: sheet.columns.map((column, index) => ({
      label: column.label,
      notes: [],
      marks: standingMarks(column),
      from: starts[index]!,
      span: parts[index]!.length,
    })),
  }
}

/** The table of a schedule that the scenario leaves alone. */
function unchanged(sheet: Sheet, rows: readonly PrintRow[], groups: readonly HeadGroup[]): PrintTable {
  const columns = sheet.columns.map((column, index) => printColumn(column, rows, index, standingMarks(column)))
  return { columns, rows: [...rows], groups: [...groups], periods: [] }
}

/** Where the columns of each period begin, and where the last ends. */
function startsOf(parts: readonly Part[][]): number[] {
  const starts = [0]
  for (const own of parts) starts.push(starts.at(-1)! + own.length)
  return starts
}

/** What stands of a period. A difference of percentages says nothing that the two do not. */
function partsOf(sheet: Sheet, column: Column): Part[] {
  if (!sheet.lines.some((line) => isChanged(sheet, line, column))) return ['same']
  const isPercent = column.format === 'percent' || column.format === 'rate'
  return isPercent ? ['base', 'scenario'] : ['base', 'scenario', 'difference']
}

type At = { filing: Filing; sheet: Sheet; part: Part; line: Line; column: Column }

function cellOf(at: At, scenario: PrintCell, base: PrintCell): PrintCell {
  switch (at.part) {
    case 'same':
      return scenario
    case 'base':
      return base
    case 'scenario': {
      if (!('marks' in scenario)) return scenario
      // What stands at the figure as filed holds for its line; what is changed shows in the difference.
      const told = new Set([...('marks' in base ? base.marks : []), 'c'])
      return { ...scenario, marks: scenario.marks.filter((mark) => !told.has(mark)) }
    }
    case 'difference':
      return difference(at, scenario)
    default:
      return at.part satisfies never
  }
}

function difference({ filing, sheet, line, column }: At, scenario: PrintCell): PrintCell {
  if (!hasCell(line, column)) return { kind: 'blank' }
  const found = { filing, schedule: sheet.schedule, line, column }
  const before = sheet.values({ schedule: sheet.schedule.id, line: line.id, column: column.id }, 'base')
  const amount = comparedFigure(before, valueOf(sheet, line, column), found).difference
  if (amount === null) return { kind: 'blank' }
  const signed = scenario.kind === 'figure' && scenario.parts.currency !== ''
  return { kind: 'figure', parts: figureParts(amount, { ...formatOf(line, column), currency: signed }), marks: [] }
}
