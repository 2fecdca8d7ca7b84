/**
 * What holds of acts of structure for any draft and any sequence of them: doing and undoing is nothing, an engine that is taken along is one
 * built afresh, renaming and deleting for values change no value.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { CellInput } from '../../../shared/model/filing.ts'
import { inverse } from '../../../shared/model/change_set.ts'
import { checkStructure } from '../../../shared/structure/faults.ts'
import { inForce } from '../../../shared/model/chain.ts'
import { engineOf } from '../../../shared/structure/layers.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { rangeChanges } from '../../../shared/structure/ranges.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { both, snapshot } from '../calc/snapshots.ts'
import { canonical, draftAfter } from './draft_after.ts'
import { ACTS, randomAct, randomDraft } from './random_drafts.ts'
import { sentence } from '../worded.ts'

const drafts = fc.tuple(numbers(700), numbers(120)).map(([structure, acts]) => ({
  draft: randomDraft(new Choices(structure)),
  choices: new Choices(acts),
}))

/** Every value of every layer by the cell's name. */
function values(draft: Draft): Map<string, string>[] {
  return [null, ...draft.scenarios.map(({ id }) => id)].map((layer) => snapshot(engineOf(draft, layer), 'scenario'))
}

test('a sequence of acts, then their inverses, gives the identical filing, scenarios and comments', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(drafts, ({ draft, choices }) => {
      const states = [draft]
      const done = []
      for (let number = 0; number < 6; number++) {
        const { name, plan } = randomAct(choices, states.at(-1)!, number)
        if (plan.kind === 'refused') continue
        seen.set(name, (seen.get(name) ?? 0) + 1)
        states.push(draftAfter(states.at(-1)!, plan.changes))
        done.push(plan.changes)
        expect(plan.title).not.toBe('')
        expect(checkStructure(states.at(-1)!.filing).length).toBeLessThanOrEqual(checkStructure(draft.filing).length)
      }
      for (const changes of done.toReversed()) {
        const back = draftAfter(states.pop()!, inverse(changes), 'reversal')
        expect(canonical(back)).toEqual(canonical(states.at(-1)!))
      }
    }),
    { ...runs(200), endOnFailure: true },
  )
  // Every act takes place often enough to tell.
  expect([...seen.keys()].toSorted()).toEqual(Object.keys(ACTS).toSorted())
})

/** The inputs of the base as changes left them. */
function baseInputs(changes: readonly Change[]): CellInput[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'cell' || change.scenario !== null) return []
    const { schedule, line, column, after } = change
    return [{ schedule, line, column, input: after }]
  })
}

test('an engine restructured and edited along the way equals one built afresh', () => {
  fc.assert(
    fc.property(drafts, ({ draft, choices }) => {
      let at = draft
      const scenario = draft.scenarios[0]?.id ?? null
      const inputs = () => (scenario === null ? [] : [...inForce(at.scenarios).get(scenario)!.values()])
      const engine = createEngine(draft.filing, inputs())
      for (let number = 0; number < 5; number++) {
        const { plan } = randomAct(choices, at, number)
        if (plan.kind === 'refused') continue
        at = draftAfter(at, plan.changes)
        // What came along is enough to be told, and so is the whole.
        engine.restructure(at.filing, choices.chance(80) ? baseInputs(plan.changes) : undefined)
        const now = new Map(inputs().map((cell) => [`${cell.schedule}.${cell.line}@${cell.column}`, cell]))
        const gone = engine
          .scenarioInputs()
          .filter((cell) => !now.has(`${cell.schedule}.${cell.line}@${cell.column}`))
          .map((cell) => ({ ...cell, input: null }))
        engine.apply([...gone, ...now.values()])
        expect(both(engine)).toEqual(both(createEngine(at.filing, inputs())))
      }
    }),
    runs(150),
  )
})

