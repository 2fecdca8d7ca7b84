/**
 * A process that opens a workbook and edits it without end, telling each change set on standard output after its commit
 * returned: `id number`. Arguments: path, seed. It is made to be killed.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openWorkbook } from '../../db/workbook.ts'
import type { Committed } from '../../db/workbook.ts'
import type { CellEdit, Change, ChangeSet } from '../../shared/model/change_set.ts'
import { BULK, seeded } from './kill_plan.ts'

const [path, seed] = process.argv.slice(2) as [string, string]
const random = seeded(Number(seed))
const now = () => new Date()
const workbook = openWorkbook(path, { now, author: 'child', productVersion: '0.1.0', backUpOnOpen: random() < 0.3 })
writeSync(1, 'ready\n')

const said = (id: string, number: number) => writeSync(1, `${id} ${number}\n`)

const content = workbook.read()
let { undo, redo } = content
const stored = new Map(content.filings[0]!.filing.schedules[0]!.cells.map((cell) => [cell.line, cell.input]))

function keep(done: Committed, changes: readonly Change[]): void {
  for (const change of changes) if (change.kind === 'cell') stored.set(change.line, change.after)
  ;({ undo, redo } = done)
}

/** Both lines of the draft, or all of its bulk lines too, take the same new value: half an edit would show. */
function edit(value: string, bulk: boolean): ChangeSet {
  const lines = ['a', 'b', ...(bulk ? BULK : [])]
  const changes = lines.map((line): CellEdit => {
    const after = BULK.includes(line) ? value.repeat(300) : value
    return {
      kind: 'cell',
      scenario: null,
      schedule: 'income',
      line,
      column: 'fy',
      before: stored.get(line) ?? null,
      after,
    }
  })
  return { id: randomUUID(), filing: 'plan', title: `To ${value}`, place: null, changes }
}

for (;;) {
  const choice = random()
  if (choice < 0.15 && undo) {
    const done = workbook.undo(undo.number)
    said(done.changeSet.id, done.number)
    keep(done, done.changeSet.changes)
  } else if (choice < 0.25 && redo) {
    const done = workbook.redo(redo.number)
    said(done.changeSet.id, done.number)
    keep(done, done.changeSet.changes)
  } else if (choice < 0.28) {
    workbook.backUp()
  } else {
    const set = edit(String(Math.floor(random() * 1e6)), choice > 0.6)
    const done = workbook.commit(set)
    said(set.id, done.number)
    keep(done, set.changes)
  }
}
