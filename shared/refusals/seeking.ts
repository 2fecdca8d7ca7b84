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
    `“${typed}” does not name a cell. Write schedule.line@column, such as ${example}.`,
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
  holds_no_range: ({ cell }: { cell: string }) =>
    `${cell} holds a date or a choice, which is not varied. Choose a cell with an amount.`,
  takes_no_input: ({ cell }: { cell: string }) => `${cell} takes no input.`,
  computed_by_formula: ({ cell }: { cell: string }) => `${cell} is computed by a formula. Choose one of its inputs.`,
  is_blank: ({ cell }: { cell: string }) => `${cell} is blank.`,
  no_dependence: ({ target, by }: Pair) => `${target} does not depend on ${by}.`,
  not_in_proportion: ({ target, by }: Pair) =>
    `${target} does not follow ${by} in proportion (a rounding, comparison or product lies between).`,
  effects_offset: ({ target, by }: Pair) => `${by} does not change ${target}, because its effects offset each other.`,
  answer_out_of_range: () => 'The answer is beyond the range of amounts.',
  no_exact_amount: ({ by }: { by: string }) => `No amount of ${by} gives exactly this value.`,

  value_out_of_range: () => 'The value is beyond the range of amounts.',
  target_blank: ({ target, undisclosed }: { target: string; undisclosed: boolean }) =>
    `${target}, is blank${undisclosed ? ', because a figure that it needs is not disclosed' : ''}. A blank cell cannot be set to a value.`,
  unrelated: ({ target, by }: Pair) => `${target}, does not depend on ${by}, so it would not change.`,
  mirrored_away: ({ by, target, mirrors, addBack }: Pair & { mirrors: string[]; addBack: boolean }) =>
    `${by}, does not change ${target}, because the ${addBack ? 'add-back' : 'adjustment'} in ${mirrors.join(' and ')} offsets the change.`,
  no_amount_found: ({ by, value }: { by: string; value: string }) =>
    `No amount of ${by} was found that gives ${value}.`,
  no_effect_tried: ({ by, target }: Pair) => `${by}, does not change ${target} with any amount tried.`,
  never_reached: ({ by, target, value, least, most }: Pair & { value: string; least: string; most: string }) =>
    `No amount of ${by}, that was tried brings ${target} to ${value}. The results range from ${least} to ${most}.`,
  two_answers: ({ by, target, value, amounts }: Pair & { value: string; amounts: [string, string] }) =>
    `More than one amount of ${by}, brings ${target} to ${value}: both ${amounts[0]} and ${amounts[1]} do. Type one of them into the cell.`,

  percentage_for_amount: ({ typed }: { typed: string }) => `${typed} is a percentage. Enter an amount, such as 25,000.`,
  amount_needed: () => 'Enter an amount, such as 789,445 or (5,000).',
  percentage_needed: () => 'Enter a percentage, such as 10%.',
  range_without_start: () => 'Enter a starting amount.',
  range_without_end: () => 'Enter an ending amount.',
  range_out_of_range: () => 'The range goes beyond the range of amounts.',
  range_without_step: () => 'Enter the size of a step.',
  step_of_nil: () => 'A step of nil never reaches the end of the range.',
  points_not_whole: () => 'The number of points is a whole number, 1 or more.',
  one_point: () => 'A range needs at least two points, its start and its end.',
  too_many_points: ({ count }: { count: string }) => `The range has ${count} points; a table shows at most 1,000.`,
  no_output: () => 'Choose at least one output.',
  same_axes: () => 'Rows and columns change the same cell. Choose two cells.',
  axis_without_amounts: () => 'Enter amounts for both rows and columns.',
  input_closed: ({ cell }: { cell: string }) => `${cell}, takes no input.`,
  outputs_unmoved: ({ by, output, outputs }: { by: string[]; output: string; outputs: number }) => {
    const one = by.length === 1
    if (outputs === 1) return `${by.join(' and ')}, ${one ? 'does' : 'do'} not move ${output}.`
    return `${by.join(' and ')}, ${one ? 'moves' : 'move'} none of the ${outputs} outputs.`
  },

  change_of_nil: () => 'A change of nil has no effect. Enter a percentage, such as 10%.',
  not_ranked: ({ name, blank }: { name: string; blank: boolean }) =>
    `${name} ${blank ? 'is blank' : 'holds no amount'} and cannot be ranked.`,
  no_such_headline: () => 'The filing has no such headline figure.',

  no_taxable_income: () => 'The filing shows no taxable income in this period.',
  no_equity: () => 'The filing shows no stockholders’ equity in this period.',
  no_sum_for_bridge: ({ line }: { line: string }) =>
    `${line} is not a sum of lines in its schedule, so it has no bridge.`,
  no_sum_for_roll: ({ line }: { line: string }) => `${line} is not a sum of lines in its schedule, so it has no roll.`,
  difference_unknown: ({ figure }: { figure: string }) =>
    `${figure} has no amount on one side, so the difference is not disclosed.`,
  no_such_figure: () => 'There is no such figure in this period.',
  no_such_bridge: ({ bridge }: { bridge: string }) => `There is no bridge ${bridge}.`,
  no_scenario_shown: () => 'This bridge goes from the base to a scenario, but no scenario is shown.',
}
