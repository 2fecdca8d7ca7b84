/**
 * The form of a filing rolled to another period, and what it says of the audit: quarterly and annual reports turn into one another
 * with the end of the fiscal year. Reads forms as documents write them; any other form stays, since it tells neither.
 */
import type { FilingDetails } from '../filing_details.ts'

const REPORT = /\b10-?([QK])(SB)?(?:\/A)?(?![\w-])/i

/** The words that go with a quarterly report, and those that go with an annual one; longer ones first. */
const WORDS: readonly [string, string][] = [
  ['quarterly report', 'annual report'],
  ['quarterly period ended', 'fiscal year ended'],
  ['quarter ended', 'year ended'],
]

export type Report = 'quarterly' | 'annual'

/** Which report a form is; undefined for any other document. */
export function reportOf(form: string): Report | undefined {
  const kind = REPORT.exec(form)?.[1]?.toUpperCase()
  return kind === 'Q' ? 'quarterly' : kind === 'K' ? 'annual' : undefined
}

/** Form and mark of the next period. The next report amends nothing; an annual one is audited. */
export function rolledForm(
  { form, unaudited }: Pick<FilingDetails, 'form' | 'unaudited'>,
  endsYear: boolean,
): Pick<FilingDetails, 'form' | 'unaudited'> {
  const stood = reportOf(form)
  if (!stood) return { form, unaudited }
  const next: Report = endsYear ? 'annual' : 'quarterly'
  return { form: asReport(form, next), unaudited: stood === next ? unaudited : next === 'quarterly' }
}

/** The text with the report that it names, and the words that go with it, as another one; unchanged where it names none. */
export function asReport(text: string, to: Report): string {
  const stood = reportOf(text)
  if (!stood) return text
  const named = text.replace(REPORT, (whole: string, kind: string, small = '') => {
    const upper = to === 'annual' ? 'K' : 'Q'
    const letter = kind === kind.toLowerCase() ? upper.toLowerCase() : upper
    return `10${whole.includes('-') ? '-' : ''}${letter}${small}`
  })
  if (stood === to) return named
  return WORDS.reduce((words, [quarterly, annual]) => {
    const [from, next] = to === 'annual' ? [quarterly, annual] : [annual, quarterly]
    return words.replace(new RegExp(`\\b${from}\\b`, 'gi'), (whole) => inCase(next, whole))
  }, named)
}

/** The words in the case of those that they stand for: capitals, a capital first, or none. */
function inCase(words: string, like: string): string {
  if (like === like.toUpperCase()) return words.toUpperCase()
  return /^[A-Z]/.test(like) ? words[0]!.toUpperCase() + words.slice(1) : words
}
