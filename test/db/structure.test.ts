/** Lines, columns, facts, schedules, comments and filings as the file keeps them: what the screen shows is what is stored. */
import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorkbook, openWorkbook, type Workbook } from '../../db/workbook.ts'
import { readBook, type Book } from '../../renderer/session/book/book.ts'
import { headOfFiling, headOfSchedule } from '../../shared/model/lookup.ts'
import type { CellComment } from '../../shared/model/changes/comment.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { FilingEdit } from '../../shared/model/changes/filing.ts'
import type { LineEdit } from '../../shared/model/changes/line.ts'
import type { Placed } from '../../shared/model/changes/change_kind.ts'
import type { Filing, Line, Schedule } from '../../shared/model/filing.ts'
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

function open(): Workbook {
  return createWorkbook(newPath(), filings(), options({ backUpOnOpen: false }))
}

const planOf = (workbook: Workbook): Filing =>
  workbook.read().filings.find(({ filing }) => filing.id === 'plan')!.filing
const linesOf = (workbook: Workbook): string[] => planOf(workbook).schedules[0]!.lines.map(({ id }) => id)

function placed([definition, at]: [Line, number]): Placed<Line> {
  return { definition, at }
}

function lineEdit(line: string, before: [Line, number] | null, after: [Line, number] | null): LineEdit {
  return { kind: 'line', schedule: 'income', line, before: before && placed(before), after: after && placed(after) }
}

const A: Line = { id: 'a', label: 'A', kind: 'input' }
const B: Line = { id: 'b', label: 'B', kind: 'input' }
const FEES: Line = { id: 'fees', label: 'Fees', kind: 'input' }

test('a line is inserted, moved, changed and removed, each undone to what stood', () => {
  const workbook = open()
  const acts: [LineEdit, string[]][] = [
    [lineEdit('fees', null, [FEES, 1]), ['a', 'fees', 'b']],
    [lineEdit('a', [A, 0], [A, 2]), ['fees', 'b', 'a']],
    [lineEdit('a', [A, 2], [{ ...A, label: 'Alpha' }, 1]), ['fees', 'a', 'b']],
    [lineEdit('b', [B, 2], null), ['fees', 'a']],
  ]
  const seen = [planOf(workbook)]
  for (const [edit, lines] of acts) {
    workbook.commit(set('plan', edit))
    expect(linesOf(workbook)).toEqual(lines)
    seen.push(planOf(workbook))
  }
  for (const stood of seen.slice(0, -1).toReversed()) {
    workbook.undo(workbook.read().undo!.number)
    expect(planOf(workbook)).toEqual(stood)
  }
  for (const stood of seen.slice(1)) {
    workbook.redo(workbook.read().redo!.number)
    expect(planOf(workbook)).toEqual(stood)
  }
  workbook.close()
})

test.each([
  ['that still holds an input', lineEdit('a', [A, 0], null), 'refused', /still holds inputs/],
  ['that is there already', lineEdit('b', null, [B, 0]), 'stale', /is there already/],
  ['that was never there', lineEdit('x', [{ ...A, id: 'x' }, 0], null), 'stale', /no longer there/],
  ['that stands elsewhere', lineEdit('b', [B, 0], null), 'stale', /not what the change was to replace/],
  ['past the end', lineEdit('fees', null, [FEES, 9]), 'refused', /no place 9/],
  ['named like a function', lineEdit('sum', null, [{ ...FEES, id: 'sum' }, 0]), 'refused', /reserved/],
  ['under another id', lineEdit('fees', null, [A, 0]), 'refused', /given the id a/],
])('a line %s is not stored', (_, edit, kind, message) => {
  const workbook = open()
  const before = workbook.read()
  const refusal = failure(() => workbook.commit(set('plan', edit)))
  expect(refusal.kind).toBe(kind)
  expect(refusal.message).toMatch(message)
  expect(workbook.read()).toEqual(before)
  workbook.close()
})

