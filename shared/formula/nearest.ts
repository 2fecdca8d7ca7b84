/**
 * The names nearest to one that does not exist, for saying what would be right. Compares letters only, and gives up on a
 * name as soon as it cannot be among the nearest: it runs at each keystroke over thousands of names.
 */

/** At most this many names are offered. */
const OFFERED = 3

/** Those of the ids that look most like what was typed, nearest first; none where nothing is near. */
export function nearest(typed: string, ids: Iterable<string>): string[] {
  const best: { id: string; distance: number }[] = []
  for (const id of ids) {
    const allowed = allowedBetween(typed, id)
    // Among equals the first stays, so a further name must be nearer than the last of the best.
    const most = best.length < OFFERED ? allowed : Math.min(allowed, best.at(-1)!.distance - 1)
    const distance = most < 0 ? Infinity : distanceOf(typed, id, most)
    if (distance > most) continue
    const at = best.findLastIndex((one) => one.distance <= distance) + 1
    best.splice(at, 0, { id, distance })
    best.length = Math.min(best.length, OFFERED)
  }
  return best.map(({ id }) => id)
}

/** Names that differ in more than a third of their letters are different names. */
function allowedBetween(a: string, b: string): number {
  return Math.max(2, Math.ceil(Math.min(a.length, b.length) / 3))
}

/** How many letters must be put in, taken out or changed; part of a name counts as near. Infinity beyond `most`. */
function distanceOf(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (a.length > 2 && b.includes(a)) return 1
  if (Math.abs(a.length - b.length) > most) return Infinity
  // Only cells this near the diagonal can stay within `most`.
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  let next = row.slice()
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)]
    let least = from === 1 ? i : Infinity
    next[from - 1] = least
    for (let j = from; j <= to; j++) {
      const above = j === i + most ? Infinity : row[j]! + 1
      const edits = Math.min(row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), above, next[j - 1]! + 1)
      next[j] = edits
      if (edits < least) least = edits
    }
    if (least > most) return Infinity
    ;[row, next] = [next, row]
  }
  return row[b.length]!
}
