/** A workbook of the third version whose ids formulas reserve now: renamed with all that names them, once, and said in the log. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { append, readHead } from '../../db/change_log.ts'
import { connect } from '../../db/connection.ts'
import { sha256 } from '../../db/digest.ts'
import { backupFolder } from '../../db/file_names.ts'
import { MIGRATIONS } from '../../db/migrate.ts'
import { createFile } from '../../db/open.ts'
import { Records } from '../../db/records.ts'
import { openWorkbook, type Workbook } from '../../db/workbook.ts'
import { createEngine } from '../../shared/calc/engine.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { checkStructure } from '../../shared/structure/faults.ts'
import { draftEdit, failure, filings, newPath, options, set } from './workbook_fixture.ts'

const THIRD = MIGRATIONS.slice(0, 3)

/** A filing that could be made before: its schedule, lines and columns are called what formulas reserve now. */
const OLD: Filing = {
  id: 'old',
  title: 'Tax memo',
  status: 'filed',
  headlines: [
    { id: 'taxable_income', label: 'Taxable income', lines: ['tax_memo.tax_rate@previous', 'tax_memo.total'] },
  ],
  schedules: [
    {
      id: 'tax_memo',
      title: 'Tax memo',
      start: 'tax_rate',
      groups: [{ label: 'Years', columns: ['previous', 'current'] }],
      columns: [
        { id: 'previous', label: 'Previous', kind: 'duration' },
        { id: 'current', label: 'Current', kind: 'duration' },
        { id: 'both', label: 'Both', kind: 'computed', formula: '= sum(@previous..@current)' },
      ],
      lines: [
        { id: 'tax_rate', label: 'Tax rate', kind: 'input' },
        { id: 'item_tax_rate', label: 'Another', kind: 'input' },
        { id: 'tax_oldest_first', label: 'Tax, oldest first', kind: 'input', parent: 'tax_rate', only: ['previous'] },
        { id: 'total', label: 'Total', kind: 'formula', formula: '= tax_rate@previous + Tax_Oldest_First * 2' },
      ],
      cells: [
        { schedule: 'tax_memo', line: 'tax_rate', column: 'previous', input: '35' },
        { schedule: 'tax_memo', line: 'tax_rate', column: 'current', input: '= tax_rate@previous' },
        { schedule: 'tax_memo', line: 'tax_oldest_first', column: 'previous', input: '5' },
      ],
      facts: [{ line: 'tax_rate', column: 'previous', remark: 'Statutory' }],
    },
    {
      id: 'other',
      columns: [{ id: 'previous', label: 'Previous', kind: 'duration' }],
      lines: [
        {
          id: 'x',
          label: 'X',
          kind: 'formula',
          formula: '= tax_memo.tax_rate + sum(tax_memo.tax_rate..tax_memo.tax_rate)',
        },
      ],
      cells: [],
    },
  ],
}

const CELL = { schedule: 'tax_memo', line: 'tax_rate', column: 'previous' }
const COMMENT = randomUUID()

/** The file as the third version left it: a scenario, a comment, a carried figure, a version, and edits in its log. */
function third(): string {
  const path = newPath()
  const [first, plan] = filings() as [Filing, Filing]
  const carried: Filing = {
    ...plan,
    schedules: [{ ...plan.schedules[0]!, facts: [{ line: 'b', column: 'fy', carried: { filing: 'old', ...CELL } }] }],
  }
  createFile(path, [first, OLD, carried], { ...options(), migrations: THIRD, backUpOnOpen: false })
  const db = connect(path)
  const records = new Records(db, readHead(db)!.digest)
  const entry = (title: string, filing: string, changes: Change[]): void => {
    const time = '2026-01-01T00:00:00.000Z'
    const given = { id: randomUUID(), time, author: 'A. Controller', kind: 'edit', title, filing, place: null } as const
    append(db, readHead(db), { ...given, changes, reverses: null }, records.digest)
  }
  const over: CellEdit = { kind: 'cell', scenario: 's', ...CELL, before: null, after: '21' }
  db.transaction(() => {
    records.add('scenario', ['old', 's'], ['Lower', 'lower', '', 0, null, 0])
    records.add('scenario_cell', ['old', 's', 'tax_memo', 'tax_rate', 'previous'], ['21'])
    records.add('scenario_cell', ['old', 's', 'tax_memo', 'tax_rate', 'current'], ['= tax_rate@previous / 2'])
    records.add(
      'comment',
      [COMMENT],
      ['old', 'tax_memo', 'tax_rate', 'previous', 'Agreed', 'B', '2026-01-01T00:00:00.000Z'],
    )
    const figures = JSON.stringify({
      filing: OLD,
      values: {
        tax_memo: [
          ['35', '35', '70'],
          [null, null, null],
          ['5', null, null],
          ['45', '35', '35'],
        ],
        other: [['70']],
      },
    })
    db.prepare('INSERT INTO version_figures (hash, figures) VALUES (?, ?)').run(sha256(figures), deflateSync(figures))
    records.add('version', ['old', 2], [sha256(figures), 1])
    entry('Filed', 'old', [over])
    records.put('cell', ['plan', 'income', 'b', 'fy'], ['6', null])
    entry('B', 'plan', [draftEdit('b', null, '6')])
  }).immediate()
  db.close()
  return path
}

const stored = (workbook: Workbook) => workbook.read().filings[1]!

