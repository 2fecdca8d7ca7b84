/**
 * What a change set touched, and whether a later one touched the same: then the earlier cannot be taken back alone.
 * Knows changes only; which of them stand is the caller's to say.
 */
import { cellName } from '../shared/model/cell.ts'
import { isStructural } from '../shared/model/change_set.ts'
import type { Change, ScenarioEdit, StructureChange } from '../shared/model/change_set.ts'

/** What two changes must not both touch, if the earlier is to be taken back alone. */
export type Touched = 'cell' | 'scenario' | 'structure' | 'comment' | 'filing'

/** The parts of a filing that a change set touched, as far as they matter for taking it back. */
export class Footprint {
  readonly #cells = new Set<string>()
  /** Scenarios whose inputs it touched: their removal and making again is in the way. */
  readonly #filled = new Set<string>()
  /** Scenarios that it changed. */
  readonly #changed = new Set<string>()
  /** Scenarios that taking it back removes: no later input and no scenario above may be left behind. */
  readonly #made = new Set<string>()
  readonly #comments = new Set<string>()
  /** Cells of which it changed what is said. */
  readonly #facts = new Set<string>()
  /** Schedules whose lines, columns or heads it changed: their places no longer fit after a later change of them. */
  readonly #schedules = new Set<string>()
  /** Lines, columns and schedules that it made or removed, by `schedule.line`, `schedule@column`, `schedule`. */
  readonly #rows = new Set<string>()
  /** It changed the base layer or the structure, which a filing that was filed since does not take. */
  #needsDraft = false
  #isOfFiling = false
  #madeFiling = false

  constructor(changes: readonly Change[]) {
    for (const change of changes) this.#add(change)
  }

  #add(change: Change): void {
    if (change.kind === 'fact') {
      this.#needsDraft = true
      this.#facts.add(cellName(change))
    } else if (isStructural(change)) {
      this.#needsDraft = true
      this.#schedules.add(change.schedule)
      if (change.kind !== 'schedule_head' && (change.before === null || change.after === null)) {
        this.#rows.add(rowOf(change))
      }
    } else if (change.kind === 'scenario') {
      this.#changed.add(change.scenario)
      if (change.before === null) this.#made.add(change.scenario)
    } else if (change.kind === 'comment') this.#comments.add(change.comment)
    else if (change.kind === 'filing') {
      this.#isOfFiling = true
      this.#madeFiling ||= change.before === null
    } else {
      this.#cells.add(cellKey(change.scenario, change))
      if (change.scenario === null) this.#needsDraft = true
      else this.#filled.add(change.scenario)
    }
  }

  /** What a later change set touched of the same; `isFiled` where the filing is filed now. */
  touchedBy(changes: readonly Change[], isFiled: boolean): Touched | undefined {
    if (this.#madeFiling) return 'filing'
    let touched: Touched | undefined
    for (const change of changes) {
      const found = this.#touches(change, isFiled)
      if (found === 'cell') return found
      touched ??= found
    }
    return touched
  }

  #touches(change: Change, isFiled: boolean): Touched | undefined {
    if (change.kind === 'fact') {
      if (this.#facts.has(cellName(change))) return 'cell'
      return this.#standsOnRow(change) ? 'structure' : undefined
    }
    if (isStructural(change)) return this.#schedules.has(change.schedule) ? 'structure' : undefined
    switch (change.kind) {
      case 'cell':
        if (this.#cells.has(cellKey(change.scenario, change))) return 'cell'
        if (this.#standsOnRow(change)) return 'structure'
        return change.scenario !== null && this.#made.has(change.scenario) ? 'scenario' : undefined
      case 'comment': {
        if (this.#comments.has(change.comment)) return 'comment'
        return change.after && this.#standsOnRow(change.after) ? 'structure' : undefined
      }
      case 'filing': {
        if (this.#isOfFiling) return 'filing'
        const changesStatus = change.before?.definition.status !== change.after?.definition.status
        return isFiled && this.#needsDraft && changesStatus ? 'filing' : undefined
      }
      case 'scenario':
        return this.#touchesScenario(change)
    }
  }

  #touchesScenario({ scenario, before, after }: ScenarioEdit): Touched | undefined {
    const isReplaced = (before === null || after === null) && this.#filled.has(scenario)
    const isAbove = after?.standsOn != null && this.#made.has(after.standsOn)
    return this.#changed.has(scenario) || isReplaced || isAbove ? 'scenario' : undefined
  }

  /** True where a cell stands on a line, column or schedule that the change set made or removed. */
  #standsOnRow({ schedule, line, column }: { schedule: string; line: string; column: string }): boolean {
    const rows = this.#rows
    return rows.has(schedule) || rows.has(`${schedule}.${line}`) || rows.has(`${schedule}@${column}`)
  }
}

function rowOf(change: Exclude<StructureChange, { kind: 'schedule_head' | 'fact' }>): string {
  if (change.kind === 'line') return `${change.schedule}.${change.line}`
  return change.kind === 'column' ? `${change.schedule}@${change.column}` : change.schedule
}

function cellKey(scenario: string | null, cell: Parameters<typeof cellName>[0]): string {
  return `${scenario ?? ''} ${cellName(cell)}`
}
