/**
 * Several scenarios over one base: each is what an engine of its own would be, whichever of them the base is edited through.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { cellName } from '../../../shared/model/cell.ts'
import { Choices, numbers, runs } from './choices.ts'
import { edits, filing as randomFiling } from './random_filing.ts'
import { at, filing, text } from './sheet.ts'
import { both, differences, snapshot, Standing, LAYERS } from './snapshots.ts'

const COUNT = 3

test('each equals an engine built afresh, after edits through any of them, trials included', () => {
  fc.assert(
    fc.property(numbers(600), numbers(600), numbers(40), (structure, acts, whose) => {
      const of = randomFiling(new Choices(structure))
      const choice = new Choices(whose)
      const first = createEngine(of)
      const standings = Array.from({ length: COUNT }, () => new Standing(of))
      const engines = [first, first.layer([]), first.layer([])]
      /** The cells told of since the last look, by engine. */
      const told = engines.map(() => new Set<string>())
      for (const [i, engine] of engines.entries()) {
        engine.watch((cells) => cells?.forEach((ref) => told[i]!.add(cellName(ref))))
      }
      for (const edit of edits(new Choices(acts), of, 12)) {
        const i = choice.upTo(COUNT - 1)
        const before = engines.map((engine) => LAYERS.map((layer) => snapshot(engine, layer)))
        for (const names of told) names.clear()
        engines[i]!.preview(edit.inputs, edit.layer)
        engines[i]!.suppose(edit.inputs, edit.layer, () => undefined)
        engines[i]!.apply(edit.inputs, edit.layer)
        for (const [at, standing] of standings.entries()) if (at === i || edit.layer === 'base') standing.apply(edit)
        for (const [at, engine] of engines.entries()) {
          const fresh = createEngine(standings[at]!.base(), standings[at]!.scenario())
          expect(both(engine)).toEqual(both(fresh))
          const moved = LAYERS.flatMap((layer, l) => differences(before[at]![l]!, snapshot(engine, layer)))
          for (const each of moved) expect(told[at]!.has(each.slice(0, each.indexOf(':')))).toBe(true)
        }
      }
    }),
    runs(150),
  )
})

test('one that is released is left behind, and the others go on', () => {
  const engine = createEngine(filing({ a: '6', b: '= a * 2' }))
  const other: Engine = engine.layer([{ ...at('b'), input: '1' }])
  const last = other.layer([{ ...at('a'), input: '10' }])
  expect([engine, other, last].map((one) => text(one, 'b'))).toEqual(['12', '1', '20'])
  engine.release()
  other.apply([{ ...at('a'), input: '7' }], 'base')
  expect([other, last].map((one) => [text(one, 'b'), text(one, 'a')])).toEqual([
    ['1', '7'],
    ['20', '10'],
  ])
  expect(last.value(at('b'), 'base')?.toString()).toBe('14')
})
