/**
 * Scenarios that stand on one another: folding, falling through, and loops refused by name.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chainOf,
  effectiveInputs,
  standingOn,
  throughChain,
  standingRefusal,
  type ChainedScenario,
} from '../../../shared/analysis/chain.ts'
import { runs } from '../calc/choices.ts'
import { snapshot } from '../calc/snapshots.ts'
import { entered, fresh, input, inputTexts, release } from './sample_edits.ts'
import { sentence, worded } from '../worded.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

const PROVISION = 'income.provision_for_loan_losses@q3_2007'
const MARK = 'income.derivatives_unrealized@q3_2007'

const SCENARIOS: ChainedScenario[] = [
  { id: 'base_case', name: 'Base case', cells: [input(PROVISION, '800000'), input(MARK, '-100000')] },
  { id: 'downside', name: 'Downside', standsOn: 'base_case', cells: [input(PROVISION, '900000')] },
  { id: 'worse', name: 'Worse', standsOn: 'downside', cells: [input(MARK, '')] },
]

function inputsOf(scenarios: readonly ChainedScenario[], id: string): string[] {
  const found = effectiveInputs(scenarios, id)
  if (found.kind === 'refused') throw new Error(sentence(found))
  return inputTexts(found.inputs)
}

describe('a chain', () => {
  test('folds from the lowest upwards', () => {
    expect(inputsOf(SCENARIOS, 'downside')).toEqual([`${PROVISION} 900000`, `${MARK} -100000`])
    expect(inputsOf(SCENARIOS, 'worse')).toEqual([`${PROVISION} 900000`, `${MARK} `])
    expect(chainOf(SCENARIOS, 'worse')).toMatchObject({
      scenarios: [{ id: 'base_case' }, { id: 'downside' }, { id: 'worse' }],
    })
  })

  test('an input taken back falls through to the scenario below', () => {
    const taken = throughChain(SCENARIOS, 'downside', [input(PROVISION, null), input(MARK, null)])
    expect(taken).toMatchObject({ kind: 'inputs' })
    expect(taken.kind === 'inputs' && inputTexts(taken.inputs)).toEqual([`${PROVISION} 800000`, `${MARK} -100000`])
    const lowest = throughChain(SCENARIOS, 'base_case', [input(PROVISION, null)])
    expect(lowest.kind === 'inputs' && inputTexts(lowest.inputs)).toEqual([`${PROVISION} none`])
  })

  test('tells who stands on a scenario', () => {
    expect(standingOn(SCENARIOS, 'downside').map(({ id }) => id)).toEqual(['worse'])
  })
})

/** Why a scenario cannot build on another, in words. */
function wouldLoop(...of: Parameters<typeof standingRefusal>): string | null {
  const refusal = standingRefusal(...of)
  return refusal ? refusalText(refusal) : null
}

describe('a loop', () => {
  test('is refused with the names of its members', () => {
    expect(wouldLoop(SCENARIOS, 'base_case', 'worse')).toBe(
      'The chain of scenarios would loop: Base case on Worse, Worse on Downside, Downside on Base case.',
    )
    expect(wouldLoop(SCENARIOS, 'downside', 'downside')).toBe('Downside cannot build on itself.')
    expect(wouldLoop(SCENARIOS, 'worse', 'base_case')).toBeNull()
    expect(wouldLoop(SCENARIOS, 'worse', null)).toBeNull()
  })

  test('that is stored all the same gives no inputs', () => {
    const looped = SCENARIOS.map((one) => (one.id === 'base_case' ? { ...one, standsOn: 'worse' } : one))
    expect(effectiveInputs(looped, 'downside').kind).toBe('refused')
  })

  test('and a scenario that is gone are told apart', () => {
    expect(wouldLoop(SCENARIOS, 'worse', 'gone')).toBe('Worse builds on a scenario that no longer exists.')
    expect(worded(chainOf(SCENARIOS, 'gone'))).toMatchObject({ reason: 'There is no such scenario.' })
  })
})

test('an engine of the fold equals one to which the scenarios are applied one after the other', () => {
  const cells = entered(release).slice(0, 6)
  const text = fc.constantFrom(null, '', '1', '-250.5', '789')
  const own = fc.array(fc.tuple(fc.nat(cells.length - 1), text), { maxLength: 5 })
  fc.assert(
    fc.property(fc.array(own, { minLength: 1, maxLength: 5 }), (stack) => {
      const scenarios = stack.map((edits, at): ChainedScenario => {
        const last = new Map(edits.map(([i, typed]) => [i, typed]))
        return {
          id: `s${at}`,
          standsOn: at === 0 ? null : `s${at - 1}`,
          cells: [...last].map(([i, typed]) => ({ ...cells[i]!, input: typed })),
        }
      })
      const folded = effectiveInputs(scenarios.toReversed(), `s${stack.length - 1}`)
      if (folded.kind === 'refused') throw new Error(sentence(folded))
      const engine = fresh(release)
      for (const scenario of scenarios) engine.apply(scenario.cells.filter((one) => one.input !== null))
      expect(snapshot(fresh(release, folded.inputs), 'scenario')).toEqual(snapshot(engine, 'scenario'))
    }),
    runs(40),
  )
})
