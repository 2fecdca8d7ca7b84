/**
 * The change log as a text that is made while it is written or sent: piece by piece, each in a turn of its own of the keeper, so
 * that edits go on meanwhile. Must never hold more than one piece.
 */
import { setImmediate } from 'node:timers/promises'
import type { Tell } from '../../shared/contract/contract.ts'
import { WorkbookFailure } from '../../db/failure.ts'
import type { ExportPiece } from '../../db/log_export.ts'
import type { WorkbookKeeper } from './workbook_keeper.ts'

/**
 * The pieces from the first, which was read already, to the last; throws WorkbookFailure where one cannot be read, and what `tell`
 * throws where the export was called off.
 */
export async function* exportedLog(keeper: WorkbookKeeper, first: ExportPiece, tell: Tell): AsyncGenerator<string> {
  yield first.text
  let { next } = first
  while (next) {
    const mark = next
    tell({ step: 'entries', done: mark.number, of: mark.until })
    // Whatever was asked for meanwhile comes first, however fast the pieces are taken.
    await setImmediate()
    const piece = await keeper.run((workbook) => workbook.exportLog(mark))
    if (!piece.ok) throw new WorkbookFailure(piece.failure.kind, piece.failure.message)
    yield piece.value.text
    next = piece.value.next
    // Called off while its last piece was written, the file gets no name.
    if (!next) tell({ step: 'entries', done: mark.until, of: mark.until })
  }
}
