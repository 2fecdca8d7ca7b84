/**
 * Remembers size and place of the window. A state that lies on no screen any more is left alone.
 */
import { readFileSync } from 'node:fs'
import type { Rectangle } from 'electron'
import { writeWhole } from '../service/atomic_file.ts'

export type WindowState = Partial<Rectangle> & { width: number; height: number; isMaximized: boolean }

const FIRST: WindowState = { width: 1440, height: 900, isMaximized: false }

/** The window's bar must be within reach: this much of it has to lie on a screen. */
const REACH = 80

function isWithinReach(state: Rectangle, areas: readonly Rectangle[]): boolean {
  return areas.some(
    (area) =>
      state.x + state.width >= area.x + REACH &&
      state.x <= area.x + area.width - REACH &&
      state.y >= area.y &&
      state.y <= area.y + area.height - REACH,
  )
}

/** The state to begin with: the remembered one where it still fits, else a size only. */
export function readWindowState(file: string, areas: readonly Rectangle[]): WindowState {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    const [x, y, width, height] = [state.x, state.y, state.width, state.height].map((side) =>
      Number.isSafeInteger(side) ? (side as number) : Number.NaN,
    ) as [number, number, number, number]
    if (!(width >= 400 && height >= 300)) return FIRST
    const isMaximized = state.isMaximized === true
    return isWithinReach({ x, y, width, height }, areas)
      ? { x, y, width, height, isMaximized }
      : { width: Math.min(width, 4_000), height: Math.min(height, 3_000), isMaximized }
  } catch {
    return FIRST
  }
}

/** Remembers the state; a file that cannot be written changes nothing. */
export async function writeWindowState(file: string, bounds: Rectangle, isMaximized: boolean): Promise<void> {
  await writeWhole(file, JSON.stringify({ ...bounds, isMaximized })).catch(() => {})
}
