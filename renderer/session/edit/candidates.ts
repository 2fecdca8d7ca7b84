/**
 * What may complete the name at the caret: lines, schedules, columns and functions of a filing, each with its label.
 * Pure; the list is short whatever the size of the filing, and what is searched is prepared once for each schedule.
 */
import { placeOfWords, placesBegun } from '../../../shared/money/choice_words.ts'
import { isText, cellChoices, cellFormat } from '../../../shared/calc/layout.ts'
import { FUNCTIONS } from '../../../shared/formula/ast.ts'
import type { NameAtCaret } from '../../../shared/formula/completion.ts'
import { PREVIOUS } from '../../../shared/model/column_before.ts'
import { COLUMN_BEFORE } from './wording.ts'
import type { CellRef, Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { columnName, lineName, scheduleName, findCell } from '../../../shared/model/lookup.ts'

export type Candidate = {
  kind: 'line' | 'schedule' | 'column' | 'function' | 'choice'
  /** What is put in place of the name; ends in a mark where more must follow. */
  text: string
  label: string
}

/** Most candidates of one kind, and most of all. */
const MOST_OF_KIND = 12
const MOST = 24

type Named = { id: string; label: string }
type Searched = Named & { words: string }

const prepared = new WeakMap<readonly object[], readonly Searched[]>()

/** The items as they are searched: each word of id and label after a blank. */
function searched<T extends { id: string }>(
  items: readonly T[],
  keep: (item: T) => Named | undefined,
): readonly Searched[] {
  let found = prepared.get(items)
  if (!found) {
    found = items.flatMap((item) => {
      const named = keep(item)
      return named ? [{ ...named, words: ` ${item.id.replaceAll('_', ' ')} ${named.label}`.toLowerCase() }] : []
    })
    prepared.set(items, found)
  }
  return found
}

/** Lines that hold amounts: headings and words are in no formula. */
function linesOf(schedule: Schedule): readonly Searched[] {
  return searched(schedule.lines, (line: Line) =>
    line.kind === 'heading' || isText(line) ? undefined : { id: line.id, label: lineName({ schedule, line }) },
  )
}

function columnsOf(schedule: Schedule): readonly Searched[] {
  return searched(schedule.columns, (column) => ({ id: column.id, label: columnName(schedule, column) }))
}

/** Those that the query begins, then those in which it begins a word, then those in which it stands at all. */
function matching(items: readonly Searched[], query: string, most: number): Named[] {
  const begun: Named[] = []
  const worded: Named[] = []
  const holding: Named[] = []
  for (const item of items) {
    if (item.id.startsWith(query)) begun.push(item)
    else if (worded.length < most && item.words.includes(` ${query}`)) worded.push(item)
    else if (holding.length < most && query.length > 1 && (item.id.includes(query) || item.words.includes(query)))
      holding.push(item)
    if (begun.length === most) break
  }
  return [...begun, ...worded, ...holding].slice(0, most)
}

function functions(query: string): Candidate[] {
  return Object.entries(FUNCTIONS)
    .filter(([name]) => name.startsWith(query))
    .map(([name, { help }]) => ({ kind: 'function', text: `${name}(`, label: help }))
}

/** What may stand at the caret of a formula of the cell `own`; what is written in full already is left out. */
export function candidatesFor(filing: Filing, own: CellRef, name: NameAtCaret, written: string): Candidate[] {
  const { query } = name
  const ownSchedule = filing.schedules.find(({ id }) => id === own.schedule)
  const named = 'schedule' in name && name.schedule !== undefined ? name.schedule : own.schedule
  const schedule = filing.schedules.find(({ id }) => id === named)
  const found: Candidate[] = []
  if (name.kind === 'column') {
    for (const { id, label } of schedule ? matching(columnsOf(schedule), query, MOST) : [])
      found.push({ kind: 'column', text: id, label })
    const before: Candidate = { kind: 'column', text: PREVIOUS, label: COLUMN_BEFORE }
    if (query === '') found.push(before)
    else if (PREVIOUS.startsWith(query)) found.unshift(before)
  } else if (name.kind === 'line_of') {
    for (const { id, label } of schedule ? matching(linesOf(schedule), query, MOST) : [])
      found.push({ kind: 'line', text: `${id}${columnMark(schedule!, own)}`, label })
  } else {
    for (const { id, label } of ownSchedule ? matching(linesOf(ownSchedule), query, MOST_OF_KIND) : [])
      found.push({ kind: 'line', text: id, label })
    // The rules of tax are many: a few more letters tell them apart, and the rest keeps its place in the list.
    found.push(...functions(query).slice(0, MOST_OF_KIND), ...elsewhere(filing, own, query))
  }
  const whole = written.toLowerCase()
  const isWhole = found.some(({ text }) => text === whole)
  // Of a name that stands, only what goes on from it is still of use.
  return found.filter(({ text }) => text !== whole && (!isWhole || text.startsWith(whole))).slice(0, MOST)
}

/** Other schedules by name, and their lines. */
function elsewhere(filing: Filing, own: CellRef, query: string): Candidate[] {
  const others = filing.schedules.filter(({ id }) => id !== own.schedule)
  const named = others
    .filter((schedule) => schedule.id.startsWith(query))
    .map((schedule): Candidate => ({ kind: 'schedule', text: `${schedule.id}.`, label: scheduleName(schedule) }))
  const lines = others.flatMap((schedule) =>
    matching(linesOf(schedule), query, MOST_OF_KIND / 2).map(({ id, label }): Candidate => ({
      kind: 'line',
      text: `${schedule.id}.${id}${columnMark(schedule, own)}`,
      label: `${label}, ${scheduleName(schedule)}`,
    })),
  )
  return [...named, ...lines]
}

/** Another schedule that lacks the cell's own column is read in one that must be named. */
function columnMark(schedule: Schedule, own: CellRef): string {
  return schedule.id === own.schedule || schedule.columns.some(({ id }) => id === own.column) ? '' : '@'
}

/**
 * The choices of a cell that begin with what is written in it, with their places; all of them while that is one of them already, or
 * nothing. None in a cell that holds no choice.
 */
export function choicesFor(filing: Filing, own: CellRef, written: string): Candidate[] {
  const found = findCell(filing, own)
  if (!found || cellFormat(found.line, found.column) !== 'choice') return []
  const choices = cellChoices(found.line, found.column)
  const begun = placesBegun(placeOfWords(written, choices) === undefined ? written : '', choices)
  return begun.map((place) => ({ kind: 'choice', text: choices[place - 1]!, label: String(place) }))
}
