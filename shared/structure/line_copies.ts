/**
 * Lines copied with their details, inputs, formulas and marks of notes.
 * Scenarios and comments keep to the originals.
 */
import type { CellFact, CellInput, Line, Schedule } from '../model/filing.ts'
import { scheduleOf, idsOf } from '../model/lookup.ts'
import { refused } from '../refusals/refusal.ts'
import { isFormulaInput, withLineIds } from './formulas.ts'
import { copyId } from './ids.ts'
import { focusOn } from './judged.ts'
import { withNotesRenumbered, withSchedule } from './notes.ts'
import { rootsOf, runOf, withDetails } from './outline.ts'
import type { Draft, StructurePlan } from './plan.ts'
import { proposed } from './propose.ts'
import { withRangeEnds } from './range_ends.ts'
import { countedWords, linesWords, rangeChanges } from './ranges.ts'

/**
 * Lines copied with their details, each run of siblings behind the last of it. A copy has the next free id and the label with
 * " (copy)", the base inputs, what is said of the figures (origin and remarks, not what the document prints), marks of notes and
 * formulas; what a copied formula reads among the copied lines it reads among the copies. Scenarios keep to the originals.
 */
export function duplicateLines(
  draft: Draft,
  { schedule: id, lines: chosen }: { schedule: string; lines: string[] },
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const roots = rootsOf(schedule.lines, chosen)
  if (roots.length === 0) return refused({ code: 'no_line_chosen' })
  const copied = withDetails(schedule.lines, idsOf(roots))
  const ids = new Map<string, string>()
  const taken = new Set(schedule.lines.map((line) => line.id))
  for (const line of copied) {
    const copy = copyId(line.id, taken)
    taken.add(copy)
    ids.set(line.id, copy)
  }
  const isRoot = new Set(roots.map((line) => line.id))
  const copies = new Map(copied.map((line) => [line.id, copyOf(line, id, ids, isRoot.has(line.id))]))
  let lines = schedule.lines
  for (const parent of new Set(roots.map((line) => line.parent))) {
    const siblings = roots.filter((line) => line.parent === parent)
    const [, last] = runOf(lines, siblings.at(-1)!.id)
    const run = withDetails(schedule.lines, idsOf(siblings)).map((line) => copies.get(line.id)!)
    lines = lines.toSpliced(last + 1, 0, ...run)
  }
  const cells = schedule.cells.flatMap((cell): CellInput[] => {
    const line = ids.get(cell.line)
    if (line === undefined) return []
    const isFormula = isFormulaInput(draft.filing, { ...cell, schedule: id })
    return [{ ...cell, line, input: isFormula ? withLineIds(cell.input!, id, id, ids) : cell.input }]
  })
  const facts = copiedFacts(schedule.facts ?? [], (fact) => {
    const line = ids.get(fact.line)
    return line === undefined ? undefined : { line, column: fact.column }
  })
  const next = { ...schedule, lines, cells: [...schedule.cells, ...cells], ...withFacts(schedule, facts) }
  const coming = { schedule: id, what: 'line' as const, ids: new Set(ids.values()), how: 'new' as const }
  const after = withRangeEnds(draft, withSchedule(draft, next), coming)
  const title = `Duplicated ${linesWords(draft.filing, id, idsOf(roots))}${countedWords(draft.filing, rangeChanges(draft, after))}`
  const focus = focusOn(next, { line: ids.get(roots[0]!.id)! })
  return proposed(draft, withNotesRenumbered(draft, after), title, focus)
}

/** Facts of copied cells: origin and remarks. The document prints no copy, and what completed an input is its own. */
export function copiedFacts(
  facts: readonly CellFact[],
  place: (fact: CellFact) => { line: string; column: string } | undefined,
): CellFact[] {
  return facts.flatMap((fact) => {
    const at = place(fact)
    const { perSource: _printed, completable: _once, source: _found, line: _line, column: _column, ...said } = fact
    return at && Object.keys(said).length > 0 ? [{ ...at, ...said }] : []
  })
}

/** The facts of a schedule with others added; none where there are none. */
export function withFacts(schedule: Schedule, added: readonly CellFact[]): Pick<Schedule, 'facts'> {
  return added.length === 0 ? {} : { facts: [...(schedule.facts ?? []), ...added] }
}

function copyOf(line: Line, schedule: string, ids: ReadonlyMap<string, string>, isRoot: boolean): Line {
  const copy: Line = { ...line, id: ids.get(line.id)!, label: isRoot ? `${line.label} (copy)` : line.label }
  if (line.parent !== undefined) copy.parent = ids.get(line.parent) ?? line.parent
  if (line.formula !== undefined) copy.formula = withLineIds(line.formula, schedule, schedule, ids)
  return copy
}