test('schedules, lines and columns are renamed with every formula, link, head, input, fact, comment and overlay', () => {
  const workbook = openWorkbook(third(), options())
  const { filing, scenarios, comments } = stored(workbook)
  const [memo, other] = filing.schedules as [Filing['schedules'][number], Filing['schedules'][number]]
  expect(memo).toMatchObject({ id: 'item_tax_memo', start: 'item_tax_rate_2' })
  expect(memo.groups).toEqual([{ label: 'Years', columns: ['previous_2', 'current'] }])
  expect(memo.lines.map(({ id, parent, only }) => [id, parent, only])).toEqual([
    ['item_tax_rate_2', undefined, undefined],
    ['item_tax_rate', undefined, undefined],
    ['item_tax_oldest_first', 'item_tax_rate_2', ['previous_2']],
    ['total', undefined, undefined],
  ])
  expect(memo.lines[3]!.formula).toBe('= item_tax_rate_2@previous_2 + item_tax_oldest_first * 2')
  expect(memo.columns[2]!.formula).toBe('= sum(@previous_2..@current)')
  expect(memo.cells.map(({ line, column, input }) => [line, column, input])).toEqual([
    ['item_tax_rate_2', 'previous_2', '35'],
    ['item_tax_rate_2', 'current', '= item_tax_rate_2@previous_2'],
    ['item_tax_oldest_first', 'previous_2', '5'],
  ])
  expect(memo.facts).toEqual([{ line: 'item_tax_rate_2', column: 'previous_2', remark: 'Statutory' }])
  expect(other.columns[0]!.id).toBe('previous_2')
  expect(other.lines[0]!.formula).toBe(
    '= item_tax_memo.item_tax_rate_2 + sum(item_tax_memo.item_tax_rate_2..item_tax_memo.item_tax_rate_2)',
  )
  expect(filing.headlines![0]!.lines).toEqual(['item_tax_memo.item_tax_rate_2@previous_2', 'item_tax_memo.total'])
  const at = { schedule: 'item_tax_memo', line: 'item_tax_rate_2', column: 'previous_2' }
  expect(comments).toMatchObject([{ id: COMMENT, ...at, text: 'Agreed' }])
  expect(scenarios[0]!.cells).toEqual([
    { ...at, input: '21' },
    { ...at, column: 'current', input: '= item_tax_rate_2@previous_2 / 2' },
  ])
  expect(workbook.read().filings[2]!.filing.schedules[0]!.facts![0]!.carried).toEqual({ filing: 'old', ...at })
  expect(checkStructure(filing)).toEqual([])
  const engine = createEngine(filing, scenarios[0]!.cells)
  expect(String(engine.value({ ...at, line: 'total' }, 'base'))).toBe('45')
  expect(String(engine.value({ ...at, line: 'total' }))).toBe('31')
  workbook.close()
})

test('the log goes on as it was, says what was renamed, and undo ends there', async () => {
  const path = third()
  const before = readFileSync(path)
  const workbook = openWorkbook(path, options())
  expect(readFileSync(join(backupFolder(path), workbook.backups().at(-1)!.name))).toEqual(before)
  const log = workbook.log({ limit: 9 })
  expect(log.map(({ number, kind }) => [number, kind])).toEqual([
    [4, 'created'],
    [3, 'edit'],
    [2, 'edit'],
    [1, 'created'],
  ])
  expect(log[0]!.title).toBe(
    'Renamed ids that formulas now reserve: tax_memo to item_tax_memo, tax_rate to item_tax_rate_2, tax_oldest_first to item_tax_oldest_first and previous to previous_2 in Tax memo',
  )
  expect(workbook.read()).toMatchObject({ number: 4, undo: null, redo: null })
  expect(failure(() => workbook.undo(3)).message).toMatch(/nothing to undo/i)
  expect(failure(() => workbook.revert(3)).message).toMatch(/Change 3 was made before ids were renamed/)
  expect(failure(() => workbook.revert(4)).message).toMatch(/Change 4 renamed ids/)
  const { number } = workbook.commit(set('plan', draftEdit('b', '6', '7')))
  expect(workbook.undo(number).number).toBe(6)
  // What was done before stands as it did.
  const history = workbook.history({ filing: 'plan', schedule: 'income', line: 'b', column: 'fy' })
  expect(history.find((one) => one.number === 3)).toMatchObject({ undone: false })
  workbook.close()
  const again = openWorkbook(path, options())
  expect(again.notices).toEqual([])
  expect(again.read()).toMatchObject({ number: 6, undo: null, redo: { number: 5 } })
  await again.verifyRest()
  expect(again.read()).toMatchObject({ undo: null, redo: { number: 5 } })
  again.close()
})

test('the version of before is listed, and read by the ids of now', () => {
  const workbook = openWorkbook(third(), options())
  expect(workbook.versions('old').map(({ number }) => number)).toEqual([2])
  const { filing, values } = workbook.version('old', 2)
  expect(filing.schedules[0]!.lines[0]!.id).toBe('item_tax_rate_2')
  expect(values['item_tax_memo']![0]).toEqual(['35', '35', '70'])
  expect(workbook.checkVersion('old')).toEqual([])
  workbook.close()
})

test('a file without such ids gets no entry, and a new file none', () => {
  const path = newPath()
  createFile(path, filings(), { ...options(), migrations: THIRD, backUpOnOpen: false })
  const workbook = openWorkbook(path, options())
  expect(workbook.read().number).toBe(1)
  expect(workbook.notices).toEqual([expect.stringMatching(/brought to the format/)])
  workbook.close()
})
