/**
 * How each kind of change is stored, a line each; see shared/model/changes/kinds.ts.
 */
import type { Change, ChangeOf } from '../../shared/model/changes/kinds.ts'
import { cell } from './cell.ts'
import { column } from './column.ts'
import { comment } from './comment.ts'
import { fact } from './fact.ts'
import { filing } from './filing.ts'
import { line } from './line.ts'
import { registrant } from './registrant.ts'
import { scenario } from './scenario.ts'
import { schedule } from './schedule.ts'
import { scheduleHead } from './schedule_head.ts'
import type { ChangeWriter } from './writing.ts'

const WRITERS = {
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
  [K in Change['kind']]: ChangeWriter<ChangeOf<K>>
}

/** How a change is stored; it is given changes of its kind alone. */
export function writerOf({ kind }: Change): ChangeWriter<Change> {
  return WRITERS[kind]
}
