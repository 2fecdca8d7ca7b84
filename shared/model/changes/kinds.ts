/**
 * The kinds of change, a line each: the one list from which their type, their schema and what they do are read. A new kind is a
 * file beside this one and a line here, and the same in analysis and in db. Nothing else asks of which kind a change is to
 * decide what it does.
 */
import { z } from '../schema.ts'
import type { CellRef } from '../filing.ts'
import { cell } from './cell.ts'
import type { ChangeKind, Meeting } from './change_kind.ts'
import { column } from './column.ts'
import { comment } from './comment.ts'
import { fact } from './fact.ts'
import { filing } from './filing.ts'
import type { HeldWorkbook } from './held.ts'
import { line } from './line.ts'
import { registrant } from './registrant.ts'
import { scenario } from './scenario.ts'
import { schedule } from './schedule.ts'
import { scheduleHead } from './schedule_head.ts'

const KINDS = { cell, scenario, line, column, fact, schedule, schedule_head: scheduleHead, filing, comment, registrant }

type Schema = (typeof KINDS)[keyof typeof KINDS]['schema']

export type Change = z.infer<Schema>

/** A change of one kind. */
export type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>

/** Changes of what a filing consists of; all but the filing's own need a draft. */
export type StructureChange = Extract<Change, { kind: StructuralKind }>
type StructuralKind = {
  [K in keyof typeof KINDS]: (typeof KINDS)[K]['structural'] extends true ? K : never
}[keyof typeof KINDS]

/** Any change, by its kind. */
export const changeSchema = z.discriminatedUnion(
  'kind',
  Object.values(KINDS).map(({ schema }) => schema) as [Schema, ...Schema[]],
)

/** Each kind takes the changes that its own schema describes. */
const BY_KIND = KINDS satisfies { [K in Change['kind']]: ChangeKind<ChangeOf<K>> }

/** True for the name of a kind of change. */
export function isKind(kind: unknown): kind is Change['kind'] {
  return typeof kind === 'string' && Object.hasOwn(KINDS, kind)
}

/** What the kind of a change says; it is given changes of that kind alone. */
function kindOf({ kind }: Change): ChangeKind<Change> {
  return BY_KIND[kind]
}

/** True for a change of lines, columns, facts or schedules. */
export function isStructural(change: Change): change is StructureChange {
  return kindOf(change).structural
}

/** True for what can change which cells there are and how they are computed. */
export function reshapes(change: Change): boolean {
  return kindOf(change).reshapes
}

/** The marks that a change leaves. */
export function leaves(change: Change): string[] {
  return kindOf(change).leaves(change)
}

/** The marks of an earlier change that this one meets, the one that tells most first. */
export function meets(change: Change): Meeting[] {
  return kindOf(change).meets(change)
}

/** The cells whose history tells of the change. */
export function toldAt(change: Change): CellRef[] {
  return kindOf(change).toldAt?.(change) ?? []
}

/** Applies the changes of one filing in order. Changes of one kind that follow on one another are applied together. */
export function applyChanges(workbook: HeldWorkbook, filing: string, changes: readonly Change[]): void {
  for (let from = 0, to = 0; from < changes.length; from = to) {
    const first = changes[from]!
    while (changes[to]?.kind === first.kind) to += 1
    kindOf(first).apply(workbook, filing, changes.slice(from, to))
  }
}
