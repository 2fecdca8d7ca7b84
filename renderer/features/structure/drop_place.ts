/**
 * Where a dragged line or column would land: the gap nearest to the pointer, and what stands around it. Pure geometry.
 */

/** An item on the screen along the way of the drag: a row from top to bottom, a head from left to right. */
export type Stretch = { id: string; from: number; to: number }

/** A gap: the item before which what is dragged would stand (null: at the end), and where its edge lies. */
export type Gap = { before: string | null; at: number }

/** The gap nearest to a place among items in the order of the screen; undefined where there are none. */
export function nearestGap(items: readonly Stretch[], place: number): Gap | undefined {
  const last = items.at(-1)
  if (!last) return undefined
  const next = items.find(({ from, to }) => place < (from + to) / 2)
  return next ? { before: next.id, at: next.from } : { before: null, at: last.to }
}

/** The step by which the screen scrolls while a drag is held near its edge; 0 elsewhere. */
export function scrollStep(place: number, from: number, to: number, margin = 36, most = 14): number {
  const near = (gap: number): number => Math.ceil((most * (margin - Math.max(gap, 0))) / margin)
  if (to - from < margin * 2) return 0
  if (place < from + margin) return -near(place - from)
  return place > to - margin ? near(to - place) : 0
}
