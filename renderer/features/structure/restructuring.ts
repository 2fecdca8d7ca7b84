/**
 * What a draft's structure takes at the grid itself: names typed at labels and heads, lines and columns dragged.
 */
import type { GridAttachment } from '../../contrib/grid_handle.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import { rangeNow } from '../../session/selection/selection.ts'
import { beginNaming } from '../../session/structure/naming.ts'
import { makeDrag } from './drag.ts'
import { nameAt, pressedAtLabel } from './label_keys.ts'

export const restructuring: GridAttachment = (grid) => {
  const { session, element } = grid
  const ended = new AbortController()
  element.addEventListener('dblclick', ({ target }) => nameAt(grid, target), { signal: ended.signal })
  makeDrag(grid, ended.signal)
  return {
    pressed(event, { line, column }) {
      if (line === undefined) return false
      if (column === undefined) return pressedAtLabel(grid, event, line)
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      const isNamed = plain && event.key === 'F2' && !event.shiftKey && rangeNow(session)?.byLabel
      if (!isNamed || shownFiling(session)?.status !== 'draft') return false
      beginNaming(session, 'line', line)
      return true
    },
    end: () => ended.abort(),
  }
}
