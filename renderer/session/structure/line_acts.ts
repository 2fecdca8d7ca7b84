/**
 * Acts on the line in focus or on the lines selected: inserted, duplicated, moved, indented. Each is one change set; what it changes is
 * planned in shared/structure.
 */
import type { Line, Schedule } from '../../../shared/model/filing.ts'
import { freeId } from '../../../shared/structure/ids.ts'
import { duplicateLines } from '../../../shared/structure/line_copies.ts'
import { insertLine } from '../../../shared/structure/lines.ts'
import { indentLines, moveLines, moveLinesBy, outdentLines } from '../../../shared/structure/line_order.ts'
import { runOf } from '../../../shared/structure/outline.ts'
import { recastLines } from '../../../shared/structure/recast.ts'
import type { Draft, StructurePlan } from '../../../shared/structure/plan.ts'
import { foldKey } from '../reading/rows.ts'
import { warn } from '../messages.ts'
import { carry, chosen, closedRefusal, draftShown, inColumn, inPlace, openDraft } from './structure_acts.ts'
import { shownFiling } from '../reading/figures.ts'
import { isLarge } from '../reading/shown.ts'
import { scheduleOf } from '../../../shared/model/lookup.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { beginNaming } from './naming.ts'
import type { Session } from '../session.ts'
import { CHOOSE } from './wording.ts'

const NEW_LABEL = 'New line'

/** True for the id of a line that has not been named yet: it follows its first name. */
export function isUnnamed(id: string): boolean {
  return /^new_line(?:_\d+)?$/.test(id)
}

export function noLine(session: Session): void {
  warn(session, CHOOSE.line)
}

/** Where a line below another comes to stand, and what of it: among its details where those are in sight. */
export function placeBelow({ lines }: Schedule, line: Line, isFolded: boolean): { at: number; parent?: string } {
  const own = lines.indexOf(line)
  const isAbove = lines[own + 1]?.parent === line.id
  if (isAbove && !isFolded) return { at: own + 1, parent: line.id }
  const at = isAbove ? runOf(lines, line.id)[1] + 1 : own + 1
  return line.parent === undefined ? { at } : { at, parent: line.parent }
}

/** Inserts a line below the one in focus and lets its label be typed. */
export function insertLineBelow(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const { place, view } = session.getState()
  const below = schedule.lines.find(({ id }) => id === chosen(session).lines.at(-1))
  const isFolded = below !== undefined && (view.folded ?? []).includes(foldKey(place!.filing, schedule.id, below.id))
  const spot: { at: number; parent?: string } = below
    ? placeBelow(schedule, below, isFolded)
    : { at: schedule.lines.length }
  const taken = schedule.lines.map(({ id }) => id)
  const format = below && (below.kind === 'input' || below.kind === 'formula') ? below.format : undefined
  const line: Line = {
    id: freeId(NEW_LABEL, taken),
    label: NEW_LABEL,
    kind: 'input',
    ...(format !== undefined && { format }),
    ...(spot.parent !== undefined && { parent: spot.parent }),
  }
  const plan = insertLine(draft, { schedule: schedule.id, at: spot.at, line })
  if (carry(session, inColumn(session, plan, schedule))) beginNaming(session, 'line', line.id)
}

type LinesPlan = (draft: Draft, chosen: { schedule: string; lines: string[] }) => StructurePlan

/** Does something with the chosen lines; the focus and the selection stay on them unless `focused` says otherwise. */
function withChosen(session: Session, planned: LinesPlan, focused = inPlace): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const { lines } = chosen(session)
  if (lines.length === 0) return noLine(session)
  carry(session, focused(session, planned(draft, { schedule: schedule.id, lines }), schedule))
}

/**
 * Why an act on the chosen lines cannot be done: the filing is filed, no line is chosen, or the plan is refused. What a plan of a large
 * filing would say is said when it is carried out.
 */
function refusalOf(session: Session, planned: LinesPlan | null): Refusal | undefined {
  const filing = shownFiling(session)
  const closed = closedRefusal(filing)
  if (closed) return closed
  const { lines } = chosen(session)
  const schedule = session.getState().place!.schedule
  if (lines.length === 0 || !scheduleOf(filing, schedule)) return { code: 'no_line_chosen' }
  const draft = planned && !isLarge(filing) ? draftShown(session) : undefined
  const plan = draft && planned?.(draft, { schedule, lines })
  return plan?.kind === 'refused' ? plan.refusal : undefined
}

/** Why the chosen lines cannot be moved, indented or taken out; undefined where they can. */
export const linesRefusal = {
  duplicate: (session: Session) => refusalOf(session, duplicateLines),
  up: (session: Session) => refusalOf(session, (draft, given) => moveLinesBy(draft, { ...given, by: -1 })),
  down: (session: Session) => refusalOf(session, (draft, given) => moveLinesBy(draft, { ...given, by: 1 })),
  indent: (session: Session) => refusalOf(session, indentLines),
  outdent: (session: Session) => refusalOf(session, outdentLines),
  recast: (session: Session) => refusalOf(session, recastLines),
  /** For acts that need no more than a line. */
  any: (session: Session) => refusalOf(session, null),
} as const

/** Copies the chosen lines with their details. */
export function duplicateChosen(session: Session): void {
  withChosen(session, duplicateLines, inColumn)
}

/** Moves the chosen lines past the next line of their depth. */
export function moveChosen(session: Session, by: -1 | 1): void {
  withChosen(session, (draft, given) => moveLinesBy(draft, { ...given, by }))
}

/** Makes the chosen lines details of the line above, or brings them up one level. */
export function indentChosen(session: Session): void {
  withChosen(session, indentLines)
}

export function outdentChosen(session: Session): void {
  withChosen(session, outdentLines)
}

/** Puts dragged lines before another (null: at the end), under a line or under none. */
export function dropLines(
  session: Session,
  lines: readonly string[],
  before: string | null,
  parent: string | undefined,
): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const at = schedule.lines.findIndex(({ id }) => id === before)
  const to = at < 0 ? schedule.lines.length : at
  const plan = moveLines(draft, { schedule: schedule.id, lines: [...lines], to, parent: parent ?? null })
  // What lands where it stood is no change, and no mistake either.
  if (plan.kind === 'refused' && plan.refusal.code === 'nothing_changes') return
  carry(session, inColumn(session, plan, schedule))
}

export function nameLine(session: Session): void {
  const { focus } = session.getState()
  if (focus) beginNaming(session, 'line', focus.line)
  else noLine(session)
}
