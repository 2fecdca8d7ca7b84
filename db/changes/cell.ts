/**
 * How a change of an input is stored, in the base layer or in a scenario.
 * Runs inside the caller's transaction; computes nothing.
 */
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import { factSchema } from '../../shared/model/filing.ts'
import { refused, stale } from '../failure.ts'
import type { Records } from '../records.ts'
import { optional, text } from '../row_reader.ts'
import { readAs } from '../stored_json.ts'
import { checkUnlocked, storedScenario } from './scenario.ts'
import type { ChangeWriter, Writing } from './writing.ts'

const textOrNull = optional(text)

function checkBefore({ definitions }: Writing, stored: string | null, change: CellEdit): void {
  if (stored === change.before) return
  const holds = stored === null ? 'holds no input now' : `holds ${stored === '' ? 'a blank' : stored} now`
  const name = definitions.nameOf(change)
  throw stale(`${name.line}, ${name.column}, ${holds}: it was changed in another window.`)
}

function writeBase(writing: Writing, change: CellEdit): void {
  const { records, filing, definitions, isEdit, isDraft } = writing
  const key = [filing, change.schedule, change.line, change.column]
  if (isEdit) {
    definitions.checkCell(change)
    if (!isDraft) checkCompletion(records, key, change)
  }
  // What is neither as it was to be nor plainly exchanged is looked at.
  if (change.source === undefined && records.exchange('cell', key, change.before, change.after)) return
  const stored = records.get('cell', key)
  checkBefore(writing, stored ? text(stored[4]) : null, change)
  // The source of a completed figure stays with its cell until the input goes.
  const source = change.source ?? (stored ? textOrNull(stored[5]) : null)
  records.put('cell', key, change.after === null ? null : [change.after, source], { stored })
}

/** As filed never changes, save that an input not disclosed may be completed once, with its source. */
function checkCompletion(records: Records, key: string[], change: CellEdit): void {
  const fact = records.get('fact', key)
  if (!fact || readAs(factSchema, fact[4]).completable !== true) {
    throw refused('A filed figure does not change. Start a scenario and enter the change there.')
  }
  if (change.before !== null || change.after === null || records.get('cell', key)) {
    throw refused(
      'A figure that is not disclosed can be completed once, and this one is complete. Undo that, or use a scenario.',
    )
  }
  if (change.after.trim() === '') throw refused('A blank completes nothing. Enter the figure that was found.')
  if (!change.source?.trim()) {
    throw refused('A figure that the document did not disclose is completed with its source. State where it was found.')
  }
}

function writeOverlay(writing: Writing, change: CellEdit, scenario: string): void {
  const { records, filing, definitions, isEdit } = writing
  const stored = storedScenario(records, filing, scenario)
  if (!stored) throw stale('The scenario no longer exists.')
  checkUnlocked(stored)
  if (isEdit) {
    definitions.checkCell(change)
    if (change.source !== undefined) {
      throw refused('A source is stored only with a figure that completes a filed filing. The change was not stored.')
    }
  }
  const key = [filing, scenario, change.schedule, change.line, change.column]
  if (records.exchange('scenario_cell', key, change.before, change.after)) return
  const input = records.get('scenario_cell', key)
  checkBefore(writing, input ? text(input[5]) : null, change)
  records.put('scenario_cell', key, change.after === null ? null : [change.after], { stored: input })
}

export const cell: ChangeWriter<CellEdit> = {
  mayBeNothing: true,
  write(writing, change) {
    if (change.scenario === null) writeBase(writing, change)
    else writeOverlay(writing, change, change.scenario)
  },
}
