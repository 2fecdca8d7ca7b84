/**
 * Marks of the selection look at the cells that are drawn only where there is something to mark, or was.
 */
import { expect, it } from 'vitest'
import type { GridHandle } from '../../../../renderer/contrib/grid_handle.ts'
import { makeMarks } from '../../../../renderer/features/blocks/mark.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import { openService } from '../../session/open_session.ts'

it('the focus that moves alone has no cell looked at', async () => {
  const service = openService()
  const desk = await service.openSession('#/books/income')
  const { session } = desk
  let looks = 0
  const grid = {
    session,
    drawn() {
      looks += 1
      return []
    },
    elementOf: () => undefined,
  } as unknown as GridHandle
  const marks = makeMarks(grid, { remove: () => undefined, parentElement: null } as unknown as HTMLElement)
  const looksAt = (line: string): number => {
    looks = 0
    go(session, session.getState().place!, { cell: { line, column: 'q1' } })
    marks.all()
    return looks
  }
  // What stood before the first look is not known.
  expect(looksAt('interest')).toBe(1)
  expect(looksAt('fees')).toBe(0)
  desk.select('interest@q1', 'fees@q2')
  marks.all()
  expect(looks).toBe(1)
  // The selection ends: its marks go once.
  expect(looksAt('fees')).toBe(1)
  expect(looksAt('total')).toBe(0)
  marks.showFill({ top: 0, bottom: 1, left: 0, right: 0 })
  expect(looks).toBe(1)
  marks.showFill(undefined)
  expect(looks).toBe(2)
  expect(looksAt('fees')).toBe(0)
  marks.end()
  await service.close()
})
