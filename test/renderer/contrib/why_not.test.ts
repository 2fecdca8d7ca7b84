/**
 * What cannot be done in a few standing situations, with the reasons that menus give.
 */
import { describe, expect, it } from 'vitest'
import { structure } from '../../../renderer/features/structure/contribution.ts'
import { provide, whyNot } from '../../../renderer/contrib/lookup.ts'
import { ACTS, FEATURES } from '../../../renderer/features.ts'
import { deleteFiling, dropSourceFigures, reopenFiling } from '../../../renderer/session/filings/filing_acts.ts'
import { go } from '../../../renderer/session/place/going.ts'
import { pinColumn } from '../../../renderer/session/view/pinning.ts'
import { ACTIONS } from '../../../shared/actions/actions.ts'
import { type Desk, eachAtDesk } from '../session/open_session.ts'

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => {
  desk = own
  provide(desk.session, { features: FEATURES, acts: ACTS, nonce: undefined })
})

/** The reasons, each with the actions that it greys. */
function greyed(): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const { id } of ACTIONS) {
    const why = whyNot(desk.session, id)
    if (why !== null) (found[why] ??= []).push(id)
  }
  return found
}

function focus(line: string, column: string): void {
  go(desk.session, desk.session.getState().place!, { cell: { line, column } })
}

const RESETS = ['reset_cell', 'reset_line', 'reset_schedule', 'reset_scenario']

/** Acts on lines, columns and schedules, which only a draft takes. */
const STRUCTURE = Object.keys(structure.actions)

const Q3 = '“Third quarter 2007 results”'
const LOCKED = `${Q3} is filed and locked. Its lines, columns and notes can be changed only in a draft. Duplicate the filing, or reopen it with a reason.`

/** What is always so of that filing. */
const OF_FILED = {
  [LOCKED]: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === STRUCTURE.toSorted().join()),
  [`${Q3} is filed already.`]: ['file_filing'],
  [`${Q3} is filed, so its figures are those printed.`]: ['drop_source_figures'],
  [`${Q3} is filed, so its figures stay. Reopen it to take corrected figures.`]: ['take_corrected'],
  [`${Q3} is filed. An item is recorded in the draft of the current period.`]: ['record_item'],
}

/** With one figure in focus. */
const ONE_CELL = { 'Select several cells to fill them with the active one.': ['fill_selection'] }

const noSum = (line: string): string => `${line} is not a sum of lines in its schedule, so nothing can be spread.`

const nothing = (name: string): string => `${name} holds no edit of this scenario, so there is nothing to reset.`

