/**
 * Where a dragged line or column would land: the gap nearest to the pointer, what stands around it, and under which line a line comes to
 * stand there. Pure; reads boxes on the screen and the rows in sight.
 */
import type { GridRow } from '../../session/reading/rows.ts'

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

/** The rows around a gap, without those that are dragged along. */
type Around = { above: GridRow | undefined; below: GridRow | undefined }

/** The rows that bound the gap before a line (null: at the end) once what is dragged is taken out. */
export function around(rows: readonly GridRow[], before: string | null, moving: ReadonlySet<string>): Around {
  const at = before === null ? rows.length : rows.findIndex(({ line }) => line.id === before)
  const stays = ({ line }: GridRow): boolean => !moving.has(line.id)
  return { above: rows.slice(0, at).findLast(stays), below: rows.slice(at).find(stays) }
}

/** How deep a line may stand between two rows. Among the details of one line it can only be one of them. */
function depths({ above, below }: Around): [number, number] {
  if (!above) return [0, 0]
  if (!below) return [0, above.depth]
  const areSiblings = below.depth > 0 && below.line.parent === above.line.parent
  if (areSiblings || below.line.parent === above.line.id) return [below.depth, below.depth]
  // A total below its details holds them up to itself.
  if (above.line.parent === below.line.id) return [above.depth, above.depth]
  return [Math.min(above.depth, below.depth), Math.max(above.depth, below.depth)]
}

/**
 * The line under which a dragged line stands at a gap; undefined at the top level. It stays as deep as it is where the gap
 * allows that, so that a total dropped below another's details does not become one of them.
 */
export function dropParent(rows: readonly GridRow[], gap: Around, depth: number): string | undefined {
  const [least, most] = depths(gap)
  const to = Math.min(Math.max(depth, least), most)
  if (to === 0) return undefined
  const { above, below } = gap
  if (below?.depth === to) return below.line.parent
  if (above?.depth === to - 1) return above.line.id
  let up = above
  while (up && up.depth > to) {
    const { parent } = up.line
    up = rows.find(({ line }) => line.id === parent)
  }
  return up?.line.parent
}
