/**
 * Searching filings: names, ids, notes, remarks, comments and amounts, the place where a person is first.
 * Pure and in steps, so that whoever asks can let a screen breathe in between; must not go anywhere or draw.
 */
import { isMeasured } from '../money/format.ts'
import { CellError } from '../calc/cell_error.ts'
import { cellText, asPrinted } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { cellDecimals, cellFormat, hasCell, isText, structureFormula } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import type { CellComment } from '../model/changes/comment.ts'
import type { CellRef, Filing, Line, Schedule } from '../model/filing.ts'
import { columnName } from '../model/lookup.ts'
import { plain, type Decimal } from '../money/decimal.ts'
import { findFolded, foldedQuery, type Span } from './folded_text.ts'
import { readAmountQuery, type AmountQuery, type AmountTest } from './search_amounts.ts'

/** A filing to search. The engine is asked for only where figures count, and computes the layer in force. */
export type SearchedFiling = { filing: Filing; engine: () => Engine; comments: readonly CellComment[] }

export type SearchScope = 'schedule' | 'filing' | 'workbook'

export type SearchRequest = {
  query: string
  filings: readonly SearchedFiling[]
  /** Where the person is: searched first, and alone as far as the scope says. */
  current: { filing: string; schedule: string } | null
  scope: SearchScope
  /** How many hits are kept; all are counted. */
  most?: number
}

/** What it is that matched. */
export type HitKind =
  | 'filing'
  | 'schedule'
  | 'column'
  | 'line'
  | 'id'
  | 'note'
  | 'remark'
  | 'comment'
  | 'words'
  | 'formula'
  | 'amount'

/** A match and its place; `line` and `column` null where the match belongs to no single one. */
export type Hit = Span & {
  kind: HitKind
  filing: string
  schedule: string
  line: string | null
  column: string | null
  /** The text that matched, whole; `from` and `to` bound what was looked for in it. */
  text: string
}

/** The hits kept, in order, and how many there are in all. */
export type Found = { hits: Hit[]; total: number }

/** Hits that are kept unless said. */
export const MOST_HITS = 500

/** Lines between two steps: some 1,500 cells of a wide schedule, about a millisecond. */
const LINES_OF_A_STEP = 64

/** What is looked for, read once. */
type Query = { words: string; amount: AmountQuery | undefined; formula: string | undefined; error: string | undefined }

function readQuery(text: string): Query {
  const words = foldedQuery(text)
  return {
    words,
    amount: readAmountQuery(text),
    // As in a cell, an equals sign opens a formula: formulas alone are searched for what follows.
    formula: words.startsWith('=') ? words.slice(1).trim() : undefined,
    error: words.startsWith('#') ? words.toUpperCase() : undefined,
  }
}

/** One schedule under search. */
class ScheduleSearch {
  private readonly query: Query
  private readonly searched: SearchedFiling
  private readonly schedule: Schedule
  private readonly add: (hit: Hit) => void
  private readonly comments: ReadonlyMap<string, CellComment[]>

  constructor(query: Query, searched: SearchedFiling, schedule: Schedule, add: (hit: Hit) => void) {
    this.query = query
    this.searched = searched
    this.schedule = schedule
    this.add = add
    const own = searched.comments.filter((comment) => comment.schedule === schedule.id)
    this.comments = Map.groupBy(own, ({ line }) => line)
  }

  /** Searches in reading order: title, heads, lines with their cells, notes. */
  *steps(): Generator<void, void> {
    const { schedule, query } = this
    if (query.formula === undefined) this.head()
    const remarks = Map.groupBy(schedule.facts ?? [], ({ line }) => line)
    for (const [at, line] of schedule.lines.entries()) {
      if (at > 0 && at % LINES_OF_A_STEP === 0) yield
      if (query.formula !== undefined) this.formulas(line)
      else {
        if (!this.words('line', line.label, line.id)) this.words('id', line.id, line.id)
        if (line.how) this.words('remark', line.how, line.id)
        for (const fact of remarks.get(line.id) ?? []) {
          for (const text of [fact.remark, fact.how, fact.source])
            if (text) this.words('remark', text, line.id, fact.column)
        }
        for (const { text, column } of this.comments.get(line.id) ?? []) this.words('comment', text, line.id, column)
      }
      this.cells(line)
    }
    if (query.formula !== undefined) return
    for (const { mark, text } of schedule.notes ?? []) {
      this.words('note', text, schedule.lines.find(({ notes }) => notes?.includes(mark))?.id ?? null)
    }
  }

  private head(): void {
    const { schedule } = this
    if (!this.words('schedule', schedule.title ?? schedule.short ?? schedule.id)) this.words('id', schedule.id)
    for (const column of schedule.columns) {
      if (!this.words('column', columnName(schedule, column), null, column.id))
        this.words('id', column.id, null, column.id)
      if (column.how) this.words('remark', column.how, null, column.id)
    }
  }

  private words(kind: HitKind, text: string, line: string | null = null, column: string | null = null): boolean {
    const span = findFolded(text, this.query.words)
    if (!span) return false
    this.hit(kind, text, span, line, column)
    return true
  }

  private hit(kind: HitKind, text: string, { from, to }: Span, line: string | null, column: string | null): void {
    const { filing } = this.searched
    this.add({ kind, filing: filing.id, schedule: this.schedule.id, line, column, text, from, to })
  }

