/** Where undo leads when the line or column of its place is gone. */
import { expect, it } from 'vitest'
import { standingCell } from '../../../../renderer/session/reading/standing_cell.ts'
import type { Change } from '../../../../shared/model/changes/kinds.ts'
import type { Column, Filing, Line } from '../../../../shared/model/filing.ts'

const line = (id: string): Line => ({ id, label: id, kind: 'input' })
const column = (id: string): Column => ({ id, label: id, kind: 'duration' })

const FILING: Filing = {
  id: 'f',
  title: 'F',
  schedules: [
    { id: 'income', columns: [column('q1'), column('q2')], lines: [line('a'), line('b'), line('c')], cells: [] },
    { id: 'empty', columns: [], lines: [line('a')], cells: [] },
  ],
}

const took = (id: string, at: number): Change => ({
  kind: 'line',
  schedule: 'income',
  line: id,
  before: { definition: line(id), at },
  after: null,
})

const at = (ref: string, changes: Change[], schedule = 'income') => {
  const [of, in_] = ref.split('@') as [string, string]
  const cell = standingCell(FILING, { schedule, line: of, column: in_ }, changes)
  return cell && `${cell.line}@${cell.column}`
}

it('is the place itself where it stands', () => {
  expect(at('b@q2', [took('b', 1)])).toBe('b@q2')
})

it('is what stands where a line was taken out, the last one at the end', () => {
  expect(at('gone@q1', [took('other', 0), took('gone', 1)])).toBe('b@q1')
  expect(at('gone@q1', [took('gone', 3)])).toBe('c@q1')
})

it('is the column where one was taken out', () => {
  const change: Change = {
    kind: 'column',
    schedule: 'income',
    column: 'q0',
    before: { definition: column('q0'), at: 0 },
    after: null,
  }
  expect(at('a@q0', [change])).toBe('a@q1')
})

it('is nowhere without a change that took it, and in no schedule that is gone or has no column', () => {
  expect(at('gone@q1', [])).toBeUndefined()
  expect(at('gone@q1', [{ ...took('gone', 0), schedule: 'equity' } as Change])).toBeUndefined()
  expect(at('a@q1', [], 'equity')).toBeUndefined()
  expect(at('a@q1', [], 'empty')).toBeUndefined()
})

const came = (id: string, place: number, parent?: string): Change => ({
  kind: 'line',
  schedule: 'income',
  line: id,
  before: null,
  after: { definition: { ...line(id), ...(parent && { parent }) }, at: place },
})

it('is the line or column that came back, the total and not its details', () => {
  expect(at('c@q1', [came('a', 0, 'b'), came('b', 1)])).toBe('b@q1')
  expect(at('a@q1', [came('a', 0), came('b', 1)])).toBe('a@q1')
  const definition = column('q2')
  const back: Change = { kind: 'column', schedule: 'income', column: 'q2', before: null, after: { definition, at: 1 } }
  expect(at('c@q1', [back])).toBe('c@q2')
  // Renamed: what was taken and what came are the same.
  expect(at('gone@q1', [took('gone', 1), came('b', 1)])).toBe('b@q1')
})
