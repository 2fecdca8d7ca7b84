/**
 * How a block lies over a selection.
 */
import { expect, test } from 'vitest'
import { laidOver } from '../../../../renderer/session/selection/fitting.ts'

test('a block fills a selection that it goes into evenly, and otherwise stands as it is', () => {
  expect(laidOver([['1']], 2, 2)).toEqual([
    ['1', '1'],
    ['1', '1'],
  ])
  expect(laidOver([['1', '2']], 2, 2)).toEqual([
    ['1', '2'],
    ['1', '2'],
  ])
  expect(laidOver([['1', '2']], 1, 3)).toEqual([['1', '2']])
  expect(laidOver([['1'], ['2']], 1, 1)).toEqual([['1'], ['2']])
})
