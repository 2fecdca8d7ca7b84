/**
 * Names and ids of new scenarios.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedScenario, nextScenario } from '../../../../renderer/session/scenarios/scenario_names.ts'
import { isId } from '../../../../shared/model/cell.ts'

describe('a new scenario', () => {
  it('is counted on from those there are, by id and by name', () => {
    expect(nextScenario([])).toEqual({
      id: 'scenario_1',
      definition: { name: 'Scenario 1', description: '', position: 1 },
    })
    const known = [
      { id: 'scenario_1', name: 'Severe losses', position: 3 },
      { id: 'other', name: 'Scenario 2', position: 1 },
    ]
    expect(nextScenario(known)).toEqual({
      id: 'scenario_3',
      definition: { name: 'Scenario 3', description: '', position: 4 },
    })
  })

  it('takes its id from its name, and never the reserved one', () => {
    expect(namedScenario(' Severe losses ', '', []).id).toBe('severe_losses')
    expect(namedScenario(' Severe losses ', '', []).definition.name).toBe('Severe losses')
    expect(namedScenario('As filed', '', []).id).toBe('as_filed_2')
    expect(namedScenario('90% test', '', []).id).toBe('scenario')
  })

  it('has an id that is one and is new, whatever the name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 8 }), (names) => {
        const known: { id: string; name: string; position: number }[] = []
        for (const name of names) {
          const { id, definition } = namedScenario(name, '', known)
          expect(isId(id)).toBe(true)
          expect(known.map((one) => one.id)).not.toContain(id)
          known.push({ id, ...definition })
        }
      }),
    )
  })
})
