/**
 * The tie-outs of a filing kept in step with its engine: after an edit only the cells that it touched, and those whose
 * formulas read them, are checked again, and their counts and lists with them, so that an edit costs the same in a filing of any
 * size. What it holds always equals `tieOuts` computed afresh. Reports; must never mend a figure.
 */
import type { Engine } from '../calc/engine.ts'
import { structureFormula } from '../calc/layout.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Filing, Schedule } from '../model/filing.ts'
import { refOf, type Found } from '../model/lookup.ts'
import { engineFollowed } from './engine_followed.ts'
import { isSameBeside, NOTHING_BESIDE, toldOtherwise, type Beside } from './beside.ts'
import { showsError } from './errors.ts'
import { KeptSum } from './kept_sum.ts'
import { leftOutIn, PERIODS, type LeftOutAt, type LeftOutIn } from './left_out.ts'
import { Readers } from './readers.ts'
import { SlotList } from './slot_list.ts'
import { SlotPlaces } from './slot_places.ts'
import { SlotQueue } from './slot_queue.ts'
import { SubjectIndex } from './subject_index.ts'
import { sumTerms } from './sum_terms.ts'
import { isOpen, perStatus, type OpenCounts, type TieOut, type TieOutStatus } from './tie_out.ts'
import { checksOf, subjectsOf, termsAfresh, type TermsAdded } from './tie_outs.ts'

export type TieOutCounts = Record<TieOutStatus, number>

/** Cells looked at between two glances at the clock. */
const STRETCH = 40

/** Cells touched by one edit, beyond which they are looked at again piece by piece, as they first were. */
const MANY = 2_000

/** Totals of more terms keep what these add up to. */
const LONG = 40

const NONE: readonly TieOut[] = []

export class TieOutBook {
  private readonly filing: Filing
  /** Asks whichever engine is followed. */
  private readonly engine: Engine
  private followed: Engine
  private stop: () => void
  private readonly places: SlotPlaces
  /** Cells of the filing; what may be flagged beyond them stands behind. */
  private readonly cells: number
  private readonly readers: Readers
  /** What may be flagged beyond single cells; undefined until the cells were looked at. */
  private subjects: SubjectIndex | undefined
  /** By the place of the cell in the filing; undefined where it has none. */
  private readonly found: (readonly TieOut[] | undefined)[] = []
  /** The first place that was not looked at yet. */
  private next = 0
  /** Places to be looked at again: what they read, or what is told of what they read, is not what it was. */
  private readonly again = new SlotQueue()
  /** Cells whose figure leaves a period out. */
  private readonly partial = new Map<number, LeftOutIn>()
  private news: CellRef[] = []
  private readonly leftOutAt: LeftOutAt = (ref) => {
    const slot = this.places.of(ref)
    return slot === undefined ? undefined : this.partial.get(slot)
  }
  private readonly touched = new Map<string, CellRef>()
  /** Cells touched that are taken up one by one. */
  private taking: readonly CellRef[] = []
  private taken = 0
  /** True once cells touched are taken up: all were looked at by then. */
  private isSettled = false
  /** Adjustments with an input of the scenario. */
  private readonly adjusted = new Map<number, CellRef>()
  /** Those among them whose difference from books follows from more cells than their formula names. */
  private readonly adrift = new Set<number>()
  /** Cells that show an error: whether it arises in one follows from what the cells that it reads show. */
  private readonly erring = new Set<number>()
  /** Sums of many terms, by the place of the total. */
  private readonly sums = new Map<number, TermsAdded & { added: KeptSum }>()
  private beside: Beside
  private readonly tally: TieOutCounts = perStatus(() => 0)
  private readonly open: OpenCounts = { status: 0, filed: 0 }
  /** The places with a tie-out of a status, and those with one that is open. */
  private readonly lists = perStatus(() => new SlotList())
  private readonly opened = new SlotList()
  /** Checking supposes inputs, of which nothing is left: what the engine tells meanwhile is no news. */
  private isChecking = false
  private isForeign = false

  constructor(filing: Filing, engine: Engine, beside: Beside = NOTHING_BESIDE) {
    this.filing = filing
    this.followed = engine
    this.engine = engineFollowed(() => this.followed)
    this.beside = beside
    this.places = new SlotPlaces(filing)
    this.cells = this.places.count
    this.readers = new Readers(filing)
    this.stop = this.watch()
  }

  /** Ends the book: it follows no engine any longer. */
  end(): void {
    this.stop()
  }

  /**
   * Goes on with another engine over the same base, as another scenario of the filing. `differing` are all cells whose value or input
   * is another there: they are what it costs.
   */
  follow(engine: Engine, differing: readonly CellRef[]): void {
    this.stop()
    this.followed = engine
    this.stop = this.watch()
    this.touch(differing)
  }

