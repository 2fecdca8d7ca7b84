/**
 * The change log as a text that is made while it is written or sent: piece by piece, each in a turn of its own of the keeper, so
 * that edits go on meanwhile. Must never hold more than one piece.
 */
import { setImmediate } from 'node:timers/promises'
import { WorkbookFailure } from '../../db/failure.ts'
import type { ExportPiece } from '../../db/log_export.ts'
import type { WorkbookKeeper } from './workbook_keeper.ts'

/** The pieces from the first, which was read already, to the last; throws WorkbookFailure where one cannot be read. */
export async function* exportedLog(keeper: WorkbookKeeper, first: ExportPiece): AsyncGenerator<string> {
  yield first.text
  let { next } = first
  while (next) {
    // Whatever was asked for meanwhile comes first, however fast the pieces are taken.
    await setImmediate()
    const mark = next
    const piece = await keeper.run((workbook) => workbook.exportLog(mark))
    if (!piece.ok) throw new WorkbookFailure(piece.failure.kind, piece.failure.message)
    yield piece.value.text
    next = piece.value.next
  }
}