test('a filed filing keeps its structure until it is reopened with a reason', () => {
  const workbook = open()
  const filing = workbook.read().filings[0]!.filing
  const head = headOfFiling(filing)
  const cost: Line = { id: 'cost', label: 'Cost', kind: 'input' }
  const inserted: Change = {
    kind: 'line',
    schedule: 'income',
    line: 'cost',
    before: null,
    after: { definition: cost, at: 0 },
  }
  const reopened: FilingEdit = {
    kind: 'filing',
    before: { definition: head, at: 0 },
    after: { definition: { ...head, status: 'draft' }, at: 0 },
  }
  expect(failure(() => workbook.commit(set('press_release', inserted))).message).toMatch(/filed and locked/)
  expect(failure(() => workbook.commit(set('press_release', reopened))).message).toMatch(/State why/)
  const renamed = { ...reopened, after: { definition: { ...head, title: 'Other' }, at: 0 } }
  expect(failure(() => workbook.commit(set('press_release', renamed))).message).toMatch(/Reopen it first/)
  workbook.commit(set('press_release', { ...reopened, reason: 'The fee was booked twice' }, inserted))
  expect(workbook.read().filings[0]!.filing).toMatchObject({
    status: 'draft',
    schedules: [{ lines: [cost, {}, {}, {}, {}] }, {}],
  })
  expect(wholeLog(workbook)).toContain('The fee was booked twice')
  workbook.undo(2)
  expect(workbook.read().filings[0]!.filing).toEqual(filing)
  workbook.close()
})

test('a filing is made with its schedules, and its making is undone and redone across a restart', () => {
  const path = newPath()
  const first = createWorkbook(path, filings(), options({ backUpOnOpen: false }))
  const before = first.read()
  const copy: Filing = { ...planOf(first), id: 'copy', title: 'Copy of the plan' }
  const made: Change = { kind: 'filing', before: null, after: { definition: headOfFiling(copy), at: 1 } }
  const schedules = copy.schedules.map((schedule, at): Change => {
    return { kind: 'schedule', schedule: schedule.id, before: null, after: { definition: schedule, at } }
  })
  first.commit(set('copy', made, ...schedules))
  const after = first.read().filings.map(({ filing }) => filing)
  expect(after.map(({ id }) => id)).toEqual(['press_release', 'copy', 'plan'])
  expect(after[1]).toEqual(copy)
  first.commit(set('copy', { ...draftEdit('b', null, '5') }))
  first.undo(3)
  first.undo(2)
  expect(first.read().filings).toEqual(before.filings)
  first.close()
  const again = openWorkbook(path, options())
  expect(again.read().filings).toEqual(before.filings)
  again.redo(2)
  expect(again.read().filings[1]!.filing).toEqual(copy)
  again.close()
})

test('a deleted filing stays in the file, takes no change, and comes back', () => {
  const workbook = open()
  const head = headOfFiling(planOf(workbook))
  const change: FilingEdit = {
    kind: 'filing',
    before: { definition: head, at: 1 },
    after: { definition: { ...head, deleted: true }, at: 1 },
  }
  workbook.commit(set('plan', change))
  expect(planOf(workbook).deleted).toBe(true)
  expect(failure(() => workbook.commit(set('plan', draftEdit('b', null, '1')))).message).toMatch(/was deleted/)
  workbook.undo(2)
  expect(planOf(workbook).deleted).toBeUndefined()
  workbook.close()
})

const REMARK: CellComment = {
  schedule: 'income',
  line: 'provision',
  column: 'q3',
  text: 'Agreed to the servicer report',
  author: 'A. Controller',
  time: '2026-03-04T12:00:00.000Z',
}

test('a comment stands at a cell of a filed filing, in the history of the cell, and bears the name of who wrote it', () => {
  const workbook = open()
  const comment = randomUUID()
  const written: Change = { kind: 'comment', comment, before: null, after: REMARK }
  const forged: Change = { ...written, after: { ...REMARK, author: 'Somebody else' } }
  expect(failure(() => workbook.commit(set('press_release', forged))).message).toMatch(/needs the name of its author/)
  workbook.commit(set('press_release', written))
  expect(workbook.read().filings[0]!.comments).toEqual([{ id: comment, ...REMARK }])
  expect(workbook.log({ limit: 5, cell: REMARK }).map(({ number }) => number)).toEqual([2])
  const rewritten: Change = { ...written, before: REMARK, after: { ...REMARK, text: 'Agreed' } }
  workbook.commit(set('press_release', rewritten))
  expect(failure(() => workbook.revert(2)).message).toMatch(/the same comment was changed later, by change 3/)
  workbook.revert(3)
  workbook.revert(2)
  expect(workbook.read().filings[0]!.comments).toEqual([])
  workbook.close()
})

