/**
 * What is asked of an act over many cells, and the edit of one of them. Plans only.
 */
import type { Engine } from '../calc/engine.ts'
import type { CellRef, Filing, Flow } from '../model/filing.ts'
import { refused, type Refusal } from '../refusals/refusal.ts'
import { planEdit, type AskedKind, type EditPlan } from './edit.ts'

/** A cell and what is to be entered in it. */
export type ManyCell = { ref: CellRef; text: string }

/** The answers to what edits ask, once for all cells of a kind: a choice by its place in the list. */
export type KindAnswers = Partial<Record<AskedKind, number>>

export type ManyRequest = {
  filing: Filing
  engine: Engine
  /** The scenario that takes the edits; null for the base of a draft. */
  scenario: string | null
  flow: Flow
  /** What is done, in a word or two, for the change log: `*=1.1`, `Pasted`. */
  act: string
  cells: readonly ManyCell[]
  answers?: KindAnswers
  /** Signs are meant to turn in the cells themselves, so that nothing is warned of there. */
  turns?: boolean
  /** Cells of another format than this one are passed over: an amount is not added to shares. */
  alike?: CellRef
  /** The line of the books chosen to move for an adjustment, other than its source line. */
  sourceLine?: (ref: CellRef) => string | undefined
  /** Why a cell takes no edit for a reason outside the filing; undefined where it does. */
  closed?: (cell: ManyCell) => Refusal | undefined
}

/** Cells looked at between two steps. */
export const STRETCH = 250

export function isFormula(text: string): boolean {
  return text.trimStart().startsWith('=')
}

/** The edit of one cell, its question answered where an answer was given. */
export function planOne(request: ManyRequest, cell: ManyCell, untitled = false): EditPlan {
  const closed = request.closed?.(cell)
  if (closed) return refused(closed)
  const { filing, engine, scenario, flow } = request
  const { ref, text } = cell
  const sourceLine = request.sourceLine?.(ref)
  const planned = planEdit({
    filing,
    engine,
    scenario,
    ref,
    text,
    flow,
    untitled,
    ...(sourceLine !== undefined && { sourceLine }),
  })
  const choice = planned.kind === 'confirm' ? request.answers?.[planned.about] : undefined
  const chosen = planned.kind === 'confirm' && choice !== undefined ? planned.choices[choice] : undefined
  if (!chosen) return planned
  return chosen.plan ?? planEdit({ filing, engine, scenario, ref, text: chosen.text, flow, untitled })
}
