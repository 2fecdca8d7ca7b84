/** Lines and columns that hold dates and choices: what formulas read of them, and which formulas pass over them. */
import { expect, test } from 'vitest'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import type { Column } from '../../../shared/model/filing.ts'
import { at, engineOf, filing, text } from './sheet.ts'

const variance: Column = { id: 'v', label: 'Change', kind: 'computed', formula: '= @q2 - @q1', all: true }
const total: Column = { id: 't', label: 'Total', kind: 'computed', formula: '= @q1 + @q2' }
const COLUMNS = ['q1', 'q2', total, variance]
const choices = ['Ordinary', 'Capital gain']

const lines = {
  paid: { format: 'date', input: { q1: '2007-09-30', q2: '39401' } },
  held: { format: 'choice', choices, input: { q1: 'capital', q2: '1' } },
  amount: { input: { q1: '10', q2: '20' } },
  days: '= paid + 30',
  gain: '= if(held = 2, amount, 0)',
  late: { kind: 'formula', formula: '= max(paid, @q1)', format: 'date' },
} as const

test('formulas read a day and a place; formulas of columns pass over both', () => {
  const engine = engineOf(lines, COLUMNS)
  const shown = (line: string) => ['q1', 'q2', 't', 'v'].map((column) => text(engine, line, column))
  expect(shown('paid')).toEqual(['39355', '39401', '', ''])
  expect(shown('held')).toEqual(['2', '1', '', ''])
  expect(shown('gain').slice(0, 2)).toEqual(['10', '0'])
  expect(shown('days').slice(0, 2)).toEqual(['39385', '39431'])
  expect(shown('amount')).toEqual(['10', '20', '30', '10'])
})

test('a cell shows what its own line, or its column, says', () => {
  const own = filing(lines, COLUMNS)
  const engine = createEngine(own)
  const [{ lines: all, columns }] = own.schedules as [(typeof own.schedules)[number]]
  const told = (id: string, column: Column = columns[0]!) =>
    cellText(
      engine.value(at(id, columns[0]!.id)),
      all.find((line) => line.id === id)!,
      column,
    )
  expect(told('paid')).toBe('September 30, 2007')
  expect(told('held')).toBe('Capital gain')
  expect(told('amount', { ...columns[0]!, format: 'date' })).toBe('January 9, 1900')
  expect(told('held', { ...columns[0]!, format: 'choice', choices: ['A', 'B'] })).toBe('B')
})

test('another list, or another format, is another reading of what was entered', () => {
  const before = filing({ held: { format: 'choice', choices, input: 'capital' } })
  const [schedule] = before.schedules
  const [line] = schedule!.lines
  const engine = createEngine(before)
  const become = (to: object) => {
    engine.restructure({ ...before, schedules: [{ ...schedule!, lines: [{ ...line!, ...to }] }] })
    return text(engine, 'held')
  }
  expect(text(engine, 'held')).toBe('2')
  expect(become({ choices: ['Capital gain', 'Ordinary'] })).toBe('1')
  expect(become({ choices: ['Ordinary'] })).toBe('#VALUE!')
  expect(become({ format: 'date' })).toBe('#VALUE!')
  expect(become({})).toBe('2')
})
