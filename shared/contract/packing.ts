/**
 * How an answer travels as text that brings a change set of very many cells, as undo does: each line and column is named once, and a cell
 * tells its own text alone. What arrives is checked as it is unpacked, in steps. Only the way between the two ends knows of it: who asks
 * and who answers have changes as the model has them.
 */
import { z } from '../model/schema.ts'
import type { CellEdit } from '../model/changes/cell.ts'
import { changeSchema, type Change } from '../model/changes/kinds.ts'
import { idSchema, inputSchema } from '../model/filing.ts'
import { MOST_CHANGES } from '../model/most_changes.ts'
import type { Steps } from '../model/steps.ts'

/** Changes checked between two steps. Fewer are not packed. */
export const STRETCH = 500

/** Cells that follow on one another in one layer of one schedule: for each its line and column by their places in the lists. */
type Pack = {
  kind: 'cells'
  schedule: string
  scenario: string | null
  lines: string[]
  columns: string[]
  at: number[]
  before: (string | null)[]
  after: (string | null)[]
}

type Packed = { value: { changeSet: { packed: unknown[] } } }

/** The same answer with these changes in its change set, however they came. */
export function withChanges(answer: unknown, changes: readonly unknown[]): unknown {
  const { value, ...rest } = answer as { value: { changeSet: { packed?: unknown } } }
  const { packed: _packed, ...changeSet } = value.changeSet
  return { ...rest, value: { ...value, changeSet: { ...changeSet, changes } } }
}

/** True for an answer of which the changes are packed; what they are is yet to be looked at. */
export function isPacked(answer: unknown): answer is Packed {
  const { changeSet } = (answer as Partial<{ value?: { changeSet?: { packed?: unknown } } }> | null)?.value ?? {}
  return Array.isArray(changeSet?.packed)
}

/** Gives each name its place in a list, the first time it is met. */
function placing(names: string[]): (name: string) => number {
  const places = new Map<string, number>()
  return (name) => {
    const known = places.get(name)
    if (known !== undefined) return known
    places.set(name, names.length)
    return names.push(name) - 1
  }
}

/** Takes cells of one layer of one schedule, one after another. */
function packer({ schedule, scenario }: CellEdit): { pack: Pack; add: (edit: CellEdit) => void } {
  const pack: Pack = { kind: 'cells', schedule, scenario, lines: [], columns: [], at: [], before: [], after: [] }
  const [lineAt, columnAt] = [placing(pack.lines), placing(pack.columns)]
  return {
    pack,
    add({ line, column, before, after }) {
      pack.at.push(lineAt(line), columnAt(column))
      pack.before.push(before)
      pack.after.push(after)
    },
  }
}

/** The answer as it travels: packed where it brings very many changes, else as it is. */
export function packed(answer: unknown): unknown {
  const { changeSet } = (answer as { value?: { changeSet?: { changes?: unknown } } }).value ?? {}
  if (!changeSet || !Array.isArray(changeSet.changes) || changeSet.changes.length <= STRETCH) return answer
  const { changes, ...rest } = changeSet as { changes: Change[] }
  const list: (Pack | Change)[] = []
  let open: ReturnType<typeof packer> | undefined
  for (const change of changes) {
    // What has a source is the exception, and goes as it is.
    if (change.kind !== 'cell' || change.source !== undefined) {
      open = undefined
      list.push(change)
      continue
    }
    if (open?.pack.schedule !== change.schedule || open.pack.scenario !== change.scenario) {
      open = packer(change)
      list.push(open.pack)
    }
    open.add(change)
  }
  const { value, ...outer } = answer as { value: object }
  return { ...outer, value: { ...value, changeSet: { ...rest, packed: list } } }
}

const packSchema = z.strictObject({
  kind: z.literal('cells'),
  schedule: idSchema,
  scenario: idSchema.nullable(),
  lines: z.array(idSchema),
  columns: z.array(idSchema),
  // Looked at cell by cell, in steps.
  at: z.custom<unknown[]>(Array.isArray),
  before: z.custom<unknown[]>(Array.isArray),
  after: z.custom<unknown[]>(Array.isArray),
})

const inputsSchema = z.array(inputSchema.nullable())

/** The changes of an answer that is packed, checked; undefined where they are not of the model's form, none, or too many. */
export function* unpackedInSteps({ value }: Packed): Steps<Change[] | undefined> {
  const all: Change[] = []
  for (const one of value.changeSet.packed) {
    if ((one as { kind?: unknown } | null)?.kind === 'cells') {
      if (!(yield* unpackedCells(one, all))) return undefined
    } else {
      const change = changeSchema.safeParse(one)
      if (!change.success) return undefined
      all.push(change.data)
      if (all.length % STRETCH === 0) yield
    }
    if (all.length > MOST_CHANGES) return undefined
  }
  return all.length === 0 ? undefined : all
}

/** The name at a place; undefined for what is no place in the list. */
function named(names: readonly string[], place: unknown): string | undefined {
  return typeof place === 'number' ? names[place] : undefined
}

/** Appends the cells of a pack; false where it is not of its form. */
function* unpackedCells(given: unknown, all: Change[]): Steps<boolean> {
  const pack = packSchema.safeParse(given)
  if (!pack.success) return false
  const { schedule, scenario, lines, columns, at, before, after } = pack.data
  const count = before.length
  if (after.length !== count || at.length !== 2 * count || all.length + count > MOST_CHANGES) return false
  for (let from = 0; from < count; from += STRETCH) {
    const [was, is] = [before, after].map((list) => inputsSchema.safeParse(list.slice(from, from + STRETCH)))
    if (!was?.success || !is?.success) return false
    for (const [n, one] of was.data.entries()) {
      const [line, column] = [named(lines, at[2 * (from + n)]), named(columns, at[2 * (from + n) + 1])]
      if (line === undefined || column === undefined) return false
      all.push({ kind: 'cell', schedule, line, column, scenario, before: one, after: is.data[n]! })
    }
    yield
  }
  return true
}
