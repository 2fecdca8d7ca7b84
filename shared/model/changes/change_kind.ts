/**
 * What every kind of change says of itself: how it is written down, what it does to what is held, and what it touches.
 * Knows no kind by name; each has a file of its own beside this one, and kinds.ts lists them.
 */
import { z } from '../schema.ts'
import { cellName } from '../cell.ts'
import type { CellRef } from '../filing.ts'
import { heldFiling, type HeldFiling, type HeldWorkbook } from './held.ts'

/** What two changes must not both touch, if the earlier is to be taken back alone. */
export type Touched = 'cell' | 'scenario' | 'structure' | 'comment' | 'filing' | 'registrant'

/** A mark that an earlier change may have left, and what both then touched. */
export type Meeting = readonly [mark: string, touched: Touched]

/** One kind of change; `schema` also gives its type. */
export type ChangeKind<C> = {
  schema: z.ZodType<C>
  /** True for a change of lines, columns, facts or schedules: it needs a draft. */
  structural: boolean
  /** True for what can change which cells there are and how they are computed: an engine is built anew after it. */
  reshapes: boolean
  /** Applies changes of this kind that follow on one another. Takes them as given: they are judged where they are planned and stored. */
  apply(workbook: HeldWorkbook, filing: string, run: readonly C[]): void
  /** The marks that a change leaves, by which a later one is found to touch the same. */
  leaves(change: C): string[]
  /** The marks of an earlier change that this one meets, the one that tells most first. */
  meets(change: C): Meeting[]
  /** The cells whose history tells of the change; none where absent. */
  toldAt?(change: C): CellRef[]
}

/** The `apply` of a kind whose changes are applied one by one to a filing that is there. */
export function oneByOne<C>(apply: (held: HeldFiling, change: C) => void): ChangeKind<C>['apply'] {
  return (workbook, filing, run) => {
    const held = heldFiling(workbook, filing)
    for (const change of run) apply(held, change)
  }
}

/** Something that stands in a list, and its place there, counted from 0. */
export type Placed<T> = { definition: T; at: number }

/** The schema of what stands in a list. */
export function placed<T extends z.ZodType>(definition: T) {
  return z.strictObject({ definition, at: z.int().min(0) })
}

/** The list with an item taken out and another put in at its place; null takes or puts nothing. */
export function replaced<T extends { id: string }>(items: readonly T[], id: string, after: Placed<T> | null): T[] {
  const rest = items.filter((item) => item.id !== id)
  return after === null ? rest : rest.toSpliced(after.at, 0, after.definition)
}

/** Left by a change of the base layer or the structure, which a filing that was filed since does not take. */
export const NEEDS_DRAFT = 'needs a draft'
/** Left by the making of a filing: whatever comes later is of it. */
export const MADE_FILING = 'made the filing'

export const marks = {
  cell: (scenario: string | null, ref: CellRef): string => `cell ${scenario ?? ''} ${cellName(ref)}`,
  /** A line, column or schedule made or removed: `schedule.line`, `schedule@column`, `schedule`. */
  row: (name: string): string => `row ${name}`,
  /** A schedule whose lines, columns or head changed: their places no longer fit after a later change of them. */
  schedule: (id: string): string => `schedule ${id}`,
  scenario: (id: string): string => `scenario ${id}`,
  /** A scenario made: taking that back may leave no later input and no scenario above behind. */
  made: (scenario: string): string => `made ${scenario}`,
  /** A scenario whose inputs changed: its removal and its making again are in the way. */
  filled: (scenario: string): string => `filled ${scenario}`,
}

/** What a row leaves, by its name where it was made or removed. */
export function rowLeaves(schedule: string, name: string, change: { before: unknown; after: unknown }): string[] {
  const comesOrGoes = change.before === null || change.after === null
  return [NEEDS_DRAFT, marks.schedule(schedule), ...(comesOrGoes ? [marks.row(name)] : [])]
}

/** What a change at a cell meets where the line, column or schedule that it stands on was made or removed. */
export function meetsRows({ schedule, line, column }: CellRef): Meeting[] {
  const names = [schedule, `${schedule}.${line}`, `${schedule}@${column}`]
  return names.map((name) => [marks.row(name), 'structure'])
}
