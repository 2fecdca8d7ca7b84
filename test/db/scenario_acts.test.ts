/** Acts on whole scenarios, each one change set: deleting, duplicating, posting; undone they leave no trace. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import type { Workbook } from '../../db/workbook.ts'
import type { StoredScenario } from '../../shared/model/stored_filing.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { ScenarioDefinition } from '../../shared/model/changes/scenario.ts'
import type { CellInput, Filing } from '../../shared/model/filing.ts'
import { failure, filings, newPath, options, scenarioEdit, set } from './workbook_fixture.ts'

const quiet = { backUpOnOpen: false }

function definitionOf({ id: _id, cells: _cells, ...definition }: StoredScenario): ScenarioDefinition {
  return definition
}

const overlay = (scenario: string | null, cell: CellInput, before: string | null, after: string | null): Change => {
  const { schedule, line, column } = cell
  return { kind: 'cell', schedule, line, column, scenario, before, after }
}

/** The scenario with all its inputs, removed; what stands on it goes down to what it stood on. */
function deletion(scenario: StoredScenario, all: readonly StoredScenario[]): Change[] {
  const above = all.filter(({ standsOn }) => standsOn === scenario.id)
  return [
    ...above.map((one) => {
      const before = definitionOf(one)
      return scenarioEdit(one.id, before, { ...before, standsOn: scenario.standsOn ?? null })
    }),
    ...scenario.cells.map((cell) => overlay(scenario.id, cell, cell.input, null)),
    scenarioEdit(scenario.id, definitionOf(scenario), null),
  ]
}

function duplication(scenario: StoredScenario, id: string): Change[] {
  const { locked: _locked, ...definition } = definitionOf(scenario)
  return [
    scenarioEdit(id, null, { ...definition, name: `${scenario.name} (copy)` }),
    ...scenario.cells.map((cell) => overlay(id, cell, null, cell.input)),
  ]
}

/** The scenario's inputs become the draft's own, and the scenario goes. */
function posting(scenario: StoredScenario, filing: Filing): Change[] {
  const stands = new Map(
    filing.schedules.flatMap(({ cells }) => cells).map((cell) => [`${cell.line}@${cell.column}`, cell.input]),
  )
  return [
    ...scenario.cells.map((cell) => overlay(null, cell, stands.get(`${cell.line}@${cell.column}`) ?? null, cell.input)),
    ...deletion(scenario, []),
  ]
}

const SPOTS = [
  ['income', 'provision', 'q3'],
  ['income', 'provision', 'q2'],
  ['income', 'fee', 'q3'],
  ['equity', 'total', 'opening'],
] as const

type Made = { standsOn: number | null; description: string; position: number; inputs: (string | null)[] }

const made: fc.Arbitrary<Made> = fc.record({
  standsOn: fc.option(fc.nat(5), { nil: null }),
  description: fc.string({ maxLength: 10 }),
  position: fc.integer({ min: -3, max: 9 }),
  inputs: fc.array(fc.option(fc.constantFrom('', '1', '(2)', '= 3'), { nil: null }), { minLength: 4, maxLength: 4 }),
})

/** Each stands on an earlier one or on the base. */
function making(all: readonly Made[]): Change[] {
  return all.flatMap(({ standsOn, description, position, inputs }, at): Change[] => {
    const below = standsOn !== null && at > 0 ? `s${standsOn % at}` : null
    const id = `s${at}`
    return [
      scenarioEdit(id, null, { name: `Scenario ${at}`, description, position, standsOn: below }),
      ...SPOTS.flatMap(([schedule, line, column], spot) => {
        const input = inputs[spot] ?? null
        return input === null ? [] : [overlay(id, { schedule, line, column, input }, null, input)]
      }),
    ]
  })
}

