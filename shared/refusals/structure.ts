/**
 * Why the structure of a draft takes no change: its schedules, lines, columns, notes and ids. Names are those that messages show.
 */

type Line = { line: string }
type Column = { column: string }
type Note = { schedule: string; note: string }

export const STRUCTURE = {
  nothing_changes: () => 'Nothing would change.',
  scenario_locked_with_inputs: ({ scenario }: { scenario: string }) =>
    `The scenario “${scenario}” is locked and holds inputs that this would change. Unlock it first.`,
  no_such_schedule: () => 'The filing has no such schedule.',
  no_such_line: () => 'The schedule has no such line.',
  no_such_column: () => 'The schedule has no such column.',
  no_line: ({ schedule, line }: { schedule: string } & Line) => `${schedule} has no line ${line}.`,
  no_column: ({ schedule, column }: { schedule: string } & Column) => `${schedule} has no column ${column}.`,
  no_start_line: ({ schedule, line }: { schedule: string } & Line) => `${schedule} has no line ${line} to start from.`,
  no_line_chosen: () => 'No line is chosen.',
  no_column_chosen: () => 'No column is chosen.',
  line_without_label: () => 'Enter a label for the line.',
  line_without_formula: () => 'A formula line needs a formula. Enter one, or make the line an input.',
  column_without_label: () => 'Enter a label for the column.',
  column_without_formula: () => 'A column that is computed throughout needs a formula.',
  decimals_out_of_range: () =>
    'Enter decimals as a whole number from 0 to 10, or leave them blank for the format’s own.',
  formula_serves_none: () => 'Choose at least one column for the formula, or all columns.',
  cells_in_no_column: () => 'Choose at least one column for the line, or all columns.',
  no_date: ({ text, years: [first, last] }: { text: string; years: readonly [number, number] }) =>
    `“${text}” is not a date from ${first} to ${last}. Enter one such as 3/31/2008.`,
  component_without_name: () => 'Enter a name for the component.',
  period_stands: ({ column }: Column) =>
    `The schedule has this period already: ${column}. Enter another date or length.`,
  total_without_columns: () => 'A total adds up columns, and the schedule has none yet.',
  total_of_one: () => 'Choose at least two columns for a total.',
  total_of_computed: () => 'A total adds up columns that are not computed from other columns. Choose another.',
  total_backwards: () => 'The last column of a total comes after the first.',
  total_among: () => 'A total comes before or after the columns that it adds up, not among them.',
  entity_of_nothing: ({ column, consolidated }: Column & { consolidated: string }) =>
    `${column} is a column of an entity, but its consolidated column ${consolidated} does not exist.`,
  entity_twice: ({ column }: Column) => `${column}: the entity has a column for this period already.`,
  no_entity_named: () => 'Enter at least one entity, one to a line.',
  entity_named_twice: ({ entity }: { entity: string }) => `${entity} is entered twice. Enter each entity once.`,
  no_period_to_split: () =>
    'The schedule has no period or date whose figures could be split by entity. Insert a column for the period first.',
  no_period_chosen: () => 'Choose at least one period.',
  comparison_of_one: () => 'Choose two columns to compare.',
  comparison_with_itself: () => 'Choose two different columns to compare.',

  last_line: () => 'A schedule needs at least one line. Delete the schedule instead.',
  last_column: () => 'A schedule needs at least one column. Delete the schedule instead.',
  last_schedule: () => 'A filing needs at least one schedule. Delete the filing instead.',
  values_not_kept: () =>
    'A value of these cells cannot be kept, because it is an error or its cell takes no input. Change the formulas first.',
  still_in_use: ({ uses }: { uses: string[] }) =>
    `Still in use: ${uses.join('; ')}. Change that first, or keep the values in its place.`,
  figures_without_place: ({ name }: { name: string }) =>
    `${name} still holds figures in cells that would take none. Clear them first, or remove them with this change.`,
  figures_over_formula: ({ name }: { name: string }) =>
    `${name} holds figures that would override the formula. Remove them with this change, or keep them as overrides.`,

  ranges_broken: ({ formula, text, more }: { formula: string; text: string; more: number }) =>
    `The lines or columns that ${formula} counts (${text}) would no longer be together.${more > 0 ? ` The same holds for ${more} more.` : ''} Change that formula first.`,
  reads_itself: ({ first, others, further }: { first: string; others: string[]; further: string | null }) =>
    `The formula would depend on itself: ${first} reads ${others.join(', which reads ')}${further === null ? '' : `, and so on through ${further} more, the last of which reads ${first}`}.`,
  counts_itself: ({ formula, ring }: { formula: string; ring: string }) =>
    `${formula} cannot be among the cells that it counts. ${ring}`,
  /** `fault` is what the formula language says of the text. */
  formula_fault: ({ fault }: { fault: string }) => fault,

  different_parents: () => 'The chosen lines are details of different lines. Move the details of one line at a time.',
  parent_missing: ({ line, parent }: Line & { parent: string }) =>
    `${line} is a detail of ${parent}, which does not exist.`,
  under_itself: ({ line }: Line) => `${line} would be a detail of itself.`,
  stays_with_parent: ({ line, parent }: Line & { parent: string }) =>
    `${line} is a detail of ${parent} and stays with it. Outdent it first.`,
  at_the_edge: ({ line, edge, parent }: Line & { edge: 'first' | 'last'; parent: string | null }) =>
    `${line} is the ${edge} ${parent === null ? 'line' : `detail of ${parent}`}.`,
  nothing_to_fold_under: ({ line }: Line) => `No line at the same level is above ${line} to take it as a detail.`,
  takes_no_details: ({ line }: Line) =>
    `The line above is ${line}, a heading or text, which adds nothing up. Choose the parent in the line details.`,
  no_detail: ({ line }: Line) => `${line} is not a detail of another line.`,

  recast_without_net_earnings: ({ schedule }: { schedule: string }) =>
    `${schedule} has no computed line of net earnings. Lines are moved to discontinued operations in an income schedule.`,
  recast_of_itself: ({ line }: Line) => `${line} cannot be moved to discontinued operations.`,
  recast_already: ({ line }: Line) => `${line} is part of discontinued operations already.`,
  recast_no_amounts: ({ line }: Line) =>
    `${line} holds no amounts of dollars that count in net earnings. Choose lines of amounts.`,
  recast_not_in_net_earnings: ({ line }: Line) =>
    `${line} does not count once in net earnings through sums and differences, so discontinued operations cannot take its place.`,
  recast_in_part: ({ line }: Line) =>
    `${line} and the lines that it is computed from move together or not at all. Choose all of them, or the lines alone.`,
  recast_no_plain_sum: ({ line }: Line) =>
    `${line} is not a plain sum in every column, so the chosen lines cannot leave that total. Change its formula first.`,
  recast_leaves_nothing: ({ line }: Line) => `${line} would add up nothing. Choose it too.`,
  recast_typed_over: ({ line }: Line) =>
    `A figure overrides ${line}, so net earnings would change. Clear the override first, also in scenarios.`,
  recast_not_carried: ({ formula, place }: { formula: string; place: string }) =>
    `${place} reads the lines in a way that cannot be carried: ${formula}. Change that formula first.`,
  recast_no_place: ({ line }: Line) =>
    `${line} is not added once to net earnings in every column. Change its formula first.`,
  recast_of_headline: ({ line }: Line) =>
    `${line} is a headline figure, which would turn its sign. Choose another line for the headline first.`,

  no_note: ({ schedule, note }: Note) => `${schedule} has no note ${note}.`,
  note_without_mark: () => 'Enter a mark for the note, such as a number.',
  note_emptied: () => 'A note needs text. Remove the note to delete it.',
  note_blank: () => 'Enter the text of the note.',
  note_mark_taken: ({ schedule, note }: Note) => `The mark ${note} is taken by another note of ${schedule}.`,

  id_malformed: ({ id }: { id: string }) =>
    `“${id}” is not an id. An id starts with a small letter and holds only small letters, digits and underscores.`,
  id_too_long: ({ most }: { most: number }) => `An id has at most ${most} characters.`,
  id_of_function: ({ id }: { id: string }) => `The id ${id} is reserved for the function of that name. Choose another.`,
  id_of_tax: ({ id }: { id: string }) =>
    `The id ${id} is reserved, because the names of functions of tax begin with tax_. Choose another.`,
  id_of_column_before: ({ id }: { id: string }) =>
    `The id ${id} is reserved: in formulas @${id} is the column before. Choose another.`,
  id_of_comparison: ({ id }: { id: string }) =>
    `The id ${id} is reserved for the comparison of scenarios. Choose another.`,
  id_taken: ({ id }: { id: string }) => `The id ${id} is taken. Choose another.`,
  id_twice: ({ id, among }: { id: string; among: string }) => `The id ${id} occurs twice among the ${among}.`,
  /** A refusal in words, of a place that has to be named with it. */
  fault_at: ({ place, fault }: { place: string; fault: string }) => `${place}: ${fault}`,
}
