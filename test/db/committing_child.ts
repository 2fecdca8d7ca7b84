/**
 * A process that starts the service over a workbook and edits without end, telling each change set on standard output
 * after the service answered that it is stored: `id number`. Arguments: path, seed. It is made to be killed.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createService, type ShellCalls } from '../../electron/service/service.ts'
import { createKeeper } from '../../electron/service/workbook_keeper.ts'
import type { Answer, Response } from '../../shared/contract/contract.ts'
import type { CallName } from '../../shared/contract/calls.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import { BULK, seeded } from './kill_plan.ts'

const [path, seed] = process.argv.slice(2) as [string, string]
const random = seeded(Number(seed))
const now = () => new Date()
const report = (fault: unknown): void => {
  throw fault
}
const keeper = createKeeper({
  path,
  filings: () => [],
  noFile: 'ask',
  workbook: { now, author: 'child', productVersion: '0.1.0', backUpOnOpen: random() < 0.3 },
  report,
})
// Windows, dialogs and printers have no part in this; a call of theirs would fail the test.
const shellCalls = {} as ShellCalls
const service = createService({ keeper, shell: 'browser', productVersion: '0.1.0', shellCalls, emit: () => undefined })

function valueOf<N extends CallName>(answer: Answer<N>): Response<N> {
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

const content = valueOf<'load'>(await service.load({}))
writeSync(1, 'ready\n')

const said = (id: string, number: number) => writeSync(1, `${id} ${number}\n`)

let { undo, redo } = content
const stored = new Map(content.filings[0]!.filing.schedules[0]!.cells.map((cell) => [cell.line, cell.input]))

function keep(done: Pick<Response<'commit'>, 'undo' | 'redo'>, changes: readonly Change[]): void {
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
    const done = valueOf<'undo'>(await service.undo({ expect: undo.number }))
    said(done.changeSet.id, done.number)
    keep(done, done.changeSet.changes)
  } else if (choice < 0.25 && redo) {
    const done = valueOf<'redo'>(await service.redo({ expect: redo.number }))
    said(done.changeSet.id, done.number)
    keep(done, done.changeSet.changes)
  } else if (choice < 0.28) {
    await keeper.runBeside((workbook) => workbook.backUp())
  } else {
    const set = edit(String(Math.floor(random() * 1e6)), choice > 0.6)
    const done = valueOf<'commit'>(await service.commit({ changeSet: set }))
    said(set.id, done.number)
    keep(done, set.changes)
  }
}
