/**
 * Taking a name that was typed in place: the label of a line, the head of a column. A line that was just made takes its id from its
 * first label.
 */
import { lineName, scheduleName } from '../../../shared/model/lookup.ts'
import { freeId } from '../../../shared/structure/ids.ts'
import { changeLine } from '../../../shared/structure/lines.ts'
import { changeColumn } from '../../../shared/structure/columns.ts'
import type { StructurePlan } from '../../../shared/structure/plan.ts'
import { go } from '../place/going.ts'
import { draftOf, enactStructure, inColumn } from './structure_acts.ts'
import { say } from '../messages.ts'
import { isUnnamed } from './line_acts.ts'
import { endNaming, naming, type Naming } from './naming.ts'
import type { Session } from '../session.ts'
import { LABEL_COLUMN } from '../reading/rows.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { keepsName } from './wording.ts'

/** Puts the focus where the naming came from; `forward`, or from a figure, into the figures. */
function leave(session: Session, { what, back }: Naming, id: string, forward: boolean): void {
  const { focus } = session.getState()
  if (!focus) return
  const line = what === 'line' ? id : focus.line
  const column = what === 'column' ? id : back === 'label' && !forward ? LABEL_COLUMN : focus.column
  session.setState({ goal: { line, column } })
}

export function cancelNaming(session: Session): void {
  const { now } = naming(session).getState()
  endNaming(session)
  if (now) leave(session, now, now.id, false)
}

/** The plan of a name, and the id under which the item then stands. */
function planned(
  session: Session,
  { what, filing, schedule: id, id: own, text }: Naming,
): { plan: StructurePlan; id: string } | undefined {
  const draft = draftOf(session, filing)
  const schedule = draft?.filing.schedules.find((one) => one.id === id)
  const label = text.trim()
  if (!draft || !schedule) return undefined
  if (what === 'column') {
    const column = schedule.columns.find((one) => one.id === own)
    if (!column) return undefined
    return { plan: changeColumn(draft, { schedule: id, column: own, to: { ...column, label } }), id: own }
  }
  const line = schedule.lines.find((one) => one.id === own)
  if (!line) return undefined
  const others = schedule.lines.map((one) => one.id).filter((one) => one !== own)
  const next = isUnnamed(own) && label !== '' ? freeId(label, others) : own
  const to = { ...line, id: next, label }
  const plan = changeLine(draft, { schedule: id, line: own, to })
  const name = lineName({ schedule: { lines: schedule.lines.map((one) => (one === line ? to : one)) }, line: to })
  // The first name of a line is what it is called, not that its id follows.
  const titled =
    plan.kind === 'plan' && next !== own ? { ...plan, title: `Named line ${name} in ${scheduleName(schedule)}` } : plan
  return { plan: inColumn(session, titled, schedule), id: next }
}

/**
 * Takes the name as typed. `kept`: it was refused and stays to be mended. `leaves` puts the focus where work goes on; otherwise it
 * stays where it went.
 */
export function commitName(session: Session, { leaves = true, forward = false } = {}): 'done' | 'kept' {
  const { now } = naming(session).getState()
  if (!now) return 'done'
  const { place, focus } = session.getState()
  // Ended first: the focus moves with the act, and a field left is a name taken.
  endNaming(session)
  const next = now.text.trim() === now.before.trim() ? undefined : planned(session, now)
  const refusal = next && enactStructure(session, next.plan, { filing: now.filing })
  if (refusal) {
    naming(session).setState({
      now: { ...now, refusal: keepsName(refusalText(refusal)) },
    })
    return 'kept'
  }
  if (next?.plan.kind === 'plan') say(session, `${next.plan.title}.`)
  if (leaves) leave(session, now, next?.id ?? now.id, forward)
  else if (next && place) go(session, place, focus ? { cell: focus } : {})
  return 'done'
}
