/**
 * How large and how close the sheet stands, the widths of columns, light or dark.
 */
import manual from './manual.md?raw'
import type { Act, Contribution } from '../../contrib/contribution.ts'
import { followScale, followTheme, switchTheme } from './page_look.ts'
import { changeWidth } from './column_width.ts'
import { switchDensity, zoomBy, zoomReset } from '../../session/view/comfort.ts'
import { isFocusPinned, pinColumn, whyNotPin } from '../../session/view/pinning.ts'
import { Zoom } from './zoom.tsx'

function pinning(isWanted: boolean, at: number): Act {
  return {
    run: (session) => pinColumn(session, isWanted),
    whyNot: (session) => whyNotPin(session, isWanted),
    isInCellMenu: (session) => isFocusPinned(session) !== isWanted,
    cellMenu: [
      { under: 'cell', group: 6, at },
      { under: 'column', group: 4, at },
    ],
  }
}

export const comfort = {
  actions: {
    zoom_in: { run: (session) => zoomBy(session, 1) },
    zoom_out: { run: (session) => zoomBy(session, -1) },
    zoom_reset: { run: zoomReset },
    density: { run: switchDensity },
    widen_column: { run: (session) => changeWidth(session, 'wider') },
    narrow_column: { run: (session) => changeWidth(session, 'narrower') },
    fit_column: { run: (session) => changeWidth(session, 'fit') },
    pin_column: pinning(true, 0),
    unpin_column: pinning(false, 1),
    theme: { run: switchTheme },
  },
  parts: [{ slot: 'status', order: 1, Content: Zoom }],
  start(session) {
    followTheme(session)
    followScale(session)
  },
  manual: [{ order: 8, text: manual }],
} satisfies Contribution
