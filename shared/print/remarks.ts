/**
 * What follows the table: the notes, and in a workpaper copy all that a reviewer needs to follow the figures.
 * Blocks of text only; where they stand on the pages is for paginate.
 */
import { isMeasured } from '../money/format.ts'
import { isolated } from '../money/isolated.ts'
import { cutText } from '../money/cut_text.ts'
import { cellFormat, hasCell, storedAt } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import { printedBeside, textBeside } from '../checks/footing.ts'
import type { Column, Filing, Line, Note } from '../model/filing.ts'
import { type Decimal, withoutResidue } from '../money/decimal.ts'
import { columnName, cellTitle, lineName, factOf } from '../model/lookup.ts'
import { refusalText } from '../refusals/refusal.ts'
import type { HeadGroup, PrintBlock, PrintOptions, PrintRow, PrintTieOut, StandingMark } from './document.ts'
import type { PrintTable } from './beside.ts'
import { changedBlocks } from './changed.ts'
import { failedAsFiled, failures, showsDetails, tieOutsOf } from './refusals.ts'
import { cellRef } from './rows.ts'
import type { Sheet } from './rows.ts'

/** An item longer than this is continued in another, so that none outgrows a page. */
const LONGEST_ITEM = 1_500

/** Places named for a remark that several figures share. */
const MOST_PLACES = 4

const LEGEND: [StandingMark, string][] = [
  ['a', 'Assumed; the reason is given below.'],
  [
    'b',
    'Balancing: the remainder that makes the published parts add to the published total; not separately disclosed.',
  ],
  ['c', 'Changed from the figure as filed or in the draft.'],
  ['d', 'Derived by arithmetic on published figures.'],
  ['o', 'Overrides the formula of the line or column.'],
  ['p', 'Leaves out blank periods, directly or in the figures that it uses; see the tie-outs.'],
]

/** The notes cited on the page, in the schedule's order; a workpaper copy prints those not cited as well. */
export function citedNotes(sheet: Sheet, rows: readonly PrintRow[], groups: readonly HeadGroup[]): Note[] {
  const cited = new Set([...rows, ...groups].flatMap((part) => part.notes))
  return (sheet.schedule.notes ?? []).filter((note) => sheet.mode === 'workpaper' || cited.has(note.mark))
}

/**
 * The marks that notes are printed under. Where notes are left out with what cites them, the others are numbered
 * without a gap, unless a note refers to another by its number.
 */
export function noteNumbers(all: readonly Note[], printed: readonly Note[]): Map<string, string> {
  const refers = all.some((note) => /\bnotes? \(?\d/i.test(note.text))
  const numbered = all.every((note) => /^\d+$/.test(note.mark))
  return new Map(printed.map(({ mark }, index) => [mark, refers || !numbered ? mark : `${index + 1}`]))
}

export function noteBlocks(sheet: Sheet, notes: readonly Note[], numbers: ReadonlyMap<string, string>): PrintBlock[] {
  return section(
    sheet.schedule.notesTitle ?? 'Notes',
    notes.flatMap(({ mark, text }) => paragraphItems(`(${numbers.get(mark) ?? mark})`, text)),
  )
}

/** Keeps an item in line with the one above it, of which it is a part. */
export const CONTINUED = '\u00a0'

/** A text as items, one for each line on which it was written, the first under its mark. */
export function paragraphItems(mark: string, text: string): PrintBlock[] {
  const lines = text.split(/\s*\n\s*/).filter((line) => line !== '')
  return lines.map((line, at): PrintBlock => ({ kind: 'item', mark: at === 0 ? mark : CONTINUED, text: line }))
}

/** Totals and differences that are within rounding of adding, said below the table of either copy. */
export function roundingBlocks(sheet: Sheet, tieOuts: readonly PrintTieOut[], { periods }: PrintTable): PrintBlock[] {
  const beside = periods.length > 0
  const rounded = tieOutsOf(sheet, tieOuts).some(
    (one) =>
      (one.status === 'within_rounding' || (beside && one.filed === 'within_rounding')) &&
      (one.kind === 'foots' || one.kind === 'ties' || showsDetails(sheet, one)),
  )
  return rounded ? [item('Amounts may not add because of rounding.', '')] : []
}

/** Legend, changes, tie-outs, differences from the source, derivations and remarks of a workpaper copy. */
export function workpaperBlocks(
  filing: Filing,
  sheet: Sheet,
  { rows, periods }: PrintTable,
  options: PrintOptions,
): PrintBlock[] {
  const isUnchanged = options.beside === true && options.scenario !== undefined && periods.length === 0
  return [
    ...(isUnchanged ? [item('The scenario changes no figure of this schedule.', '')] : []),
    ...section('Marks', legend(sheet, rows)),
    ...(options.scenario
      ? changedBlocks(filing, sheet.values, options.scenario.cells, CHANGED, sheet.schedule.id)
      : []),
    ...section('Tie-outs', tieOutItems(sheet, options)),
    ...section('Differences from the source document', sourceDifferences(filing, sheet)),
    ...section('Origins and remarks', origins(sheet)),
  ]
}

/** Items under a heading, none longer than a page can take; nothing where there are none. */
export function section(heading: string, items: PrintBlock[]): PrintBlock[] {
  return items.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...items.flatMap(shortened)]
}

function legend(sheet: Sheet, rows: readonly PrintRow[]): PrintBlock[] {
  const used = new Set<string>(rows.flatMap((row) => row.marks))
  for (const row of rows) {
    for (const cell of row.cells) if ('marks' in cell) for (const mark of cell.marks) used.add(mark)
  }
  for (const column of sheet.columns) if (column.origin !== undefined) used.add(column.origin.slice(0, 1))
  const items = LEGEND.filter(([mark]) => used.has(mark)).map(([mark, text]) => item(text, mark))
  if (rows.some((row) => row.cells.some((cell) => cell.kind === 'not_disclosed'))) {
    items.push(item('Not disclosed by the source document.', 'n.d.'))
  }
  return items
}

