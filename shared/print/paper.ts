/**
 * Sheets of paper: sizes, margins, and what is left between them. All lengths are points, 72 to the inch.
 */
import { USUAL_SET_UP, type PrintSetUp } from '../model/print_set_up.ts'
import type { PrintMode } from './document.ts'

export type Orientation = 'portrait' | 'landscape'

/** Paper as it is set up; the orientation is chosen for each document unless it is given. */
export type Paper = Pick<PrintSetUp, 'paper' | 'orientation' | 'margins'>

export const USUAL_PAPER: Paper = USUAL_SET_UP

/** US Letter, and A4 to the hundredth, a little less than 210 by 297 mm so that no sheet runs over. */
const SIZES: Record<Paper['paper'], { short: number; long: number }> = {
  letter: { short: 612, long: 792 },
  a4: { short: 595.27, long: 841.88 },
}

type Margin = { side: number; top: number; bottom: number }

const MARGINS: Record<Paper['margins'], Margin> = {
  normal: { side: 50, top: 46, bottom: 32 },
  narrow: { side: 30, top: 28, bottom: 22 },
  wide: { side: 72, top: 72, bottom: 54 },
}

/** Height of the foot with the space above it. */
const FOOT: Record<PrintMode, number> = { filing: 26, workpaper: 50 }

export function marginOf({ margins }: Paper): Margin {
  return MARGINS[margins]
}

export function sheetSize({ paper }: Paper, orientation: Orientation): { width: number; height: number } {
  const { short, long } = SIZES[paper]
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short }
}

/** Width between the margins. */
export function contentWidth(paper: Paper, orientation: Orientation): number {
  return sheetSize(paper, orientation).width - 2 * marginOf(paper).side
}

/** Height between the top margin and the foot. */
export function contentHeight(paper: Paper, orientation: Orientation, mode: PrintMode): number {
  const { top, bottom } = marginOf(paper)
  return sheetSize(paper, orientation).height - top - bottom - FOOT[mode]
}
