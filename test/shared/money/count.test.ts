/** Counts as they are said. */
import { describe, expect, it } from 'vitest'
import { countText, counted } from '../../../shared/money/count.ts'

describe('a count', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [60_841, '60,841'],
    [80_000, '80,000'],
    [1_234_567, '1,234,567'],
  ])('%s', (count, text) => expect(countText(count)).toBe(text))

  it('goes with its noun', () => {
    expect([0, 1, 4_705].map((count) => counted(count, 'cell'))).toEqual(['0 cells', '1 cell', '4,705 cells'])
    expect(counted(2, 'cell shows an error', 'cells show an error')).toBe('2 cells show an error')
  })
})
