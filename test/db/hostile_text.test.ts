/** Texts that a file could not give back are refused; every other text reads back as it was given, after reopening too. */
import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { append, readHead } from '../../db/change_log.ts'
import { connect } from '../../db/connection.ts'
import { Records } from '../../db/records.ts'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import type { Workbook } from '../../db/workbook.ts'
import { HALF_CHARACTER } from '../../shared/model/text_schema.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { Line } from '../../shared/model/filing.ts'
import {
  draftEdit,
  failure,
  filings,
  named,
  newPath,
  options,
  scenarioEdit,
  set,
  wholeLog,
} from './workbook_fixture.ts'

const HOSTILE = [
  '\ud83d',
  '\udca1',
  '\0',
  '\ufffd',
  '💡',
  '👩‍👩‍👧',
  'e\u0301',
  '\u00e9',
  '\u1e9b\u0323',
  '\u2028',
  '\ufeff',
  '\u202e',
  'a',
  "'",
  '"',
  '\\',
  '\\ud83d',
  ' ',
  '\n',
]

const text = fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))

const LINE: Line = { id: 'c', label: 'C', kind: 'input' }

/** One change that carries the text, and how what is stored says it. */
const CARRIERS: Record<string, (given: string) => { changes: Change[]; more?: Partial<ChangeSet> }> = {
  input: (given) => ({ changes: [draftEdit('b', null, given)] }),
  'name of a scenario': (given) => ({ changes: [scenarioEdit('test', null, named(given))] }),
  'description of a scenario': (given) => ({
    changes: [scenarioEdit('other', null, named('Other scenario', { description: given }))],
  }),
  label: (given) => ({
    changes: [
      {
        kind: 'line',
        schedule: 'income',
        line: 'c',
        before: null,
        after: { definition: { ...LINE, label: given }, at: 2 },
      },
    ],
  }),
  remark: (given) => {
    const after = { line: 'a', column: 'fy', remark: given }
    return { changes: [{ kind: 'fact', schedule: 'income', line: 'a', column: 'fy', before: null, after }] }
  },
  comment: (given) => {
    const after = {
      schedule: 'income',
      line: 'a',
      column: 'fy',
      text: given,
      author: 'A. Controller',
      time: '2026-03-04T12:00:00.000Z',
    }
    return { changes: [{ kind: 'comment', comment: randomUUID(), before: null, after }] }
  },
  'title of the act': (given) => ({ changes: [draftEdit('a', '= b * 2', '7')], more: { title: given } }),
}

/** What is stored, in the log too. */
function whole(workbook: Workbook): unknown {
  return [workbook.read(), workbook.log({ limit: 50 }), workbook.exportLog()]
}

test('each text is refused in whole or reads back as given, reopened, undone and repeated', () => {
  let [taken, left] = [0, 0]
  const texts = fc.tuple(...Object.keys(CARRIERS).map(() => text))
  fc.assert(
    fc.property(texts, (given) => {
      const path = newPath()
      let workbook = createWorkbook(path, filings(), options({ backUpOnOpen: false }))
      for (const [at, carry] of Object.values(CARRIERS).entries()) {
        const before = workbook.read()
        const { changes, more } = carry(given[at]!)
        try {
          workbook.commit({ ...set('plan', ...changes), ...more })
          expect(given[at]!.isWellFormed()).toBe(true)
          expect(JSON.stringify(whole(workbook))).toContain(JSON.stringify(given[at]!.trim()).slice(1, -1))
          taken += 1
        } catch (error) {
          expect(error).toMatchObject({ kind: 'invalid' })
          if (!given[at]!.isWellFormed()) expect(error).toMatchObject({ message: HALF_CHARACTER })
          expect(workbook.read()).toEqual(before)
          left += 1
        }
      }
      const stored = whole(workbook)
      workbook.close()
      workbook = openWorkbook(path, options({ backUpOnOpen: false }))
      expect(whole(workbook)).toEqual(stored)
      for (let { undo } = workbook.read(); undo; { undo } = workbook.read()) workbook.undo(undo.number)
      for (let { redo } = workbook.read(); redo; { redo } = workbook.read()) workbook.redo(redo.number)
      const { filings: repeated } = workbook.read()
      expect(repeated).toEqual((stored as [{ filings: unknown }])[0].filings)
      workbook.close()
      openWorkbook(path, options({ backUpOnOpen: false })).close()
    }),
    { numRuns: 8 },
  )
  expect([taken, left].map((count) => count > 8)).toEqual([true, true])
})

