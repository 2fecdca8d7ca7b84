/**
 * Where the heads of columns break: between words, never within a date's month and day, and the heads of periods in one row all
 * before the year (or before "Ended"), or none of them. Widths are estimated in ems of the table's type.
 */
import type { HeadGroup, PrintColumn } from './document.ts'

/** The width of a letter of a head, a little generous; heads are set a little smaller than the table. */
const HEAD_LETTER = 0.57 * 0.92
/** The white between a column and the one before it, and within its head. */
export const GUTTER = 1.25

/** The parts of a head between which it may break: words, with a date's month and day kept together. */
export function headWords(label: string): string[] {
  return label.match(/[A-Z][a-z]{2,8}\.? \d{1,2}(?:,|(?=\s|$))|\S+/g) ?? []
}

/** The two lines of a period's head where it breaks: `September 30,` and `2007`; `Nine Months` and `Ended`. */
export function periodLines(label: string): [string, string] | undefined {
  const match =
    /^(.*[A-Z][a-z]{2,8}\.? \d{1,2},) (\d{4})$/.exec(label) ??
    /^(\S+ (?:Months?|Weeks?|Quarters?)) (Ended.*)$/i.exec(label)
  return match ? [match[1]!, match[2]!] : undefined
}

/** The lines on which each head of a row is set; undefined where the head may break where it likes. */
export function headLines(heads: readonly { label: string; ems: number; more: number }[]): (string[] | undefined)[] {
  const isBroken = heads.some(
    ({ label, ems, more }) => periodLines(label) !== undefined && lineEms(label, more) > ems - GUTTER,
  )
  return heads.map(({ label }) => {
    const lines = periodLines(label)
    return lines && (isBroken ? lines : [label])
  })
}

/** The width that a head needs: its longest word, or the longer of a period's two lines, broken into at most three lines. */
export function headEms(label: string, more: number): number {
  const lines = periodLines(label) ?? [...headWords(label), 'x'.repeat(Math.ceil(label.length / 3))]
  return Math.max(0, ...lines.map((line, at) => lineEms(line, at === lines.length - 1 ? more : 0)))
}

/** Letters that stand behind a head: marks of notes, which are set small. */
export function marksBehind({ notes, marks }: Pick<HeadGroup, 'notes' | 'marks'>): number {
  return Math.ceil((notes.join(' ').length + 3 * notes.length + (marks?.length ?? 0) * 1.5) * 0.7)
}

function lineEms(line: string, more: number): number {
  return (line.length + more) * HEAD_LETTER
}

/** The head of a column, as a head over it alone. */
export function headOf({ label, marks }: PrintColumn, from: number): HeadGroup {
  return { label, notes: [], marks, from, span: 1 }
}
