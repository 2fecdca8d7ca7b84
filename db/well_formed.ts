/**
 * That a change set is of the model's form before anything is made of it. One that a schema gave where it came in is not looked through a
 * second time, however large: that very object is vouched for, never one like it. What the change does is judged in commit.ts.
 */
import { changeSetSchema, type ChangeSet } from '../shared/model/change_set.ts'
import { halfCharacterIn } from '../shared/model/text_schema.ts'
import { WorkbookFailure } from './failure.ts'

const vouched = new WeakSet<ChangeSet>()

/** Notes that the model's schema gave this change set. Who holds it must leave it as it is. */
export function vouchFor(changeSet: ChangeSet): void {
  vouched.add(changeSet)
}

/** The change set as the schema gives it; throws `invalid` where it is malformed. */
export function wellFormed(changeSet: ChangeSet): ChangeSet {
  if (vouched.has(changeSet)) return changeSet
  const given = changeSetSchema.safeParse(changeSet)
  if (given.success) return given.data
  throw new WorkbookFailure('invalid', halfCharacterIn(given.error) ?? 'The change is malformed and was not stored.')
}
