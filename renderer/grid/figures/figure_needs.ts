/**
 * How wide the columns of a schedule are where nobody chose a width: as their heads need it, and as their widest figure
 * does. Measured once for all figures, then for those that an edit touched; a column grows, and never shrinks while it is
 * shown, so that nothing jumps. Reads values; moves no column.
 */
import { isAmount } from '../../../shared/calc/value.ts'
import type { Column, Line } from '../../../shared/model/filing.ts'
import { isMeasured } from '../../../shared/money/format.ts'
import { atOnce, type Steps } from '../../../shared/model/steps.ts'
import { shownEngine } from '../../session/reading/figures.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { valueEms, widthFor } from './figure_widths.ts'
import type { Session } from '../../session/session.ts'

/** Lines measured between two steps. */
const FEW_LINES = 40

type Structure = { id: string; lines: readonly Line[]; columns: readonly Column[] }

/** Columns touched, by line. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>

const byId = new WeakMap<readonly Line[], ReadonlyMap<string, Line>>()

function linesById(lines: readonly Line[]): ReadonlyMap<string, Line> {
  let found = byId.get(lines)
  if (!found) byId.set(lines, (found = new Map(lines.map((line) => [line.id, line]))))
  return found
}

function emsAt(engine: Engine, schedule: string, line: Line, column: Column): number {
  return valueEms(engine.value({ schedule, line: line.id, column: column.id }), line, column)
}

/** The widest figure of a column, in ems. */
export function widest(engine: Pick<Engine, 'value'>, { id, lines }: Structure, column: Column): number {
  const ref = { schedule: id, line: '', column: column.id }
  /** Exponents of the longest whole amounts met, by sign and currency: one that is no longer is no wider. */
  const longest = [-1, -1, -1, -1]
  let most = 0
  // The words of a date or a choice are as long as they are, whatever number holds them.
  const isOfWords = column.format !== undefined && !isMeasured(column.format)
  for (const line of lines) {
    ref.line = line.id
    const value = engine.value(ref)
    if (value === null) continue
    const isAlike = (line.format ?? 'amount') === 'amount' && line.decimals === undefined && line.only === undefined
    if (isAlike && !isOfWords && isAmount(value) && value.isInteger()) {
      const like = (value.isNegative() ? 1 : 0) + (line.currency === true ? 2 : 0)
      if (value.e <= longest[like]!) continue
      if (line.kind !== 'heading' && line.kind !== 'text' && !value.isZero()) longest[like] = value.e
    }
    most = Math.max(most, valueEms(value, line, column))
  }
  return most
}

/** What the columns of one grid need. */
export function figureNeeds(session: Session) {
  const most = new Map<string, number>()
  /** Keeps the wider; true where this one is. */
  const keep = (column: string, ems: number): boolean => {
    if (ems <= (most.get(column) ?? 0)) return false
    most.set(column, ems)
    return true
  }
  return {
    /** The width that the widest figure of a column was found to need, in pixels as the sheet now stands. */
    width: (column: string): number => widthFor(session, most.get(column) ?? 0),
    /** As `measure`, of figures touched on very many lines, in steps of a few lines. */
    *measureInSteps({ id, lines, columns }: Structure, touched: Touched): Steps<string[]> {
      const engine = shownEngine(session)
      const known = linesById(lines)
      const grown = new Set<string>()
      let seen = 0
      for (const [name, at] of touched) {
        if (seen++ % FEW_LINES === 0) yield
        const line = known.get(name)
        if (!line || !engine) continue
        for (const column of columns) {
          if (at.has(column.id) && keep(column.id, emsAt(engine, id, line, column))) grown.add(column.id)
        }
      }
      return [...grown]
    },
    /** Measures the figures touched, or all of them; the columns that now need more than before. */
    measure(structure: Structure, touched?: Touched): string[] {
      const engine = shownEngine(session)
      if (!engine) return []
      const { columns } = structure
      if (!touched)
        return columns.filter((column) => keep(column.id, widest(engine, structure, column))).map((one) => one.id)
      return atOnce(this.measureInSteps(structure, touched))
    },
    /**
     * As `measure` after another structure: the figures that `moved`, those of lines that are other objects, and whole columns that are.
     */
    remeasure(before: Structure, structure: Structure, moved: Touched | undefined): void {
      if (!moved || before.id !== structure.id) return void this.measure(structure)
      const [lines, columns] = [new Set(before.lines), new Set(before.columns)]
      const fresh = structure.columns.filter((column) => !columns.has(column))
      this.measure({ ...structure, columns: fresh })
      const all = new Set(structure.columns.map(({ id }) => id))
      const others = structure.lines.filter((line) => !lines.has(line))
      this.measure(structure, new Map([...moved, ...others.map(({ id }): [string, Set<string>] => [id, all])]))
    },
    /** The width that the figures of a column need as they now stand, whatever they were. */
    fitted(structure: Structure, column: Column): number {
      const engine = shownEngine(session)
      return widthFor(session, engine ? widest(engine, structure, column) : 0)
    },
  }
}