test('what slips past the schemas is not answered as saved: neither a record nor an entry', () => {
  const path = newPath()
  createWorkbook(path, filings(), options({ backUpOnOpen: false })).close()
  const db = connect(path)
  try {
    const head = readHead(db)!
    const records = new Records(db, head.digest)
    const cell = ['plan', 'income', 'b', 'fy']
    expect(failure(() => records.add('cell', cell, ['half \ud83d', null])).kind).toBe('storage')
    const entry = { id: randomUUID(), time: '', author: 'A\udca1', kind: 'edit', title: 'A', filing: 'plan' } as const
    const found = failure(() => append(db, head, { ...entry, place: null, changes: [], reverses: null }, head.digest))
    expect(found.message).toMatch(/cannot be stored as entered\. The change was not stored/)
  } finally {
    db.close()
  }
})

test('the name that the system gives its user enters the file as whole characters', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options({ author: 'A\ud83d' }))
  workbook.commit(set('plan', draftEdit('b', null, '7')))
  workbook.close()
  const again = openWorkbook(path, options())
  expect(again.log({ limit: 1 })[0]!.author).toBe('A\ufffd')
  again.close()
})

/** A file as an earlier version wrote it, with halves of characters in definitions and in the change that made them. */
function earlierFile(): string {
  const path = newPath()
  createWorkbook(path, filings(), options({ backUpOnOpen: false })).close()
  const db = connect(path)
  const line = ['plan', 'income', 'b']
  const before = { at: 1, definition: { id: 'b', label: 'B', kind: 'input' as const } }
  const after = { at: 1, definition: { id: 'b', label: 'B \ud83d', kind: 'input' as const } }
  const fact = { line: 'a', column: 'fy', remark: 'half \udca1' }
  const changes: Change[] = [
    { kind: 'line', schedule: 'income', line: 'b', before, after },
    { kind: 'fact', schedule: 'income', line: 'a', column: 'fy', before: null, after: fact },
  ]
  db.transaction(() => {
    const head = readHead(db)!
    const records = new Records(db, head.digest)
    records.put('line', line, [1, JSON.stringify(after.definition)])
    records.put('fact', ['plan', 'income', 'a', 'fy'], [JSON.stringify(fact)])
    const act = {
      id: randomUUID(),
      time: '2026-03-04T12:00:00.000Z',
      author: 'A',
      kind: 'edit',
      title: 'Renamed',
    } as const
    append(db, head, { ...act, filing: 'plan', place: null, changes, reverses: null }, records.digest)
  })()
  db.close()
  return path
}

test('a file with halves of characters in its definitions opens, is edited, undone and repeated', () => {
  const path = earlierFile()
  const workbook = openWorkbook(path, options())
  const schedule = () => workbook.read().filings[1]!.filing.schedules[0]!
  expect(schedule().lines[1]!.label).toBe('B \ufffd')
  expect(schedule().facts).toEqual([{ line: 'a', column: 'fy', remark: 'half \ufffd' }])
  const definition = schedule().lines[1]!
  const edit: Change[] = [
    {
      kind: 'line',
      schedule: 'income',
      line: 'b',
      before: { at: 1, definition },
      after: { at: 1, definition: { ...definition, label: 'Better' } },
    },
    { kind: 'fact', schedule: 'income', line: 'a', column: 'fy', before: schedule().facts![0]!, after: null },
  ]
  const { number } = workbook.commit(set('plan', ...edit))
  expect(schedule().lines[1]!.label).toBe('Better')
  workbook.undo(number)
  expect(schedule().lines[1]!.label).toBe('B \ufffd')
  workbook.undo(2)
  expect(schedule().lines[1]!.label).toBe('B')
  expect(schedule().facts).toBeUndefined()
  workbook.redo(2)
  expect(wholeLog(workbook)).toContain('B \ufffd')
  workbook.revert(2)
  workbook.close()
  const again = openWorkbook(path, options())
  expect(again.read().filings[1]!.filing.schedules[0]!.lines[1]!.label).toBe('B')
  expect(wholeLog(again).isWellFormed()).toBe(true)
  again.close()
})
