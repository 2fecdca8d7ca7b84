/**
 * A cut block that is pasted, planned as one act: its cells are cleared as Delete would and the others take what they held.
 * A figure and its two cells belong together, so that none is cleared whose figure does not go in. Pure; what an edit of a
 * cell means is the analysis layer's.
 */
import {
  planMany,
  type ManyCell,
  type ManyPlan,
  type ManyRequest,
  type PassedCell,
} from '../../../shared/analysis/many.ts'
import { shown } from '../../../shared/analysis/edit_words.ts'
import { isCell } from '../reading/figures.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { findCell, scheduleName, cellTitle } from '../../../shared/model/lookup.ts'
import { counted } from '../../../shared/money/count.ts'
import { cutText } from '../../../shared/money/cut_text.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

/** The cells that were cut, where they stand, and what the clipboard was given for them. */
export type Cut = {
  filing: string
  scenario: string | null
  schedule: string
  lines: readonly string[]
  columns: readonly string[]
  text: string
}

/** One place of a cut block: where it stood, where it goes, and what it holds as it would be typed. */
export type Move = { from: CellRef; to: CellRef; text: string }

/** What the moves enter: blanks in the cells that are left, then each text where it goes. A blank over no cell says nothing. */
export function cellsMoved(filing: Filing, moves: readonly Move[]): ManyCell[] {
  const entered = moves
    .filter(({ to, text }) => text.trim() !== '' || isCell(filing, to))
    .map(({ to, text }): ManyCell => ({ ref: to, text }))
  const taken = new Set(entered.map(({ ref }) => cellName(ref)))
  const left = moves.filter(({ from }) => isCell(filing, from) && !taken.has(cellName(from)))
  return [...left.map(({ from }): ManyCell => ({ ref: from, text: '' })), ...entered]
}

/** The cells that go with those named, by name: of a move both or none, and so on where one's cell is another's place. */
export function goingWith(moves: readonly Move[], names: ReadonlySet<string>): Set<string> {
  const beside = new Map<string, string[]>()
  for (const { from, to } of moves) {
    const ends = [cellName(from), cellName(to)] as const
    for (const [end, other] of [ends, [ends[1], ends[0]] as const]) beside.set(end, [...(beside.get(end) ?? []), other])
  }
  const reached = new Set(names)
  // What is added to a set while it is walked is walked too.
  for (const name of reached) for (const other of beside.get(name) ?? []) reached.add(other)
  return reached
}

/** The moves of which a cell is left among those of a request. */
function movesOf(moves: readonly Move[], cells: readonly ManyCell[]): Move[] {
  const names = new Set(cells.map(({ ref }) => cellName(ref)))
  return moves.filter(({ from, to }) => names.has(cellName(to)) || names.has(cellName(from)))
}

/**
 * Plans the cells that `cellsMoved` gives, or some of them, as one act. A cut cell that is computed stays, and its figure is
 * copied; one whose place comes to another figure keeps it. Both are said, to be seen before it is applied.
 */
export function planMove(request: ManyRequest, all: readonly Move[]): ManyPlan {
  const moves = movesOf(all, request.cells)
  const places = new Set(moves.map(({ to }) => cellName(to)))
  const bySource = new Map(moves.map((move) => [cellName(move.from), move]))
  const isLeft = (ref: CellRef): boolean => bySource.has(cellName(ref)) && !places.has(cellName(ref))
  const kept = new Set<string>()
  let cells = request.cells
  for (;;) {
    const planned = planMany({ ...request, cells })
    if (planned.kind === 'refused') return planned
    const passed = new Map(planned.passed.map((one) => [cellName(one.ref), one]))
    const entered = new Set(cells.map(({ ref }) => cellName(ref)))
    const lost = moves.filter(({ from, to }) => passed.get(cellName(to))?.differs && entered.has(cellName(from)))
    if (lost.length === 0) return told(request, planned, { moves, kept, isLeft, bySource, passed })
    for (const { from } of lost) kept.add(cellName(from))
    // Where a figure stays nothing moves in, so what would have moved in stays as well.
    for (const name of kept) for (const { from, to } of moves) if (cellName(to) === name) kept.add(cellName(from))
    cells = cells.filter(({ ref }) => !kept.has(cellName(ref)))
  }
}