  private watch(): () => void {
    return this.followed.watch((cells) => {
      if (cells === null) this.isForeign = true
      else if (!this.isChecking) this.touch(cells)
    })
  }

  private touch(cells: readonly CellRef[]): void {
    for (const cell of cells) this.touched.set(cellName(cell), cell)
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

  /** True when every place was looked at, and again where another's standing bears on it. */
  get isComplete(): boolean {
    return this.again.size === 0 && this.taken === this.taking.length && this.isSeen
  }

  /** True while there is more to look at than is done at once. */
  get isBehind(): boolean {
    return !this.isComplete || this.touched.size > MANY
  }

  /** Looks at what was not looked at yet, until all was or it is enough. True when all was. */
  advance(isEnough: () => boolean = () => false): boolean {
    this.checking(() => {
      if (this.isSeen) this.takeTouched()
      while (!this.isComplete && !isEnough()) {
        for (let count = 0; count < STRETCH && !this.isComplete; count++) this.step()
      }
    })
    return this.isComplete
  }

  /** Takes over what is known beside the filing. */
  setBeside(beside: Beside): void {
    const before = this.beside
    if (isSameBeside(before, beside)) return
    this.beside = beside
    for (const ref of toldOtherwise(before, beside, this.adjusted.values())) {
      const slot = this.places.of(ref)
      if (slot !== undefined) this.again.add(slot)
    }
    if (this.again.size <= MANY) this.refresh()
  }

  /** The first of them, so many at most: status by status, in the order of the filing. */
  first(statuses: readonly TieOutStatus[], most = Infinity): TieOut[] {
    this.refresh()
    const some: TieOut[] = []
    for (const status of statuses) {
      for (const slot of this.lists[status].slots) {
        if (some.length >= most) return some.slice(0, most)
        for (const one of this.found[slot]!) if (one.status === status) some.push(one)
      }
    }
    return some.slice(0, most)
  }

  /** All tie-outs, in the order of the filing: costs as much as there are. */
  all(): readonly TieOut[] {
    this.refresh()
    return this.found.flatMap((some) => some ?? NONE)
  }

  /** Those that are open, in the scenario or as filed, in the order of the filing. */
  allOpen(): readonly TieOut[] {
    this.refresh()
    return this.opened.slots.flatMap((slot) => this.found[slot]!.filter(isOpenAnywhere))
  }

  /** The adjustments with an input of the scenario, in the order of the filing. */
  adjustedCells(): CellRef[] {
    this.refresh()
    return [...this.adjusted].toSorted(([a], [b]) => a - b).map(([, ref]) => ref)
  }

  /** How many are open. */
  openCounts(): OpenCounts {
    this.refresh()
    return { ...this.open }
  }

  /** Those that test a cell. */
  of(ref: CellRef): readonly TieOut[] {
    this.refresh()
    const slot = this.places.of(ref)
    const flags = this.subjects!.reading(ref).flatMap((at) => this.found[this.cells + at] ?? NONE)
    const own = flags.filter(({ id }) => id.endsWith(`:${cellName(ref)}`))
    return [...((slot === undefined ? undefined : this.found[slot]) ?? NONE), ...own]
  }

  /** What a figure leaves out, as last looked at: drawing a cell checks nothing. Undefined where it leaves nothing out. */
  leftOut(ref: CellRef): TieOut | undefined {
    const slot = this.partial.size > 0 ? this.places.of(ref) : undefined
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
    return { ...this.tally }
  }

  /** True when every place was looked at once. */
  private get isSeen(): boolean {
    return this.subjects !== undefined && this.next >= this.cells + this.subjects.size
  }

  private refresh(): void {
    this.checking(() => {
      while (!this.isSeen) this.step()
      this.takeTouched()
      while (!this.isComplete) this.step()
    })
  }

  /** Has looked at again what the cells touched bear on, each of which is taken up in its turn. */
  private takeTouched(): void {
    const isFirst = !this.isSettled
    this.isSettled = true
    if (this.touched.size === 0) return
    // What an error read may have been touched before it was looked at itself.
    if (isFirst) for (const slot of this.erring) this.again.add(slot)
    for (const slot of this.adrift) this.again.add(slot)
    this.taking = this.taking.slice(this.taken).concat([...this.touched.values()])
    this.taken = 0
    this.touched.clear()
  }

  private takeUp(ref: CellRef): void {
    const own = this.places.of(ref)
    if (own !== undefined) this.again.add(own)
    this.readAgain(ref, own)
    for (const at of this.subjects!.touchedBy(ref, this.engine)) this.again.add(this.cells + at)
    if ((own !== undefined && this.erring.has(own)) || showsError(this.engine, ref)) this.errAgain(ref)
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

  /** Looks at one place more, those never looked at first. */
  private step(): void {
    if (this.next < this.cells) return this.lookAt(this.next++)
    this.subjects ??= new SubjectIndex(subjectsOf(this.filing))
    if (!this.isSeen) return this.lookAt(this.next++)
    if (this.taken < this.taking.length) return this.takeUp(this.taking[this.taken++]!)
    const slot = this.again.take()
    if (slot !== undefined) this.lookAt(slot)
  }

  /** Has the cells that read a cell looked at again. */
  private readAgain(ref: CellRef, own: number | undefined): void {
    this.readers.tell(ref, (schedule, line, column) => {
      const slot = this.places.of({ schedule: schedule.id, line: line.id, column: column.id })
      // What was never looked at will be.
      if (slot === undefined || slot >= this.next) return
      this.again.add(slot)
      if (own !== undefined) this.sums.get(slot)?.added.touch(own)
    })
  }

  /** Has the errors that read a cell looked at again: whether they have it from there. */
  private errAgain(ref: CellRef): void {
    for (const layer of ['scenario', 'base'] as const) {
      for (const reader of this.engine.dependents(ref, layer)) {
        const slot = this.places.of(reader)
        if (slot !== undefined && this.erring.has(slot)) this.again.add(slot)
      }
    }
  }

  private lookAt(slot: number): void {
    if (slot >= this.cells) return this.note(slot, this.subjects!.look(slot - this.cells, this.engine))
    const found = this.places.at(slot)
    const { engine } = this
    const leftOutAt = this.partial.size > 0 ? this.leftOutAt : undefined
    const termsOf = (at: Found, formula: string): TermsAdded | undefined => this.termsOf(slot, at, formula)
    const checks = checksOf(found, engine, this.beside, leftOutAt, termsOf)
    this.note(slot, checks)
    const ref = refOf(found)
    const isAdjusted = found.line.source !== undefined && engine.input(ref, 'scenario') !== null
    if (isAdjusted) this.adjusted.set(slot, ref)
    else this.adjusted.delete(slot)
    const isLinked = isAdjusted && structureFormula(found.line, found.column) && engine.input(ref, 'base') === null
    if (isAdjusted && !isLinked) this.adrift.add(slot)
    else this.adrift.delete(slot)
    if (showsError(engine, ref)) this.erring.add(slot)
    else this.erring.delete(slot)
    this.noteLeftOut(slot, ref, leftOutIn(checks))
  }

  /** The terms of a total; what many of them come to is kept. */
  private termsOf(slot: number, found: Found, formula: string): TermsAdded | undefined {
    const kept = this.sums.get(slot)
    if (kept) return kept
    const read = termsAfresh(this.engine, found, formula)
    if (!read || read.terms.cells.length <= LONG) return read
    const { kind, cells, isAcross } = read.terms
    const terms = {
      kind,
      isAcross,
      // Kept for every long total they would fill the memory.
      get cells() {
        return sumTerms(found, formula)!.cells
      },
    }
    const slots = cells.map(({ sign, ref }) => ({ sign, slot: this.places.of(ref)! }))
    const long = { terms, added: new KeptSum(this.engine, found, slots, this.places) }
    this.sums.set(slot, long)
    return long
  }

  /** Takes what was found at a place into counts and lists, for what was found there before. */
  private note(slot: number, checks: readonly TieOut[]): void {
    const before = this.found[slot] ?? NONE
    this.found[slot] = checks.length > 0 ? checks : undefined
    for (const one of before) this.count(one, -1)
    for (const one of checks) this.count(one, 1)
    const had = (status: TieOutStatus): boolean => before.some((one) => one.status === status)
    const has = (status: TieOutStatus): boolean => checks.some((one) => one.status === status)
    for (const { status } of before) if (!has(status)) this.lists[status].delete(slot)
    for (const { status } of checks) if (!had(status)) this.lists[status].add(slot)
    if (checks.some(isOpenAnywhere)) this.opened.add(slot)
    else if (before.some(isOpenAnywhere)) this.opened.delete(slot)
  }

  private count({ status, filed }: TieOut, by: 1 | -1): void {
    this.tally[status] += by
    if (isOpen(status)) this.open.status += by
    if (isOpen(filed)) this.open.filed += by
  }

  /** Keeps whether a cell leaves a period out; what rests on it is looked at again where that is not what it was. */
  private noteLeftOut(slot: number, ref: CellRef, now: LeftOutIn | undefined): void {
    if (this.partial.get(slot) === now) return
    if (now) this.partial.set(slot, now)
    else this.partial.delete(slot)
    this.news.push(ref)
    this.readAgain(ref, slot)
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
