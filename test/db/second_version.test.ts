/** A workbook of the first version, with edits in its log, is brought to the second and goes on. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { append, readHead } from '../../db/change_log.ts'
import { applyChanges } from '../../db/commit.ts'
import { connect } from '../../db/connection.ts'
import { MIGRATIONS } from '../../db/migrate.ts'
import { createFile } from '../../db/open.ts'
import { Records } from '../../db/records.ts'
import { openWorkbook } from '../../db/workbook.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import { draftEdit, failure, filings, newPath, options, set } from './workbook_fixture.ts'

/** A file as the first version wrote it: its tables, its first entry, and two edits. */
function first(): string {
  const path = newPath()
  const migrations = MIGRATIONS.slice(0, 1)
  createFile(path, filings(), { ...options(), migrations, backUpOnOpen: false })
  const db = connect(path)
  for (const changes of [[draftEdit('b', null, '5')], [draftEdit('b', '5', '6')]] satisfies Change[][]) {
    const head = readHead(db)!
    const records = new Records(db, head.digest)
    db.transaction(() => {
      applyChanges({ db, records, filing: 'plan' }, changes, { isEdit: true, author: 'A. Controller' })
      const entry = {
        id: randomUUID(),
        time: '2026-01-01T00:00:00.000Z',
        author: 'A. Controller',
        kind: 'edit',
      } as const
      append(db, head, { ...entry, filing: 'plan', title: 'B', place: null, changes, reverses: null }, records.digest)
    }).immediate()
  }
  db.close()
  return path
}

test('its log, figures and undo are kept; comments and filings can be added', () => {
  const path = first()
  const workbook = openWorkbook(path, options())
  expect(workbook.notices).toEqual([expect.stringMatching(/brought to the format/)])
  expect(workbook.read()).toMatchObject({ number: 3, undo: { number: 3 } })
  expect(workbook.log({ limit: 9 }).map(({ number, filing }) => [number, filing])).toEqual([
    [3, 'plan'],
    [2, 'plan'],
    [1, null],
  ])
  workbook.undo(3)
  workbook.undo(2)
  const comment = randomUUID()
  const cell = { schedule: 'income', line: 'a', column: 'fy' }
  const after = { ...cell, text: 'Agreed', author: 'A. Controller', time: '2026-01-02T00:00:00.000Z' }
  workbook.commit(set('plan', { kind: 'comment', comment, before: null, after }))
  workbook.close()
  const again = openWorkbook(path, options())
  expect(again.notices).toEqual([])
  expect(again.read().filings[1]!.comments).toEqual([{ id: comment, ...after }])
  again.close()
})

test('its change log is append-only as before', () => {
  const path = first()
  openWorkbook(path, options()).close()
  const db = connect(path)
  expect(() => db.exec("UPDATE change_set SET title = 'x'")).toThrow(/never changed/)
  expect(() => db.exec('DELETE FROM change_set')).toThrow(/never deleted/)
  expect(() => db.exec('UPDATE log_head SET number = 9')).toThrow(/moves on by one/)
  expect(() => db.exec('DELETE FROM log_head')).toThrow(/never deleted/)
  db.close()
  expect(failure(() => openWorkbook(path, options({ migrations: MIGRATIONS.slice(0, 1) }))).message).toMatch(
    /needs version 0\.4\.0 or later/,
  )
})
