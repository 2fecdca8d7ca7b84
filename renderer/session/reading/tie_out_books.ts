/**
 * The tie-outs of the filing shown, kept in step with its engine however many parts of the screen ask. Those of a large
 * filing are first looked at piece by piece once its figures are on the screen, so that opening does not wait for them; and so
 * they are after an act over very many cells. A large filing has one book: it goes along to whichever scenario is shown.
 */
import { isSameBeside, type Beside } from '../../../shared/checks/beside.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { isSameStructure } from '../book/held.ts'
import type { Sheets } from '../book/sheets.ts'
import { carriedInto } from './carried_figures.ts'
import { keptApart } from './version_faults.ts'
import { isLarge, shown, type Shown } from './shown.ts'
import type { Session } from '../session.ts'
import type { SessionState } from '../state.ts'
import type { StoredComment } from '../../../shared/model/stored_filing.ts'

const books = new WeakMap<Engine, TieOutBook>()

/** Books that are being looked through piece by piece. */
const underWay = new WeakSet<TieOutBook>()

/** The book of a large filing, and the engine that it follows: that of the scenario shown. */
type Kept = { book: TieOutBook; engine: Engine }
const keptBooks = new WeakMap<Sheets, Map<string, Kept>>()

function keptOf(sheets: Sheets): Map<string, Kept> {
  let kept = keptBooks.get(sheets)
  if (!kept) keptBooks.set(sheets, (kept = new Map()))
  return kept
}

/** Scenarios that differ in more cells have their tie-outs looked at anew: to find the cells would hold the page up. */
const MOST_DIFFERING = 4_000

/** Ends the book of an engine. */
function end(engine: Engine): void {
  const book = books.get(engine)
  book?.end()
  books.delete(engine)
  if (book) underWay.delete(book)
}

/** Has the book of a filing go on with another of its engines; ends it where the two differ in too much. */
function carry(sheets: Sheets, filing: string, { book, engine }: Kept, to: Engine): void {
  const all = keptOf(sheets)
  const differing = sheets.differing(engine, to, MOST_DIFFERING)
  if (!differing) {
    end(engine)
    all.delete(filing)
    return
  }
  book.follow(to, differing)
  books.delete(engine)
  books.set(to, book)
  all.set(filing, { book, engine: to })
}

/** Hands the tie-outs of a scenario that goes on to the base, while its engine can still be asked. */
export function handOn(sheets: Sheets, filing: string, engine: Engine, base: Engine | undefined): void {
  const kept = keptOf(sheets).get(filing)
  if (kept?.engine === engine && base && base !== engine) carry(sheets, filing, kept, base)
  else end(engine)
}

function isShown(session: Session, engine: Engine): boolean {
  return shown(session)?.engine === engine
}

/** Keeps the book of a large filing that is shown as its only one. */
function keep(session: Session, { id }: Filing, engine: Engine, book: TieOutBook): void {
  const all = keptOf(session.workbook().sheets)
  const before = all.get(id)
  if (before && before.engine !== engine) end(before.engine)
  all.set(id, { book, engine })
}

/** The book of an engine; where that is shown of a large filing, the one that stood for another scenario goes along. */
function bookOf(session: Session, filing: Filing, engine: Engine): TieOutBook | undefined {
  const own = books.get(engine)
  if (!isLarge(filing) || !isShown(session, engine)) return own
  if (own) {
    keep(session, filing, engine, own)
    return own
  }
  const { sheets } = session.workbook()
  const kept = keptOf(sheets).get(filing.id)
  if (kept?.book.serves(filing)) carry(sheets, filing.id, kept, engine)
  return books.get(engine)
}

/** How long a piece may hold up a key, in milliseconds. */
const PIECE = 6
/** The pause between pieces, in which keys and frames come first. */
const PAUSE = 8

const commented = new WeakMap<readonly StoredComment[], ReadonlySet<string>>()

/** The names of the cells that bear a comment; the same set as long as the comments are the same. */
function commentedCells(session: Session, { id }: Filing): ReadonlySet<string> {
  const comments = session.workbook().book.comments(id)
  let names = commented.get(comments)
  if (!names) commented.set(comments, (names = new Set(comments.map(cellName))))
  return names
}

