/**
 * What holds of the engine for any filing and any edits, held against a naive evaluator and against engines built afresh.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { Choices, numbers, runs } from './choices.ts'
import { Naive } from './naive.ts'
import { edits, filing as randomFiling, type RandomEdit } from './random_filing.ts'
import { LAYERS, Standing, both, cellsOf, changeTexts, differences, snapshot } from './snapshots.ts'

type Case = { filing: Filing; history: RandomEdit[] }

const cases = (most: number): fc.Arbitrary<Case> =>
  fc.tuple(numbers(600), numbers(40 * most)).map(([structure, acts]) => {
    const filing = randomFiling(new Choices(structure))
    return { filing, history: edits(new Choices(acts), filing, most) }
  })

/** Inputs that put back what stands now, in an order that also undoes a cell given twice. */
function inverse(engine: Engine, { layer, inputs }: RandomEdit): RandomEdit {
  return { layer, inputs: inputs.map((ref): CellInput => ({ ...ref, input: engine.input(ref, layer) })).reverse() }
}

test('a fresh engine agrees with the naive evaluator at every cell of both layers', () => {
  fc.assert(
    fc.property(cases(3), ({ filing, history }) => {
      const scenario = history.flatMap(({ inputs }) => inputs)
      const engine = createEngine(filing, scenario)
      const naive = new Naive(filing, scenario)
      for (const layer of LAYERS) expect(snapshot(engine, layer)).toEqual(naive.snapshot(layer))
    }),
    runs(800),
  )
})

test('an edited engine equals one built afresh, and every edit returns exactly the cells that changed', () => {
  fc.assert(
    fc.property(cases(12), ({ filing, history }) => {
      const engine = createEngine(filing)
      const standing = new Standing(filing)
      for (const edit of history) {
        const before = snapshot(engine, edit.layer)
        const changes = engine.apply(edit.inputs, edit.layer)
        standing.apply(edit)
        expect(changeTexts(changes)).toEqual(differences(before, snapshot(engine, edit.layer)))
        expect(both(engine)).toEqual(both(createEngine(standing.base(), standing.scenario())))
        const order = cellsOf(filing).map(cellName)
        expect(engine.scenarioInputs()).toEqual(
          standing.scenario().toSorted((a, b) => order.indexOf(cellName(a)) - order.indexOf(cellName(b))),
        )
      }
      const naive = new Naive(standing.base(), standing.scenario())
      for (const layer of LAYERS) expect(snapshot(engine, layer)).toEqual(naive.snapshot(layer))
    }),
    runs(300),
  )
})

/** Every cell as it is shown. */
function shown(engine: Engine): string[] {
  return engine
    .filing()
    .schedules.flatMap((schedule) =>
      schedule.lines.flatMap((line) =>
        schedule.columns.flatMap((column) =>
          LAYERS.map((layer) =>
            cellText(engine.value({ schedule: schedule.id, line: line.id, column: column.id }, layer), line, column),
          ),
        ),
      ),
    )
}

test('what is shown of an edited engine, nil told from what rounds to nil, is what is shown of one built afresh', () => {
  fc.assert(
    fc.property(cases(12), ({ filing, history }) => {
      const engine = createEngine(filing)
      const standing = new Standing(filing)
      for (const edit of history) {
        engine.apply(edit.inputs, edit.layer)
        standing.apply(edit)
        expect(shown(engine)).toEqual(shown(createEngine(standing.base(), standing.scenario())))
      }
    }),
    runs(200),
  )
})

test('a preview and a supposition show what the edit would do and leave no trace', () => {
  fc.assert(
    fc.property(cases(10), ({ filing, history }) => {
      const engine = createEngine(filing)
      const untouched = createEngine(filing)
      for (const [i, edit] of history.entries()) {
        const before = both(engine)
        const foreseen = changeTexts(engine.preview(edit.inputs, edit.layer))
        expect(both(engine)).toEqual(before)
        for (const ref of edit.inputs) {
          for (const layer of LAYERS) expect(engine.input(ref, layer)).toBe(untouched.input(ref, layer))
        }
        const supposed = engine.suppose(edit.inputs, edit.layer, () => both(engine))
        expect(both(engine)).toEqual(before)
        if (i % 3 === 2) continue
        expect(changeTexts(engine.apply(edit.inputs, edit.layer))).toEqual(foreseen)
        untouched.apply(edit.inputs, edit.layer)
        expect(both(engine)).toEqual(both(untouched))
        expect(supposed).toEqual(both(untouched))
      }
    }),
    runs(300),
  )
})

