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
  undo_under_way: () => 'An undo is being stored. Once it is saved this can be done.',
  undo_before_comment: () => 'An undo is being stored. Once it is saved the comment can be changed.',
  undo_before_applying: () => 'An undo is being stored. Once it is saved this can be applied.',
  nothing_to_change: () => 'There is nothing to change.',
  still_typed: () => 'What is typed in a cell is not entered yet. It is mended or left first.',

  no_cell_chosen: () => 'A cell is chosen first.',
  no_line_chosen: () => 'A line is chosen first.',
  nothing_to_repeat: () => 'No edit was made yet that could be repeated.',
  schedule_at_end: ({ schedule, isFirst }: { schedule: string; isFirst: boolean }) =>
    `${schedule} is the ${isFirst ? 'first' : 'last'} schedule.`,
  undo_empty: () => 'Nothing to undo.',
  redo_empty: () => 'Nothing to redo.',
  no_scenario_to_reset: () => 'Only a scenario can be reset.',
  shown_already: () => 'Shown already.',
  printed_figures: ({ filing }: { filing: string }) => `“${filing}” is filed: its figures are those printed.`,

  filing_gone: () => 'The filing no longer exists.',
  filing_not_there: () => 'The filing is no longer there.',
  filing_without_schedule: () => 'A filing needs at least one schedule.',
  filing_id_taken: ({ id }: { id: string }) => `There is a filing ${id} already.`,
  filed_already: ({ filing }: { filing: string }) => `“${filing}” is filed already.`,
  draft_already: ({ filing }: { filing: string }) => `“${filing}” is a draft already.`,
  reason_missing: () => 'A filed filing is reopened with a reason.',
  reason_too_long: ({ most }: { most: number }) => `The reason has at most ${most} characters.`,
  printed_figures_locked: ({ filing }: { filing: string }) =>
    `“${filing}” is filed and locked. What its document prints is dropped only in a draft.`,
  no_printed_figure_differs: () => 'No printed figure differs from the draft.',
  details_locked: ({ filing }: { filing: string }) =>
    `“${filing}” is filed and locked. Its details change only in a draft.`,
  structure_locked: ({ filing }: { filing: string }) =>
    `“${filing}” is filed and locked. Its lines, columns and notes change only in a draft: duplicate it, or reopen it with a reason.`,

  scenario_gone: () => 'The scenario no longer exists.',
  scenario_unnamed: () => 'A scenario needs a name.',
  name_of_the_filing: () => 'This name stands for the filing itself. Another name tells them apart.',
  scenario_name_taken: () => 'A scenario of this name exists already. Another name tells them apart.',
  edge_of_list: ({ scenario, edge }: { scenario: string; edge: 'first' | 'last' }) =>
    `“${scenario}” is the ${edge} of the list already.`,
  scenario_stood_on: ({ scenario, above, several }: StoodOn) =>
    `“${scenario}” cannot be deleted, because ${above} ${several ? 'stand' : 'stands'} on it. Let ${several ? 'them' : 'it'} stand on another scenario or on the base first.`,
  not_posted_as_filed: () => 'The figures as filed never change. Only a scenario of a draft can be posted.',
  not_posted_under_locked: ({ scenario, above, several }: StoodOn) =>
    `“${scenario}” cannot be posted, because ${above} ${several ? 'are locked and stand' : 'is locked and stands'} on it.`,
  scenario_missing: () => 'There is no such scenario.',
  stands_on_missing: ({ scenario }: { scenario: string }) => `${scenario} stands on a scenario that no longer exists.`,
  stands_on_itself: ({ scenario }: { scenario: string }) => `${scenario} cannot stand on itself.`,
  chain_loops: ({ steps }: { steps: string[] }) => `The chain of scenarios would loop: ${steps.join(', ')}.`,

  text_too_long_for_field: ({ most }: { most: number }) => `At most ${most} characters.`,
  title_missing: () => 'A filing needs a title.',
  period_end_missing: () => 'The end of the period is needed, such as 12/31/2007.',
  document_before_end: () => 'The document is dated before the end of its period.',

  period_end_not_stated: () => 'The filing states no end of its period. It is given in the filing details first.',
  date_malformed: () => 'A date is typed as month, day and year, such as 12/31/2007.',
  date_short_year: () => 'The year has four digits, as in 12/31/2007.',
  date_month_first: () => 'The month comes first, as in 12/31/2007.',
  date_without_month: () => 'A month is a number from 1 to 12.',
  date_beyond_month: ({ month, days }: { month: string; days: number }) => `${month} has ${days} days.`,
  not_rolled_forward: () => 'The filing does not roll forward to this date.',
  next_period_not_after: ({ end }: { end: string }) => `The next period ends after ${end}.`,
  next_period_uneven: ({ end, later }: { end: string; later: string }) =>
    `From ${end} the next period ends 3, 6, 9 or 12 months later, or whole years; this is ${later}.`,
}
