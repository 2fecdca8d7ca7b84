/** `@previous` reads the column before of the same kind and entity, wherever columns stand, come and go. */
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { formulaFault } from '../../../shared/calc/formula_faults.ts'
import type { Column, Filing, Schedule } from '../../../shared/model/filing.ts'
import { at, engineOf, filing, text } from './sheet.ts'
import { both } from './snapshots.ts'

const day = (id: string): Column => ({ id, label: id, kind: 'instant' })
const part = (id: string, of: string): Column => ({ id, label: id, kind: 'duration', entity: { name: 'trs', of } })
const change: Column = { id: 'change', label: 'Change', kind: 'computed', formula: '= @q2 - @q1', all: true }

const rolled = {
  opening: { kind: 'formula', formula: '= closing@previous', input: { q1: '100' } },
  added: { input: { q1: '10', q2: '20', q3: '30' } },
  closing: '= opening + added',
} as const

describe('the column before', () => {
  test('is the nearest of the same kind; columns computed throughout and other kinds are passed over', () => {
    const engine = engineOf(rolled, ['q1', day('d1'), 'q2', change, day('d2'), 'q3'])
    expect(['q1', 'q2', 'q3'].map((column) => text(engine, 'closing', column))).toEqual(['110', '130', '160'])
    engine.apply([{ ...at('added', 'q1'), input: '11' }])
    expect(['q1', 'q2', 'q3'].map((column) => text(engine, 'closing', column))).toEqual(['111', '131', '161'])
    expect(engine.precedents(at('opening', 'q3'))).toEqual([at('closing', 'q2')])
  })

  test('is blank at the first, in every function', () => {
    const columns = ['q1', 'q2']
    const engine = engineOf(
      {
        a: { input: { q1: '1', q2: '2' } },
        b: { input: { q1: '10', q2: '20' } },
        alone: '= a@previous',
        own: { kind: 'formula', formula: '= @previous + 1', input: { q1: '5' } },
        total: '= sum(a..b@previous) + a',
        least: '= min(a..b@previous, 7)',
        many: '= count(a..b@previous, a)',
        shown: '= if(is_blank(printed(a@previous)), 9, printed(a@previous))',
        filed: '= a + as_filed(a@previous)',
        layers: '= tax_oldest_first(a, 2, a..b@previous)',
      },
      columns,
    )
    const shown = (line: string) => columns.map((column) => text(engine, line, column))
    expect(shown('alone')).toEqual(['', '1'])
    expect(shown('own')).toEqual(['5', '6'])
    expect(shown('total')).toEqual(['1', '13'])
    expect(shown('least')).toEqual(['', '1'])
    expect(shown('many')).toEqual(['1', '3'])
    expect(shown('shown')).toEqual(['', '1'])
    expect(shown('filed')).toEqual(['1', '3'])
    expect(shown('layers')).toEqual(['0', '1'])
  })

  test('of another schedule is the one before that of the same id there', () => {
    const [own] = filing({ x: '= other.a@previous' }, ['q1', 'q2']).schedules as [Schedule]
    const [read] = filing({ a: { input: { q0: '7', q1: '8', q2: '9' } } }, ['q0', 'q1', 'q2']).schedules as [Schedule]
    const other: Schedule = { ...read, id: 'other', cells: read.cells.map((cell) => ({ ...cell, schedule: 'other' })) }
    const stands: Filing = { id: 'f', title: 'F', schedules: [own, other] }
    const engine = createEngine(stands)
    expect([text(engine, 'x', 'q1'), text(engine, 'x', 'q2')]).toEqual(['7', '8'])
    const lacking: Filing = { ...stands, schedules: [own, { ...other, columns: other.columns.slice(0, 2) }] }
    expect(text(createEngine(lacking), 'x', 'q2')).toBe('#REF!')
    expect(formulaFault(lacking, at('x', 'q2'), '= other.a@previous')?.message).toBe(
      'other has no column q2: name one, such as other.a@q0.',
    )
  })

  test('of an entity is that of the same entity', () => {
    const engine = engineOf({ a: { input: { t1: '1', q1: '2', t2: '3', q2: '4' } }, b: '= a@previous' }, [
      part('t1', 'q1'),
      'q1',
      part('t2', 'q2'),
      'q2',
    ])
    expect(['t1', 'q1', 't2', 'q2'].map((column) => text(engine, 'b', column))).toEqual(['', '', '1', '2'])
  })

  test('a ring through it is told; a rollforward is none', () => {
    const engine = engineOf({ a: '= b@previous', b: '= a', c: { kind: 'formula', formula: '= c + @previous' } }, [
      'q1',
      'q2',
    ])
    expect([text(engine, 'a', 'q2'), text(engine, 'c', 'q2')]).toEqual(['', '#CYCLE! s.c@q2'])
  })

  test('it is no end of a range, and no column has its name', () => {
    const own = filing({ a: '1' }, ['q1', 'q2'])
    expect(formulaFault(own, at('a', 'q2'), '= sum(@previous..@q2)')?.message).toBe(
      'A range of columns names its first and its last column.',
    )
    expect(formulaFault(own, at('a', 'q2'), '= a@previous')).toBeUndefined()
    expect(() => engineOf({ a: '1' }, ['previous'])).toThrow('The id previous is reserved for formulas.')
    expect(() => engineOf({ tax_rate: '1' })).toThrow('The id tax_rate is reserved for formulas.')
  })
})

test('columns put in, moved, taken out and of another kind: the engine follows', () => {
  const base = filing(rolled, ['q1', 'q2', 'q3'])
  const having = (columns: Column[]): Filing => ({ ...base, schedules: [{ ...base.schedules[0]!, columns }] })
  const [q1, q2, q3] = base.schedules[0]!.columns as [Column, Column, Column]
  const engine = createEngine(base)
  const steps: Column[][] = [
    [q1, { ...q2, id: 'q2a' }, q2, q3],
    [q1, q3],
    [q3, q1, q2],
    [q1, { ...q2, kind: 'instant' }, q3],
    [q1, q2, q3],
  ]
  for (const columns of steps) {
    const next = having(columns)
    engine.restructure(next)
    expect(both(engine)).toEqual(both(createEngine(next)))
  }
})
