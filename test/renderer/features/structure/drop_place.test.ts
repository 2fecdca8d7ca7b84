/** Where a dragged line or column lands, and under which line. */
import { describe, expect, it } from 'vitest'
import { around, dropParent, nearestGap, scrollStep } from '../../../../renderer/features/structure/drop_place.ts'
import { visibleRows } from '../../../../renderer/session/reading/rows.ts'
import type { Line } from '../../../../shared/model/filing.ts'

const line = (id: string, parent?: string): Line => ({
  id,
  label: id,
  kind: 'input',
  ...(parent !== undefined && { parent }),
})

/** a; b with details b1 (over b11) and b2; c. */
const LINES = [line('a'), line('b'), line('b1', 'b'), line('b11', 'b1'), line('b2', 'b'), line('c')]
const ROWS = visibleRows('f', { id: 's', lines: LINES }, new Set())

function parentOf(id: string, before: string | null, rows = ROWS): string | undefined {
  const own = rows.find(({ line: one }) => one.id === id)!
  return dropParent(rows, around(rows, before, new Set([id])), own.depth)
}

describe('the gap', () => {
  const items = [
    { id: 'x', from: 10, to: 30 },
    { id: 'y', from: 30, to: 70 },
  ]

  it.each([
    [0, 'x', 10],
    [19, 'x', 10],
    [21, 'y', 30],
    [49, 'y', 30],
    [51, null, 70],
    [500, null, 70],
  ])('at %d is before %s, its edge at %d', (place, before, at) => {
    expect(nearestGap(items, place)).toEqual({ before, at })
  })

  it('is none where nothing is', () => {
    expect(nearestGap([], 5)).toBeUndefined()
  })
})

describe('scrolling while a drag is held', () => {
  it('goes up near the top, down near the bottom, faster nearer the edge, and not between', () => {
    expect(scrollStep(300, 100, 500)).toBe(0)
    expect(scrollStep(100, 100, 500)).toBe(-14)
    expect(scrollStep(90, 100, 500)).toBe(-14)
    expect(scrollStep(500, 100, 500)).toBe(14)
    expect(scrollStep(480, 100, 500)).toBeGreaterThan(0)
    expect(scrollStep(480, 100, 500)).toBeLessThan(scrollStep(495, 100, 500))
  })

  it('does not happen in a view too small to have edges', () => {
    expect(scrollStep(100, 100, 160)).toBe(0)
  })
})

describe('a line dropped', () => {
  it('stays at the top level between lines of the top level', () => {
    expect(parentOf('c', 'b')).toBeUndefined()
    expect(parentOf('a', null)).toBeUndefined()
  })

  it('among the details of a line becomes one of them', () => {
    expect(parentOf('c', 'b1')).toBe('b')
    expect(parentOf('c', 'b2')).toBe('b')
    expect(parentOf('a', 'b11')).toBe('b1')
  })

  it('below the last detail stays what it is: a top line at the top, a detail a detail', () => {
    expect(parentOf('a', 'c')).toBeUndefined()
    expect(parentOf('b1', 'c')).toBe('b')
  })

  it('rises to the depth that the gap allows', () => {
    expect(parentOf('b2', 'a')).toBeUndefined()
    expect(parentOf('b11', 'c')).toBe('b')
  })

  it('between the last detail and a total below becomes a detail', () => {
    const totals = visibleRows('f', { id: 's', lines: [line('x'), line('t1', 't'), line('t'), line('y')] }, new Set())
    expect(parentOf('y', 't', totals)).toBe('t')
    expect(parentOf('y', 't1', totals)).toBeUndefined()
  })

  it('below a folded line stands beside it', () => {
    const folded = visibleRows('f', { id: 's', lines: LINES }, new Set(['f/s/b']))
    expect(parentOf('a', 'c', folded)).toBeUndefined()
  })
})
