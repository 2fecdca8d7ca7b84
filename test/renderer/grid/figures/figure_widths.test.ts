/**
 * The count of a figure's characters: that of a whole number is found without its text, and #### never takes more than the
 * column has.
 */
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { formatOf } from '../../../../shared/calc/cell_text.ts'
import type { Column, Line } from '../../../../shared/model/filing.ts'
import { Decimal } from '../../../../shared/money/decimal.ts'
import { figureParts, type Format } from '../../../../shared/money/format.ts'
import { widest } from '../../../../renderer/grid/figures/figure_needs.ts'
import { fits, hashesFor, partsEms, valueEms, widthFor } from '../../../../renderer/grid/figures/figure_widths.ts'
import { bareSession } from '../../bare_session.ts'

const session = bareSession()

const ZOOMS = [80, 100, 125, 150, 200]

function at(format: Format, currency: boolean, decimals?: number): { line: Line; column: Column } {
  return {
    line: { id: 'a', label: 'A', kind: 'input', format, currency, ...(decimals !== undefined && { decimals }) },
    column: { id: 'c', label: 'C', kind: 'duration' },
  }
}

function zoomTo(zoom: number): void {
  session.setState(({ view }) => ({ view: { ...view, zoom } }))
}

beforeEach(() => zoomTo(100))

describe('the width of a figure', () => {
  test('is that of its parts, whole number or not, in any format', () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat({ max: 6 }))
      .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)))
    const format = fc.constantFrom<Format>('amount', 'per_share', 'shares', 'percent', 'rate')
    fc.assert(
      fc.property(amount, format, fc.boolean(), fc.option(fc.nat({ max: 4 })), (value, name, currency, decimals) => {
        const { line, column } = at(name, currency, decimals ?? undefined)
        const parts = figureParts(value, { ...formatOf(line, column), currency, percentSign: currency })
        expect(valueEms(value, line, column)).toBeCloseTo(partsEms(parts, column), 9)
      }),
    )
  })

  test('is nothing where there is no figure', () => {
    const { line, column } = at('amount', false)
    expect(valueEms(null, line, column)).toBe(0)
    expect(valueEms('words', line, column)).toBe(0)
    expect(valueEms(new Decimal(5), { ...line, only: ['other'] }, column)).toBe(0)
  })
})

describe('the widest figure of a column', () => {
  test('is found without the width of each', () => {
    const figure = fc.record({
      digits: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      places: fc.constantFrom(0, 0, 2),
      currency: fc.boolean(),
      format: fc.constantFrom<Format>('amount', 'amount', 'shares', 'percent'),
      kind: fc.constantFrom<Line['kind']>('input', 'formula', 'heading', 'text'),
    })
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 30 }), (figures) => {
        const column: Column = { id: 'c', label: 'C', kind: 'duration' }
        const lines = figures.map(({ currency, format, kind }, at): Line => ({
          id: `l${at}`,
          label: '',
          kind,
          currency,
          format,
        }))
        const values = new Map(
          figures.map(({ digits, places }, at) => [
            `l${at}`,
            new Decimal(digits.toString()).div(new Decimal(10).pow(places)),
          ]),
        )
        const engine = { value: ({ line }: { line: string }) => values.get(line)! }
        const all = lines.map((line) => valueEms(values.get(line.id)!, line, column))
        expect(widest(engine, { id: 's', lines, columns: [column] }, column)).toBe(Math.max(0, ...all))
      }),
    )
  })
})

test('of dates the longest words count, though the numbers that hold them are alike', () => {
  const column: Column = { id: 'c', label: 'C', kind: 'component', format: 'date' }
  const lines = ['march', 'december'].map((id): Line => ({ id, label: id, kind: 'input' }))
  const days: Record<string, Decimal> = { march: new Decimal(46082), december: new Decimal(46366) }
  const engine = { value: ({ line }: { line: string }) => days[line]! }
  const december = valueEms(days['december']!, lines[1]!, column)
  expect(december).toBeGreaterThan(valueEms(days['march']!, lines[0]!, column))
  expect(widest(engine, { id: 's', lines, columns: [column] }, column)).toBe(december)
})

describe('a column', () => {
  test('of the width that a figure needs holds it, of one pixel less does not, at any size of the sheet', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZOOMS), fc.double({ min: 0.5, max: 30, noNaN: true }), (zoom, ems) => {
        zoomTo(zoom)
        expect(fits(session, ems, widthFor(session, ems))).toBe(true)
        expect(fits(session, ems, widthFor(session, ems) - 1)).toBe(false)
      }),
    )
  })

  test('is filled by what stands for a figure, and not exceeded', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZOOMS), fc.integer({ min: 48, max: 900 }), (zoom, width) => {
        zoomTo(zoom)
        const hash = 13.25 * 0.6465 * (zoom / 100)
        const room = width - 14 * (zoom / 100) - 3
        const taken = hashesFor(session, width).length * hash
        if (room > hash) expect(taken).toBeLessThanOrEqual(room)
        expect(taken + hash).toBeGreaterThan(room - 1)
      }),
    )
  })
})
