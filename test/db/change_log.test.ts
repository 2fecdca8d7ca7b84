/** The change log takes new entries and nothing else, from any program that opens the file. */
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
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

function edited(): string {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  workbook.commit(set('plan', draftEdit('b', null, '5')))
  workbook.commit(set('plan', draftEdit('b', '5', '6')))
  workbook.close()
  return path
}

const COLUMNS = 'id, time, author, kind, filing, title, place, changes, reverses, previous_hash, digest, hash'
/** A well-formed entry with the number and previous hash given as SQL. */
const entry = (verb: string, number: string, previous: string, id = "'new'") =>
  `${verb} INTO change_set (number, ${COLUMNS})
   VALUES (${number}, ${id}, '', '', 'edit', 'plan', '', NULL, '[]', NULL, ${previous}, '', 'h')`
const LAST = '(SELECT hash FROM change_set ORDER BY number DESC LIMIT 1)'

test.each([
  ['UPDATE', "UPDATE change_set SET author = 'B' WHERE number = 2", /never changed/],
  ['UPDATE of nothing but the same', 'UPDATE change_set SET author = author', /never changed/],
  ['DELETE', 'DELETE FROM change_set WHERE number = 3', /never deleted/],
  ['DELETE of all', 'DELETE FROM change_set', /never deleted/],
  ['REPLACE of a number', entry('REPLACE', '3', LAST), /follows the last one/],
  [
    'REPLACE of an id',
    entry('REPLACE', '4', LAST, '(SELECT id FROM change_set WHERE number = 2)'),
    /follows the last one/,
  ],
  ['a gap', entry('INSERT', '5', LAST), /follows the last one/],
  ['another previous hash', entry('INSERT', '4', "'x'"), /follows the last one/],
  ['a head set back', 'UPDATE log_head SET number = 2', /moves on by one/],
  ['a head deleted', 'DELETE FROM log_head', /never deleted/],
  ['a second head', "INSERT INTO log_head VALUES (2, 3, '', '')", /has one head/],
  ['a head replaced', "REPLACE INTO log_head VALUES (1, 3, '', '')", /has one head/],
])('%s is refused, with and without recursive triggers', (_, sql, message) => {
  const path = edited()
  for (const recursive of ['ON', 'OFF']) {
    const db = new Database(path)
    db.pragma(`recursive_triggers = ${recursive}`)
    expect(() => db.exec(sql)).toThrow(message)
    db.close()
  }
  const workbook = openWorkbook(path, options())
  expect(workbook.read().number).toBe(3)
  workbook.close()
})

test('an entry that follows is what the triggers let through', () => {
  const db = new Database(edited())
  db.exec(entry('INSERT', '4', LAST))
  db.close()
})

test('what is in use cannot be deleted', () => {
  const db = new Database(edited())
  db.pragma('foreign_keys = ON')
  for (const table of ['filing', 'schedule', 'line', 'schedule_column']) {
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(/FOREIGN KEY/)
  }
  db.close()
})

test('the log is exported whole, one row for each change, harmless to a spreadsheet', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings().slice(1), options({ author: '=cmd' }))
  workbook.commit({
    ...set('plan', scenarioEdit('test', null, named('Test')), { ...draftEdit('b', null, '-1,250'), scenario: 'test' }),
    title: 'A "title", with\na break',
  })
  workbook.commit(set('plan', draftEdit('a', '= b * 2', '-b')))
  const lines = wholeLog(workbook).split('\r\n')
  expect(lines[0]).toBe(
    '\uFEFFnumber,time_utc,author,kind,reverses,filing,title,scenario,schedule,line,column,before,after,source,id,hash',
  )
  const shown = lines.slice(1).map((line) => line.replace(/,[0-9a-f-]{36},[0-9a-f]{64}$/, ''))
  expect(shown).toEqual([
    "1,2026-03-04T12:00:00.000Z,'=cmd,created,,,Workbook created with Plan for 2008,,,,,,,",
    `2,2026-03-04T12:00:00.000Z,'=cmd,edit,,plan,"A ""title"", with\na break",test,,,,,Test,`,
    `2,2026-03-04T12:00:00.000Z,'=cmd,edit,,plan,"A ""title"", with\na break",test,income,b,fy,,"-1,250",`,
    "3,2026-03-04T12:00:00.000Z,'=cmd,edit,,plan,A change,as_filed,income,a,fy,'= b * 2,'-b,",
    '',
  ])
  workbook.close()
})

test('a long log is exported in pieces, up to where it stood when it was begun; each entry once', () => {
  const workbook = createWorkbook(newPath(), filings().slice(1), options())
  for (let value = 0; value < 650; value += 1) {
    workbook.commit(set('plan', draftEdit('b', value === 0 ? null : String(value), String(value + 1))))
  }
  const first = workbook.exportLog()
  workbook.commit(set('plan', draftEdit('b', '650', '0')))
  const second = workbook.exportLog(first.next!)
  const third = workbook.exportLog(second.next!)
  expect(third.next).toBeNull()
  const counts = [first, second, third].map(({ text }) => text.split('\r\n').length - 1)
  expect(counts).toEqual([301, 300, 51])
  const rows = [first, second, third].flatMap(({ text }) => text.split('\r\n').slice(0, -1))
  expect(rows.slice(1).map((row) => Number(row.split(',')[0]))).toEqual(Array.from({ length: 651 }, (_, at) => at + 1))
  workbook.close()
})

test('an export does not go on in another log', () => {
  const made = [1, 2].map((author) => {
    const workbook = createWorkbook(newPath(), filings().slice(1), options({ author: `Author ${author}` }))
    for (let value = 0; value < 320; value += 1) {
      workbook.commit(set('plan', draftEdit('b', value === 0 ? null : String(value), String(value + 1))))
    }
    return workbook
  })
  const { next } = made[0]!.exportLog()
  expect(failure(() => made[1]!.exportLog(next!))).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/opened while the change log was exported.*Export the change log again/),
  })
  const short = createWorkbook(newPath(), filings().slice(1), options())
  expect(failure(() => short.exportLog(next!)).kind).toBe('refused')
  for (const workbook of [...made, short]) workbook.close()
})

test('acts of many changes end their piece, however few they are', () => {
  const workbook = createWorkbook(newPath(), filings().slice(1), options())
  for (let act = 0; act < 4; act += 1) {
    const changes = Array.from({ length: 2_000 }, (_, at) =>
      scenarioEdit(`s_${act}_${at}`, null, named(`Scenario ${act} ${at} of a long name`, { position: at })),
    )
    workbook.commit(set('plan', ...changes))
  }
  const first = workbook.exportLog()
  expect(first.next).not.toBeNull()
  expect(first.text.length).toBeLessThan(1_200_000)
  expect(wholeLog(workbook).split('\r\n')).toHaveLength(8_003)
  workbook.close()
})
