/**
 * Why a figure takes no edit: typed at its cell, spread over the lines of a total, reclassified or reset. Names are those that
 * messages show.
 */

type Line = { line: string }

export const EDITS = {
  no_such_cell: () => 'There is no such cell.',
  no_cell: ({ cell }: { cell: string }) => `There is no cell ${cell}.`,
  figure_not_there: () => 'The figure is no longer there.',
  comment_emptied: () => 'A comment needs text. Delete the comment to remove it.',
  heading_without_figure: () => 'A heading holds no figure.',
  no_figure_in_column: ({ line }: Line) => `${line} has no figure in this column.`,
  column_computed: ({ column }: { column: string }) =>
    `${column} is computed for every line. Edit the periods that it compares.`,
  nothing_to_clear: ({ line }: Line) => `${line} is computed here, so there is no input to clear.`,
  no_amount_to_change: ({ line }: Line) => `${line} holds no amount to change.`,
  nothing_to_multiply: ({ line }: Line) => `${line} is blank, so there is nothing to multiply.`,
  result_out_of_range: () => 'The result is beyond the range of amounts.',
  /** `wrong` are the characters at fault, which begin at `at`; blank at the end of the formula. */
  formula_unreadable: ({ wrong, at, fault }: { wrong: string; at: number; fault: string }) =>
    `${wrong === '' ? 'At the end of the formula' : `At “${wrong}”, character ${at + 1}`}: ${fault}`,
  own_result: ({ through }: { through: string }) => `The formula would depend on its own result, through ${through}.`,

  other_kind_of_figure: ({ holds }: { holds: string }) =>
    `This cell holds ${holds}, unlike the cell where the text was typed.`,
  holds_this_formula: () => 'The cell holds this formula already.',
  nothing_to_raise: () => 'The cell is blank, so there is nothing to change.',
  follows_others: () => 'The cell follows from the other cells.',
  follows_otherwise: ({ value, given }: { value: string; given: string }) =>
    `The cell follows from the other cells: ${value}, not ${given}.`,
  /** The edit waits for an answer. */
  asks_first: ({ question }: { question: string }) => question,

  from_below: ({ scenario }: { scenario: string }) =>
    `This input comes from “${scenario}”, the scenario below. Remove it there, or type another figure here to replace it in this scenario only.`,
  shows_again: ({ scenario, line }: { scenario: string } & Line) =>
    `“${scenario}”, the scenario below, holds an input at ${line}, which would show again. Remove that input first.`,
  changed_since_cut: () => 'The figure has changed since it was cut. Cut it again.',
  figure_stays: () => 'The figure in this cell stays, so nothing is moved in.',
  cut_cell_keeps: ({ why }: { why: string }) => `${why} The cut cell keeps its figure.`,
  stays_and_copied: ({ why }: { why: string }) => `${why} The cell stays, and its figure is copied.`,
  no_schedule_shown: () => 'No schedule is shown.',
  column_pinned: () => 'The column is pinned already.',
  column_not_pinned: () => 'The column is not pinned.',
  most_columns_pinned: () => 'Two columns can be pinned at once. Unpin one of them first.',
  no_room_to_pin: () => 'The window is too narrow for a pinned column.',
  blank_already: () => 'The cell is blank.',
  none_to_clear: () => 'No selected cell holds an input to clear.',
  none_takes_figure: () => 'No cell of the selection takes a figure.',
  none_holds_figure: () => 'No selected cell holds a figure.',
  fill_needs_cells: () => 'Select the cells to fill.',
  fill_needs_several: () => 'Select several cells to fill them with the active one.',
  no_figure_to_fill: () => 'The active cell holds no figure to fill with.',
  nothing_above: () => 'There is nothing above to fill from.',
  nothing_to_the_left: () => 'There is nothing to the left to fill from.',
  no_cell_selected: () => 'No cell is selected.',
  areas_not_aligned: ({ count }: { count: number }) =>
    `The ${count} selected areas do not line up. Only areas with the same lines or the same columns can be copied together.`,
  block_without_figures: () => 'The block holds heads and labels but no figures.',
  left_out_by_answer: () => 'The amount is left out by the answer above.',
  several_areas: ({ count }: { count: number }) => `A block goes into one area, but ${count} are selected.`,
  /** Each misfit is a sentence: of lines, of columns. */
  block_does_not_fit: ({ misfits }: { misfits: string[] }) => misfits.join(' '),
  block_blank: () => 'The block is blank where the selection takes figures.',
  total_no_amount: () => 'The total is an amount, such as 1,000, or a change, such as +=500.',

  source_without_cell: ({ source }: { source: string }) => `${source} has no cell in this column.`,
  no_source_line: ({ source, line }: { source: string } & Line) =>
    `${source} is not one of the lines that ${line} mirrors.`,
  source_unsolved: ({ why }: { why: string }) => `${why} “Change the tax adjustment only” leaves the books unchanged.`,
  no_amount_to_answer: ({ line }: Line) => `${line} holds no amount that can take the opposite change.`,

  no_sum_to_spread: ({ line }: Line) => `${line} is not a sum of lines in its schedule, so nothing can be spread.`,
  no_amount_to_spread: ({ line }: Line) => `${line} holds no amount to spread.`,
  total_unchanged: ({ line, value }: Line & { value: string }) => `${line} is already ${value}.`,
  no_part_editable: ({ line, why }: Line & { why: string | null }) =>
    `No line under ${line} can be edited. ${why ?? 'None of its parts is an input.'}`,
  part_out_of_range: () => 'A part would be beyond the range of amounts.',
  fed_in_two_ways: ({ line }: Line) => `Its lines feed ${line} in more than one way.`,
  no_shares: ({ line }: Line) => `Every line under ${line} is nil or blank, so none has a share.`,
  counted_twice: ({ line }: Line) => `${line} counts more than once.`,
  takes_no_amount: ({ line }: Line) => `${line} takes no amount.`,
  holds_no_amount: ({ line }: Line) => `${line} holds no amount.`,
  over_its_formula: ({ line }: Line) => `${line} overrides its formula.`,
  no_plain_sum: ({ line }: Line) => `${line} is computed by a formula that is not a plain sum in this schedule.`,
  follows_the_books: ({ line, source }: Line & { source: string }) =>
    `${line} mirrors ${source} and follows the books.`,

  nil_moves_nothing: () => 'An amount of nil moves nothing.',
  is_balancing_line: ({ line }: Line) =>
    `${line} is the balancing line itself. Choose the line to which the amount belongs.`,
  no_balancing_line: ({ line }: Line) => `${line} has no balancing line in the same total.`,
  takes_no_input_here: ({ line }: Line) => `${line} takes no input here.`,
  reclassified_in_books: ({ line }: Line) => `${line} mirrors the books. Reclassify the amount there.`,
  computed_from_lines: ({ line }: Line) => `${line} is computed here. Choose one of its lines to take the amount.`,
  total_would_move: ({ line }: Line) => `${line} would change.`,

  gains_below_nil: () => 'Capital gains are nil or more.',
  no_difference_here: ({ line }: Line) =>
    `${line} is no provision, mark or impairment of the reconciliation. Choose the add-back of a period.`,
  no_line_to_realize: ({ line, column }: Line & { column: string }) =>
    `What is realized is entered at ${line}@${column}, which this filing does not have. Add that line, or choose another period.`,

  nothing_to_reset: ({ name }: { name: string }) =>
    `${name} holds no edit of this scenario, so there is nothing to reset.`,
}
