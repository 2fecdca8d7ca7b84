/**
 * The adjustments that differ from the books that they mirror, each with its difference and the ways to mend it.
 * Lists and plans only; a difference from books may be right, and then it needs a note.
 */
import { Unsolvable } from '../calc/solve.ts'
import type { Engine } from '../calc/engine.ts'
import { hasCell, isText, structureFormula } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import { differenceFromBooks } from '../checks/books.ts'
import type { CellInput, CellRef, Filing, Note } from '../model/filing.ts'
import { sourceRef } from '../model/entities.ts'
import { factOf, findCell, type Found, lineName, cellTitle } from '../model/lookup.ts'
import { type Decimal, plain, withoutResidue } from '../money/decimal.ts'
import { shown } from './edit_words.ts'
import { following } from './followers.ts'
import type { Plan } from './plan.ts'

/**
 * `differs` is positive where the adjustment adds more to taxable income than the books took. `notes` are those of its
 * line, `remark` what is said of the cell. `mends`: follow the books again, or bring the books to the adjustment; the
 * second is missing where no line of the books can answer.
 */
export type OverriddenAdjustment = {
  ref: CellRef
  title: string
  differs: Decimal
  notes: Note[]
  remark: string | undefined
  mends: Plan[]
}

/** Every overridden adjustment of the scenario layer, in the order of the filing; among these cells, where they are known. */
export function overridden(
  filing: Filing,
  engine: Engine,
  among: readonly CellRef[] = engine.scenarioInputs(),
): OverriddenAdjustment[] {
  const list: OverriddenAdjustment[] = []
  for (const ref of among) {
    const found = findCell(filing, ref)
    if (!found?.line.source || !hasCell(found.line, found.column) || isText(found.line)) continue
    const cell = { schedule: ref.schedule, line: ref.line, column: ref.column }
    const differs = differenceFromBooks(filing, engine, cell)
    if (!differs) continue
    const marks = found.line.notes ?? []
    list.push({
      ref: cell,
      title: cellTitle(found),
      differs,
      notes: (found.schedule.notes ?? []).filter(({ mark }) => marks.includes(mark)),
      remark: factOf(found.schedule, ref.line, ref.column)?.remark,
      mends: [follow(engine, found, cell), booksTo(filing, engine, found, cell, differs)].filter(
        (plan) => plan !== undefined,
      ),
    })
  }
  return list
}

/** The override goes, so that the adjustment shows what the books give. */
function follow(engine: Engine, found: Found, ref: CellRef): Plan | undefined {
  const lifted: CellInput[] = [{ ...ref, input: null }]
  const books = booksValue(engine, found, ref)
  if (books === undefined) return undefined
  // Without a link, what falls through is the filed amount; where the start line has moved, the books give another.
  const falls = engine.suppose(lifted, 'scenario', () => engine.value(ref))
  const inputs = isAmount(falls) && falls.eq(books) ? lifted : [{ ...ref, input: plain(books) }]
  const to = engine.suppose(inputs, 'scenario', () => shown(engine.value(ref), found))
  return {
    kind: 'plan',
    inputs,
    title: `${cellTitle(found)}: follows the books again`,
    consequence: { text: `The amount becomes ${to || 'blank'}.`, warning: false },
  }
}

function booksValue(engine: Engine, found: Found, ref: CellRef): Decimal | undefined {
  const [value, differs] = [engine.value(ref), differenceFromBooks(found.filing, engine, ref)]
  return isAmount(value) && differs ? withoutResidue(value.minus(differs)) : undefined
}

/** The books move, so that the adjustment keeps its amount and mirrors them. */
function booksTo(filing: Filing, engine: Engine, found: Found, ref: CellRef, differs: Decimal): Plan | undefined {
  const value = engine.value(ref)
  if (!isAmount(value)) return undefined
  const linked = structureFormula(found.line, found.column) !== undefined
  const start = { schedule: ref.schedule, line: found.schedule.start!, column: ref.column }
  const by = linked ? sourceRef(filing, found) : start
  if (!by) return undefined
  const answering = findCell(filing, by)
  const before = engine.value(by)
  if (!answering || !isAmount(before)) return undefined
  const lifted: CellInput[] = linked ? [{ ...ref, input: null }] : []
  const next = linked
    ? engine.suppose(lifted, 'scenario', () => engine.solve({ target: ref, value, by }))
    : withoutResidue(before.minus(differs))
  if (next instanceof Unsolvable) return undefined
  // What follows a source line does so by itself; where the start line answers for it, it is moved along.
  const along = linked ? [] : following({ filing, engine, layer: 'scenario' }, found, differs)
  return {
    kind: 'plan',
    inputs: [...lifted, { ...by, input: plain(next) }, ...along.map(({ input }) => input)],
    title: `${cellTitle(found)}: books brought to ${shown(value, found)} (${lineName(answering)} ${shown(before, answering)} to ${shown(next, answering)})`,
    consequence: { text: `${lineName(answering)} becomes ${shown(next, answering)}.`, warning: false },
  }
}