test('deleting or duplicating any scenario and undoing it is identity; redoing repeats it; the file holds', () => {
  fc.assert(
    fc.property(fc.array(made, { minLength: 1, maxLength: 5 }), fc.nat(4), fc.boolean(), (all, which, isLocked) => {
      const path = newPath()
      const workbook = createWorkbook(path, filings(), options(quiet))
      const stored = () => workbook.read().filings
      workbook.commit(set('press_release', ...making(all)))
      const chosen = (): StoredScenario => stored()[0]!.scenarios[which % all.length]!
      if (isLocked) {
        const before = definitionOf(chosen())
        workbook.commit(set('press_release', scenarioEdit(chosen().id, before, { ...before, locked: true })))
        const whole = stored()
        const original = chosen()
        const copied = workbook.commit(set('press_release', ...duplication(original, 'copy')))
        const copy = stored()[0]!.scenarios.find(({ id }) => id === 'copy')
        expect([copy?.cells, copy?.standsOn, copy?.locked]).toEqual([original.cells, original.standsOn, undefined])
        workbook.undo(copied.number)
        expect(stored()).toEqual(whole)
      } else {
        const whole = stored()
        const act = set('press_release', ...deletion(chosen(), whole[0]!.scenarios))
        const { number } = workbook.commit(act)
        const without = stored()
        expect(without[0]!.scenarios).toHaveLength(all.length - 1)
        workbook.undo(number)
        expect(stored()).toEqual(whole)
        workbook.redo(number)
        expect(stored()).toEqual(without)
        workbook.revert(number)
        expect(stored()).toEqual(whole)
      }
      workbook.close()
      openWorkbook(path, options(quiet)).close()
    }),
    { numRuns: 30 },
  )
})

/** A draft of 100 lines and 100 columns, every second cell filled. */
function large(): Filing {
  const lines = Array.from({ length: 100 }, (_, at) => ({ id: `l${at}`, label: `Line ${at}`, kind: 'input' as const }))
  const columns = Array.from({ length: 100 }, (_, at) => ({ id: `c${at}`, label: `${at}`, kind: 'duration' as const }))
  const cells = lines.flatMap(({ id: line }, l) =>
    columns
      .filter((_, c) => (l + c) % 2 === 0)
      .map(({ id: column }) => ({ schedule: 'income', line, column, input: '100' })),
  )
  return { id: 'plan', title: 'Plan', status: 'draft', schedules: [{ id: 'income', lines, columns, cells }] }
}

function withLargeScenario(): { workbook: Workbook; scenario: () => StoredScenario } {
  const filing = large()
  const workbook = createWorkbook(newPath(), [filing], options(quiet))
  const [schedule] = filing.schedules
  const cells = schedule!.lines.flatMap(({ id: line }, l) =>
    schedule!.columns.map(({ id: column }, c) => {
      const cell = { schedule: 'income', line, column, input: String(l * 100 + c) }
      return overlay('wide', cell, null, cell.input)
    }),
  )
  workbook.commit(set('plan', scenarioEdit('wide', null, { name: 'Wide', description: '', position: 0 }), ...cells))
  return { workbook, scenario: () => workbook.read().filings[0]!.scenarios[0]! }
}

test('10,000 inputs are deleted, duplicated and posted to the draft, each as one change set', () => {
  const { workbook, scenario } = withLargeScenario()
  const whole = workbook.read().filings
  const acts = [
    deletion(scenario(), [scenario()]),
    duplication(scenario(), 'copy'),
    posting(scenario(), whole[0]!.filing),
  ]
  for (const act of acts) {
    const { number } = workbook.commit(set('plan', ...act))
    expect(workbook.read().filings).not.toEqual(whole)
    workbook.undo(number)
    expect(workbook.read().filings).toEqual(whole)
  }
  const inputs = scenario().cells
  workbook.commit(set('plan', ...acts[2]!))
  expect(workbook.read().filings[0]).toMatchObject({ scenarios: [], filing: { schedules: [{ cells: inputs }] } })
  workbook.close()
  openWorkbook(workbook.path, options(quiet)).close()
})

test('a scenario is not posted to a filed filing, nor while it is locked', () => {
  const workbook = createWorkbook(newPath(), filings(), options(quiet))
  const cell = { schedule: 'income', line: 'provision', column: 'q3', input: '1' }
  const test = { name: 'Test', description: '', position: 0 }
  workbook.commit(set('press_release', scenarioEdit('test', null, test), overlay('test', cell, null, '1')))
  const [filed] = workbook.read().filings
  const post = posting(filed!.scenarios[0]!, filed!.filing)
  expect(failure(() => workbook.commit(set('press_release', ...post))).message).toMatch(
    /^A filed figure does not change/,
  )
  const plan = { schedule: 'income', line: 'b', column: 'fy', input: '7' }
  workbook.commit(
    set(
      'plan',
      scenarioEdit('test', null, test),
      overlay('test', plan, null, '7'),
      scenarioEdit('test', test, { ...test, locked: true }),
    ),
  )
  const [, draft] = workbook.read().filings
  const refused = failure(() => workbook.commit(set('plan', ...posting(draft!.scenarios[0]!, draft!.filing))))
  expect(refused.message).toBe('“Test” is locked. Unlock it first, or duplicate it.')
  expect(workbook.read().filings[1]).toEqual(draft)
  workbook.close()
})
