/**
 * The lines between which rollforwards run: each opening balance with the closing balance that reads it. A schedule may hold several,
 * such as one for the allowance and one for real estate owned.
 *
 * A line is an opening or a closing one by its id, by what its label says of the beginning and the end of the period, or by a date where the
 * two labels differ in nothing else. It counts only where the closing line reads the opening one, directly, within a sum, or
 * through subtotals. A line that holds the opening balance among other things is no opening line.
 */
import { timesIn } from '../../calendar/period_words.ts'
import { referencesOf } from '../../formula/rewrite.ts'
import type { Line, Schedule } from '../../model/filing.ts'

const OPENING_WORD = /^(?:opening|beginning)$/
const CLOSING_WORD = /^(?:closing|ending)$/
const PERIOD = '(?:the )?(?:period|year|quarter|month)'
const WHAT = '(?:balance|equity|fair value|book value|carrying (?:amount|value)|allowance)'
const OPENING_LABEL = label('(?:beginning|start)', '(?:opening|beginning)', 'brought')
const CLOSING_LABEL = label('end', '(?:closing|ending)', 'carried')

/** `Balance at end of period`, `Balance, end of year`, `Ending balance`, `Balance, ending`, `Balance carried forward`. */
function label(when: string, adjective: string, direction: string): RegExp {
  return new RegExp(
    [
      `(?:\\b(?:at|as of)|[,:–-]) ?(?:the )?${when}(?: of ${PERIOD})?$`,
      `\\b(?:at|as of|,) (?:the )?${when} of ${PERIOD}\\b`,
      `^${adjective} ${WHAT}(?! and)`,
      `^${when} of ${PERIOD}$`,
      `\\b${WHAT}, ${adjective}$`,
      `\\b${WHAT} ${direction} forward\\b`,
    ].join('|'),
    'i',
  )
}

export type RollLines = { opening: Line; closing: Line }

/** The rollforwards of a schedule in the order of their opening lines; none where it has none. */
export function rollforwards({ id, lines }: Pick<Schedule, 'id' | 'lines'>): RollLines[] {
  const readers = new Readers(id, lines)
  const found: RollLines[] = []
  const taken = new Set<Line>()
  const closings = lines.filter(({ kind }) => kind === 'formula')
  for (const opening of lines) {
    if (opening.kind !== 'input' || opening.format === 'text' || !mayOpen(opening)) continue
    const reading = readers.of(opening)
    const own = closings.filter((closing) => !taken.has(closing) && reading.has(closing))
    const stem = stemOf(opening, OPENING_WORD)
    const closing =
      own.find((one) => stem !== undefined && stem === stemOf(one, CLOSING_WORD)) ??
      own.find((one) => (stem === '' || OPENING_LABEL.test(opening.label)) && CLOSING_LABEL.test(one.label)) ??
      own.find((one) => OPENING_LABEL.test(opening.label) && stemOf(one, CLOSING_WORD) === '') ??
      own.find((one) => differInDatesOnly(opening, one))
    if (!closing) continue
    taken.add(closing)
    found.push({ opening, closing })
  }
  return found
}

function mayOpen(line: Line): boolean {
  return stemOf(line, OPENING_WORD) !== undefined || OPENING_LABEL.test(line.label) || timesIn(line.label).length > 0
}

/**
 * What is left of an id without its word for the beginning or the end: `allowance` of `allowance_opening` and of `closing_allowance`,
 * nothing of `opening_balance`. Undefined where it has no such word.
 */
function stemOf({ id }: Line, word: RegExp): string | undefined {
  const words = id.split('_')
  const [first, last] = [words[0]!, words.at(-1)!]
  const rest = word.test(first) ? words.slice(1) : word.test(last) ? words.slice(0, -1) : undefined
  return rest?.filter((one) => one !== 'balance' && one !== 'equity').join('_')
}

/** `Balance at December 31, 2006` and `Balance at December 31, 2007`. */
function differInDatesOnly(a: Line, b: Line): boolean {
  if (a.label === b.label || timesIn(a.label).length === 0) return false
  const words = withoutTimes(a.label)
  return words.trim() !== '' && words === withoutTimes(b.label)
}

function withoutTimes(text: string): string {
  return timesIn(text).reduce((left, time) => left.replace(time, ''), text)
}

/** Which formula lines of a schedule read a line, directly or through others. */
class Readers {
  private readonly schedule: string
  private readonly lines: readonly Line[]
  private readonly places: ReadonlyMap<string, number>
  /** By the place of a line, the formula lines that read it directly; made when it is first asked for. */
  private direct: Line[][] | undefined

  constructor(schedule: string, lines: readonly Line[]) {
    this.schedule = schedule
    this.lines = lines
    this.places = new Map(lines.map(({ id }, at) => [id, at]))
  }

  /** Every formula line that reads the line. */
  of(line: Line): Set<Line> {
    const direct = (this.direct ??= this.readDirectly())
    const found = new Set<Line>()
    const path = [line]
    for (let next = path.pop(); next; next = path.pop()) {
      for (const reader of direct[this.places.get(next.id)!]!) {
        if (found.has(reader)) continue
        found.add(reader)
        path.push(reader)
      }
    }
    return found
  }

  private readDirectly(): Line[][] {
    const readers = this.lines.map((): Line[] => [])
    for (const line of this.lines) {
      for (const one of referencesOf(line.formula ?? '')) {
        if ((one.schedule ?? this.schedule) !== this.schedule || one.type === 'column_range') continue
        // Another column of a line is another balance.
        const [first, last] = one.type === 'reference' ? [one.line, one.line] : [one.first, one.last]
        if (one.type === 'reference' && one.column !== undefined) continue
        const [from, to] = [first, last].map((id) => (id === undefined ? undefined : this.places.get(id)))
        if (from === undefined || to === undefined) continue
        for (let at = from; at <= to; at += 1) readers[at]!.push(line)
      }
    }
    return readers
  }
}
