/**
 * Change sets that write their own number: after change n the lines that always move together hold n, so that what a file
 * holds says which change it stands at, and half a change shows.
 */
import { randomUUID } from 'node:crypto'
import type { Content } from '../../db/content.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import { BULK } from '../db/kill_plan.ts'

const LINES = ['a', 'b', ...BULK]

/** What a line holds after a change; long, so that a change touches many pages. */
function inputAt(number: number): string | null {
  return number === 1 ? null : String(number).padStart(6, '0').repeat(50)
}

/** The change that follows `number` in a workbook of `killPlan`. */
export function numbered(number: number): ChangeSet {
  const [before, after] = [inputAt(number), inputAt(number + 1)]
  const changes = LINES.map((line): CellEdit => ({
    kind: 'cell',
    scenario: null,
    schedule: 'income',
    line,
    column: 'fy',
    before,
    after,
  }))
  return { id: randomUUID(), filing: 'plan', title: `To ${number + 1}`, place: null, changes }
}

/** What is wrong with a content that only such changes have made; null where it is whole. */
export function faultOf({ number, filings }: Pick<Content, 'number' | 'filings'>): string | null {
  const held = new Map(filings[0]?.filing.schedules[0]?.cells.map((cell) => [cell.line, cell.input]))
  const wrong = LINES.filter((line) => (held.get(line) ?? null) !== inputAt(number))
  return wrong.length === 0 ? null : `at change ${number} ${wrong.length} of ${LINES.length} lines hold something else`
}
