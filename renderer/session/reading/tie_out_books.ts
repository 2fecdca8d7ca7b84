/**
 * The tie-outs of the filing shown, kept in step with its engine however many parts of the screen ask. Those of a large
 * filing are first looked at piece by piece once its figures are on the screen, so that opening does not wait for them; and so
 * they are after an act over very many cells.
 */
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { isSameStructure } from '../book/held.ts'
import { isLarge, shown, type Shown } from './shown.ts'
import type { Session } from '../session.ts'
import type { SessionState } from '../state.ts'
import type { StoredComment } from '../../../shared/model/stored_filing.ts'

const books = new WeakMap<Engine, TieOutBook>()

/** Books that are being looked through piece by piece. */
const underWay = new WeakSet<TieOutBook>()

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

function inPieces(session: Session, engine: Engine, book: TieOutBook): void {
  if (underWay.has(book)) return
  underWay.add(book)
  const piece = (): void => {
    // A book that was replaced meanwhile is nobody's any more.
    if (books.get(engine) !== book) return
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
  session.timer.afterFrame(() => {
    // Another structure came meanwhile, and its own book.
    if (toBeMade.get(engine) !== filing) return
    toBeMade.delete(engine)
    const book = new TieOutBook(filing, engine, commentedCells(session, filing))
    books.set(engine, book)
    inPieces(session, engine, book)
  })
}

/** The tie-outs of a filing as its figures now stand; undefined while those of very many cells are looked at. */
export function checkedBook(session: Session, filing: Filing, engine: Engine): TieOutBook | undefined {
  let book = books.get(engine)
  if (!book?.serves(filing)) {
    book?.end()
    books.delete(engine)
    if (isLarge(filing)) {
      makeLater(session, engine, filing)
      return undefined
    }
    book = new TieOutBook(filing, engine, commentedCells(session, filing))
    books.set(engine, book)
    book.advance()
  }
  if (underWay.has(book) || book.isBehind) {
    inPieces(session, engine, book)
    return undefined
  }
  book.setCommented(commentedCells(session, filing))
  return book
}

/** What is shown with its tie-outs; these are undefined while those of a large filing are first looked at. */
export type Checked = Shown & { tieOuts: TieOutBook | undefined }

const checkedShown = new WeakMap<Shown, Checked>()

/** What is shown with its tie-outs; another object where anything of it changed, or the tie-outs became known. */
export function checked(session: Session, state: SessionState = session.getState()): Checked | undefined {
  const now = shown(session, state)
  if (!now) return undefined
  const tieOuts = checkedBook(session, now.filing, now.engine)
  const known = checkedShown.get(now)
  if (known && known.tieOuts === tieOuts) return known
  const made = { ...now, tieOuts }
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