test('a rename changes no value anywhere', () => {
  fc.assert(
    fc.property(drafts, ({ draft, choices }) => {
      const { name, plan } = randomAct(choices, draft, 0, ['rename_line', 'rename_column', 'rename_schedule'])
      if (plan.kind === 'refused') throw new Error(sentence(plan))
      const after = draftAfter(draft, plan.changes)
      // The new ids are free ones, so that names can be read backwards.
      const [, from, to] = /^Renamed \w+ (\w+) to (\w+)/.exec(plan.title)!
      const carried = (text: string): string => text.replaceAll(new RegExp(`\\b${to}\\b`, 'g'), from!)
      const now = values(after).map(
        (layer) => new Map([...layer].map(([cell, value]) => [carried(cell), carried(value)])),
      )
      expect(now, name).toEqual(values(draft))
    }),
    runs(250),
  )
})

test('a split by entity changes no value that stood', () => {
  fc.assert(
    fc.property(drafts, ({ draft, choices }) => {
      const { plan } = randomAct(choices, draft, 0, ['split_by_entity'])
      if (plan.kind === 'refused') return
      const after = values(draftAfter(draft, plan.changes))
      // A part of an entity that was blank may show its figure, now that what it reads is split too.
      const parts = new Set(
        draft.filing.schedules.flatMap(({ id, columns }) =>
          columns.filter(({ entity }) => entity).map((one) => `${id}@${one.id}`),
        ),
      )
      const mayCome = (cell: string): boolean => parts.has(cell.replace(/\.[^@]*/, ''))
      for (const [layer, stood] of values(draft).entries()) {
        for (const [cell, value] of stood)
          if (value !== '' || !mayCome(cell)) expect([cell, after[layer]!.get(cell)]).toEqual([cell, value])
      }
    }),
    runs(250),
  )
})

test('a move changes no value, unless it changes what a range counts', () => {
  fc.assert(
    fc.property(drafts, ({ draft, choices }) => {
      const { name, plan } = randomAct(choices, draft, 0, [
        'move_lines',
        'move_lines_by',
        'move_columns',
        'move_schedule',
        'outdent',
        'indent',
      ])
      if (plan.kind === 'refused') return
      // A formula that reads the column before reads another once columns stand otherwise.
      if (name === 'move_columns' && JSON.stringify(draft).includes('@previous')) return
      // A rule of tax reads a range in its order: the oldest layer stands first.
      if (JSON.stringify(draft).includes('tax_')) return
      const after = draftAfter(draft, plan.changes)
      const ranges = rangeChanges(draft, after)
      expect(ranges.filter(({ broken }) => broken)).toEqual([])
      if (ranges.length > 0 || rangeChanges(after, draft).length > 0) return
      const [was, now] = [values(draft), values(after)].map((layers) =>
        layers.map((layer) => new Map([...layer].filter(([, value]) => !value.startsWith('#')))),
      )
      for (const [i, layer] of was!.entries()) expect(now![i]).toEqual(layer)
    }),
    runs(250),
  )
})

test('deleting with values kept changes no other value in any layer', () => {
  let done = 0
  let kept = 0
  fc.assert(
    fc.property(drafts, ({ draft, choices }) => {
      const { name, plan } = randomAct(choices, draft, 0, [
        'delete_lines_for_values',
        'delete_columns_for_values',
        'delete_schedule_for_values',
        'delete_lines',
        'delete_columns',
      ])
      if (plan.kind === 'refused') return
      done++
      if (plan.title.includes('values stay')) kept++
      const after = draftAfter(draft, plan.changes)
      const was = values(draft)
      for (const [i, layer] of values(after).entries()) {
        const left = new Map([...was[i]!].filter(([cell]) => layer.has(cell)))
        expect(layer, name).toEqual(left)
      }
      expect(canonical(draftAfter(after, inverse(plan.changes), 'reversal'))).toEqual(canonical(draft))
    }),
    runs(800),
  )
  expect(done).toBeGreaterThan(200)
  expect(kept).toBeGreaterThan(100)
})
