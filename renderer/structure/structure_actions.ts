/**
 * What the actions on lines, columns and schedules do: the part of the shared list of actions that this folder carries out.
 */
import type { ActionId } from '../../shared/actions/actions.ts'
import { chosen } from './chosen.ts'
import { duplicateChosenColumn, moveChosenColumns, nameColumn } from './column_acts.ts'
import { deleteChosen, deleteChosenColumns } from './deleting.ts'
import { duplicateChosen, indentChosen, insertLineBelow, moveChosen, nameLine, outdentChosen } from './line_acts.ts'
import { openColumnDetails, openInsertColumn, openLineDetails } from './open_details.ts'
import { deleteShown, duplicateShown, moveShown, openNewSchedule, openScheduleDetails } from './schedule_acts.ts'

/** Whole columns, where they are selected, take what is done to lines elsewhere. */
function either(lines: () => void, columns: () => void): () => void {
  return () => (chosen().areColumns ? columns() : lines())
}

export const STRUCTURE_ACTS = {
  insert_line: insertLineBelow,
  insert_column: openInsertColumn,
  duplicate_line: either(duplicateChosen, duplicateChosenColumn),
  name_line: nameLine,
  name_column: nameColumn,
  line_details: openLineDetails,
  column_details: openColumnDetails,
  move_line_up: either(
    () => moveChosen(-1),
    () => moveChosenColumns(-1),
  ),
  move_line_down: either(
    () => moveChosen(1),
    () => moveChosenColumns(1),
  ),
  indent_line: indentChosen,
  outdent_line: outdentChosen,
  move_column_left: () => moveChosenColumns(-1),
  move_column_right: () => moveChosenColumns(1),
  delete_rows: deleteChosen,
  delete_columns: deleteChosenColumns,
  new_schedule: openNewSchedule,
  schedule_details: openScheduleDetails,
  duplicate_schedule: duplicateShown,
  move_schedule_up: () => moveShown(-1),
  move_schedule_down: () => moveShown(1),
  delete_schedule: deleteShown,
} satisfies Partial<Record<ActionId, () => void>>

/** The actions that only a draft takes. */
export const STRUCTURE_ACTIONS = Object.keys(STRUCTURE_ACTS) as (keyof typeof STRUCTURE_ACTS)[]
