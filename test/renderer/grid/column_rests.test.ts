/**
 * Where a grid scrolled sideways comes to rest, and what is then cut.
 */
import { describe, expect, it } from 'vitest'
import { cutColumns, restAfter, restShowing, restsOf, type Scrolled } from '../../../renderer/grid/column_rests.ts'
import { easeIn } from '../../../renderer/grid/column_widths.ts'

/** Five columns of 100, 120, 80, 100 and 100 pixels, of which 250 are seen. */
function scrolledTo(at: number, room = 250): Scrolled {
  const columns: Scrolled['columns'][number][] = []
  for (const [index, width] of [100, 120, 80, 100, 100].entries()) {
    const before = columns.at(-1)
    columns.push({ id: `c${index}`, left: before ? before.left + before.width : 0, width })
  }
  return { columns, room, at }
}

describe('a grid that scrolls', () => {
  it('rests at the start of a column, and at the end of all', () => {
    expect(restsOf(scrolledTo(0))).toEqual([0, 100, 220, 250])
    expect(restsOf(scrolledTo(0, 600))).toEqual([0])
  })

  it.each([
    [0, ['c2']],
    [30, ['c0', 'c2']],
    [100, ['c3']],
    [150, ['c1']],
    [250, ['c2']],
    [0.6, ['c2']],
  ])('cuts at %d the columns %j', (at, cut) => expect(cutColumns(scrolledTo(at))).toEqual(cut))

  it('cuts none where all have room', () => expect(cutColumns(scrolledTo(0, 500))).toEqual([]))

  it.each([
    [40, 0, 100],
    [110, 0, 100],
    [130, 0, 220],
    [90, 220, 100],
    [60, 100, 0],
    [235, 0, 250],
    [250, 100, 250],
  ])('goes from %d, where it was scrolled from %d, on to %d', (at, before, to) =>
    expect(restAfter(scrolledTo(at), before)).toBe(to),
  )

  it.each([
    ['c1', 0, 0],
    ['c2', 0, 100],
    ['c3', 0, 220],
    ['c4', 0, 250],
    ['c3', 250, 250],
    ['c1', 250, 100],
    ['c0', 40, 0],
    ['c2', 37, 100],
  ])('shows %s whole from %d at %d', (id, at, to) => expect(restShowing(scrolledTo(at), id)).toBe(to))

  it('shows a column wider than its room from the start', () => {
    expect(restShowing(scrolledTo(0, 90), 'c1')).toBe(100)
  })
})

describe('columns have of their ease', () => {
  it.each([
    [500, 300, 400, 1],
    [350, 300, 400, 0.5],
    [200, 300, 400, 0],
    [200, 300, 300, 0],
    [300, 300, 300, 1],
  ])('in %d pixels, needing %d and liking %d: %d', (room, least, usual, ease) =>
    expect(easeIn(room, least, usual)).toBe(ease),
  )
})
