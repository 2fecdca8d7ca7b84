/**
 * A small workbook in a temporary folder, with a clock that stands still, for tests of the service and the shells.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { Filing } from '../../shared/model/filing.ts'
import type { WorkbookOptions } from '../../db/workbook.ts'

export const DRAFT: Filing = {
  id: 'draft_2008',
  title: 'Draft 2008',
  status: 'draft',
  schedules: [
    {
      id: 'income',
      columns: [{ id: 'q1', label: 'Q1', kind: 'duration' }],
      lines: [{ id: 'interest', label: 'Interest', kind: 'input' }],
      cells: [{ schedule: 'income', line: 'interest', column: 'q1', input: '100' }],
    },
  ],
}

export const OPTIONS: WorkbookOptions = {
  now: () => new Date('2008-03-31T12:00:00Z'),
  author: 'controller',
  productVersion: '1.2.3',
}

/** A folder that is gone after `clear`. */
export function temporaryFolder(): { folder: string; file: (name: string) => string; clear: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-test-'))
  return {
    folder,
    file: (name) => join(folder, name),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Interest of the first quarter from `before` to `after`. */
export function interest(before: string, after: string, id: string = crypto.randomUUID()): ChangeSet {
  const cell = { schedule: 'income', line: 'interest', column: 'q1' }
  return {
    id,
    filing: DRAFT.id,
    title: `Interest, Q1: ${before} to ${after}`,
    place: { ...cell, scenario: null },
    changes: [{ kind: 'cell', ...cell, scenario: null, before, after }],
  }
}

/** Interest of the first quarter from `from` up by one so many times, in one act: 4,000 of them fill a page of an exported log. */
export function interestInSteps(from: number, steps: number): ChangeSet {
  const changes = Array.from(
    { length: steps },
    (_, at) => interest(String(from + at), String(from + at + 1)).changes[0]!,
  )
  return { ...interest(String(from), String(from + steps)), changes }
}
