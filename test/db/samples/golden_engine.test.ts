/**
 * The engine computes every golden figure from the sample filings, and what was not disclosed stays blank.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { goldenFigures } from './golden.ts'

const filings = sampleFilings()

/** The value as plain text, with the decimal places of the text it is compared with. */
function shown(value: unknown, like: string): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (!Decimal.isDecimal(value)) return `error ${JSON.stringify(value)}`
  const places = /\.(\d+)$/.exec(like)?.[1]?.length ?? 0
  const text = value.toFixed()
  // Zeros after the last decimal are padding; any other digit beyond the golden places is a difference and shows.
  return value.eq(value.toFixed(places)) ? value.toFixed(places) : text
}

describe.each(filings)('$id', (filing) => {
  const engine = createEngine(filing)
  const figures = goldenFigures().filter((figure) => figure.filing === filing.id)

  test('every golden figure is computed to the character, as filed and in a scenario without changes', () => {
    const known = figures.filter((figure) => figure.text !== '')
    expect(known.length).toBe(filing.id === 'impac_2009' ? 72 : 156)
    for (const { schedule, line, column, text } of known) {
      const ref = { schedule, line, column }
      const name = `${schedule}.${line}@${column}`
      expect([name, shown(engine.value(ref), text)]).toEqual([name, text])
      expect([name, shown(engine.value(ref, 'base'), text)]).toEqual([name, text])
    }
  })

  test('every per-source figure agrees', () => {
    let compared = 0
    for (const schedule of filing.schedules) {
      for (const { line, column, perSource } of schedule.facts!) {
        if (perSource === undefined) continue
        const value = engine.value({ schedule: schedule.id, line, column }, 'base')
        expect([line, column, shown(value, perSource)]).toEqual([line, column, perSource])
        compared++
      }
    }
    expect(compared).toBeGreaterThan(20)
  })

  test('what was not disclosed is blank', () => {
    for (const schedule of filing.schedules) {
      for (const fact of schedule.facts!) {
        if (fact.origin !== 'not_disclosed') continue
        const ref = { schedule: schedule.id, line: fact.line, column: fact.column }
        expect([ref, engine.value(ref)]).toEqual([ref, null])
      }
    }
  })

  test('cells that are blank in the golden files and not compared are blank', () => {
    for (const { schedule, line, column, text } of figures) {
      // The comparison of a line that the release does not print is computed here though golden leaves it out.
      if (text !== '' || column === 'variance' || column === 'percent') continue
      const ref = { schedule, line, column }
      expect([ref, engine.value(ref)]).toEqual([ref, null])
    }
  })
})

function at(line: string, column: string): CellRef {
  return { schedule: 'equity', line, column }
}

describe('what the sample filings leave to be completed', () => {
  const filing = filings[0]!
  const opening = { ...at('opening', 'q1_2007'), input: '1000000' }

  test('a completed opening balance carries through every quarter and is no effect', () => {
    const engine = createEngine(filing)
    engine.apply([opening], 'base')
    expect(shown(engine.value(at('closing', 'q1_2007')), '0')).toBe('867003')
    expect(shown(engine.value(at('opening', 'q2_2007')), '0')).toBe('867003')
    expect(shown(engine.value(at('closing', 'q2_2007')), '0')).toBe('710734')
    expect(shown(engine.value(at('closing', 'q3_2007')), '0')).toBe('-484223')
    for (const column of ['q1_2007', 'q2_2007', 'q3_2007']) {
      expect(shown(engine.value(at('effect_on_closing', column)), '0')).toBe('0')
    }
  })

  test('an opening balance that a scenario alone supposes gives levels and is no effect', () => {
    const engine = createEngine(filing, [opening])
    expect(shown(engine.value(at('closing', 'q3_2007')), '0')).toBe('-484223')
    expect(engine.value(at('closing', 'q3_2007'), 'base')).toBeNull()
    expect(shown(engine.value(at('effect_on_closing', 'q3_2007')), '0')).toBe('0')
  })

  test('another opening balance than the completed one is an effect in every quarter', () => {
    const engine = createEngine(filing)
    engine.apply([opening], 'base')
    engine.apply([{ ...opening, input: '999000' }])
    for (const column of ['q1_2007', 'q2_2007', 'q3_2007']) {
      expect(shown(engine.value(at('effect_on_closing', column)), '0')).toBe('-1000')
    }
  })
})
