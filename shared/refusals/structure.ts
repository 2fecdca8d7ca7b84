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
  line_without_label: () => 'A line has a label.',
  line_without_formula: () => 'A formula line has a formula. Enter it, or make it an input line.',
  column_without_label: () => 'A column has a label.',
  column_without_formula: () => 'A column that is computed throughout has a formula.',
  decimals_out_of_range: () => 'Decimals are a whole number from 0 to 10, or blank for what the format shows.',
  formula_serves_none: () => 'The formula serves at least one column, or all of them.',
  cells_in_no_column: () => 'The line has cells in at least one column, or in all of them.',
  no_date: ({ text, years: [first, last] }: { text: string; years: readonly [number, number] }) =>
    `“${text}” is no date from ${first} to ${last}. A date is typed as in 3/31/2008.`,
  component_without_name: () => 'A component has a name.',
  period_stands: ({ column }: Column) => `This period stands already: ${column}. Enter another date or length.`,
  total_without_columns: () => 'A total adds up columns; the schedule has none yet.',
  total_of_one: () => 'A total adds up at least two columns.',
  total_of_computed: () => 'A total adds up columns that are not computed from others themselves; choose another.',
  total_backwards: () => 'The last column of a total stands behind the first.',
  total_among: () => 'A total stands before or after the columns that it adds up, not among them.',
  comparison_of_one: () => 'A comparison is of two columns.',
  comparison_with_itself: () => 'A column is compared with another one.',

  last_line: () => 'A schedule keeps at least one line. The schedule itself can be deleted.',
  last_column: () => 'A schedule keeps at least one column. The schedule itself can be deleted.',
  last_schedule: () => 'A filing keeps at least one schedule. The filing itself can be deleted.',
  values_not_kept: () =>
    'A value of these cells cannot be kept: it is an error, or stands where no input can. Change their formulas first.',
  still_in_use: ({ uses }: { uses: string[] }) =>
    `It is still in use: ${uses.join('; ')}. Change that first, or have its values take its place.`,
  figures_without_place: ({ name }: { name: string }) =>
    `${name} still holds figures where it would take none. Clear them first, or remove them with this change.`,
  figures_over_formula: ({ name }: { name: string }) =>
    `${name} holds figures that would stand over the formula. Remove them with this change, or keep them as overrides.`,

  ranges_broken: ({ formula, text, more }: { formula: string; text: string; more: number }) =>
    `The lines or columns that ${formula} counts (${text}) would no longer stand together.${more > 0 ? ` ${more} more would too.` : ''} Change that formula first.`,
  reads_itself: ({ first, others, further }: { first: string; others: string[]; further: string | null }) =>
    `It would read itself: ${first} reads ${others.join(', which reads ')}${further === null ? '' : `, and so on through ${further} more, the last of which reads ${first}`}.`,
  counts_itself: ({ formula, ring }: { formula: string; ring: string }) =>
    `${formula} stays outside what it counts. ${ring}`,
  /** `fault` is what the formula language says of the text. */
  formula_fault: ({ fault }: { fault: string }) => fault,

  different_parents: () => 'The lines chosen fold under different lines. Move those of one line at a time.',
  parent_missing: ({ line, parent }: Line & { parent: string }) =>
    `${line} folds under ${parent}, which does not exist.`,
  under_itself: ({ line }: Line) => `${line} would fold under itself.`,
  stays_with_parent: ({ line, parent }: Line & { parent: string }) =>
    `${line} is a detail of ${parent} and stays with it. Outdent it first.`,
  at_the_edge: ({ line, edge, parent }: Line & { edge: 'first' | 'last'; parent: string | null }) =>
    `${line} is the ${edge} ${parent === null ? 'line' : `detail of ${parent}`}.`,
  nothing_to_fold_under: ({ line }: Line) => `No line of the same depth stands above ${line} to fold it under.`,
  takes_no_details: ({ line }: Line) =>
    `${line} stands above it: a heading or text adds nothing up. Choose the line to fold under in the details of the line.`,
  no_detail: ({ line }: Line) => `${line} is no detail of another line.`,

  no_note: ({ schedule, note }: Note) => `${schedule} has no note ${note}.`,
  note_without_mark: () => 'A note has a mark, such as a number.',
  note_emptied: () => 'A note says something. To take it away, remove it.',
  note_blank: () => 'A note says something.',
  note_mark_taken: ({ schedule, note }: Note) => `The mark ${note} is taken by another note of ${schedule}.`,

  id_malformed: ({ id }: { id: string }) =>
    `“${id}” is no id: an id starts with a small letter and holds small letters, digits and underscores only.`,
  id_too_long: ({ most }: { most: number }) => `An id has at most ${most} characters.`,
  id_of_function: ({ id }: { id: string }) => `The id ${id} is reserved for the function of that name. Choose another.`,
  id_of_comparison: ({ id }: { id: string }) =>
    `The id ${id} is reserved for the comparison of scenarios. Choose another.`,
  id_taken: ({ id }: { id: string }) => `The id ${id} is taken. Choose another.`,
  id_twice: ({ id, among }: { id: string; among: string }) => `The id ${id} stands twice among the ${among}.`,
  /** A refusal in words, of a place that has to be named with it. */
  fault_at: ({ place, fault }: { place: string; fault: string }) => `${place}: ${fault}`,
}