/** What is known beside a filing. */
export function besideOf(session: Session, filing: Filing): Beside {
  return {
    commented: commentedCells(session, filing),
    carried: carriedInto(session, filing),
    kept: keptApart(session, filing),
  }
}

function inPieces(session: Session, book: TieOutBook): void {
  if (underWay.has(book)) return
  underWay.add(book)
  const piece = (): void => {
    // A book that was ended meanwhile is nobody's any more.
    if (!underWay.has(book)) return
    const end = session.timer.now() + PIECE
    if (!book.advance(() => session.timer.now() >= end)) return void session.timer.after(PAUSE, piece)
    underWay.delete(book)
    session.setState({ tieOuts: book })
  }
  session.timer.afterFrame(() => {
    // Told as news also where the same book was known before.
    if (session.getState().tieOuts === book) session.setState({ tieOuts: null })
    piece()
  })
}

/** Filings whose book is made once what is shown is painted, by their engines. */
const toBeMade = new WeakMap<Engine, Filing>()

function makeLater(session: Session, engine: Engine, filing: Filing): void {
  const before = toBeMade.get(engine)
  if (before && isSameStructure(before, filing)) return
  toBeMade.set(engine, filing)
  const ofShown = isShown(session, engine)
  session.timer.afterFrame(() => {
    // Another structure came meanwhile, and its own book.
    if (toBeMade.get(engine) !== filing) return
    toBeMade.delete(engine)
    // Another scenario is shown by now, and has its own; or the book of another came along.
    if ((ofShown && !isShown(session, engine)) || books.has(engine)) return
    const book = new TieOutBook(filing, engine, besideOf(session, filing))
    books.set(engine, book)
    if (ofShown) keep(session, filing, engine, book)
    inPieces(session, book)
  })
}

/** The tie-outs of a filing as its figures now stand; undefined while those of very many cells are looked at. */
export function checkedBook(session: Session, filing: Filing, engine: Engine): TieOutBook | undefined {
  let book = bookOf(session, filing, engine)
  if (!book?.serves(filing)) {
    end(engine)
    if (isLarge(filing)) {
      makeLater(session, engine, filing)
      return undefined
    }
    book = new TieOutBook(filing, engine, besideOf(session, filing))
    books.set(engine, book)
    book.advance()
  }
  if (underWay.has(book) || book.isBehind) {
    inPieces(session, book)
    return undefined
  }
  book.setBeside(besideOf(session, filing))
  return book
}

/** What is shown with its tie-outs; these are undefined while those of a large filing are first looked at. */
export type Checked = Shown & { tieOuts: TieOutBook | undefined; beside: Beside }

const checkedShown = new WeakMap<Shown, Checked>()

/** What is shown with its tie-outs; another object where anything of it changed, or the tie-outs became known. */
export function checked(session: Session, state: SessionState = session.getState()): Checked | undefined {
  const now = shown(session, state)
  if (!now) return undefined
  const tieOuts = checkedBook(session, now.filing, now.engine)
  const known = checkedShown.get(now)
  const beside = besideOf(session, now.filing)
  if (known && known.tieOuts === tieOuts && isSameBeside(known.beside, beside)) return known
  const made = { ...now, tieOuts, beside }
  checkedShown.set(now, made)
  return made
}

/** What the figure of a cell leaves out, as a sentence, as last looked at; null where it leaves nothing out. */
export function leftOutOf(engine: Engine, ref: CellRef): string | null {
  return books.get(engine)?.leftOut(ref)?.text ?? null
}

type LeftOutNews = { book: TieOutBook | undefined; cells: readonly CellRef[] | null }

/** The cells whose figures leave out, or no longer leave out, a period since last asked; null where all may be news. */
export function leftOutNews(
  session: Session,
  filing: Filing,
  engine: Engine,
  asked: TieOutBook | undefined,
): LeftOutNews {
  const book = checkedBook(session, filing, engine)
  const news = book?.takeNews() ?? []
  return { book, cells: book === asked ? news : null }
}
