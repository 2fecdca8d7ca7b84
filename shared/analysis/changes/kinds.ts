/**
 * How the log tells of each kind of change, a line each; see model/changes/kinds.ts.
 */
import type { Change, ChangeOf } from '../../model/changes/kinds.ts'
import { cell } from './cell.ts'
import { column } from './column.ts'
import { comment } from './comment.ts'
import { fact } from './fact.ts'
import { FIELDS, type Fields } from './fields.ts'
import { filing } from './filing.ts'
import { line } from './line.ts'
import { registrant } from './registrant.ts'
import { scenario } from './scenario.ts'
import { schedule } from './schedule.ts'
import { scheduleHead } from './schedule_head.ts'

const TOLD = {
  cell,
  scenario,
  line,
  column,
  fact,
  schedule,
  schedule_head: scheduleHead,
  filing,
  comment,
  registrant,
} satisfies {
  [K in Change['kind']]: (change: ChangeOf<K>) => Fields
}

/** The fields of a change, in the order of FIELDS. */
export function fieldsOf(change: Change): (string | null)[] {
  const tell = TOLD[change.kind] as (change: Change) => Fields
  const fields = tell(change)
  return FIELDS.map((name) => fields[name] ?? null)
}
