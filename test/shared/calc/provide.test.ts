/**
 * Values computed outside the formulas: below any input, above a formula, replaced as a set; an engine that was given them, edited and restructured equals one
 * built afresh in which they are entered.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine, type ProvidedValue } from '../../../shared/calc/engine.ts'
import { cellFormat, takesInput } from '../../../shared/calc/layout.ts'
import { cellName, readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { isMeasured } from '../../../shared/money/format.ts'
import { Choices, numbers, runs } from './choices.ts'
import { edits, filing as randomFiling } from './random_filing.ts'
import { both, changeTexts, differences, snapshot, Standing } from './snapshots.ts'

const SHEET: Filing = {
  id: 'f',
  title: 'F',
  schedules: [
    {
      id: 's',
      lines: [
        { id: 'a', label: 'A', kind: 'input' },
        { id: 'b', label: 'B', kind: 'formula', formula: '= 2 * a' },
        { id: 'total', label: 'Total', kind: 'formula', formula: '= sum(a..b)' },
      ],
      columns: [{ id: 'q', label: 'Q', kind: 'duration' }],
      cells: [{ schedule: 's', line: 'a', column: 'q', input: '5' }],
    },
  ],
}

function at(line: string): CellRef {
  return { schedule: 's', line, column: 'q' }
}

function given(line: string, amount: string): ProvidedValue {
  return { ...at(line), value: new Decimal(amount) }
}

test('a provided value stands over a formula and under an input, and says so; gone, the formula is back', () => {
  const engine = createEngine(SHEET)
  expect(changeTexts(engine.provide([given('b', '7'), given('a', '100')], 'base'))).toEqual([
    's.b@q: 10 -> 7',
    's.total@q: 15 -> 12',
  ])
  expect(engine.explain(at('b'))).toMatchObject({ served: 'provided', text: null, overridden: null, precedents: [] })
  expect(engine.explain(at('a')).served).toBe('base_input')
  engine.apply([{ ...at('a'), input: null }], 'base')
  expect(snapshot(engine, 'base').get('s.a@q')).toBe('100')
  expect(engine.dependents(at('a'), 'base').map(cellName)).toEqual(['s.total@q'])
  engine.apply([{ ...at('b'), input: '1' }])
  expect([snapshot(engine, 'base').get('s.b@q'), snapshot(engine, 'scenario').get('s.b@q')]).toEqual(['7', '1'])
  expect(engine.explain(at('b')).served).toBe('scenario_input')
  engine.apply([{ ...at('b'), input: null }])
  engine.provide([], 'base')
  expect(snapshot(engine, 'scenario').get('s.b@q')).toBe('')
  engine.apply([{ ...at('a'), input: '5' }], 'base')
  expect(snapshot(engine, 'scenario').get('s.total@q')).toBe('15')
})

test('values of a scenario leave the base and other scenarios, and yield to what is entered in the base', () => {
  const engine = createEngine(SHEET)
  const other = engine.layer([])
  expect(changeTexts(engine.provide([given('b', '3')]))).toEqual(['s.b@q: 10 -> 3', 's.total@q: 15 -> 8'])
  expect(snapshot(engine, 'base').get('s.b@q')).toBe('10')
  expect(snapshot(other, 'scenario').get('s.b@q')).toBe('10')
  engine.apply([{ ...at('b'), input: '4' }], 'base')
  expect(snapshot(engine, 'scenario').get('s.b@q')).toBe('4')
  engine.apply([{ ...at('b'), input: null }], 'base')
  expect(snapshot(engine, 'scenario').get('s.b@q')).toBe('3')
})

test('a cell that does not exist is refused, and nothing changes', () => {
  const engine = createEngine(SHEET)
  expect(() => engine.provide([given('b', '3'), { ...at('zz'), value: null }])).toThrow('There is no cell s.zz@q.')
  expect(snapshot(engine, 'scenario').get('s.b@q')).toBe('10')
})

/** Cells that take inputs, so that a value can be entered there in the engine that it is held against. */
function entryCells({ schedules }: Filing): CellRef[] {
  return schedules.flatMap(({ id, lines, columns }) =>
    lines.flatMap((line) =>
      columns.flatMap((column) =>
        takesInput(line, column) && isMeasured(cellFormat(line, column))
          ? [{ schedule: id, line: line.id, column: column.id }]
          : [],
      ),
    ),
  )
}

