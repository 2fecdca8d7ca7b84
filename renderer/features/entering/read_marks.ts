/**
 * Outlines in the grid the cells that the formula under edit reads, each reference in the colour of its text. Marks
 * elements only, those drawn now and each that is drawn later; none is left when the edit ends.
 */
import { hasCell, isText } from '../../../shared/calc/layout.ts'
import {
  colourNumbers,
  isFormulaText,
  writtenReferences,
  type WrittenReference,
} from '../../../shared/formula/written.ts'
import { columnMeant, PREVIOUS } from '../../../shared/model/column_before.ts'
import { columnRead } from '../../../shared/model/entities.ts'
import type { CellRef, Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { findCell, positionOf, scheduleOf } from '../../../shared/model/lookup.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import { COLOURS } from './paint.ts'
import { ofSession, type Session } from '../../session/session.ts'
import type { GridAttachment } from '../../contrib/grid_handle.ts'

/** A rectangle of the schedule shown, by the places of its lines and columns. */
type Mark = { colour: number; top: number; bottom: number; left: number; right: number; parent: string | undefined }

type Marks = { schedule: Schedule; marks: Mark[] }

/** What was last read, until the formula or the lines are others. */
const lastRead = ofSession((): { of?: { text: string; ref: CellRef; lines: readonly Line[]; marks: Marks } } => ({}))

/** What is to be outlined; undefined while no formula is under edit in the schedule shown. */
function marksNow(session: Session): Marks | undefined {
  const { editing, place } = session.getState()
  if (!editing || !place || !isFormulaText(editing.text)) return undefined
  const filing = shownFiling(session)
  const schedule = scheduleOf(filing, place.schedule)
  if (!filing || !schedule) return undefined
  const { ref, text } = editing
  const last = lastRead(session)
  if (last.of?.text !== text || last.of.ref !== ref || last.of.lines !== schedule.lines)
    last.of = { text, ref, lines: schedule.lines, marks: read(filing, schedule, ref, text) }
  return last.of.marks
}

function read(filing: Filing, schedule: Schedule, ref: CellRef, text: string): Marks {
  const found = findCell(filing, ref)
  const own = { ...ref, column: (found && columnRead(filing, schedule.id, found)) ?? ref.column }
  const references = writtenReferences(text)
  const colours = colourNumbers(references)
  const marks = references.flatMap((reference, i) => {
    if ((reference.schedule ?? own.schedule) !== schedule.id) return []
    const { lines, columns } = endsOf(before(filing, schedule, ref, reference), own)
    const [top, bottom] = [positionOf(schedule.lines, lines[0]), positionOf(schedule.lines, lines[1])]
    const [left, right] = [positionOf(schedule.columns, columns[0]), positionOf(schedule.columns, columns[1])]
    if ([top, bottom, left, right].includes(-1)) return []
    return { colour: colours[i]! % COLOURS, top, bottom, left, right, parent: schedule.lines[top]!.parent }
  })
  return { schedule, marks }
}

/** The reference with the column before named, where it reads that; a name that stands nowhere where there is none. */
function before(filing: Filing, { id }: Schedule, ref: CellRef, reference: WrittenReference): WrittenReference {
  if (reference.column !== PREVIOUS) return reference
  const found = findCell(filing, ref)
  return { ...reference, column: (found && columnMeant(filing, id, found, PREVIOUS)) ?? PREVIOUS }
}

type Ends = [string, string]

const twice = (id: string): Ends => [id, id]

function endsOf({ type, line, column, first = '', last: end = '' }: WrittenReference, own: CellRef) {
  return {
    lines: type === 'line_range' ? ([first, end] as Ends) : twice(line ?? own.line),
    columns: type === 'column_range' ? ([first, end] as Ends) : twice(column ?? own.column),
  }
}

const EDGES = ['top', 'bottom', 'left', 'right'] as const
const COLOUR_CLASSES = Array.from({ length: COLOURS }, (_, i) => `reference-${i}`)

function mark(cell: HTMLElement, now: Marks | undefined, lineId: string, columnId: string): void {
  const found = now && markOf(now, lineId, columnId)
  if (!found && !cell.classList.contains('is-read')) return
  cell.classList.toggle('is-read', found !== undefined)
  cell.classList.remove(...COLOUR_CLASSES)
  if (found) cell.classList.add(`reference-${found.mark.colour}`)
  for (const edge of EDGES) {
    const at = edge === 'top' || edge === 'bottom' ? found?.row : found?.column
    cell.classList.toggle(`read-${edge}`, found !== undefined && found.mark[edge] === at)
  }
}

/** The first reference that reads the cell; a range passes over what its sum does. */
function markOf({ schedule, marks }: Marks, lineId: string, columnId: string) {
  const [row, column] = [positionOf(schedule.lines, lineId), positionOf(schedule.columns, columnId)]
  if (row < 0 || column < 0) return undefined
  const line = schedule.lines[row]!
  if (isText(line) || !hasCell(line, schedule.columns[column]!)) return undefined
  const found = marks.find(
    ({ top, bottom, left, right, parent }) =>
      row >= top && row <= bottom && column >= left && column <= right && line.parent === parent,
  )
  return found && { mark: found, row, column }
}

/** Keeps the outlines of a grid in step with the formula under edit. */
export const readMarks: GridAttachment = (grid) => {
  const { session } = grid
  let shown: Marks | undefined
  return {
    drawn: (element, { line, column }) => mark(element, marksNow(session), line, column),
    viewed() {
      const now = marksNow(session)
      if (!now) return
      for (const { element, line, column } of grid.drawn('figures')) mark(element, now, line ?? '', column ?? '')
    },
    end: session.subscribe(({ editing }) => {
      if (!editing && !shown) return
      const now = marksNow(session)
      if (now === shown) return
      const isNone = !now || now.marks.length === 0
      shown = now
      for (const { element, line, column } of grid.drawn('figures')) {
        if (!isNone || element.classList.contains('is-read')) mark(element, now, line ?? '', column ?? '')
      }
    }),
  }
}