const CHANGED = 'Changed by the scenario'

/**
 * How the tie-outs of the page stand, and those that do not simply hold. Comparisons with the source are told by
 * sourceDifferences, and what the scenario changed by its marks.
 */
function tieOutItems(sheet: Sheet, { tieOuts, beside }: PrintOptions): PrintBlock[] {
  const here = tieOutsOf(sheet, tieOuts)
  if (here.length === 0) return []
  const count = (...statuses: PrintTieOut['status'][]): number =>
    here.filter(({ status }) => statuses.includes(status)).length
  const tally = [
    `${count('pass', 'within_rounding')} of ${here.length} hold`,
    counted(count('fail'), 'fails', 'fail'),
    counted(count('changed_by_scenario'), 'is changed by the scenario', 'are changed by the scenario'),
    counted(count('flagged'), 'is for review', 'are for review'),
    counted(count('not_testable'), 'cannot be tested', 'cannot be tested'),
  ].filter((part) => part !== '')
  return [
    item(`${tally.join('; ')}.`),
    ...failures(sheet, here).map((failure) => item(refusalText(failure))),
    ...(beside === true ? failedAsFiled(sheet, here).map((text) => item(text)) : []),
    ...here.flatMap((one) => {
      const { status, kind, text } = one
      const words = TIE_OUT_WORDS[status]
      const isTold = kind === 'per_source' || (status === 'flagged' && showsDetails(sheet, one))
      return words === undefined || isTold ? [] : [item(`${words}: ${text}`)]
    }),
  ]
}

const TIE_OUT_WORDS: Partial<Record<PrintTieOut['status'], string>> = {
  within_rounding: 'Within rounding',
  not_testable: 'Not testable',
  flagged: 'For review',
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`
}

function sourceDifferences(filing: Filing, sheet: Sheet): PrintBlock[] {
  return eachCell(sheet, (line, column) => {
    const perSource = factOf(sheet.schedule, line.id, column.id)?.perSource
    if (perSource === undefined) return []
    const value = sheet.values(cellRef(sheet, line, column), 'base')
    const format = cellFormat(line, column)
    const source = storedAt({ line, column }, perSource)
    if (source === undefined || !isAmount(value)) return []
    const found = { schedule: sheet.schedule, line, column }
    const printed = printedBeside(found, value, source)
    if (printed.eq(source)) return []
    const amount = (x: Decimal): string => textBeside(found, x, [source.decimalPlaces()])
    const difference = isMeasured(format) ? `; the difference is ${amount(withoutResidue(printed.minus(source)))}` : ''
    const text = `${cellTitle(found)}: the source prints ${amount(source)}, and the lines give ${amount(printed)}${difference}.`
    return [item(text)]
  })
}

/** How figures came about and what is remarked of them; the same words of several cells stand once. */
function origins(sheet: Sheet): PrintBlock[] {
  const places = new Map<string, string[]>()
  const say = (text: string | undefined, place: string): void => {
    if (text === undefined || text.trim() === '') return
    const same = places.get(text) ?? []
    if (!same.includes(place)) places.set(text, [...same, place])
  }
  for (const column of sheet.columns) say(column.how, columnName(sheet.schedule, column))
  for (const line of sheet.lines) say(line.how, lineName({ schedule: sheet.schedule, line }))
  for (const line of sheet.lines) {
    for (const column of sheet.columns) {
      const fact = hasCell(line, column) ? factOf(sheet.schedule, line.id, column.id) : undefined
      const place = cellTitle({ schedule: sheet.schedule, line, column })
      if (fact?.how !== line.how && fact?.how !== column.how) say(fact?.how, place)
      say(fact?.remark, place)
    }
  }
  return [...places].map(([text, where]) => item(`${placeList(where)}: ${isolated(sentence(text))}`))
}

function placeList(places: readonly string[]): string {
  if (places.length <= MOST_PLACES) return places.join('; ')
  return `${places.slice(0, MOST_PLACES - 1).join('; ')} and ${places.length - MOST_PLACES + 1} more figures`
}

function eachCell(sheet: Sheet, read: (line: Line, column: Column) => PrintBlock[]): PrintBlock[] {
  return sheet.lines.flatMap((line) =>
    sheet.columns.flatMap((column) => (hasCell(line, column) ? read(line, column) : [])),
  )
}

function item(text: string, mark = '\u2013'): PrintBlock {
  return { kind: 'item', mark, text }
}

function sentence(text: string): string {
  return /[.!?)]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
}

/** The block, or where it is too long the several that it continues in, broken between sentences or at least words. */
function shortened(block: PrintBlock): PrintBlock[] {
  if (block.kind !== 'item' || block.text.length <= LONGEST_ITEM) return [block]
  const pieces: PrintBlock[] = []
  let rest = block.text
  while (rest.length > LONGEST_ITEM) {
    const room = cutText(rest, LONGEST_ITEM)
    const stop = room.lastIndexOf('. ')
    const space = room.lastIndexOf(' ')
    const end = stop > LONGEST_ITEM / 2 ? stop + 1 : space > 0 ? space : room.length
    pieces.push({ kind: 'item', mark: pieces.length === 0 ? block.mark : '', text: rest.slice(0, end).trim() })
    rest = rest.slice(end).trim()
  }
  if (rest !== '') pieces.push({ kind: 'item', mark: '', text: rest })
  return pieces
}