type Sets = Record<Layer, ReadonlyMap<string, string>>

function inputOf([name, input]: [string, string]): CellInput {
  return { ...readCellName(name)!, input }
}

/** The engine in which what is provided is entered where nothing else is. */
function entered(filing: Filing, scenario: readonly CellInput[], sets: Sets) {
  const inputs = new Set(
    filing.schedules.flatMap(({ id, cells }) =>
      cells.filter(({ input }) => input !== null).map((one) => cellName({ ...one, schedule: id })),
    ),
  )
  const own = new Set(scenario.filter(({ input }) => input !== null).map(cellName))
  const base = [...sets.base].filter(([name]) => !inputs.has(name)).map(inputOf)
  const over = [...sets.scenario].filter(([name]) => !inputs.has(name) && !own.has(name)).map(inputOf)
  const schedules = filing.schedules.map((one) => ({
    ...one,
    cells: [...one.cells, ...base.filter(({ schedule }) => schedule === one.id)],
  }))
  return createEngine({ ...filing, schedules }, [...scenario, ...over])
}

function valuesOf(set: ReadonlyMap<string, string>): ProvidedValue[] {
  return [...set].map(([name, amount]) => ({ ...readCellName(name)!, value: new Decimal(amount) }))
}

test('provided and edited in any order, an engine equals one in which the values are entered', () => {
  fc.assert(
    fc.property(numbers(600), numbers(500), numbers(200), (structure, acts, picks) => {
      const filing = randomFiling(new Choices(structure))
      const choice = new Choices(picks)
      const engine = createEngine(filing)
      const standing = new Standing(filing)
      const cells = entryCells(filing)
      const sets: Sets = { base: new Map(), scenario: new Map() }
      for (const edit of edits(new Choices(acts), filing, 8)) {
        if (cells.length > 0 && choice.chance(60)) {
          const layer: Layer = choice.chance(50) ? 'base' : 'scenario'
          const set = new Map(
            choice.times(
              0,
              4,
              () => [cellName(choice.pick(cells)), String(choice.upTo(900) - 450)] as [string, string],
            ),
          )
          const before = snapshot(engine, layer)
          sets[layer] = set
          const changes = engine.provide(valuesOf(set), layer)
          expect(changeTexts(changes)).toEqual(differences(before, snapshot(engine, layer)))
        }
        engine.apply(edit.inputs, edit.layer)
        standing.apply(edit)
        expect(both(engine)).toEqual(both(entered(standing.base(), standing.scenario(), sets)))
        const stood = both(engine)
        engine.preview(edit.inputs, edit.layer)
        expect(both(engine)).toEqual(stood)
      }
    }),
    runs(200),
  )
})

test('a structure that is supposed for a while takes no value away', () => {
  fc.assert(
    fc.property(numbers(600), numbers(600), numbers(60), (one, other, picks) => {
      const filing = randomFiling(new Choices(one))
      const next = randomFiling(new Choices(other))
      const choice = new Choices(picks)
      const engine = createEngine(filing)
      const cells = entryCells(filing)
      if (cells.length === 0) return
      for (const layer of ['base', 'scenario'] as const) {
        engine.provide(
          choice.times(0, 4, () => ({ ...choice.pick(cells), value: new Decimal(choice.upTo(90)) })),
          layer,
        )
      }
      const before = both(engine)
      engine.supposeFiling(next, filing, () => undefined)
      expect(both(engine)).toEqual(before)
    }),
    runs(150),
  )
})
