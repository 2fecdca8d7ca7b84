/**
 * Keeps the figures that are drawn in step with the engine: after an edit of figures those that it touched are drawn
 * again, and no others, so that an edit costs the same in a grid of any size. Draws nothing itself.
 */
import type { GridApi } from 'ag-grid-community'
import type { Line } from '../../../shared/model/filing.ts'
import { leftOutNews } from '../../session/reading/tie_out_books.ts'
import { shownEngine, shownFiling } from '../../session/reading/figures.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import type { GridRow } from '../../session/reading/rows.ts'
import type { Touched } from './figure_needs.ts'
import type { Session } from '../../session/session.ts'
import { heldShown } from '../../session/reading/shown.ts'
import { isSameButInputs } from '../../session/book/held.ts'

/** Above this many lines touched at once everything in sight is drawn again, which then costs less. */
const MOST_LINES = 40

/** Scenarios that differ in more cells are taken for different throughout. */
const MOST_DIFFERING = 400

/** Lines that mirror others: by how much one differs from them may follow from any edit. */
const mirrors = new WeakMap<readonly Line[], readonly Line[]>()

function mirrorsAmong(lines: readonly Line[]): readonly Line[] {
  let found = mirrors.get(lines)
  if (!found) mirrors.set(lines, (found = lines.filter(({ source }) => source)))
  return found
}

function note(into: Map<string, Set<string>>, line: string, column: string): void {
  const columns = into.get(line)
  if (columns) columns.add(column)
  else into.set(line, new Set([column]))
}

/**
 * Watches the engine of the place shown for the grid of a schedule. `changed` is told which figures are new before they are
 * drawn; nothing is all of them.
 */
export function freshFigures(
  session: Session,
  api: GridApi<GridRow>,
  schedule: string,
  { changed, isToBeTold }: { changed: (touched?: Touched) => void; isToBeTold: () => boolean },
) {
  let watched: Engine | undefined
  let stop: (() => void) | undefined
  /** Columns touched, by line; undefined where everything is to be drawn again. */
  let touched: Map<string, Set<string>> | undefined = new Map()
  /** The figures themselves are all others, not only their marks. */
  let isNew = false

  /** Cells with another value since the structure last changed, or new in it. */
  let restructured = new Map<string, Set<string>>()

  const touch = (line: string, column: string): void => {
    if (touched) note(touched, line, column)
  }
  const watch = (): void => {
    stop?.()
    watched = shownEngine(session)
    stop = watched?.watch((cells, moved) => {
      if (cells !== null) for (const cell of cells) if (cell.schedule === schedule) touch(cell.line, cell.column)
      if (cells === null) {
        for (const cell of moved) if (cell.schedule === schedule) note(restructured, cell.line, cell.column)
        isNew = true
        touched = undefined
      }
    })
  }
  const touchAdjusted = (engine: Engine): void => {
    const shown = shownFiling(session)?.schedules.find(({ id }) => id === schedule)
    for (const { id } of mirrorsAmong(shown?.lines ?? [])) {
      for (const { id: column } of shown!.columns) {
        if (engine.input({ schedule, line: id, column }, 'scenario') !== null) touch(id, column)
      }
    }
  }
  /** The figures that are others in the engine than in the one watched; undefined where all may be. Those alike were measured there. */
  const othersIn = (engine: Engine | undefined): Touched | undefined => {
    if (isNew || !touched || !watched || !engine) return undefined
    const differing = session.workbook().sheets.differing(watched, engine, MOST_DIFFERING)
    if (!differing) return undefined
    const others = new Map([...touched].map(([line, columns]) => [line, new Set(columns)]))
    for (const cell of differing) if (cell.schedule === schedule) note(others, cell.line, cell.column)
    return others
  }
  /** Figures that leave a period out are marked, also where an edit moved no more than that. */
  let asked: ReturnType<typeof leftOutNews>['book']
  const touchLeftOut = (): void => {
    const [filing, engine] = [shownFiling(session), shownEngine(session)]
    if (!filing || !engine) return
    const { book, cells } = leftOutNews(session, filing, engine, asked)
    asked = book
    if (cells === null) touched = undefined
    else for (const cell of cells) if (cell.schedule === schedule) touch(cell.line, cell.column)
  }
  let held = heldShown(session.getState())
  watch()
  touchLeftOut()
  touched = new Map()

  return {
    /** Draws again what changed since the last time. */
    draw(): void {
      const engine = shownEngine(session)
      const isOther = engine !== watched
      if (isOther) changed(othersIn(engine))
      else if (isNew || touched?.size) changed(isNew ? undefined : touched)
      isNew = false
      touchLeftOut()
      const before = held
      held = heldShown(session.getState())
      const isSeenAnew = !before || !held || !isSameButInputs(before, held)
      if (isOther) watch()
      if (isOther || !engine || !touched || isSeenAnew) {
        touched = new Map()
        if (!isToBeTold()) api.refreshCells({ force: true })
        return
      }
      touchAdjusted(engine)
      const some = touched
      touched = new Map()
      if (some.size > MOST_LINES) return api.refreshCells({ force: true })
      for (const [line, columns] of some) {
        const node = api.getRowNode(line)
        // A row out of sight is drawn afresh when it comes.
        if (node) api.refreshCells({ force: true, rowNodes: [node], columns: [...columns] })
      }
    },
    /** The cells that acts of structure moved since last asked. */
    takeRestructured(): Touched {
      const moved = restructured
      restructured = new Map()
      return moved
    },
    end(): void {
      stop?.()
    },
  }
}
