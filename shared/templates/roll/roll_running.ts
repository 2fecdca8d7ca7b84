/**
 * Lines that run on from quarter to quarter, such as the effect of a scenario on equity: the first quarter of the year counts
 * what the opening balance brings, each later one what the quarter before it came to. Decides formulas; sets none.
 *
 * A year that starts afresh shows the first quarter alone, so that what a later one holds is read off that: its formula with
 * the line itself in the quarter before in the place of what reads the opening balance.
 */
import type { Reference } from '../../formula/ast.ts'
import { parseFormula } from '../../formula/parse.ts'
import { tokenize, type Token } from '../../formula/tokens.ts'
import type { Line, Schedule } from '../../model/filing.ts'
import { periodOf } from '../../calendar/periods.ts'
import type { ColumnPlan } from './rolled_column.ts'
import { rollforwards } from './roll_lines.ts'

/**
 * The formula that a line takes in the new quarter at this place, naming columns of the old schedule but for the quarter before;
 * undefined where the line does not run on there, so that the quarter is served as its pattern was.
 */
export function runningFormula(
  schedule: Schedule,
  line: Line,
  { columns, growing }: ColumnPlan,
  at: number,
): { before: string; movement: string } | undefined {
  const { comparative, period, like } = columns[at]!
  const before = columns[at - 1]
  if (!growing || comparative || period?.kind !== 'quarter' || !before) return undefined
  const first = schedule.columns.find((column) => periodOf(column))
  // Of the old periods the formula serves the first alone, and that is what the new quarter is made like.
  const served = schedule.columns.filter((column) => periodOf(column) && line.columns?.includes(column.id))
  if (served.length !== 1 || served[0] !== first || like !== first) return undefined
  const opening = rollforwards(schedule)[0]?.opening.id
  const movement = opening === undefined ? undefined : withoutLine(line.formula ?? '', schedule.id, opening)
  return movement === undefined ? undefined : { before: `${line.id}@${before.id}`, movement }
}

/** The terms of a sum that do not read a line, each with its sign; undefined where none reads it, or all do. */
function withoutLine(text: string, schedule: string, line: string): string | undefined {
  const parsed = parseFormula(text)
  if ('error' in parsed || parsed.formula.root.type !== 'sum') return undefined
  const reads = parsed.formula.references.filter(
    (one): one is Reference =>
      one.type === 'reference' &&
      one.line === line &&
      (one.schedule ?? schedule) === schedule &&
      one.column === undefined,
  )
  const terms = termsOf(text)
  const left = terms.filter(({ at, end }) => !reads.some((one) => one.at >= at && one.end <= end))
  if (left.length === 0 || left.length === terms.length) return undefined
  return left.map(({ sign, at, end }) => `${sign} ${text.slice(at, end).trim()}`).join(' ')
}

type Term = { sign: string; at: number; end: number }

/** The terms between the plus and minus signs of a sum, with the text of each as it was written. */
function termsOf(text: string): Term[] {
  const start = /^\s*=?/.exec(text)![0].length
  const tokens = tokenize(text, start)
  if (!Array.isArray(tokens)) return []
  const terms: Term[] = []
  let [sign, at, depth] = ['+', start, 0]
  let before: Token | undefined
  for (const token of tokens) {
    if (token.text === '(') depth += 1
    if (token.text === ')') depth -= 1
    const isEnd = token.type === 'end'
    // A sign behind another one, or at the start, belongs to the term.
    const isBetween = depth === 0 && /^[-+]$/.test(token.text) && before !== undefined && !/^[-+*/^]$/.test(before.text)
    if (isEnd || isBetween) {
      terms.push({ sign, at, end: token.at })
      ;[sign, at] = [token.text, token.end]
    }
    before = token
  }
  return terms
}
