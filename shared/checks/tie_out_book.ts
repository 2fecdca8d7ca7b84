/**
 * The tie-outs of a filing kept in step with its engine: after an edit only the cells that it touched, and those whose
 * formulas read them, are checked again, so that an edit costs the same in a filing of any size. What it holds always
 * equals `tieOuts` computed afresh. Reports; must never mend a figure.
 */
import type { Engine } from '../calc/engine.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Filing, Schedule } from '../model/filing.ts'
import { positionOf } from '../model/lookup.ts'
import { showsError } from './errors.ts'
import { leftOutIn, PERIODS, type LeftOutAt, type LeftOutIn } from './left_out.ts'
import { Readers } from './readers.ts'
import { isOpen, type TieOut, type TieOutStatus } from './tie_out.ts'
import { checksOf, flagsOf } from './tie_outs.ts'

type Sheet = { schedule: Schedule; offset: number }

export type TieOutCounts = Record<TieOutStatus, number>

/** Cells looked at between two glances at the clock. */
const STRETCH = 200

const NONE: readonly TieOut[] = []

export class TieOutBook {
  private readonly filing: Filing
  private readonly engine: Engine
  /** Ends the book: it follows the engine no longer. */
  readonly end: () => void
  private readonly sheets: readonly Sheet[]
  private readonly size: number
  private readonly readers: Readers
  /** By the place of the cell in the filing; undefined where it has none. */
  private readonly found: (readonly TieOut[] | undefined)[] = []
  /** The first cell that was not looked at yet. */
  private next = 0
  /** Cells to be looked at again: what they read, or what is told of what they read, is not what it was. */
  private readonly again = new Set<number>()
  /** Cells whose figure leaves a period out. */
  private readonly partial = new Map<number, LeftOutIn>()
  private news: CellRef[] = []
  private readonly leftOutAt: LeftOutAt = (ref) => {
    const slot = this.partial.size > 0 ? this.slotOf(ref) : undefined
    return slot === undefined ? undefined : this.partial.get(slot)
  }
  private readonly touched = new Map<string, CellRef>()
  /** Adjustments with an input of the scenario: what they differ by may follow from any cell. */
  private readonly adjusted = new Map<number, CellRef>()
  /** Cells that show an error: whether it arises in one follows from what the cells that it reads show. */
  private readonly erring = new Set<number>()
  private commented: ReadonlySet<string>
  private flags: readonly TieOut[] = NONE
  /** True once the flags were found: they are not found cell by cell. */
  private isFlagged = false
  private readonly tally: TieOutCounts = {
    pass: 0,
    within_rounding: 0,
    fail: 0,
    changed_by_scenario: 0,
    not_testable: 0,
    flagged: 0,
  }
  private list: readonly TieOut[] | undefined
  private stillOpen: readonly TieOut[] | undefined
  /** Cells with a tie-out that is open. */
  private readonly opened = new Set<number>()
  /** Checking supposes inputs, of which nothing is left: what the engine tells meanwhile is no news. */
  private isChecking = false
  private isForeign = false

  constructor(filing: Filing, engine: Engine, commented: ReadonlySet<string>) {
    this.filing = filing
    this.engine = engine
    this.commented = commented
    let offset = 0
    this.sheets = filing.schedules.map((schedule) => {
      const sheet = { schedule, offset }
      offset += schedule.lines.length * schedule.columns.length
      return sheet
    })
    this.size = offset
    this.readers = new Readers(filing)
    this.end = engine.watch((cells) => {
      if (cells === null) this.isForeign = true
      else if (!this.isChecking) for (const cell of cells) this.touched.set(cellName(cell), cell)
    })
  }

  /** False for a filing of another structure, which needs a book of its own. Inputs may differ. */
  serves(filing: Filing): boolean {
    const own = this.filing.schedules
    return (
      !this.isForeign &&
      this.filing.status === filing.status &&
      own.length === filing.schedules.length &&
      filing.schedules.every((schedule, at) => isAlike(schedule, own[at]!))
    )
  }

  /** True when every cell was looked at, and again where another's standing bears on it. */
  get isComplete(): boolean {
    return this.next >= this.size && this.again.size === 0
  }

  /** Looks at the cells not looked at yet, until all were or it is enough. True when all were. */
  advance(isEnough: () => boolean = () => false): boolean {
    this.checking(() => {
      while (!this.isComplete && !isEnough()) {
        for (let count = 0; count < STRETCH && !this.isComplete; count++) this.step()
      }
    })
    return this.isComplete
  }

  /** Takes over which cells bear a comment, the note that a difference from books needs. */
  setCommented(commented: ReadonlySet<string>): void {
    const before = this.commented
    this.commented = commented
    for (const [slot, ref] of this.adjusted) {
      if (before.has(cellName(ref)) !== commented.has(cellName(ref))) this.checking(() => this.lookAt(slot))
    }
  }

  /** All tie-outs, in the order of the filing. */
  all(): readonly TieOut[] {
    this.refresh()
    if (!this.list) {
      const all: TieOut[] = []
      for (const some of this.found) if (some) all.push(...some)
      this.list = [...all, ...this.flags]
    }
    return this.list
  }

  /** Those that are open, in the scenario or as filed. */
  allOpen(): readonly TieOut[] {
    this.refresh()
    this.stillOpen ??= [
      ...[...this.opened].toSorted((a, b) => a - b).flatMap((slot) => this.found[slot]!.filter(isOpenAnywhere)),
      ...this.flags.filter(isOpenAnywhere),
    ]
    return this.stillOpen
  }

