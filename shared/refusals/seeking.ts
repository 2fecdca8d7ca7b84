/**
 * Why a question about figures has no answer: goal seek, sensitivity, ranking, bridges, and the cells named for them. Names are those
 * that messages show, amounts stand in the format of their cell.
 */

type Pair = { by: string; target: string }

const nearestWords = (near: string[]): string =>
  near.length === 0 ? '.' : near.length === 1 ? `; the nearest is ${near[0]}.` : `; the nearest are ${near.join(', ')}.`

export const SEEKING = {
  cell_not_named: ({ example }: { example: string }) =>
    `A figure is needed here. Click it in the schedule, or type its line and column, such as ${example}.`,
  cell_unknown: ({ typed, near }: { typed: string; near: string[] }) =>
    `No figure is called “${typed}”${near.length === 0 ? '.' : `. The nearest ${near.length === 1 ? 'is' : 'are'} ${near.join('; ')}.`}`,
  cell_needs_column: ({ line, columns }: { line: string; columns: string[] }) =>
    `${line} has a figure in ${columns.length} columns. One is needed, such as ${line}, ${columns[0]}.`,
  no_name_of_cell: ({ typed, example }: { typed: string; example: string }) =>
    `"${typed}" is no name of a cell; it is written schedule.line@column, such as ${example}.`,
  schedule_unknown: ({ schedule, near }: { schedule: string; near: string[] }) =>
    `There is no schedule ${schedule} in this filing${nearestWords(near)}`,
  line_unknown: ({ schedule, line, near }: { schedule: string; line: string; near: string[] }) =>
    `There is no line ${line} in ${schedule}${nearestWords(near)}`,
  column_unknown: ({ schedule, column, near }: { schedule: string; column: string; near: string[] }) =>
    `There is no column ${column} in ${schedule}${nearestWords(near)}`,
  column_not_named: ({ line, columns }: { line: string; columns: string }) =>
    `${line} needs its column: ${columns || 'it has none'}.`,
  is_heading: ({ line }: { line: string }) => `${line} is a heading and holds no figure.`,
  no_figure_in: ({ line, column }: { line: string; column: string }) =>
    `${line} has no figure in the column ${column}.`,
  value_no_amount: () => 'The value to reach is an amount, such as 0 or (18,051).',

  holds_words: ({ line }: { line: string }) => `${line} holds words, not an amount.`,
  takes_no_input: ({ cell }: { cell: string }) => `${cell} takes no input.`,
  computed_by_formula: ({ cell }: { cell: string }) =>
    `${cell} is computed by a formula; one of its inputs can be changed.`,
  is_blank: ({ cell }: { cell: string }) => `${cell} is blank.`,
  no_dependence: ({ target, by }: Pair) => `${target} does not depend on ${by}.`,
  not_in_proportion: ({ target, by }: Pair) =>
    `${target} does not follow ${by} in proportion (a rounding, comparison or product lies between).`,
  effects_offset: ({ target, by }: Pair) => `${by} does not move ${target}: its effects offset each other.`,
  answer_out_of_range: () => 'The answer is beyond the range of amounts.',
  no_exact_amount: ({ by }: { by: string }) => `No amount of ${by} gives exactly that value.`,

  value_out_of_range: () => 'The value is beyond the range of amounts.',
  target_blank: ({ target, undisclosed }: { target: string; undisclosed: boolean }) =>
    `${target}, is blank${undisclosed ? ': a figure that it needs was not disclosed' : ''}. A blank cell cannot be set to a value.`,
  unrelated: ({ target, by }: Pair) => `${target}, does not depend on ${by}; changing it moves nothing there.`,
  mirrored_away: ({ by, target, mirrors, addBack }: Pair & { mirrors: string[]; addBack: boolean }) =>
    `${by}, does not move ${target}: ${mirrors.join(' and ')} ${mirrors.length === 1 ? 'mirrors' : 'mirror'} it, so the ${addBack ? 'add-back' : 'adjustment'} offsets it.`,
  no_amount_found: ({ by, value }: { by: string; value: string }) =>
    `No amount of ${by} was found that gives ${value}.`,
  no_effect_tried: ({ by, target }: Pair) => `${by}, does not move ${target}, whatever amount was tried.`,
  never_reached: ({ by, target, value, least, most }: Pair & { value: string; least: string; most: string }) =>
    `No amount of ${by}, that was tried brings ${target} to ${value}: it goes from ${least} to ${most}.`,
  two_answers: ({ by, target, value, amounts }: Pair & { value: string; amounts: [string, string] }) =>
    `More than one amount of ${by}, brings ${target} to ${value}: ${amounts[0]} and ${amounts[1]} both do. One of them can be typed into the cell.`,

  percentage_for_amount: ({ typed }: { typed: string }) =>
    `${typed} is a percentage; an amount is needed here, such as 25,000.`,
  amount_needed: () => 'An amount is needed here, such as 789,445 or (5,000).',
  percentage_needed: () => 'A percentage is needed, such as 10%.',
  range_without_start: () => 'The range has no beginning; an amount to start from is needed.',
  range_without_end: () => 'The range has no end; an amount to stop at is needed.',
  range_out_of_range: () => 'The range goes beyond the range of amounts.',
  range_without_step: () => 'The range has no step; the size of a step is needed.',
  step_of_nil: () => 'A step of nil never reaches the end of the range.',
  points_not_whole: () => 'The number of points is a whole number, 1 or more.',
  one_point: () => 'One point has no range; the beginning and the end make two.',
  too_many_points: ({ count }: { count: string }) => `The range has ${count} points; a table shows at most 1,000.`,
  no_output: () => 'The table has no output; at least one cell to watch is needed.',
  same_axes: () => 'Rows and columns change the same cell; two cells are needed.',
  axis_without_amounts: () => 'Rows and columns each need an amount.',
  input_closed: ({ cell }: { cell: string }) => `${cell}, takes no input.`,
  outputs_unmoved: ({ by, output, outputs }: { by: string[]; output: string; outputs: number }) => {
    const one = by.length === 1
    if (outputs === 1) return `${by.join(' and ')}, ${one ? 'does' : 'do'} not move ${output}.`
    return `${by.join(' and ')}, ${one ? 'moves' : 'move'} none of the ${outputs} outputs.`
  },

  change_of_nil: () => 'A change of nil has no effect; a percentage such as 10% is needed.',
  not_ranked: ({ name, blank }: { name: string; blank: boolean }) =>
    `${name} ${blank ? 'is blank' : 'holds no amount'} and cannot be ranked.`,
  no_such_headline: () => 'The filing has no such headline figure.',

  no_taxable_income: () => 'The filing shows no taxable income in this period.',
  no_equity: () => "The filing shows no stockholders' equity in this period.",
  no_sum_for_bridge: ({ line }: { line: string }) =>
    `${line} is no sum of lines of its schedule, so no bridge leads to it.`,
  no_sum_for_roll: ({ line }: { line: string }) =>
    `${line} is no sum of lines of its schedule, so no roll leads to it.`,
  difference_unknown: ({ figure }: { figure: string }) =>
    `${figure} holds no amount on one side, so that no difference is known.`,
  no_such_figure: () => 'There is no such figure in this period.',
  no_such_bridge: ({ bridge }: { bridge: string }) => `There is no bridge ${bridge}.`,
  no_scenario_shown: () => 'This bridge leads from the base to a scenario, and no scenario is shown.',
}
