/**
 * Whatever a filing by periods holds, rolling it forward keeps every comparative to the last digit, leaves no amount in a
 * new period but opening balances, opens at the close before, and is a filing that can be stored.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { structureFormula } from '../../../../shared/calc/layout.ts'
import { filingSchema } from '../../../../shared/model/filing.ts'
import type { CellInput, Column, Filing, Line, Schedule } from '../../../../shared/model/filing.ts'
import { findCell } from '../../../../shared/model/lookup.ts'
import { rollForward, nextDetails } from '../../../../shared/templates/roll/roll_forward.ts'
import { addMonths } from '../../../../shared/calendar/dates.ts'
import { cellsOf, columnIds, figure, scheduleOf } from '../filing_fixture.ts'
import { sentence } from '../../worded.ts'

type Shape = { quarter: number; layout: number; lines: number[]; texts: number[]; opening: boolean; months: number }

const shapes: fc.Arbitrary<Shape> = fc.record({
  quarter: fc.integer({ min: 1, max: 4 }),
  layout: fc.integer({ min: 0, max: 4 }),
  lines: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 7 }),
  texts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 60, maxLength: 60 }),
  opening: fc.boolean(),
  months: fc.constantFrom(3, 6, 9, 12, 24),
})

const quarterEnd = (quarter: number, year: number): string =>
  addMonths('2000-12-31', (year - 2000) * 12 + (quarter - 4) * 3)

function quarterColumn(quarter: number, year: number, rest: Partial<Column> = {}): Column {
  return {
    id: `q${quarter}_${year}`,
    label: `Q${quarter} ${year}`,
    kind: 'duration',
    end: quarterEnd(quarter, year),
    ...rest,
  }
}

/** Columns as filings lay them out around a current quarter of 2007. */
function columnsOf({ quarter, layout }: Shape): Column[] {
  const before = quarter === 1 ? quarterColumn(4, 2006) : quarterColumn(quarter - 1, 2007)
  const current = quarterColumn(quarter, 2007)
  const year = Array.from({ length: quarter }, (_, at) => quarterColumn(at + 1, 2007))
  const toDate: Column = {
    id: quarter === 4 ? 'fy_2007' : `m${quarter * 3}_2007`,
    label: `${quarter * 3} months 2007`,
    kind: 'duration',
    end: current.end!,
    formula: `= ${year.map(({ id }) => `@${id}`).join(' + ')}`,
  }
  const variance: Column = {
    id: 'variance',
    label: 'Change',
    kind: 'computed',
    all: true,
    formula: `= @${current.id} - @${before.id}`,
  }
  if (layout === 0) return [current, before, variance]
  if (layout === 1) return [current, before, quarterColumn(quarter, 2006)]
  if (layout === 2) {
    const others = year.slice(0, -1).filter(({ id }) => id !== before.id)
    return [current, before, toDate, ...others.map((one) => ({ ...one, filingCopy: false }))]
  }
  if (layout === 3)
    return [
      { id: 'now', label: 'now', kind: 'instant', end: current.end! },
      { id: 'then', label: 'then', kind: 'instant', end: '2006-12-31' },
    ]
  return year
}

/** Lines of every kind; formulas read the lines before them. */
function linesOf({ lines, opening }: Shape, columns: readonly Column[]): Line[] {
  const made = lines.map((kind, at): Line => {
    const common = { id: `l${at}`, label: `Line ${at} of 2007` }
    if (at === 0 || kind < 3)
      return { ...common, kind: 'input', ...(kind === 2 && { origin: 'balancing', how: 'the rest' }) }
    if (kind === 3) return { ...common, kind: 'heading' }
    const formula = kind === 4 ? `= l0 + l${at - 1}` : kind === 5 ? `= l0 * 3 / 7` : `= sum(l0..l${at - 1})`
    return {
      ...common,
      kind: 'formula',
      formula,
      ...(kind === 7 && { columns: columns.slice(0, 1).map(({ id }) => id) }),
    }
  })
  if (!opening) return made
  return [
    { id: 'opening', label: 'Balance at beginning of period', kind: 'input' },
    ...made,
    { id: 'closing', label: 'Balance at end of period', kind: 'formula', formula: '= opening + l0' },
  ]
}

function filingOf(shape: Shape): Filing {
  const columns = columnsOf(shape)
  const schedule = (id: string, lines: Line[]): Schedule => {
    const cells: CellInput[] = []
    for (const [at, line] of lines.entries()) {
      for (const [place, column] of columns.entries()) {
        if (line.kind === 'heading' || column.all) continue
        const dice = shape.texts[(at * 7 + place) % shape.texts.length]!
        const amount = { schedule: id, line: line.id, column: column.id, input: `${dice * 1234 - 3000}.5` }
        const isComputed = structureFormula(line, column) !== undefined
        if (isComputed ? dice === 9 : dice > 1) cells.push(amount)
        else if (dice === 1 && place > 0) cells.push({ ...amount, input: `=l0@${columns[0]!.id} * 2` })
      }
    }
    return { id, kind: 'custom', columns, lines, cells }
  }
  const lines = linesOf(shape, columns)
  const mirror: Line[] = [
    { id: 'l0', label: 'Mirrored', kind: 'formula', formula: '= first.l0' },
    { id: 'l1', label: 'Own', kind: 'input' },
  ]
  const schedules = [schedule('first', lines), schedule('second', mirror)]
  return { id: 'old', title: 'Old', periodEnd: quarterEnd(shape.quarter, 2007), status: 'filed', schedules }
}

test('comparatives stay, new periods are empty, and what is made can be stored', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const old = filingOf(shape)
      const details = { ...nextDetails(old, 'quarter'), periodEnd: addMonths(old.periodEnd!, shape.months) }
      const made = rollForward(old, { id: 'next', details })
      if (made.kind === 'refused') throw new Error(sentence(made))
      const next = made.filing
      expect(filingSchema.parse(next)).toEqual(next)
      const [before, after] = [createEngine(old), createEngine(next)]
      for (const ref of cellsOf(next)) {
        const column = scheduleOf(next, ref.schedule).columns.find(({ id }) => id === ref.column)!
        if (column.all || !findCell(old, ref)) continue
        expect([ref, figure(after, ref)]).toEqual([ref, figure(before, ref)])
      }
      for (const ref of cellsOf(next)) {
        expect([ref, figure(after, ref) === '#REF!' && figure(before, ref) !== '#REF!']).toEqual([ref, false])
      }
      for (const { schedule, line, column, input } of next.schedules.flatMap(({ cells }) => cells)) {
        if (columnIds(old, schedule).includes(column) || line === 'opening') continue
        expect([schedule, line, column, input?.trim().startsWith('=')]).toEqual([schedule, line, column, true])
      }
    }),
    { numRuns: 400 },
  )
})

test('a new quarter opens at the close of the one before it', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const old = filingOf({ ...shape, opening: true, layout: shape.layout === 3 ? 0 : shape.layout })
      const made = rollForward(old, { id: 'next', details: nextDetails(old, 'quarter') })
      if (made.kind === 'refused') throw new Error(sentence(made))
      const [before, after] = [createEngine(old), createEngine(made.filing)]
      const last = `q${shape.quarter}_2007`
      const current = scheduleOf(made.filing, 'first').columns.find(
        ({ id, end }) => end === made.filing.periodEnd && id.startsWith('q'),
      )!
      const closing = figure(before, { schedule: 'first', line: 'closing', column: last })
      expect(figure(after, { schedule: 'first', line: 'opening', column: current.id })).toBe(closing)
    }),
    { numRuns: 200 },
  )
})
