/** How a change of what is said of a figure is stored. Runs inside the caller's transaction. */
import type { FactEdit } from '../../shared/model/changes/fact.ts'
import { factSchema } from '../../shared/model/filing.ts'
import { refused, stale } from '../failure.ts'
import { factRecord } from '../records.ts'
import { readAs } from '../stored_json.ts'
import type { ChangeWriter } from './writing.ts'

export const fact: ChangeWriter<FactEdit> = {
  write({ records, filing }, { schedule, line, column, before, after }) {
    const key = [filing, schedule, line, column]
    for (const one of [before, after]) {
      if (one && (one.line !== line || one.column !== column)) {
        throw refused('What is said of a figure names another figure. The change was not stored.')
      }
    }
    const stored = records.get('fact', key)
    const standing = stored ? factRecord(readAs(factSchema, stored[4])) : null
    if (standing !== (before && factRecord(before))) {
      throw stale(`What is said of ${line}, ${column}, is not what the change was to replace.`)
    }
    if (
      after &&
      !(records.get('line', [filing, schedule, line]) && records.get('schedule_column', [filing, schedule, column]))
    ) {
      throw refused(`The schedule ${schedule} has no cell ${line}, ${column}. The change was not stored.`)
    }
    records.put('fact', key, after && [factRecord(after)])
  },
}
