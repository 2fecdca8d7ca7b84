/**
 * Addresses of places.
 */
import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '../../../../renderer/session/place/place.ts'

describe('an address', () => {
  it('names filing, schedule and scenario', () => {
    expect(readAddress('#/impac_2007_q3/income')).toEqual({
      filing: 'impac_2007_q3',
      schedule: 'income',
      scenario: undefined,
    })
    expect(readAddress('#/impac_2007_q3/income?scenario=as_filed')?.scenario).toBe('as_filed')
    expect(readAddress('#/impac_2007_q3')?.schedule).toBeUndefined()
  })

  it('is nothing where it names no filing, and drops what is no id', () => {
    expect(readAddress('')).toBeUndefined()
    expect(readAddress('#/../etc')).toBeUndefined()
    expect(readAddress('#/impac/%3Cscript%3E?scenario=A%20B')).toEqual({
      filing: 'impac',
      schedule: undefined,
      scenario: undefined,
    })
  })

  it('mentions the scenario only where it is not the remembered one', () => {
    const place = { filing: 'impac', schedule: 'income', scenario: 'scenario_1' }
    expect(writeAddress(place, 'scenario_1')).toBe('#/impac/income')
    expect(writeAddress(place, undefined)).toBe('#/impac/income?scenario=scenario_1')
    expect(writeAddress({ ...place, scenario: null }, 'scenario_1')).toBe('#/impac/income?scenario=as_filed')
    expect(writeAddress({ ...place, scenario: null }, undefined)).toBe('#/impac/income')
  })

  it('reads back what it writes', () => {
    const place = { filing: 'impac', schedule: 'equity', scenario: null }
    expect(readAddress(writeAddress(place, 'scenario_2'))).toEqual({ ...place, scenario: 'as_filed' })
  })
})
