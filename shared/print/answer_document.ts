/**
 * What the pages that answer a question have in common: head, foot, and a figure as it stands in a cell of the filing.
 * Must not answer a question: each kind has its own file.
 */
import { CellError } from '../calc/cell_error.ts'
import { formatOf } from '../calc/cell_text.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { CellRef } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import { figureParts, type FormatOptions } from '../money/format.ts'
import { isolated } from '../money/isolated.ts'
import { footOf, qualifiersOf } from './build_document.ts'
import { printColumn } from './print_column.ts'
import type { HeadGroup, PrintBlock, PrintCell, PrintDocument, PrintRow } from './document.ts'
import type { Asked } from './part.ts'
import { wordsCell } from './words_cell.ts'

/** What one kind of answer puts on its page. `of` is the figure whose schedule says the unit. */
export type AnswerPage = {
  title: string
  of: CellRef | null
  caption?: string
  groups?: HeadGroup[]
  columns: { id: string; label: string }[]
  rows: PrintRow[]
  blocks: PrintBlock[]
}

/** The document of an answer: a workpaper, hypothetical whether it stands on a scenario or on the filing's own figures. */
export function answerDocument({ held, options }: Asked, page: AnswerPage): PrintDocument {
  const { filing } = held
  const { title, of, columns, rows, blocks, caption = '', groups = [] } = page
  const on = options.scenario === undefined ? 'no amount is entered' : isolated(options.scenario.name)
  return {
    kind: 'document',
    mode: 'workpaper',
    filing: filing.id,
    schedule: 'what_if',
    registrant: filing.registrant ?? filing.title,
    title,
    qualifiers: qualifiersOf(filing, of ? findCell(filing, of)?.schedule : undefined),
    banner: [`Hypothetical: ${on}`],
    warnings: [],
    caption,
    groups,
    periods: [],
    columns: columns.map((column, index) => printColumn(column, rows, index, [])),
    rows,
    blocks,
    foot: footOf(filing, options),
  }
}

/** A value in a format; `isFirst` where it opens its column and bears the dollar sign. */
export function valueCell(value: Value, format: FormatOptions, isFirst = false): PrintCell {
  if (value === null || value === '') return { kind: 'blank' }
  if (value instanceof CellError) return { kind: 'error', code: value.code }
  if (!isAmount(value)) return { kind: 'words', text: value, marks: [] }
  const words = wordsCell(value, format, [])
  if (words) return words
  const signed = isFirst && format.format !== 'shares'
  const parts = figureParts(value, { ...format, currency: signed, percentSign: signed })
  return { kind: 'figure', parts, marks: [] }
}

/** The format of a cell's figures. */
export function formatAt({ held }: Asked, ref: CellRef): FormatOptions {
  const found = findCell(held.filing, ref)
  return found ? formatOf(found.line, found.column) : { format: 'amount' }
}

/** A line of an answer. */
export function answerRow(id: string, label: string, cells: PrintCell[]): PrintRow {
  return { id, kind: 'line', label, notes: [], marks: [], depth: 0, rule: 'none', cells }
}

/** A sentence below the table. */
export function remark(text: string): PrintBlock {
  return { kind: 'item', mark: '–', text }
}