test('an earlier change is not reverted past a later one of the same structure, nor past filing', () => {
  const workbook = open()
  const commit = (...changes: Change[]) => workbook.commit(set('plan', ...changes)).number
  const line = commit(lineEdit('fees', null, [FEES, 1]))
  const input = commit({ ...draftEdit('b', null, '7'), line: 'fees' })
  expect(failure(() => workbook.revert(line)).message).toMatch(/structure of the same schedule was changed later/)
  workbook.revert(input)
  const figure = commit(draftEdit('b', null, '7'))
  const head = headOfFiling(planOf(workbook))
  const filed: FilingEdit = {
    kind: 'filing',
    before: { definition: head, at: 1 },
    after: { definition: { ...head, status: 'filed' }, at: 1 },
  }
  const filing = commit(filed)
  expect(failure(() => workbook.revert(figure)).message).toMatch(/the filing itself was changed later/)
  workbook.revert(filing)
  workbook.revert(figure)
  workbook.revert(line)
  expect(linesOf(workbook)).toEqual(['a', 'b'])
  workbook.close()
})

function said(line: 'a' | 'b', before: string | null, after: string | null): Change {
  const fact = (remark: string | null) => (remark === null ? null : { line, column: 'fy', remark })
  return { kind: 'fact', schedule: 'income', line, column: 'fy', before: fact(before), after: fact(after) }
}

test('what is said of one figure is reverted past what is said of another', () => {
  const workbook = open()
  const first = workbook.commit(set('plan', draftEdit('b', null, '1'), said('b', null, 'agreed'))).number
  workbook.commit(set('plan', draftEdit('a', '= b * 2', '3'), said('a', null, 'agreed')))
  workbook.revert(first)
  expect(planOf(workbook).schedules[0]!.facts).toEqual([{ line: 'a', column: 'fy', remark: 'agreed' }])
  const again = workbook.commit(set('plan', said('a', 'agreed', 'again'))).number
  workbook.commit(set('plan', said('a', 'again', null)))
  expect(failure(() => workbook.revert(again)).message).toMatch(/the same cell was changed later/)
  workbook.close()
})

/** One random act on the draft, from what now stands in it. */
function act(book: Book, [kind, a, b, c]: readonly [number, number, number, number]): Change[] {
  const { schedules } = book.filing('plan')!
  const at = a % schedules.length
  const schedule = schedules[at]!
  const { lines, columns } = schedule
  const line = lines[b % Math.max(lines.length, 1)]
  const column = columns[c % Math.max(columns.length, 1)]
  const here = line && column ? { schedule: schedule.id, line: line.id, column: column.id } : undefined
  const id = `n${a % 5}${b % 5}`
  const isHere = (one: { schedule: string; line: string }): boolean =>
    one.schedule === schedule.id && one.line === line?.id
  const freed = (): Change[] => [
    ...book
      .scenarioCells('plan', 'test')
      .filter(isHere)
      .map(({ input, ...cell }): Change => ({ kind: 'cell', ...cell, scenario: 'test', before: input, after: null })),
    ...schedule.cells
      .filter(isHere)
      .map(({ input, ...cell }): Change => ({ kind: 'cell', ...cell, scenario: null, before: input, after: null })),
    ...(schedule.facts ?? [])
      .filter((fact) => fact.line === line?.id)
      .map((fact): Change => ({
        kind: 'fact',
        schedule: schedule.id,
        line: fact.line,
        column: fact.column,
        before: fact,
        after: null,
      })),
    ...book
      .comments('plan')
      .filter(isHere)
      .map(({ id: comment, ...before }): Change => ({ kind: 'comment', comment, before, after: null })),
  ]
  const whole = (): Schedule => book.filing('plan')!.schedules[at]!
  switch (kind % 9) {
    case 0:
      if (lines.some((one) => one.id === id)) return []
      return [
        {
          kind: 'line',
          schedule: schedule.id,
          line: id,
          before: null,
          after: { definition: { ...FEES, id }, at: b % (lines.length + 1) },
        },
      ]
    case 1:
      if (!line) return []
      return [
        {
          kind: 'line',
          schedule: schedule.id,
          line: line.id,
          before: { definition: line, at: lines.indexOf(line) },
          after: { definition: { ...line, label: `L${c}` }, at: c % lines.length },
        },
      ]
    case 2:
      if (!line) return []
      return [
        ...freed(),
        {
          kind: 'line',
          schedule: schedule.id,
          line: line.id,
          before: { definition: line, at: lines.indexOf(line) },
          after: null,
        },
      ]
    case 3:
      if (columns.some((one) => one.id === id)) return []
      return [
        {
          kind: 'column',
          schedule: schedule.id,
          column: id,
          before: null,
          after: { definition: { id, label: id, kind: 'instant' }, at: c % (columns.length + 1) },
        },
      ]
    case 4: {
      const scenario = c % 2 === 0 ? null : 'test'
      if (!here) return []
      return [{ kind: 'cell', ...here, scenario, before: book.input('plan', scenario, here), after: `${a}.${b}` }]
    }
    case 5: {
      if (!here) return []
      const before = schedule.facts?.find((fact) => fact.line === here.line && fact.column === here.column) ?? null
      const after = c % 3 === 0 ? null : { line: here.line, column: here.column, remark: `R${a}` }
      return before || after ? [{ kind: 'fact', ...here, before, after }] : []
    }
    case 6:
      if (!here) return []
      return [{ kind: 'comment', comment: randomUUID(), before: null, after: { ...REMARK, ...here, text: `C${b}` } }]
    case 7:
      return [
        {
          kind: 'schedule_head',
          schedule: schedule.id,
          before: { definition: headOfSchedule(schedule), at },
          after: { definition: { ...headOfSchedule(schedule), title: `T${b}` }, at: c % schedules.length },
        },
      ]
    default:
      if (schedules.length > 3 || schedules.some((one) => one.id === `s${c}`)) return []
      return [
        {
          kind: 'schedule',
          schedule: `s${c}`,
          before: null,
          after: { definition: renamed(whole(), `s${c}`), at: b % (schedules.length + 1) },
        },
      ]
  }
}

