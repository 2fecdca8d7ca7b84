/**
 * Carrying out what changes a filing itself: its lines, columns, schedules, notes, head and comments, as one change set on the
 * screen and in the queue. Plans come from shared/structure and shared/templates; nothing here judges them.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import type { Draft, StructureChanges, StructurePlan } from '../../../shared/structure/plan.ts'
import { shownFiling } from '../reading/figures.ts'
import { commit } from '../committing.ts'
import { settleTexts, STILL_TYPED } from '../typed_texts.ts'
import type { Session } from '../session.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'

/** Why the structure of a filing takes no change; undefined where it does. */
export function closedRefusal(filing: Filing | undefined): Refusal | undefined {
  if (!filing) return { code: 'no_filing_shown' }
  if (filing.status === 'draft') return undefined
  return { code: 'structure_locked', filing: isolated(filing.title) }
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

export type PutOptions = {
  /** The filing that the changes are of; the one shown where absent. */
  filing?: string
  /** Where the screen goes with the act: a schedule of the filing, in the scenario shown where it stays the same filing. */
  to?: { schedule: string }
}

/**
 * Puts changes on the screen and into the queue within this task, as one change set, and the focus where they lead. Returns why
 * it was not done, as a sentence; null where it was.
 */
export function putChanges(
  session: Session,
  { changes, title, focus }: Omit<StructureChanges, 'kind'>,
  options: PutOptions = {},
): string | null {
  // A text in a cell, as one left for a panel by keyboard, is entered before the act.
  if (session.getState().editing && settleTexts(session) === 'kept') return STILL_TYPED
  const { place: shown } = session.getState()
  const filing = options.filing ?? shown?.filing
  if (filing === undefined) return refusalText({ code: 'no_filing_shown' })
  if (changes.length === 0) return refusalText({ code: 'nothing_to_change' })
  const scenario = shown?.filing === filing ? shown.scenario : null
  const cell = focus && { line: focus.line, column: focus.column }
  const schedule = options.to?.schedule ?? focus?.schedule
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

/** Puts a plan through as it was planned; a refusal is returned as a sentence. A filed filing refuses with the way on. */
export function enactStructure(session: Session, plan: StructurePlan, options: PutOptions = {}): string | null {
  if (plan.kind === 'refused') return refusalText(plan.refusal)
  const filing = options.filing === undefined ? shownFiling(session) : session.workbook().book.filing(options.filing)
  const closed = closedRefusal(filing)
  return closed ? refusalText(closed) : putChanges(session, plan, options)
}
