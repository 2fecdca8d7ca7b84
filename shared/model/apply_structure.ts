/**
 * A filing after a change of what it consists of: lines, columns, facts, schedules, its own head.
 * Takes changes as given; whether they are allowed is judged where they are planned and where they are stored.
 */
import type { FactEdit } from './changes/fact.ts'
import type { FilingEdit } from './changes/filing.ts'
import type { Placed } from './changes/change_kind.ts'
import type { StructureChange } from './changes/kinds.ts'
import type { CellFact, Filing, Schedule } from './filing.ts'

/** The list with an item taken out and another put in at its place; null takes or puts nothing. */
function replaced<T extends { id: string }>(items: readonly T[], id: string, after: Placed<T> | null): T[] {
  const rest = items.filter((item) => item.id !== id)
  return after === null ? rest : rest.toSpliced(after.at, 0, after.definition)
}

/** Facts without the one of the cell, and with another in its place. */
function withFact({ facts = [] }: Schedule, { line, column, after }: FactEdit): CellFact[] {
  const at = facts.findIndex((fact) => fact.line === line && fact.column === column)
  if (at >= 0) return after === null ? facts.toSpliced(at, 1) : facts.with(at, after)
  return after === null ? facts : [...facts, after]
}

function changeSchedule(schedule: Schedule, change: Exclude<StructureChange, { kind: 'schedule' }>): Schedule {
  switch (change.kind) {
    case 'line':
      return { ...schedule, lines: replaced(schedule.lines, change.line, change.after) }
    case 'column':
      return { ...schedule, columns: replaced(schedule.columns, change.column, change.after) }
    case 'fact':
      return { ...schedule, facts: withFact(schedule, change) }
    case 'schedule_head': {
      const { columns, lines, cells, facts } = schedule
      return { ...change.after.definition, columns, lines, cells, ...(facts && { facts }) }
    }
  }
}

/** The filing after one change of its structure. A schedule that the change names and the filing lacks is left out. */
export function applyStructure(filing: Filing, change: StructureChange): Filing {
  const { schedules } = filing
  if (change.kind === 'schedule') {
    return { ...filing, schedules: replaced(schedules, change.schedule, change.after) }
  }
  const changed = schedules.map((one) => (one.id === change.schedule ? changeSchedule(one, change) : one))
  if (change.kind !== 'schedule_head') return { ...filing, schedules: changed }
  const head = changed.find(({ id }) => id === change.schedule)
  const moved = head ? replaced(changed, head.id, { definition: head, at: change.after.at }) : changed
  return { ...filing, schedules: moved }
}

/** The filing with another head; null removes it. A filing that did not exist begins without schedules. */
export function applyHead(filing: Filing | undefined, { after }: FilingEdit): Filing | undefined {
  return after === null ? undefined : { ...after.definition, schedules: filing?.schedules ?? [] }
}

// Named here too until the screen takes it from lookup.
export { headOfFiling } from './lookup.ts'
