/**
 * Under which line a dragged line comes to stand where it is dropped. Pure; reads the rows in sight.
 */
import type { GridRow } from '../../session/reading/rows.ts'

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
