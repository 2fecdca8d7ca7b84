/**
 * A hit in words: what matched, the part of a long text around the match, and where it stands.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { Hit, HitKind, SearchScope } from '../../../shared/analysis/search.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { columnName, lineName, scheduleName } from '../../../shared/model/lookup.ts'
import { parseTyped } from '../../../shared/money/parse.ts'
import { countText } from '../../../shared/money/count.ts'
import { beforeCharacter } from '../../../shared/money/cut_text.ts'
import { typeset } from '../../../shared/money/typeset.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

export const KIND_WORDS: Record<HitKind, string> = {
  filing: 'Filing',
  schedule: 'Schedule',
  column: 'Column',
  line: 'Line',
  id: 'Id',
  note: 'Note',
  remark: 'Remark',
  comment: 'Comment',
  words: 'Words',
  formula: 'Formula',
  amount: 'Figure',
}

/** What is searched, as the choice names it. */
export const SCOPE_WORDS: Record<SearchScope, string> = {
  schedule: 'This schedule',
  filing: 'This filing',
  workbook: 'Whole workbook',
}

/** Characters of a long text that are shown before what was found in it. */
const BEFORE = 36

/** The matched text in three parts, the middle one what was looked for; a long beginning is cut at a word. */
export function markedText({ text: typed, kind, from, to }: Hit): [string, string, string] {
  // An apostrophe as print sets it is no longer than the one typed; a formula is shown as it stands.
  const text = kind === 'formula' ? typed : typeset(typed)
  let start = 0
  if (from > BEFORE) {
    const space = text.indexOf(' ', from - BEFORE)
    start = space >= 0 && space < from ? space + 1 : beforeCharacter(text, from - BEFORE)
  }
  return [`${start > 0 ? '…' : ''}${text.slice(start, from)}`, text.slice(from, to), text.slice(to)]
}

/** Where a hit stands, from near to far; what the matched text says itself is left out, and so is the filing shown. */
export function whereOf(hit: Hit, filings: readonly Filing[], shown: string | undefined): string {
  const filing = filings.find(({ id }) => id === hit.filing)
  const schedule = filing?.schedules.find(({ id }) => id === hit.schedule)
  if (!filing || !schedule) return ''
  if (hit.kind === 'filing') return filing.registrant === hit.text ? filing.title : (filing.registrant ?? '')
  const line = schedule.lines.find(({ id }) => id === hit.line)
  const column = schedule.columns.find(({ id }) => id === hit.column)
  const parts = [
    // The label that was found says it, but for a line whose label another has too.
    line && (hit.kind !== 'line' || lineName({ schedule, line }) !== isolated(line.label))
      ? lineName({ schedule, line })
      : undefined,
    hit.kind === 'column' ? undefined : column && columnName(schedule, column),
    hit.kind === 'schedule' ? undefined : scheduleName(schedule),
    hit.filing === shown ? undefined : isolated(filing.title),
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

/** Why what is looked for, though it has the look of an amount, is none; undefined for all else. */
export function whyNoAmount(query: string): string | undefined {
  if (!/^[-+(]?[$ ]*\d[\d., ]*\)?$/.test(query.trim())) return undefined
  const typed = parseTyped(query, 'amount')
  return typed.kind === 'refused' ? refusalText(typed.refusal) : undefined
}

/** How much was found, for the eye and for screen readers. */
export function countWords(total: number, kept: number, at: number): string {
  const grouped = countText(total)
  if (total === 0) return 'Nothing found'
  const all = total > kept ? `first ${countText(kept)} of ${grouped}` : grouped
  if (at >= 0) return `${countText(at + 1)} of ${total > kept ? `the ${all}` : all}`
  return total > kept ? `${all[0]!.toUpperCase()}${all.slice(1)} found` : `${all} found`
}