describe('is greyed with its reason', () => {
  it('at a figure as filed: what goes back, what a scenario holds, what changes structure', () => {
    focus('interest_income', 'q3_2007')
    expect(greyed()).toEqual({
      ...OF_FILED,
      ...ONE_CELL,
      'There is nothing above to fill from.': ['fill_down'],
      'There is nothing to the left to fill from.': ['fill_right'],
      [noSum('Interest income')]: ['spread'],
      'There is nothing to undo.': ['undo'],
      'There is nothing to redo.': ['redo'],
      'There is no edit to repeat yet.': ['repeat_edit'],
      'The column is not pinned.': ['unpin_column'],
      'These figures are shown already.': ['go_as_filed'],
      'Only a scenario can be reset.': RESETS,
    })
  })

  it('in a scenario: only what has no edit to be reset', async () => {
    desk.enter('interest_income', 'q3_2007', '1')
    await desk.saved()
    focus('interest_income', 'q3_2007')
    expect(greyed()).toEqual({
      ...OF_FILED,
      ...ONE_CELL,
      'There is nothing above to fill from.': ['fill_down'],
      'There is nothing to the left to fill from.': ['fill_right'],
      [noSum('Interest income')]: ['spread'],
      'The column is not pinned.': ['unpin_column'],
      'There is nothing to redo.': ['redo'],
    })
    focus('interest_expense', 'q2_2007')
    expect(greyed()).toEqual({
      ...OF_FILED,
      ...ONE_CELL,
      [noSum('Interest expense')]: ['spread'],
      'The column is not pinned.': ['unpin_column'],
      'There is nothing to redo.': ['redo'],
      [nothing('Interest expense, Three Months Ended June 30, 2007')]: ['reset_cell'],
      [nothing('Interest expense')]: ['reset_line'],
    })
  })

  it('at the first line of a draft with one schedule: moves that lead nowhere', () => {
    desk.show('books', 'income')
    focus('interest', 'q1')
    expect(greyed()).toEqual({
      ...ONE_CELL,
      'There is nothing above to fill from.': ['fill_down'],
      'There is nothing to the left to fill from.': ['fill_right'],
      [noSum('Interest')]: ['spread'],
      'No printed figure differs from the draft.': ['drop_source_figures'],
      'Every carried figure agrees with the earlier filing.': ['take_corrected'],
      'The column is not pinned.': ['unpin_column'],
      'There is nothing to undo.': ['undo'],
      'There is nothing to redo.': ['redo'],
      'There is no edit to repeat yet.': ['repeat_edit'],
      'Interest is the first line.': ['move_line_up'],
      'No line at the same level is above Interest to take it as a detail.': ['indent_line'],
      'Interest is not a detail of another line.': ['outdent_line'],
      'income has no computed line of net earnings. Lines are moved to discontinued operations in an income schedule.':
        ['recast_discontinued'],
      '“Books 2008” is a draft already.': ['reopen_filing'],
      'income is the first schedule.': ['move_schedule_up'],
      'income is the last schedule.': ['move_schedule_down'],
      'These figures are shown already.': ['go_as_filed'],
      'Only a scenario can be reset.': RESETS,
    })
  })

  it('where no line is in focus: what is done to lines, columns and figures', () => {
    desk.show('books', 'income')
    const found = greyed()
    expect(found['Choose a line first.']).toContain('delete_rows')
    expect(found['No column is chosen.']).toContain('delete_columns')
    expect(found['Choose a cell first.']).toContain('flip_sign')
  })

  it('where a draft differs from what was printed: nothing, until what differs is dropped', () => {
    expect(reopenFiling(desk.session, 'impac_2007_q3', 'error_restated', 'A late correction')).toBeUndefined()
    expect(whyNot(desk.session, 'drop_source_figures')).toBe('No printed figure differs from the draft.')
    desk.enter('interest_income', 'q3_2007', '313773')
    expect(whyNot(desk.session, 'drop_source_figures')).toBeNull()
    dropSourceFigures(desk.session, 'impac_2007_q3')
    expect(desk.said().at(-1)).toContain('dropped')
    expect(whyNot(desk.session, 'drop_source_figures')).toBe('No printed figure differs from the draft.')
  })

  it('at a total: nothing of spreading', () => {
    focus('non_interest_income', 'q3_2007')
    expect(whyNot(desk.session, 'spread')).toBeNull()
    focus('non_interest_income', 'variance')
    expect(whyNot(desk.session, 'spread')).toContain('so nothing can be spread')
  })

  it('pinning or unpinning, the menu of a cell having the one that applies', () => {
    focus('interest_income', 'q3_2007')
    const shown = (): string[] =>
      (['pin_column', 'unpin_column'] as const).filter((id) => ACTS[id].isInCellMenu?.(desk.session))
    expect(shown()).toEqual(['pin_column'])
    pinColumn(desk.session, true)
    expect(shown()).toEqual(['unpin_column'])
  })

  it('without a filing: all that is about one', async () => {
    for (const { id } of desk.session.workbook().book.filings()) deleteFiling(desk.session, id)
    await desk.saved()
    const grey = new Set(Object.values(greyed()).flat())
    const left = ACTIONS.map(({ id }) => id).filter((id) => !grey.has(id))
    const still =
      'new_workbook open_workbook recent save save_copy verify_workbook restore_backup undo go_to new_filing palette density theme help formula_help about'
    expect(left.filter((id) => !/^(?:toggle|zoom)_/.test(id)).join(' ')).toBe(still)
  })
})
