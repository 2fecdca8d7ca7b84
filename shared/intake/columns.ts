/**
 * Which columns of a pasted table hold no figures though they may hold digits: labels, numbers of accounts, numbers of
 * notes. Judges by what stands in the columns; must not drop anything.
 */
import { isYear } from '../calendar/period_heads.ts'
import { hasWords, isBareNumber, isFigureText } from './figure_text.ts'

/** `label`: names the lines; `years`: years that could name the lines; the others say themselves. */
export type ColumnRole = 'label' | 'years' | 'account_codes' | 'note_numbers' | 'figures'

type Rows = readonly (readonly string[])[]

function written(rows: Rows, column: number): string[] {
  return rows.map((row) => row[column]!).filter((text) => text !== '')
}

/** Separators, decimals, signs: what a number of an account, a note or a year is never written with. */
function isFormatted(text: string): boolean {
  return isFigureText(text) && /\d/.test(text) && !isBareNumber(text)
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length
}

/** Digits of one length, at least four, no two alike: a chart of accounts. */
function areCodes(texts: readonly string[]): boolean {
  const [first = ''] = texts
  const isCode = (text: string): boolean => /^\d{4,}(?:-\d+)*$/.test(text) && text.length === first.length
  return texts.length > 1 && texts.every(isCode) && areDistinct(texts) && !texts.every(isYear)
}

function areYearsInOrder(texts: readonly string[]): boolean {
  if (texts.length < 2 || !texts.every(isYear)) return false
  const rises = texts.slice(1).map((text, at) => text.localeCompare(texts[at]!, 'en'))
  return rises.every((rise) => rise > 0) || rises.every((rise) => rise < 0)
}

const NOTE_NUMBER = /^(\d{1,2})[a-z]?(?:(?:, ?| ?& ?| and )\d{1,2}[a-z]?)*$/i

/** Small numbers in the order of the notes that they name, beside larger figures. */
function areNoteNumbers(texts: readonly string[]): boolean {
  // Of at most two digits, so that these compare as text of one length does.
  const leads = texts.map((text) => NOTE_NUMBER.exec(text)?.[1]?.padStart(2, '0'))
  return (
    texts.length > 1 &&
    leads.every((lead, at) => lead !== undefined && lead !== '00' && (at === 0 || lead >= leads[at - 1]!))
  )
}

/** The first column of words with what stands left of it, and the columns of words right after it; undefined for none. */
function labelSpan(body: Rows, width: number): { from: number; to: number } | undefined {
  for (let at = 0; at < Math.min(3, width - 1); at += 1) {
    const texts = written(body, at)
    const isNaming = texts.every((text) => hasWords(text) || isBareNumber(text) || !isFigureText(text))
    if (texts.some(hasWords) && isNaming) {
      const rest = Array.from({ length: width - at - 1 }, (_, i) => at + 1 + i)
      if (!rest.some((column) => written(body, column).some(isFigureText))) return undefined
      let to = at
      while (to + 1 < width && written(body, to + 1).length > 0 && written(body, to + 1).every(hasWords)) to += 1
      return { from: at, to }
    }
    // What stands left of the labels is no figure, else there are none.
    if (!texts.every((text) => isBareNumber(text) || !isFigureText(text))) return undefined
  }
  return undefined
}

/** The role of each column, judged by the rows that are no heads; `heads` are those above. */
export function columnRoles(body: Rows, heads: Rows, width: number): ColumnRole[] {
  const span = labelSpan(body, width)
  const roles = Array.from({ length: width }, (_, at): ColumnRole => {
    if (!span || at > span.to) return 'figures'
    if (at >= span.from) return 'label'
    return written(body, at).length > 0 ? 'account_codes' : 'label'
  })
  const first = roles.indexOf('figures')
  const others = Array.from({ length: width - first - 1 }, (_, i) => first + 1 + i)
  if (first < 0 || !others.some((column) => written(body, column).some(isFigureText))) return roles
  const texts = written(body, first)
  const besides = others.flatMap((column) => written(body, column))
  const isHeadedNote = heads.some((row) => /^(?:foot)?notes?\b/i.test(row[first]!))
  const isLarger = besides.some((text) => text.replaceAll(/\D/g, '').length > 2)
  if (!span && areYearsInOrder(texts) && !besides.every(isYear)) roles[first] = 'years'
  else if (areCodes(texts) && besides.some(isFormatted)) roles[first] = 'account_codes'
  else if ((isHeadedNote && texts.every((text) => NOTE_NUMBER.test(text))) || (areNoteNumbers(texts) && isLarger))
    roles[first] = 'note_numbers'
  return roles
}
