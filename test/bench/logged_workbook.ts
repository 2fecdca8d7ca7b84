/**
 * Workbooks of some content behind which a long change log lies, written at once and closed as a person closes one. Measures nothing.
 */
import { randomUUID } from 'node:crypto'
import { append, readHead } from '../../db/change_log.ts'
import { applyChanges } from '../../db/commit.ts'
import { connect } from '../../db/connection.ts'
import { Records } from '../../db/records.ts'
import { createWorkbook, openWorkbook, type WorkbookOptions } from '../../db/workbook.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import { largeFiling } from './large_filing.ts'

/** Lines of 24 columns, acts in the log, and cells that each of them changes. */
export type Logged = { lines: number; acts: number; cells: number }

export const BENCH: WorkbookOptions = {
  now: () => new Date(),
  author: 'Bench',
  productVersion: '0.4.0',
  backUpOnOpen: false,
}

/** Makes the workbook; its acts change the same cells again and again, so that the content is as large as without them. */
export function makeLogged(path: string, { lines, acts, cells }: Logged): void {
  const filing = largeFiling({ lines, status: 'draft' })
  createWorkbook(path, [filing], BENCH).close()
  const inputs = filing.schedules[0]!.cells
  const stands = new Map(inputs.map((cell) => [cell, cell.input]))
  const db = connect(path)
  const records = new Records(db)
  db.transaction(() => {
    let head = readHead(db)!
    for (let act = 0; act < acts; act++) {
      records.continueFrom(head.digest)
      const changes = Array.from({ length: cells }, (_, n): CellEdit => {
        const cell = inputs[(act + n) % inputs.length]!
        const before = stands.get(cell)!
        const after = `${act * 100 + n + 1}`
        stands.set(cell, after)
        return {
          kind: 'cell',
          scenario: null,
          schedule: cell.schedule,
          line: cell.line,
          column: cell.column,
          before,
          after,
        }
      })
      applyChanges({ db, records, filing: filing.id }, changes, { isEdit: true, author: BENCH.author })
      const told = { id: randomUUID(), filing: filing.id, title: `Act ${act}`, place: null, changes, reverses: null }
      const entry = { ...told, time: BENCH.now().toISOString(), author: BENCH.author, kind: 'edit' } as const
      head = append(db, head, entry, records.digest)
    }
  })()
  db.close()
  // Opened once, as after any start: what is measured is the next time.
  const workbook = openWorkbook(path, BENCH)
  workbook.prepareBackups()
  workbook.close()
}
