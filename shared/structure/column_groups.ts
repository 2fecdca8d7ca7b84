/**
 * The heads that span columns, kept in step with the columns: their members exist, stand in the order of the columns, and a head
 * without members goes. Knows nothing of labels.
 */
import type { Column, ColumnGroup, Schedule } from '../model/filing.ts'

/** The schedule with its heads in the order of its columns and without columns that are gone. */
export function groupsInStep(schedule: Schedule): Schedule {
  if (!schedule.groups) return schedule
  const order = new Map(schedule.columns.map(({ id }, at) => [id, at]))
  const groups = schedule.groups.flatMap((group): ColumnGroup[] => {
    const columns = group.columns.filter((id) => order.has(id)).sort((a, b) => order.get(a)! - order.get(b)!)
    if (columns.length === 0) return []
    return columns.every((id, at) => id === group.columns[at]) && columns.length === group.columns.length
      ? [group]
      : [{ ...group, columns }]
  })
  if (groups.length > 0) return { ...schedule, groups }
  const { groups: _none, ...rest } = schedule
  return rest
}

/** The index of the head above a column; -1 for none. */
export function groupOf({ groups = [] }: Schedule, column: string): number {
  return groups.findIndex(({ columns }) => columns.includes(column))
}

/** The label of the head above a column; blank where there is none. */
export function headOver(schedule: Schedule, { id }: Pick<Column, 'id'>): string {
  return schedule.groups?.[groupOf(schedule, id)]?.label ?? ''
}

/** The schedule with a column under the head of that index alone; -1 takes it out of all. */
export function inGroup(schedule: Schedule, column: string, at: number): Schedule {
  const groups = schedule.groups?.map((group, index): ColumnGroup => {
    const others = group.columns.filter((id) => id !== column)
    return index === at ? { ...group, columns: [...others, column] } : { ...group, columns: others }
  })
  return groupsInStep({ ...schedule, ...(groups && { groups }) })
}

/**
 * The schedule with a column under a head of that label: that of a neighbour where one has it, else the nearest, else a new one.
 * Blank takes it out of all.
 */
export function underHead(schedule: Schedule, column: string, label: string): Schedule {
  if (label.trim() === '') return inGroup(schedule, column, -1)
  const at = schedule.columns.findIndex(({ id }) => id === column)
  const own = groupOf(schedule, column)
  if (own >= 0 && schedule.groups![own]!.label === label) return schedule
  for (let distance = 1; distance < schedule.columns.length; distance++) {
    for (const near of [schedule.columns[at - distance], schedule.columns[at + distance]]) {
      const found = near ? groupOf(schedule, near.id) : -1
      if (found >= 0 && schedule.groups![found]!.label === label) return inGroup(schedule, column, found)
    }
  }
  const bare = inGroup(schedule, column, -1)
  return { ...bare, groups: [...(bare.groups ?? []), { label, columns: [column] }] }
}

/** The schedule with a column that came between two columns of one head under that head. */
export function joinedBetween(schedule: Schedule, column: string): Schedule {
  const at = schedule.columns.findIndex(({ id }) => id === column)
  const [left, right] = [schedule.columns[at - 1], schedule.columns[at + 1]]
  if (!left || !right) return schedule
  const group = groupOf(schedule, left.id)
  return group >= 0 && group === groupOf(schedule, right.id) ? inGroup(schedule, column, group) : schedule
}
