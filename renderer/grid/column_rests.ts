/**
 * Where a grid that scrolls sideways comes to rest, and which columns it then cuts: a part of a number reads as another number, so that
 * it rests on whole columns, and a column that is cut shows no figures. Counts pixels; knows no element.
 */

/** A column that scrolls: where it begins, from the first of them, and how wide it is. */
export type Across = { id: string; left: number; width: number }

/** What scrolls, how much of it is seen at once, and how far it stands scrolled. */
export type Scrolled = { columns: readonly Across[]; room: number; at: number }

/** Less than this is no part of a column, in pixels: zoomed pages stand at fractions. */
const NOTHING = 1

const endOf = ({ left, width }: Across): number => left + width

/** How far it can be scrolled. */
function mostOf({ columns, room }: Scrolled): number {
  return Math.max(0, Math.max(0, ...columns.map(endOf)) - room)
}

/** Where it may rest: at the start of each column, and at the end of all. */
export function restsOf(scrolled: Scrolled): number[] {
  const most = mostOf(scrolled)
  const starts = scrolled.columns.map(({ left }) => left).filter((left) => left < most - NOTHING)
  return [...new Set([...starts, most])].toSorted((a, b) => a - b)
}

/** True where it stands at a rest already, whatever it does next. */
export function isAtRest(scrolled: Scrolled): boolean {
  return restsOf(scrolled).some((rest) => Math.abs(rest - scrolled.at) < NOTHING)
}

/** The columns of which a part is seen and a part is not, two at most but where they are wider than all room. */
export function cutColumns({ columns, room, at }: Scrolled): string[] {
  const [from, to] = [at + NOTHING, at + room - NOTHING]
  return columns
    .filter((column) => endOf(column) > from && column.left < to)
    .filter((column) => column.left < at - NOTHING || endOf(column) > at + room + NOTHING)
    .map(({ id }) => id)
}

/** Where it comes to rest after it was scrolled from another place: on in the way that it went, unless it is as good as there. */
export function restAfter(scrolled: Scrolled, before: number): number {
  const { at } = scrolled
  const rests = restsOf(scrolled)
  const near = rests.find((rest) => Math.abs(rest - at) <= NEAR)
  if (near !== undefined) return near
  return (at > before ? rests.find((rest) => rest > at) : rests.findLast((rest) => rest < at)) ?? mostOf(scrolled)
}

/** So near to a rest it goes back to it, in pixels. */
const NEAR = 12

/** The rest nearest to where it stands at which a column is seen whole; its start where it is wider than all room. */
export function restShowing(scrolled: Scrolled, id: string): number {
  const { columns, room, at } = scrolled
  const column = columns.find((one) => one.id === id)
  if (!column) return at
  const whole = restsOf(scrolled).filter(
    (rest) => rest <= column.left + NOTHING && endOf(column) <= rest + room + NOTHING,
  )
  const far = (rest: number): number => Math.abs(rest - at)
  return whole.toSorted((a, b) => far(a) - far(b))[0] ?? Math.min(column.left, mostOf(scrolled))
}