  /** Formulas of the structure; those typed into cells are found with the cells. */
  private formulas(line: Line): void {
    const { schedule, query } = this
    if (line.formula !== undefined) {
      const span = findFolded(line.formula, query.formula!)
      const column = schedule.columns.find((one) => structureFormula(line, one)?.by === 'line')
      if (span) this.hit('formula', line.formula, span, line.id, column?.id ?? null)
    }
  }

  /** Figures, words and errors in the line's cells; formulas typed into them where a formula is looked for. */
  private cells(line: Line): void {
    const { query, schedule } = this
    const isWords = isText(line)
    const inWords = isWords || schedule.columns.some((column) => !isMeasured(cellFormat(line, column)))
    if (!inWords && !query.amount && query.error === undefined && query.formula === undefined) return
    const engine = this.searched.engine()
    const ofLine = isWords ? undefined : query.amount?.testFor(cellFormat(line, PLAIN_COLUMN), line.decimals)
    for (const column of schedule.columns) {
      if (!hasCell(line, column)) continue
      const ref = { schedule: schedule.id, line: line.id, column: column.id }
      if (query.formula !== undefined) {
        this.typedFormula(engine, ref)
        continue
      }
      const value = engine.value(ref)
      if (value === null) continue
      if (typeof value === 'string') this.words('words', value, line.id, column.id)
      else if (value instanceof CellError) {
        if (query.error !== undefined && value.code.startsWith(query.error))
          this.hit('amount', value.code, { from: 0, to: query.error.length }, line.id, column.id)
      } else if (isAmount(value)) {
        if (
          !isMeasured(cellFormat(line, column)) &&
          this.words('words', cellText(value, line, column), line.id, column.id)
        )
          continue
        const isPlain = column.format === undefined && column.decimals === undefined
        const test = isPlain ? ofLine : this.testOf(line, column)
        if (!test?.(value)) continue
        const text = this.figure(value, line, column)
        this.hit('amount', text, { from: 0, to: text.length }, line.id, column.id)
      }
    }
  }

  private testOf(line: Line, column: Schedule['columns'][number]): AmountTest | undefined {
    return this.query.amount?.testFor(cellFormat(line, column), cellDecimals(line, column))
  }

  /** The figure as the cell shows it; in full where it was found by decimals that do not show. */
  private figure(value: Decimal, line: Line, column: Schedule['columns'][number]): string {
    const printed = asPrinted({ line, column }, value)
    return printed.eq(value) || this.testOf(line, column)?.(printed) ? cellText(value, line, column) : plain(value)
  }

  private typedFormula(engine: Engine, ref: CellRef): void {
    const input = engine.input(ref, 'scenario') ?? engine.input(ref, 'base')
    if (!input?.startsWith('=')) return
    const span = findFolded(input, this.query.formula!)
    if (span) this.hit('formula', input, span, ref.line, ref.column)
  }
}

/** Stands for the columns that say nothing of format, which are nearly all. */
const PLAIN_COLUMN: Schedule['columns'][number] = { id: '', label: '', kind: 'duration' }

/** The items with the first that fits moved to the front. */
function firstIn<T>(items: readonly T[], fits: (item: T) => boolean): T[] {
  return [...items.filter(fits), ...items.filter((item) => !fits(item))]
}

/**
 * Searches in steps of about a millisecond, the hits so far standing at each: the schedule where the person is, then its
 * filing, then the others. Nothing is found for an empty query. Filings put away by their owner are passed over.
 */
export function* searchSteps(request: SearchRequest): Generator<Found, Found> {
  const { query: text, filings, current, scope, most = MOST_HITS } = request
  const found: Found = { hits: [], total: 0 }
  const add = (hit: Hit): void => {
    found.total += 1
    if (found.hits.length < most) found.hits.push(hit)
  }
  const query = readQuery(text)
  if (query.words === '' || query.formula === '') return found
  const isShown = (searched: SearchedFiling): boolean => searched.filing.id === current?.filing
  for (const searched of firstIn(filings, isShown)) {
    const { filing } = searched
    if (filing.deleted || (scope !== 'workbook' && !isShown(searched))) continue
    const isHere = (schedule: Schedule): boolean => isShown(searched) && schedule.id === current?.schedule
    for (const schedule of firstIn(filing.schedules, isHere)) {
      if (scope === 'schedule' && !isHere(schedule)) continue
      const search = new ScheduleSearch(query, searched, schedule, add).steps()
      while (!search.next().done) yield found
    }
    if (scope !== 'schedule' && query.formula === undefined) nameOfFiling(query, filing, add)
    yield found
  }
  return found
}

function nameOfFiling({ words }: Query, filing: Filing, add: (hit: Hit) => void): void {
  const schedule = filing.schedules[0]?.id
  if (schedule === undefined) return
  for (const text of [filing.title, filing.registrant, filing.id]) {
    const span = text === undefined ? undefined : findFolded(text, words)
    if (text === undefined || !span) continue
    return add({ kind: 'filing', filing: filing.id, schedule, line: null, column: null, text, ...span })
  }
}

/** Searches to the end at once. */
export function searchFilings(request: SearchRequest): Found {
  const steps = searchSteps(request)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
