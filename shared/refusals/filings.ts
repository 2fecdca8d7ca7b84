/**
 * Why a filing or a scenario cannot be as asked: its details, its next period, what it stands on. Names of persons come isolated.
 */

/** `above` are the scenarios that stand on it, `several` where they are more than one. */
type StoodOn = { scenario: string; above: string; several: boolean }

export const FILINGS = {
  filing_locked: ({ filing }: { filing: string }) =>
    `“${filing}” is filed and locked. Reopen it first, or duplicate it as a draft.`,
  scenario_locked: ({ scenario }: { scenario: string }) => `“${scenario}” is locked. Unlock it first, or duplicate it.`,
  nothing_to_undo: () => 'There is nothing to undo.',
  nothing_to_redo: () => 'There is nothing to redo.',

  no_filing_shown: () => 'No filing is shown.',
  work_under_way: () => 'A file is being written. Wait until it is complete, or cancel it.',
  undo_under_way: () => 'An undo is being saved. Try again when it is saved.',
  undo_before_comment: () => 'An undo is being saved. Change the comment when it is saved.',
  undo_before_applying: () => 'An undo is being saved. Apply this when it is saved.',
  nothing_to_change: () => 'There is nothing to change.',
  still_typed: () => 'The text typed in a cell is not entered yet. Correct it, or leave the cell with Escape.',

  no_cell_chosen: () => 'Choose a cell first.',
  no_line_chosen: () => 'Choose a line first.',
  nothing_to_repeat: () => 'There is no edit to repeat yet.',
  schedule_at_end: ({ schedule, isFirst }: { schedule: string; isFirst: boolean }) =>
    `${schedule} is the ${isFirst ? 'first' : 'last'} schedule.`,
  no_scenario_to_reset: () => 'Only a scenario can be reset.',
  shown_already: () => 'These figures are shown already.',
  printed_figures: ({ filing }: { filing: string }) => `“${filing}” is filed, so its figures are those printed.`,

  filing_gone: () => 'The filing no longer exists.',
  filing_not_there: () => 'The filing is no longer there.',
  filing_without_schedule: () => 'A filing needs at least one schedule.',
  filing_id_taken: ({ id }: { id: string }) => `There is a filing ${id} already.`,
  filed_already: ({ filing }: { filing: string }) => `“${filing}” is filed already.`,
  draft_already: ({ filing }: { filing: string }) => `“${filing}” is a draft already.`,
  reason_missing: () => 'Enter the reason for reopening the filing.',
  class_missing: () => 'Choose what is corrected.',
  class_of_current_period: ({ name, draft }: { name: string; draft: string }) =>
    `${name}: filed figures stay. Record it in the current period${draft === '' ? '; roll the filing forward first' : `, in “${draft}”`}.`,
  reason_too_long: ({ most }: { most: number }) => `The reason has at most ${most} characters.`,
  printed_figures_locked: ({ filing }: { filing: string }) =>
    `“${filing}” is filed and locked. Printed figures can be dropped only in a draft.`,
  registrant_not_named: () => 'The filing names no registrant. Enter it in the filing details first.',
  registrant_without_own: ({ name }: { name: string }) =>
    `“${name}”, the name of this filing’s registrant, is missing.`,
  registrant_too_long: () => 'A registrant has at most 50 names of at most 500 characters.',
  registrant_name_taken: ({ name }: { name: string }) => `“${name}” is a name of another registrant.`,
  item_in_filed: ({ filing }: { filing: string }) =>
    `“${filing}” is filed. An item is recorded in the draft of the current period.`,
  item_in_scenario: () => 'A scenario is shown. Show the draft to record an item.',
  item_not_entered: ({ cell }: { cell: string }) => `${cell} is computed. Choose a figure that is entered.`,
  item_of_other_period: ({ cell }: { cell: string }) =>
    `${cell} is a figure of an earlier period or an opening balance. Choose the figure of the current period.`,
  item_without_filing: () => 'The registrant has no earlier filing.',
  item_without_amount: () => 'Enter an amount other than nil.',
  item_without_reason: () => 'Enter the reason.',
  carried_locked: ({ filing }: { filing: string }) =>
    `“${filing}” is filed, so its figures stay. Reopen it to take corrected figures.`,
  carried_not_taken: () =>
    'The figures that differ are formulas here or errors in the earlier filing. Change them by hand.',
  nothing_carried_differs: () => 'Every carried figure agrees with the earlier filing.',
  no_printed_figure_differs: () => 'No printed figure differs from the draft.',
  details_locked: ({ filing }: { filing: string }) =>
    `“${filing}” is filed and locked. Its details can be changed only in a draft.`,
  structure_locked: ({ filing }: { filing: string }) =>
    `“${filing}” is filed and locked. Its lines, columns and notes can be changed only in a draft. Duplicate the filing, or reopen it with a reason.`,

  scenario_gone: () => 'The scenario no longer exists.',
  scenario_unnamed: () => 'A scenario needs a name.',
  name_of_the_filing: () => 'This is the name of the filing itself. Choose another name.',
  scenario_name_taken: () => 'A scenario of this name exists already. Choose another name.',
  edge_of_list: ({ scenario, edge }: { scenario: string; edge: 'first' | 'last' }) =>
    `“${scenario}” is ${edge} in the list already.`,
  scenario_stood_on: ({ scenario, above, several }: StoodOn) =>
    `“${scenario}” cannot be deleted, because ${above} ${several ? 'build' : 'builds'} on it. Put ${several ? 'them' : 'that scenario'} on another scenario or on the base first.`,
  not_posted_as_filed: () => 'The figures as filed never change. Only a scenario of a draft can be posted.',
  not_posted_under_locked: ({ scenario, above, several }: StoodOn) =>
    `“${scenario}” cannot be posted, because ${above} ${several ? 'are locked and build' : 'is locked and builds'} on it.`,
  scenario_missing: () => 'There is no such scenario.',
  stands_on_missing: ({ scenario }: { scenario: string }) => `${scenario} builds on a scenario that no longer exists.`,
  stands_on_itself: ({ scenario }: { scenario: string }) => `${scenario} cannot build on itself.`,
  chain_loops: ({ steps }: { steps: string[] }) => `The chain of scenarios would loop: ${steps.join(', ')}.`,

  text_too_long_for_field: ({ most }: { most: number }) => `At most ${most} characters.`,
  title_missing: () => 'A filing needs a title.',
  period_end_missing: () => 'Enter the end of the period, such as 12/31/2007.',
  document_before_end: () => 'The document is dated before the end of its period.',

  period_end_not_stated: () => 'The filing has no period end. Enter it in the filing details first.',
  date_malformed: () => 'Enter month, day and year, such as 12/31/2007.',
  date_short_year: () => 'Enter the year with four digits, as in 12/31/2007.',
  date_month_first: () => 'The month comes first, as in 12/31/2007.',
  date_without_month: () => 'A month is a number from 1 to 12.',
  date_beyond_month: ({ month, days }: { month: string; days: number }) => `${month} has ${days} days.`,
  not_rolled_forward: () => 'The filing does not roll forward to this date.',
  next_period_not_after: ({ end }: { end: string }) => `The next period ends after ${end}.`,
  next_period_uneven: ({ end, later }: { end: string; later: string }) =>
    `The next period ends 3, 6, 9 or 12 months or whole years after ${end}; this is ${later}.`,
}
