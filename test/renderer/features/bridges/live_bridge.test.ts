/**
 * The bridge beside the figures: of the headline that moved most, by input, with what is being typed; it foots, and leaves the engine as it was.
 */
import { expect, it } from 'vitest'
import { liveBridge, movedBy } from '../../../../renderer/features/bridges/live_bridge.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import type { CellInput } from '../../../../shared/model/filing.ts'
import { release } from '../../../shared/analysis/sample_edits.ts'

const NAMES = { base: 'As filed', scenario: 'Scenario 1' }
const at = (line: string, input: string, schedule = 'income'): CellInput => ({
  schedule,
  line,
  column: 'q3_2007',
  input,
})

function told(edits: CellInput[], typed: CellInput[] = []): string[] | undefined {
  const engine = createEngine(release, edits)
  const before = engine.scenarioInputs()
  const standing = { filing: release, engine, column: 'q3_2007', moved: movedBy(release, engine, 'q3_2007') }
  const bridge = liveBridge(standing, typed, NAMES)
  expect(engine.scenarioInputs()).toEqual(before)
  if (!bridge) return undefined
  expect(bridge.steps.at(-2)!.to.eq(bridge.steps.at(-1)!.amount)).toBe(true)
  return [bridge.title, ...bridge.steps.map(({ label, amount }) => `${label} ${amount.toFixed()}`)]
}

it('leads from as filed to the scenario by input', () => {
  expect(told([at('provision_for_loan_losses', '799445'), at('interest_income', '313773')])).toEqual([
    'Net (loss) earnings: As filed to Scenario 1',
    'As filed -1191235',
    'Interest income 1',
    'Provision for loan losses -10000',
    'Scenario 1 -1201234',
  ])
})

it('follows what is typed, to the headline that it moves most', () => {
  expect(told([at('provision_for_loan_losses', '799445')], [at('provision_for_loan_losses', '800445')])).toEqual([
    'Net (loss) earnings: As filed to Scenario 1',
    'As filed -1191235',
    'Provision for loan losses -10000',
    'As typed, not entered -1000',
    'Scenario 1 -1202235',
  ])
  const losses = at('actual_loan_losses', '0', 'reconciliation')
  expect(told([at('interest_income', '313773')], [losses])?.[0]).toContain('Estimated taxable')
})

it('is none where nothing moved, and gathers the small steps of many', () => {
  expect(told([])).toBeUndefined()
  const lines = release.schedules[0]!.lines.filter(({ kind }) => kind === 'input').slice(0, 12)
  const many = lines.map(({ id }, i) => at(id, `${1000 + i}`))
  const steps = told(many)!
  expect(steps.length).toBeLessThanOrEqual(12)
})