test('an edit and its inverse, and a whole history taken back, leave the engine as it was', () => {
  fc.assert(
    fc.property(cases(10), ({ filing, history }) => {
      const engine = createEngine(filing)
      const steps = history.map((edit) => {
        const before = both(engine)
        const back = inverse(engine, edit)
        const forth = changeTexts(engine.apply(edit.inputs, edit.layer))
        const undone = engine.apply(back.inputs, back.layer)
        expect(both(engine)).toEqual(before)
        expect(undone.map((change) => cellName(change))).toEqual(forth.map((text) => text.slice(0, text.indexOf(':'))))
        engine.apply(edit.inputs, edit.layer)
        return { back, before }
      })
      for (const { back, before } of steps.toReversed()) {
        engine.apply(back.inputs, back.layer)
        expect(both(engine)).toEqual(before)
      }
    }),
    runs(200),
  )
})

test('another structure of the filing gives what an engine built on it gives', () => {
  fc.assert(
    fc.property(cases(6), numbers(600), ({ filing, history }, other) => {
      const engine = createEngine(filing)
      const standing = new Standing(filing)
      for (const edit of history) {
        engine.apply(edit.inputs, edit.layer)
        standing.apply(edit)
      }
      const next = randomFiling(new Choices(other))
      const before = snapshot(engine, 'scenario')
      const changes = changeTexts(engine.restructure(next))
      const fresh = createEngine(next, standing.scenario())
      expect(both(engine)).toEqual(both(fresh))
      const gone = [...before].filter(([name, old]) => old !== '' && !snapshot(fresh, 'scenario').has(name))
      expect(changes).toEqual([
        ...differences(before, snapshot(fresh, 'scenario')),
        ...gone.map(([name, old]) => `${name}: ${old} -> `),
      ])
      engine.restructure(next)
      expect(both(engine)).toEqual(both(fresh))
    }),
    runs(200),
  )
})

test('precedents are the cells that a formula names, and dependents are their reverse', () => {
  fc.assert(
    fc.property(cases(6), ({ filing, history }) => {
      const engine = createEngine(filing)
      const standing = new Standing(filing)
      for (const edit of history) {
        engine.apply(edit.inputs, edit.layer)
        standing.apply(edit)
      }
      const naive = new Naive(standing.base(), standing.scenario())
      const cells = cellsOf(filing)
      for (const layer of LAYERS) {
        const readers = new Map(cells.map((ref): [string, string[]] => [cellName(ref), []]))
        for (const ref of cells) {
          const found = engine.precedents(ref, layer).map(cellName)
          expect(found).toEqual(naive.precedents(cellName(ref), layer))
          for (const name of found) readers.get(name)!.push(cellName(ref))
        }
        for (const ref of cells) {
          expect(engine.dependents(ref, layer).map(cellName)).toEqual(readers.get(cellName(ref)))
        }
      }
    }),
    runs(500),
  )
})

const HUGE = [
  '9999999999999999999.99999999999999999999',
  '9876543210987654321.01234567890123456789',
  '0.00000000000000000001',
]
const hugeAmounts = fc
  .tuple(fc.constantFrom('', '-'), fc.constantFrom(...HUGE, '1', '4999999999999999999.5'))
  .map(([sign, size]) => sign + size)

test('sums of huge amounts are exact in whatever order their cells are edited', () => {
  const lines = Array.from({ length: 40 }, (_, i) => ({ id: `l${i}`, label: `${i}`, kind: 'input' as const }))
  const total = { id: 'total', label: 'Total', kind: 'formula' as const, formula: '= sum(l0..l39)' }
  const rest = {
    id: 'rest',
    label: 'Rest',
    kind: 'formula' as const,
    formula: '= iferror(total, 0) + average(l0..l39)',
  }
  const filing: Filing = {
    id: 'huge',
    title: 'Huge',
    schedules: [
      { id: 's', columns: [{ id: 'c', label: 'c', kind: 'duration' }], lines: [...lines, total, rest], cells: [] },
    ],
  }
  const edit = fc.tuple(fc.nat(39), fc.option(hugeAmounts, { freq: 4 }))
  fc.assert(
    fc.property(fc.array(edit, { minLength: 20, maxLength: 120 }), (acts) => {
      const engine = createEngine(filing)
      const standing = new Standing(filing)
      for (const [line, input] of acts) {
        const inputs = [{ schedule: 's', line: `l${line}`, column: 'c', input }]
        engine.apply(inputs)
        standing.apply({ layer: 'scenario', inputs })
      }
      expect(snapshot(engine, 'scenario')).toEqual(new Naive(filing, standing.scenario()).snapshot('scenario'))
    }),
    runs(500),
  )
})
