/**
 * How a change of a filing's own head is stored: made, changed, filed, reopened, deleted and brought back.
 * Runs inside the caller's transaction.
 */
import { refusalText } from '../../shared/refusals/refusal.ts'
import { isolated } from '../../shared/money/isolated.ts'
import type { FilingEdit } from '../../shared/model/changes/filing.ts'
import { filingHeadSchema, type FilingHead } from '../../shared/model/filing.ts'
import { refused } from '../failure.ts'
import { checkStanding, place, placedText, standing, storedText, type Listed } from '../placing.ts'
import { readProven } from '../stored_json.ts'
import type { ChangeWriter, Target, Writing } from './writing.ts'

/** The head of the filing as stored; undefined where there is none. */
export function storedHead({ records, filing }: Target): FilingHead | undefined {
  const record = records.get('filing', [filing])
  return record && readProven(filingHeadSchema, record[2])
}

/** The head as text, but for its status and its being deleted; where it is reopened, also but for what is to be corrected. */
function bare({ status: _status, deleted: _deleted, ...rest }: FilingHead, isReopened: boolean): string {
  const { corrections: _corrections, ...others } = rest
  return storedText(filingHeadSchema, isReopened ? others : rest)
}

/** A filed filing keeps its head; it is reopened with a reason, deleted or brought back. */
function checkFiled(before: FilingHead, { after, reason }: FilingEdit): void {
  if (before.status === 'draft' || after === null) return
  const isReopened = after.definition.status === 'draft'
  if (bare(before, isReopened) !== bare(after.definition, isReopened)) {
    throw refused(refusalText({ code: 'filing_locked', filing: isolated(before.title) }))
  }
  if (isReopened && !reason?.trim()) {
    throw refused(`“${isolated(before.title)}” is filed. It is reopened with a reason. State why.`)
  }
}

function writeFiling({ db, records, filing, isEdit }: Writing, change: FilingEdit): void {
  const { before, after } = change
  if (after && after.definition.id !== filing) {
    throw refused('A filing keeps its id. The change was not stored.')
  }
  const listed: Listed = { table: 'filing', key: [filing] }
  const name = `The filing “${isolated((before ?? after)?.definition.title ?? filing)}”`
  const [was, now] = [placedText(filingHeadSchema, before), placedText(filingHeadSchema, after)]
  checkStanding(standing(records, listed, filingHeadSchema), was, name)
  if (isEdit && before) checkFiled(before.definition, change)
  if (after === null) {
    for (const table of ['schedule', 'scenario']) {
      if (db.prepare(`SELECT 1 FROM ${table} WHERE filing = ? LIMIT 1`).get(filing) === undefined) continue
      throw refused(`${name} still holds ${table}s. A filing in use is deleted, which keeps it in the file.`)
    }
  }
  place(records, listed, was, now)
}

export const filing: ChangeWriter<FilingEdit> = { ofHead: true, write: writeFiling }