  /** Those that test a cell. */
  of(ref: CellRef): readonly TieOut[] {
    this.refresh()
    const slot = this.slotOf(ref)
    const flags = this.flags.filter(({ id }) => id.endsWith(`:${cellName(ref)}`))
    return [...((slot === undefined ? undefined : this.found[slot]) ?? NONE), ...flags]
  }

  /** What a figure leaves out, as last looked at: drawing a cell checks nothing. Undefined where it leaves nothing out. */
  leftOut(ref: CellRef): TieOut | undefined {
    const slot = this.partial.size > 0 ? this.slotOf(ref) : undefined
    const checks = slot === undefined || !this.partial.has(slot) ? NONE : this.found[slot]!
    return checks.find(({ kind }) => kind === PERIODS.kind)
  }

  /** The cells of which `leftOut` tells something else than when this was last asked; for one asker. */
  takeNews(): readonly CellRef[] {
    this.refresh()
    const { news } = this
    this.news = []
    return news
  }

  /** How many there are of each status. */
  counts(): TieOutCounts {
    this.refresh()
    const all = { ...this.tally }
    for (const { status } of this.flags) all[status] += 1
    return all
  }

  private refresh(): void {
    this.checking(() => {
      while (!this.isComplete) this.step()
      // What spans lines is found once more than the cells are, also where they were all looked at piece by piece.
      if (this.touched.size === 0 && this.isFlagged) return
      // What an error read may have been touched before it was looked at itself.
      if (!this.isFlagged) for (const slot of this.erring) this.again.add(slot)
      this.isFlagged = true
      for (const slot of this.adjusted.keys()) this.again.add(slot)
      for (const ref of this.touched.values()) {
        const own = this.slotOf(ref)
        if (own !== undefined) this.again.add(own)
        this.readAgain(ref)
        if ((own !== undefined && this.erring.has(own)) || showsError(this.engine, ref)) this.errAgain(ref)
      }
      this.touched.clear()
      while (!this.isComplete) this.step()
      this.flags = flagsOf(this.filing, this.engine)
      this.list = undefined
      this.stillOpen = undefined
    })
  }

  private checking(act: () => void): void {
    if (this.isChecking) return
    this.isChecking = true
    try {
      act()
    } finally {
      this.isChecking = false
    }
  }

  /** Looks at one cell more, those never looked at first. */
  private step(): void {
    if (this.next < this.size) return this.lookAt(this.next++)
    for (const slot of this.again) {
      this.again.delete(slot)
      return this.lookAt(slot)
    }
  }

  /** Has the cells that read a cell looked at again. */
  private readAgain(ref: CellRef): void {
    this.readers.tell(ref, (schedule, line, column) => {
      const slot = this.slotOf({ schedule: schedule.id, line: line.id, column: column.id })
      // What was never looked at will be.
      if (slot !== undefined && slot < this.next) this.again.add(slot)
    })
  }

  /** Has the errors that read a cell looked at again: whether they have it from there. */
  private errAgain(ref: CellRef): void {
    for (const layer of ['scenario', 'base'] as const) {
      for (const reader of this.engine.dependents(ref, layer)) {
        const slot = this.slotOf(reader)
        if (slot !== undefined && this.erring.has(slot)) this.again.add(slot)
      }
    }
  }

  private slotOf(ref: CellRef): number | undefined {
    const at = positionOf(this.filing.schedules, ref.schedule)
    const sheet = this.sheets[at]
    if (!sheet) return undefined
    const line = positionOf(sheet.schedule.lines, ref.line)
    const column = positionOf(sheet.schedule.columns, ref.column)
    return line < 0 || column < 0 ? undefined : sheet.offset + line * sheet.schedule.columns.length + column
  }

  private lookAt(slot: number): void {
    const { schedule, offset } = this.sheets.findLast((sheet) => sheet.offset <= slot)!
    const column = schedule.columns[(slot - offset) % schedule.columns.length]!
    const line = schedule.lines[Math.floor((slot - offset) / schedule.columns.length)]!
    const { filing, engine } = this
    const checks = checksOf({ filing, schedule, line, column }, engine, this.commented, this.leftOutAt)
    const before = this.found[slot]
    for (const { status } of before ?? NONE) this.tally[status] -= 1
    for (const { status } of checks) this.tally[status] += 1
    this.found[slot] = checks.length > 0 ? checks : undefined
    if (checks.some(isOpenAnywhere)) this.opened.add(slot)
    else this.opened.delete(slot)
    const ref = { schedule: schedule.id, line: line.id, column: column.id }
    if (line.source && engine.input(ref, 'scenario') !== null) this.adjusted.set(slot, ref)
    else this.adjusted.delete(slot)
    if (showsError(engine, ref)) this.erring.add(slot)
    else this.erring.delete(slot)
    this.noteLeftOut(slot, ref, leftOutIn(checks))
    this.list = undefined
    this.stillOpen = undefined
  }

  /** Keeps whether a cell leaves a period out; what rests on it is looked at again where that is not what it was. */
  private noteLeftOut(slot: number, ref: CellRef, now: LeftOutIn | undefined): void {
    if (this.partial.get(slot) === now) return
    if (now) this.partial.set(slot, now)
    else this.partial.delete(slot)
    this.news.push(ref)
    this.readAgain(ref)
  }
}

function isOpenAnywhere({ status, filed }: TieOut): boolean {
  return isOpen(status) || isOpen(filed)
}

function isAlike(a: Schedule, b: Schedule): boolean {
  return (
    a.id === b.id &&
    a.lines === b.lines &&
    a.columns === b.columns &&
    a.facts === b.facts &&
    a.groups === b.groups &&
    a.title === b.title &&
    a.short === b.short &&
    a.kind === b.kind &&
    a.start === b.start
  )
}
