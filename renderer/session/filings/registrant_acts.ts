/**
 * The record of a registrant: the names under which its documents were issued, so that a change of name does not end its line of filings.
 */
import type { Registrant, RegistrantEdit } from '../../../shared/model/changes/registrant.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { companyKey } from '../../../shared/model/line_of_filings.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { listed } from '../../../shared/money/listed.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { freeId, idWords } from '../../../shared/structure/ids.ts'
import { commit } from '../committing.ts'
import { say } from '../messages.ts'
import type { Session } from '../session.ts'
import { DONE } from './wording.ts'

/** The record that a filing's registrant has, where it has one. */
export function registrantOf(session: Session, { registrant = '' }: Filing): Registrant | undefined {
  const key = companyKey(registrant)
  return session
    .workbook()
    .book.registrants()
    .find(({ names }) => names.some((name) => companyKey(name) === key))
}

/** The names as they are typed, one to a line; each once. */
export function namesIn(text: string): string[] {
  const names = text.split('\n').map((name) => name.trim().replaceAll(/\s+/g, ' '))
  return names.filter(
    (name, at) => name !== '' && names.findIndex((one) => companyKey(one) === companyKey(name)) === at,
  )
}

/** Why the names cannot be those of the filing's registrant; undefined where they can. */
export function namesRefusal(session: Session, filing: Filing, names: readonly string[]): Refusal | undefined {
  const own = companyKey(filing.registrant ?? '')
  if (own === '') return { code: 'registrant_not_named' }
  if (!names.some((name) => companyKey(name) === own))
    return { code: 'registrant_without_own', name: isolated(filing.registrant!) }
  if (names.length > 50 || names.some(({ length }) => length > 500)) return { code: 'registrant_too_long' }
  const record = registrantOf(session, filing)
  for (const other of session.workbook().book.registrants()) {
    if (other.id === record?.id) continue
    const shared = names.find((name) => other.names.some((one) => companyKey(one) === companyKey(name)))
    if (shared !== undefined) return { code: 'registrant_name_taken', name: isolated(shared) }
  }
  return undefined
}

/** Makes or changes the record, as one change. */
export function nameRegistrant(session: Session, filing: Filing, names: readonly string[]): Refusal | undefined {
  const refusal = namesRefusal(session, filing, names)
  if (refusal) return refusal
  const before = registrantOf(session, filing) ?? null
  const taken = session
    .workbook()
    .book.registrants()
    .map(({ id }) => id)
  const words =
    idWords(names[0]!)
      .split('_')
      .find((word) => /^[a-z]/.test(word)) ?? 'registrant'
  const id = before?.id ?? freeId(words.slice(0, 50), taken)
  const after: Registrant = { id, names: [...names] }
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined
  const edit: RegistrantEdit = { kind: 'registrant', registrant: id, before, after }
  const title = `Registrant ${isolated(names[0]!)}: ${listed(names.map((name) => `“${isolated(name)}”`))}`
  const refused = commit(session, { filing: filing.id, title: title.slice(0, 1_000), place: null, changes: [edit] })
  if (!refused) say(session, DONE.registrant(isolated(names[0]!)))
  return refused
}
