/**
 * Carrying out what changes the structure of a draft, as an act of a person: what was typed is entered first, the plan goes through the
 * queue as one change set, what was done or why not is said. Plans come from shared/structure; nothing here judges them.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { Filing, Schedule } from '../../../shared/model/filing.ts'
import type { Draft, StructurePlan } from '../../../shared/structure/plan.ts'
import { commitEdit } from '../edit/editing.ts'
import { shownFiling } from '../reading/figures.ts'
import { commit, reversingRefusal } from '../committing.ts'
import { say, sayDone, warn } from '../messages.ts'
import { typedRefusal } from '../typed_texts.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import type { Block, Sight } from '../selection/range.ts'
import { selectedBlocks, shownSight } from '../selection/selection.ts'
import type { Session } from '../session.ts'
import { CHOOSE } from './wording.ts'

/** Why the structure of a filing takes no change; undefined where it does. */
export function closedRefusal(filing: Filing | undefined): Refusal | undefined {
  if (!filing) return { code: 'no_filing_shown' }
  if (filing.status === 'draft') return undefined
  return { code: 'structure_locked', filing: isolated(filing.title) }
}

/**
 * True where the structure of the filing shown takes changes and what was typed is entered; otherwise says why not, with the way on
 * where there is one.
 */
export function isOpenToChange(session: Session): boolean {
  const filing = shownFiling(session)
  const closed = closedRefusal(filing)
  if (closed) {
    const act = filing && { label: 'Duplicate as a draft…', perform: 'duplicate_filing' as const }
    say(session, refusalText(closed), { tone: 'warned', ...(act && { act }) })
    return false
  }
  const refusal = reversingRefusal(session)
  if (refusal) warn(session, refusal)
  return !refusal && commitEdit(session) === 'done'
}

/** A filing with all that an act on its structure may have to carry; undefined where there is no such filing. */
export function draftOf(session: Session, id: string): Draft | undefined {
  const { book } = session.workbook()
  const filing = book.filing(id)
  if (!filing) return undefined
  const scenarios = book.scenarios(id).map(({ id: scenario, name, locked, standsOn }) => ({
    id: scenario,
    name,
    ...(locked !== undefined && { locked }),
    ...(standsOn !== undefined && { standsOn }),
    cells: book.scenarioCells(id, scenario),
  }))
  return { filing, at: book.placeOf(id), scenarios, comments: book.comments(id) }
}

/** The filing shown with all that an act on its structure may have to carry. */
export function draftShown(session: Session): Draft | undefined {
  const { place } = session.getState()
  return place ? draftOf(session, place.filing) : undefined
}

export type ShownDraft = { draft: Draft; schedule: Schedule }

/** The draft and schedule shown, without judging whether they take changes. */
export function shownDraft(session: Session): ShownDraft | undefined {
  const draft = draftShown(session)
  const { place } = session.getState()
  const schedule = draft?.filing.schedules.find(({ id }) => id === place?.schedule)
  return draft && schedule && { draft, schedule }
}

/** The draft and schedule shown; undefined, saying why, where they take no change of structure. */
export function openDraft(session: Session): ShownDraft | undefined {
  if (!isOpenToChange(session)) return undefined
  const shown = shownDraft(session)
  if (!shown) warn(session, CHOOSE.draft)
  return shown
}

/** A plan that leaves the focus, and with it the selection, at the cell in focus, which will still stand. */
export function inPlace(session: Session, plan: StructurePlan, { id }: Schedule): StructurePlan {
  const { focus } = session.getState()
  return plan.kind === 'plan' && focus ? { ...plan, focus: { schedule: id, ...focus } } : plan
}

/** A plan whose focus stays in the column that was in focus, where the line of its own choice has one there. */
export function inColumn(session: Session, plan: StructurePlan, { columns }: Schedule): StructurePlan {
  if (plan.kind === 'refused' || !plan.focus) return plan
  const { focus } = session.getState()
  const column = columns.find(({ id }) => id === focus?.column)
  return column ? { ...plan, focus: { ...plan.focus, column: column.id } } : plan
}

/** A plan whose focus stays in the line that was in focus. */
export function inLine(session: Session, plan: StructurePlan): StructurePlan {
  const { focus } = session.getState()
  if (plan.kind === 'refused' || !plan.focus || !focus) return plan
  return { ...plan, focus: { ...plan.focus, line: focus.line } }
}

type Enacting = {
  /** The filing that the changes are of; the one shown where absent. */
  filing?: string
  /** The schedule of the filing that the screen goes to with the act; the one in focus where absent. */
  to?: string | undefined
}

/**
 * Puts a plan on the screen and into the queue within this task, as one change set, and the focus where it leads. Returns why it was
 * not done; undefined where it was. A filed filing refuses with the way on.
 */
export function enactStructure(session: Session, plan: StructurePlan, options: Enacting = {}): Refusal | undefined {
  if (plan.kind === 'refused') return plan.refusal
  const filing = options.filing ?? session.getState().place?.filing
  const closed = closedRefusal(filing === undefined ? undefined : session.workbook().book.filing(filing))
  const refusal = closed ?? typedRefusal(session)
  if (refusal || filing === undefined) return refusal
  const { changes, title, focus } = plan
  if (changes.length === 0) return { code: 'nothing_to_change' }
  const { place: shown } = session.getState()
  const scenario = shown?.filing === filing ? shown.scenario : null
  const cell = focus && { line: focus.line, column: focus.column }
  const schedule = options.to ?? focus?.schedule
  return commit(session, {
    filing,
    title,
    place: focus && cell ? { schedule: focus.schedule, ...cell, scenario } : null,
    changes,
    ...(schedule !== undefined && {
      leads: { to: { filing, schedule, scenario }, remember: shown?.filing !== filing, ...(cell && { cell }) },
    }),
  })
}

/** Carries a plan out and says so; false, saying why, where it was not. `to` is the schedule that is shown then. */
export function carry(session: Session, plan: StructurePlan, to?: string): boolean {
  const refusal = enactStructure(session, plan, { to })
  return sayDone(session, refusal, plan.kind === 'plan' ? `${plan.title}.` : '')
}

/** `areColumns`: whole columns are selected, so that an act on what is selected is about them. */
export type Chosen = { lines: string[]; columns: string[]; areColumns: boolean }

/** The lines and columns that blocks cover, each once and in the order of the schedule. */
export function covered(blocks: readonly Block[], { lines, columns }: Sight): Chosen {
  const isWhole = blocks.every(({ top, bottom }) => top === 0 && bottom === lines.length - 1)
  const isAcross = blocks.every(({ left, right }) => left === 0 && right === columns.length - 1)
  return {
    lines: lines.filter((_, at) => blocks.some(({ top, bottom }) => at >= top && at <= bottom)),
    columns: columns.filter((_, at) => blocks.some(({ left, right }) => at >= left && at <= right)),
    // All of a schedule is a choice of its lines, and so is the one line that a schedule has.
    areColumns: blocks.length > 0 && isWhole && !isAcross && lines.length > 1,
  }
}

/** What is chosen in the schedule shown; nothing where no cell is in focus. */
export function chosen(session: Session): Chosen {
  const shown = shownSight(session)
  return shown ? covered(selectedBlocks(session), shown.sight) : { lines: [], columns: [], areColumns: false }
}
