/**
 * The tie-outs of the filing shown, kept in step with its engine however many parts of the screen ask. Those of a large
 * filing are first looked at piece by piece once its figures are on the screen, so that opening does not wait for them.
 */
import { TieOutBook, type TieOutCounts } from '../../../shared/checks/tie_out_book.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'

import type { Engine } from '../../../shared/calc/engine.ts'
import type { TieOut } from '../../../shared/checks/tie_outs.ts'

import { isLarge } from './resting.ts'
import type { Session } from '../session.ts'

const books = new WeakMap<Engine, TieOutBook>()

/** How long a piece may hold up a key, in milliseconds. */
const PIECE = 6
/** The pause between pieces, in which keys and frames come first. */
const PAUSE = 8

/** The names of the cells that bear a comment. */
function commented(session: Session, { id }: Filing): Set<string> {
  return new Set(session.workbook().book.comments(id).map(cellName))
}

function inPieces(session: Session, engine: Engine, book: TieOutBook): void {
  const piece = (): void => {
    // A book that was replaced meanwhile is nobody's any more.
    if (books.get(engine) !== book) return
    const end = session.timer.now() + PIECE
    if (book.advance(() => session.timer.now() >= end)) session.setState((state) => ({ checked: state.checked + 1 }))
    else session.timer.after(PAUSE, piece)
  }
  session.timer.afterFrame(piece)
}

/** The tie-outs of a filing as its figures now stand; undefined while those of a large filing are first looked at. */
export function checkedBook(session: Session, filing: Filing, engine: Engine): TieOutBook | undefined {
  let book = books.get(engine)
  if (!book?.serves(filing)) {
    book?.end()
    book = new TieOutBook(filing, engine, commented(session, filing))
    books.set(engine, book)
    if (isLarge(filing)) inPieces(session, engine, book)
    else book.advance()
  }
  if (!book.isComplete) return undefined
  book.setCommented(commented(session, filing))
  return book
}

/** How many tie-outs there are of each status; undefined while they are first looked at. */
export function checkedCounts(session: Session, filing: Filing, engine: Engine): TieOutCounts | undefined {
  return checkedBook(session, filing, engine)?.counts()
}

/** The tie-outs that fail, in the scenario or as filed; undefined while they are first looked at. */
export function failingTieOuts(session: Session, filing: Filing, engine: Engine): readonly TieOut[] | undefined {
  return checkedBook(session, filing, engine)?.allFailing()
}

/** The tie-outs that test a cell; none while they are first looked at. */
export function tieOutsOf(session: Session, filing: Filing, engine: Engine, ref: CellRef): readonly TieOut[] {
  return checkedBook(session, filing, engine)?.of(ref) ?? []
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
