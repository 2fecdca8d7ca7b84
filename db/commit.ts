/**
 * What may be written: judges each change of a change set against what is stored, then writes it.
 * Runs inside the caller's transaction; knows nothing of the change log, and of no kind of change.
 */
import { isolated } from '../shared/money/isolated.ts'
import { refusalText } from '../shared/refusals/refusal.ts'
import { isStructural, reshapes, type Change } from '../shared/model/changes/kinds.ts'
import { Definitions } from './changes/definitions.ts'
import { storedHead } from './changes/filing.ts'
import { writerOf } from './changes/kinds.ts'
import type { Act, Target, Writing } from './changes/writing.ts'
import { refused } from './failure.ts'
import { checkNames } from './names.ts'

/** Applies changes in order to one filing; throws `refused` or `stale` before or after some were written. */
export function applyChanges(target: Target, changes: readonly Change[], act: Act): void {
  const definitions = new Definitions(target)
  let head = storedHead(target)
  const writing: Writing = { ...target, ...act, definitions, isDraft: head?.status === 'draft' }
  for (const change of changes) {
    const writer = writerOf(change)
    if (change.before === null && change.after === null && !writer.mayBeNothing) {
      throw refused('A change names neither the earlier value nor the new one. Nothing was stored.')
    }
    if (!writer.ofHead) {
      if (!head) throw refused('The filing is not in this workbook. The change was not stored.')
      if (head.deleted)
        throw refused(`“${isolated(head.title)}” was deleted. Undo its deletion first. The change was not stored.`)
    }
    if (isStructural(change) && !writing.isDraft)
      throw refused(refusalText({ code: 'filing_locked', filing: isolated(head!.title) }))
    writer.write(writing, change)
    if (isStructural(change)) definitions.forget()
    if (writer.ofHead) {
      head = storedHead(target)
      writing.isDraft = head?.status === 'draft'
    }
  }
  // What is taken back or repeated stood once; it is never in the way of going back.
  if (act.isEdit && changes.some(reshapes)) checkNames(target, changes)
}