function renamed(schedule: Schedule, id: string): Schedule {
  return { ...schedule, id, cells: schedule.cells.map((cell) => ({ ...cell, schedule: id })) }
}

/** What stands, without the order in which inputs and facts were entered. */
function content(stored: { filing: Filing; cells: unknown; comments: readonly { id: string }[] }) {
  const schedules = stored.filing.schedules.map(({ cells, facts, ...rest }) => ({
    ...rest,
    cells: cells.map(({ line, column, input }) => `${line}@${column} ${input}`).sort(),
    facts: (facts ?? []).map((fact) => `${fact.line}@${fact.column} ${fact.remark}`).sort(),
  }))
  return { schedules, comments: stored.comments.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1)) }
}

const ofBook = (book: Book) => content({ filing: book.filing('plan')!, cells: [], comments: book.comments('plan') })
const ofFile = (workbook: Workbook) => {
  const stored = workbook.read().filings.find(({ filing }) => filing.id === 'plan')!
  return content({ ...stored, cells: [] })
}

test('after any acts the file holds what the screen shows, and undoing them all leaves what stood', () => {
  const number = fc.nat({ max: 40 })
  const acts = fc.array(fc.tuple(number, number, number, number), { maxLength: 25 })
  fc.assert(
    fc.property(acts, (given) => {
      const path = newPath()
      const workbook = createWorkbook(path, filings(), options({ backUpOnOpen: false }))
      workbook.commit(set('plan', scenarioEdit('test', null, named('Test'))))
      const book = readBook(workbook.read().filings)
      const start = workbook.read().filings
      let done = 0
      for (const numbers of given) {
        const changes = act(book, numbers)
        if (changes.length === 0) continue
        workbook.commit(set('plan', ...changes))
        book.apply('plan', changes)
        done += 1
        expect(ofFile(workbook)).toEqual(ofBook(book))
      }
      for (; done > 0; done -= 1) {
        const { changeSet } = workbook.undo(workbook.read().undo!.number)
        book.apply('plan', changeSet.changes)
        expect(ofFile(workbook)).toEqual(ofBook(book))
      }
      expect(workbook.read().filings).toEqual(start)
      workbook.close()
      // Opening proves the digest that was kept act by act.
      openWorkbook(path, options({ backUpOnOpen: false })).close()
    }),
    { numRuns: 30 },
  )
})
