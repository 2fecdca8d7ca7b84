/**
 * The structure of a draft: its lines, columns and schedules.
 */
import './structure.css'
import manual from './manual.md?raw'
import type { Act, Contribution, MenuPlace } from '../../contrib/contribution.ts'
import { chosen, closedRefusal, shownDraft } from '../../session/structure/structure_acts.ts'
import { duplicateChosenColumn, moveChosenColumns, nameColumn } from '../../session/structure/column_acts.ts'
import { DeleteDialog } from './delete_dialog.tsx'
import { deleteChosen, deleteChosenColumns } from '../../session/structure/deleting.ts'
import {
  duplicateChosen,
  indentChosen,
  insertLineBelow,
  linesRefusal,
  moveChosen,
  nameLine,
  outdentChosen,
} from '../../session/structure/line_acts.ts'
import { recastChosen, recastRefusal } from '../../session/structure/recast_acts.ts'
import { NamingField } from './naming_field.tsx'
import { deleteShown, duplicateShown, moveRefusal, moveShown } from '../../session/structure/schedule_acts.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import type { Session } from '../../session/session.ts'
import {
  openColumnDetails,
  openInsertColumn,
  openLineDetails,
  openNewSchedule,
  openScheduleDetails,
  openSplitByEntity,
} from './open_details.ts'
import { restructuring } from './restructuring.ts'
import { splittable } from '../../../shared/structure/entity_columns.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'

type Run = (session: Session) => void

/** Whole columns, where they are selected, take what is done to lines elsewhere. */
function either(lines: Run, columns: Run): Run {
  return (session) => (chosen(session).areColumns ? columns : lines)(session)
}

function moving(move: (session: Session, by: -1 | 1) => void, by: -1 | 1): Run {
  return (session) => move(session, by)
}

const needsDraft = (session: Session): Refusal | undefined => closedRefusal(shownFiling(session))

type WhyNot = NonNullable<Act['whyNot']>

/** An act that only a draft takes. */
function ofDraft(run: Run, cellMenu?: readonly MenuPlace[], whyNot: WhyNot = needsDraft): Act {
  return { run, whyNot, ...(cellMenu && { cellMenu }) }
}

/** Of an act on lines that whole columns take too. */
const unlessColumns =
  (whyNot: WhyNot): WhyNot =>
  (session) =>
    (chosen(session).areColumns ? needsDraft : whyNot)(session)

const needsColumn: WhyNot = (session) =>
  needsDraft(session) ?? (chosen(session).columns.length === 0 ? { code: 'no_column_chosen' } : undefined)

/** A schedule is split by entity where it has periods or dates. */
const needsPeriod: WhyNot = (session) => {
  const refusal = needsDraft(session)
  const schedule = shownDraft(session)?.schedule
  if (refusal || !schedule) return refusal
  return splittable(schedule).length === 0 ? { code: 'no_period_to_split' } : undefined
}

export const structure = {
  actions: {
    insert_line: ofDraft(insertLineBelow, [
      { under: 'cell', group: 5, at: 0 },
      { under: 'line', group: 0, at: 0 },
    ]),
    insert_column: ofDraft(openInsertColumn, [
      { under: 'cell', group: 5, at: 1 },
      { under: 'column', group: 0, at: 0 },
    ]),
    split_by_entity: ofDraft(openSplitByEntity, [{ under: 'column', group: 0, at: 2 }], needsPeriod),
    duplicate_line: ofDraft(
      either(duplicateChosen, duplicateChosenColumn),
      [
        { under: 'line', group: 0, at: 1, label: ['Duplicate line', 'Duplicate lines'] },
        { under: 'column', group: 0, at: 1, label: ['Duplicate column', 'Duplicate column'] },
      ],
      unlessColumns(linesRefusal.duplicate),
    ),
    name_line: ofDraft(nameLine, [{ under: 'line', group: 1, at: 0 }], linesRefusal.any),
    name_column: ofDraft(nameColumn, [{ under: 'column', group: 1, at: 0 }], needsColumn),
    line_details: ofDraft(
      openLineDetails,
      [
        { under: 'cell', group: 5, at: 2 },
        { under: 'line', group: 1, at: 1 },
      ],
      linesRefusal.any,
    ),
    column_details: ofDraft(
      openColumnDetails,
      [
        { under: 'cell', group: 5, at: 3 },
        { under: 'column', group: 1, at: 1 },
      ],
      needsColumn,
    ),
    move_line_up: ofDraft(
      either(moving(moveChosen, -1), moving(moveChosenColumns, -1)),
      [{ under: 'line', group: 2, at: 0 }],
      unlessColumns(linesRefusal.up),
    ),
    move_line_down: ofDraft(
      either(moving(moveChosen, 1), moving(moveChosenColumns, 1)),
      [{ under: 'line', group: 2, at: 1 }],
      unlessColumns(linesRefusal.down),
    ),
    indent_line: ofDraft(indentChosen, [{ under: 'line', group: 2, at: 2 }], linesRefusal.indent),
    outdent_line: ofDraft(outdentChosen, [{ under: 'line', group: 2, at: 3 }], linesRefusal.outdent),
    recast_discontinued: ofDraft(recastChosen, [{ under: 'line', group: 2, at: 4 }], recastRefusal),
    move_column_left: ofDraft(moving(moveChosenColumns, -1), [{ under: 'column', group: 2, at: 0 }], needsColumn),
    move_column_right: ofDraft(moving(moveChosenColumns, 1), [{ under: 'column', group: 2, at: 1 }], needsColumn),
    delete_rows: ofDraft(
      deleteChosen,
      [{ under: 'line', group: 3, at: 0, label: ['Delete line', 'Delete lines'] }],
      unlessColumns(linesRefusal.any),
    ),
    delete_columns: ofDraft(
      deleteChosenColumns,
      [{ under: 'column', group: 3, at: 0, label: ['Delete column', 'Delete columns'] }],
      needsColumn,
    ),
    new_schedule: ofDraft(openNewSchedule),
    schedule_details: ofDraft(openScheduleDetails),
    duplicate_schedule: ofDraft(duplicateShown),
    move_schedule_up: ofDraft(moving(moveShown, -1), undefined, (session) => moveRefusal(session, -1)),
    move_schedule_down: ofDraft(moving(moveShown, 1), undefined, (session) => moveRefusal(session, 1)),
    delete_schedule: ofDraft(deleteShown),
  },
  questions: { delete_structure: DeleteDialog },
  grid: [restructuring],
  parts: [{ slot: 'within_sheet', order: 0, Content: NamingField }],
  manual: [{ order: 5, text: manual }],
} satisfies Contribution
