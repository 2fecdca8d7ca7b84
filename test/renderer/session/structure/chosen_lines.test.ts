/** Which lines and columns a selection covers. */
import { expect, it } from 'vitest'
import { covered } from '../../../../renderer/session/structure/structure_acts.ts'

const SIGHT = { all: ['a', 'b', 'c'], lines: ['a', 'b', 'c'], columns: ['q1', 'q2', 'q3'] }

it('takes the lines and columns of every block once, in the order of the schedule', () => {
  const blocks = [
    { top: 2, bottom: 2, left: 1, right: 2 },
    { top: 0, bottom: 0, left: 0, right: 1 },
    { top: 2, bottom: 2, left: 0, right: 0 },
  ]
  expect(covered(blocks, SIGHT)).toEqual({ lines: ['a', 'c'], columns: ['q1', 'q2', 'q3'], areColumns: false })
})

it('is about columns where whole columns are selected', () => {
  expect(covered([{ top: 0, bottom: 2, left: 1, right: 1 }], SIGHT)).toMatchObject({
    columns: ['q2'],
    areColumns: true,
  })
})

it('is about lines where all is selected, or part of a column', () => {
  expect(covered([{ top: 0, bottom: 2, left: 0, right: 2 }], SIGHT).areColumns).toBe(false)
  expect(covered([{ top: 0, bottom: 1, left: 1, right: 1 }], SIGHT).areColumns).toBe(false)
})

it('is about the line where a schedule has one line only', () => {
  const one = { ...SIGHT, all: ['a'], lines: ['a'] }
  expect(covered([{ top: 0, bottom: 0, left: 1, right: 1 }], one)).toEqual({
    lines: ['a'],
    columns: ['q2'],
    areColumns: false,
  })
})

it('is about nothing where nothing is selected', () => {
  expect(covered([], SIGHT)).toEqual({ lines: [], columns: [], areColumns: false })
})
