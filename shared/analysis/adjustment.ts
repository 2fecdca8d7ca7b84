/**
 * An amount typed at an adjustment that mirrors GAAP: books and tax together, or the tax adjustment alone.
 * The rule: an adjustment that mirrors GAAP holds a link, so its source line is solved rather than overwritten.
 */
import { Unsolvable } from '../calc/solve.ts'
import { cellText } from '../calc/cell_text.ts'
import { structureFormula, takesInput } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { Engine } from '../calc/engine.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import { findCell, readLineName, type Found } from '../model/lookup.ts'
import { type Decimal, plain } from '../money/decimal.ts'
import type { EditPlan, Plan, Situation } from './edit.ts'
import { shown, signTurn, titleOf } from './edit_words.ts'

/**
 * Plans an amount at a line with a source line. `linked`: a formula serves the cell, so a link exists in this column.
 * Undefined where the column has neither link nor start line to answer, so that the cell is an input like any other.
 */
export function adjust(situation: Situation, value: Decimal, linked: boolean): EditPlan | undefined {
  const start = linked ? undefined : startCell(situation)
  if (!linked && !start) return undefined
  const both = (): EditPlan => (linked ? solveSource(situation, value) : opposite(situation, value, start!))
  const alone = (): Plan => taxOnly(situation, value, start)
  const isDraft = situation.scenario === null && situation.filing.status === 'draft'
  if (!isDraft) return situation.flow === 'tax_only' ? alone() : both()
  const booksAndTax = both()
  if (booksAndTax.kind !== 'plan') return alone()
  const { text } = situation
  return {
    kind: 'confirm',
    question: `${situation.found.line.label} mirrors the books of this draft.`,
    choices: [
      { label: 'Change GAAP and the adjustment', text, plan: booksAndTax },
      { label: 'Change the tax adjustment only', text, plan: alone() },
    ],
  }
}

/** The start line's cell that answers where the source line has no cell in the column; it moves with the books. */
function startCell({ filing, found }: Situation): Found | undefined {
  const { schedule, line, column } = found
  if (schedule.start === undefined || line.type === 'allocation') return undefined
  const source = findCell(filing, { ...readLineName(line.source!.line), column: column.id })
  const start = findCell(filing, { schedule: schedule.id, line: schedule.start, column: column.id })
  return !source && start && takesInput(start.line, start.column) ? start : undefined
}

function refOf({ schedule, line, column }: Found): CellRef {
  return { schedule: schedule.id, line: line.id, column: column.id }
}

/** The source line is solved so that the adjustment shows what was typed; its other terms hold. */
function solveSource(situation: Situation, value: Decimal): EditPlan {
  const { engine, filing, ref, found, scenario } = situation
  const layer = scenario === null ? 'base' : 'scenario'
  const by = { ...readLineName(found.line.source!.line), column: ref.column }
  const source = findCell(filing, by)
  if (!source) return { kind: 'refused', reason: `${found.line.source!.line} has no cell in this column.` }
  const own = engine.input(ref, layer)
  const lifted: CellInput[] = own === null ? [] : [{ ...ref, input: null }]
  const answer = engine.suppose(lifted, layer, () => engine.solve({ target: ref, value, by }))
  if (answer instanceof Unsolvable) {
    return {
      kind: 'refused',
      reason: `${answer.reason} "Change the tax adjustment only" leaves the books as they are.`,
    }
  }
  const before = engine.value(by)
  const turn = signTurn(source, before, answer)
  const text = `${source.line.label} becomes ${shown(answer, source) || 'blank'}.`
  return {
    kind: 'plan',
    inputs: [...lifted, { ...by, input: plain(answer) }],
    title: `${titleOf(found)}: ${shown(engine.value(ref), found)} to ${shown(value, found)} (${source.line.label} ${shown(before, source) || 'blank'} to ${shown(answer, source)})`,
    consequence: turn ?? { text, warning: false },
  }
}

/** Where no GAAP statement was published for the column, net earnings takes the opposite change. */
function opposite(situation: Situation, value: Decimal, start: Found): EditPlan {
  const { engine, ref, found } = situation
  const [before, level] = [engine.value(ref), engine.value(refOf(start))]
  if (!isAmount(level) || (before !== null && !isAmount(before))) {
    return { kind: 'refused', reason: `${start.line.label} holds no amount that could answer the change.` }
  }
  const next = level.minus(before === null ? value : value.minus(before))
  return {
    kind: 'plan',
    inputs: [
      { ...ref, input: plain(value) },
      { ...refOf(start), input: plain(next) },
    ],
    title: `${titleOf(found)}: ${shown(before, found) || 'blank'} to ${shown(value, found)} (${start.line.label} ${shown(level, start)} to ${shown(next, start)})`,
    consequence: signTurn(found, before, value) ?? {
      text: `${start.line.label} becomes ${shown(next, start)}: no GAAP statement was published for this column.`,
      warning: false,
    },
  }
}

function taxOnly(situation: Situation, value: Decimal, start: Found | undefined): Plan {
  const { engine, ref, found } = situation
  const before = engine.value(ref)
  const books = bookValue(situation, ref, start)
  const differs = isAmount(books) ? value.minus(books) : null
  return {
    kind: 'plan',
    inputs: [{ ...ref, input: plain(value) }],
    title: `${titleOf(found)}, tax only: ${shown(before, found) || 'blank'} to ${shown(value, found)}`,
    ...(differs && !differs.isZero() && { consequence: { text: differsWords(differs, found), warning: true } }),
  }
}

/** `Differs from books by 10,000: a book-tax difference that needs a note.` */
function differsWords(differs: Decimal, found: Found): string {
  return `Differs from books by ${cellText(differs, found.line, found.column)}: a book-tax difference that needs a note.`
}

/** What the adjustment would show if it followed the books. */
function bookValue(
  { engine, scenario }: { engine: Engine; scenario: string | null },
  ref: CellRef,
  start?: Found,
): Value {
  const layer = scenario === null ? 'base' : 'scenario'
  if (start) {
    const [filed, level, was] = [
      engine.value(ref, 'base'),
      engine.value(refOf(start)),
      engine.value(refOf(start), 'base'),
    ]
    return isAmount(filed) && isAmount(level) && isAmount(was) ? filed.minus(level.minus(was)) : filed
  }
  if (engine.input(ref, layer) === null) return engine.value(ref, layer)
  return engine.suppose([{ ...ref, input: null }], layer, () => engine.value(ref, layer))
}

/**
 * By how much an adjustment differs from the books that it mirrors, in a scenario; null where it follows them.
 * Positive where the adjustment adds more to taxable income than the books took from net earnings.
 */
export function differenceFromBooks(filing: Filing, engine: Engine, ref: CellRef): Decimal | null {
  const found = findCell(filing, ref)
  if (!found?.line.source || engine.input(ref, 'scenario') === null) return null
  const linked = structureFormula(found.line, found.column) !== undefined
  const situation = { filing, engine, scenario: '', ref, text: '', flow: 'tax_only' as const, found }
  const start = linked ? undefined : startCell(situation)
  if (!linked && !start) return null
  const [value, books] = [engine.value(ref), bookValue({ engine, scenario: '' }, ref, start)]
  if (!isAmount(value) || !isAmount(books)) return null
  const differs = value.minus(books)
  return differs.isZero() ? null : differs
}