type Good = Extract<ManyPlan, { kind: 'plan' }>

/** What is known of the moves once they are planned. */
type Known = {
  moves: readonly Move[]
  /** Cut cells that keep their figures, since these would be lost. */
  kept: ReadonlySet<string>
  /** True for a cut cell that nothing is moved into. */
  isLeft: (ref: CellRef) => boolean
  bySource: ReadonlyMap<string, Move>
  passed: ReadonlyMap<string, PassedCell>
}

/** The plan in words of a move: its title, what stays behind, and nothing of the blanks that it leaves. */
function told(request: ManyRequest, planned: Good, known: Known): Good {
  const { moves, kept, isLeft, bySource, passed } = known
  const isHeld = ({ to }: Move): boolean => kept.has(cellName(to))
  const goes = (move: Move): boolean => move.text.trim() !== '' && !passed.has(cellName(move.to)) && !isHeld(move)
  const stays = ({ from }: Move): boolean => kept.has(cellName(from)) || (isLeft(from) && passed.has(cellName(from)))
  const heldBack = ({ to }: Move): PassedCell => {
    const found = findCell(request.filing, to)
    return { ref: to, label: found ? cellTitle(found) : cellName(to), refusal: { code: 'figure_stays' }, differs: true }
  }
  const keepers = new Set(moves.filter(({ from }) => kept.has(cellName(from))).map(({ to }) => cellName(to)))
  const moved = moves.filter(goes)
  const some = moved.length > 0 ? moved : moves
  return {
    ...planned,
    plan: { ...planned.plan, title: titled(request, some, stays) },
    changed: planned.plan.inputs.length === 0 ? 0 : some.length,
    passed: [...planned.passed, ...moves.filter(isHeld).map(heldBack)].map((one): PassedCell => {
      const name = cellName(one.ref)
      const why = refusalText(one.refusal)
      if (keepers.has(name)) return { ...one, refusal: { code: 'cut_cell_keeps', why } }
      const move = isLeft(one.ref) ? bySource.get(name) : undefined
      const isCopied = move !== undefined && goes(move)
      return isCopied ? { ...one, refusal: { code: 'stays_and_copied', why }, differs: true } : one
    }),
    remarks: planned.remarks.filter(({ ref, warning }) => warning || !isLeft(ref)),
  }
}

/** Longer texts are not named in a title; titles beyond the most that is stored are cut. */
const LONGEST_TEXT = 40
const LONGEST_TITLE = 1_000

/** `Moved 4 cells from Interest income, Q3 2007 to Interest income, Q2 2007`, by the first cell of each block. */
function titled({ filing, engine }: ManyRequest, moves: readonly Move[], stays: (move: Move) => boolean): string {
  const [first] = moves
  if (!first) return 'Moved no cell'
  const copied = moves.filter(stays).length
  const count = moves.length - copied
  const found = findCell(filing, first.from)
  const figure = found && moves.length === 1 ? shown(engine.value(first.from), found) : ''
  const told = (all: number): string => (figure !== '' && figure.length <= LONGEST_TEXT ? figure : counted(all, 'cell'))
  const done =
    count === 0 ? `Copied ${told(copied)}` : `Moved ${told(count)}${copied > 0 ? ` and copied ${copied}` : ''}`
  const isAcross = first.from.schedule !== first.to.schedule
  const title = `${done} from ${spoken(filing, first.from, isAcross)} to ${spoken(filing, first.to, isAcross)}`
  return cutText(title, LONGEST_TITLE, { ellipsis: true })
}

function spoken(filing: Filing, ref: CellRef, withSchedule: boolean): string {
  const found = findCell(filing, ref)
  if (!found) return cellName(ref)
  return withSchedule ? `${cellTitle(found)} in ${scheduleName(found.schedule)}` : cellTitle(found)
}
