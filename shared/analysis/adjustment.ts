/**
 * An amount typed at an adjustment that mirrors GAAP: books and tax together, or the tax adjustment alone.
 * The rule: an adjustment that mirrors GAAP holds a link, so its source line is solved rather than overwritten.
 */
import { Unsolvable } from '../calc/solve.ts'
import { cellText } from '../calc/cell_text.ts'
import { isAmount } from '../calc/value.ts'
import { answeringCell, bookValue } from '../checks/books.ts'
import type { CellInput } from '../model/filing.ts'
import { sourceRef } from '../model/entities.ts'
import { findCell, refOf, type Found, lineName, cellTitle } from '../model/lookup.ts'
import { type Decimal, plain, withoutResidue } from '../money/decimal.ts'
import type { EditPlan, Situation } from './edit.ts'
import { shown, signTurn } from './edit_words.ts'
import { following } from './followers.ts'
import { refused, refusalText } from '../refusals/refusal.ts'
import type { Plan } from './plan.ts'
import { sourceChoices } from './source_choice.ts'

/**
 * Plans an amount at a line with a source line. `linked`: a formula serves the cell, so a link exists in this column.
 * Undefined where the column has neither link nor start line to answer, so that the cell is an input like any other.
 */
export function adjust(situation: Situation, value: Decimal, linked: boolean): EditPlan | undefined {
  const start = linked ? undefined : answeringCell(situation.filing, situation.found)
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
    about: 'books_of_draft',
    question: `${lineName(situation.found)} mirrors the books of this draft.`,
    choices: [
      { label: 'Change GAAP and the adjustment', text, plan: booksAndTax },
      { label: 'Change the tax adjustment only', text, plan: alone() },
    ],
  }
}

/** The source line is solved so that the adjustment shows what was typed; its other terms hold. */
function solveSource(situation: Situation, value: Decimal): EditPlan {
  const { engine, filing, ref, found, scenario } = situation
  const layer = scenario === null ? 'base' : 'scenario'
  const name = situation.sourceLine ?? found.line.source!.line
  const by = sourceRef(filing, found, name)
  const source = by && findCell(filing, by)
  if (!by || !source) return refused({ code: 'source_without_cell', source: name })
  if (name !== found.line.source!.line && !sourceChoices(filing, ref).some(({ line }) => line === name)) {
    return refused({ code: 'no_source_line', source: lineName(source), line: lineName(found) })
  }
  const own = engine.input(ref, layer)
  const lifted: CellInput[] = own === null ? [] : [{ ...ref, input: null }]
  const answer = engine.suppose(lifted, layer, () => engine.solve({ target: ref, value, by }))
  if (answer instanceof Unsolvable) return refused({ code: 'source_unsolved', why: refusalText(answer.refusal) })
  const before = engine.value(by)
  const turn = signTurn(source, before, answer)
  const text = `${lineName(source)} becomes ${shown(answer, source) || 'blank'}.`
  return {
    kind: 'plan',
    inputs: [...lifted, { ...by, input: plain(answer) }],
    title: `${cellTitle(found)}: ${shown(engine.value(ref), found)} to ${shown(value, found)} (${lineName(source)} ${shown(before, source) || 'blank'} to ${shown(answer, source)})`,
    consequence: turn ?? { text, warning: false },
  }
}

/** Where no GAAP statement was published for the column, net earnings takes the opposite change. */
function opposite(situation: Situation, value: Decimal, start: Found): EditPlan {
  const { filing, engine, ref, found, scenario } = situation
  const [before, level] = [engine.value(ref), engine.value(refOf(start))]
  if (!isAmount(level) || (before !== null && !isAmount(before))) {
    return refused({ code: 'no_amount_to_answer', line: lineName(start) })
  }
  const change = withoutResidue(before === null ? value : value.minus(before))
  const next = withoutResidue(level.minus(change))
  const along = following({ filing, engine, layer: scenario === null ? 'base' : 'scenario' }, found, change)
  const also = along.map((one) => ` ${lineName(one.found)} becomes ${shown(one.value, one.found)}.`).join('')
  return {
    kind: 'plan',
    inputs: [
      { ...ref, input: plain(value) },
      { ...refOf(start), input: plain(next) },
      ...along.map(({ input }) => input),
    ],
    title: `${cellTitle(found)}: ${shown(before, found) || 'blank'} to ${shown(value, found)} (${lineName(start)} ${shown(level, start)} to ${shown(next, start)})`,
    consequence: signTurn(found, before, value) ?? {
      text: `${lineName(start)} becomes ${shown(next, start)}: no GAAP statement was published for this column.${also}`,
      warning: false,
    },
  }
}

function taxOnly(situation: Situation, value: Decimal, start: Found | undefined): Plan {
  const { engine, ref, found, scenario } = situation
  const before = engine.value(ref)
  const books = bookValue(engine, scenario === null ? 'base' : 'scenario', ref, start)
  const differs = isAmount(books) ? withoutResidue(value.minus(books)) : null
  return {
    kind: 'plan',
    inputs: [{ ...ref, input: plain(value) }],
    title: `${cellTitle(found)}, tax only: ${shown(before, found) || 'blank'} to ${shown(value, found)}`,
    ...(differs && !differs.isZero() && { consequence: { text: differsWords(differs, found), warning: true } }),
  }
}

/** `Differs from books by 10,000: a book-tax difference that needs a note.` */
function differsWords(differs: Decimal, found: Found): string {
  return `Differs from books by ${cellText(differs, found.line, found.column)}: a book-tax difference that needs a note.`
}
