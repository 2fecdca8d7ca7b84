/** How a change of a registrant's record is stored. Runs inside the caller's transaction. */
import { isolated } from '../../shared/money/isolated.ts'
import { companyKey } from '../../shared/model/line_of_filings.ts'
import { registrantSchema, type Registrant, type RegistrantEdit } from '../../shared/model/changes/registrant.ts'
import { refused, stale } from '../failure.ts'
import { storedText } from '../placing.ts'
import { readRegistrants } from '../registrants.ts'
import type { ChangeWriter, Writing } from './writing.ts'

/** The record as it is stored. */
function text(one: Registrant | null): string | null {
  return one && storedText(registrantSchema, one)
}

/** A name belongs to one record: it tells whose a filing is. */
function writeRegistrant({ db, records }: Writing, { registrant: id, before, after }: RegistrantEdit): void {
  const stored = records.get('registrant', [id])
  if ((stored?.[1] ?? null) !== text(before)) {
    throw stale('The registrant is not what the change was to replace: it was changed in another window.')
  }
  if (after && after.id !== id) throw refused('A registrant keeps its id. The change was not stored.')
  const names = new Set(after?.names.map(companyKey))
  for (const other of readRegistrants(db)) {
    const shared = other.id === id ? undefined : other.names.find((name) => names.has(companyKey(name)))
    if (shared === undefined) continue
    throw refused(`“${isolated(shared)}” is a name of another registrant already. The change was not stored.`)
  }
  const now = text(after)
  records.put('registrant', [id], now === null ? null : [now])
}

export const registrant: ChangeWriter<RegistrantEdit> = { write: writeRegistrant }
