/**
 * What of a subsidiary's distributions the reconciliation does not count as income: the return of capital that the schedule of the subsidiary tells. It
 * is known for the year to date, so that the current quarter bears what the earlier ones do not, and a roll forward writes it anew. Formulas only; the
 * schedule is trs_dividend.ts, which reads the reconciliation.
 */
import type { Line, Schedule } from '../model/filing.ts'
import { SUBSIDIARY_EARNINGS } from './reason_texts.ts'
import type { ColumnPlan } from './roll/rolled_column.ts'
import { taxYearColumns } from './tax_year.ts'
import { yearSoFar, type Covers, type WrittenLine } from './template.ts'

export const SUBSIDIARY_SCHEDULE = 'trs_dividend'
/** The line of the reconciliation, and what it reads. */
const RETURN_OF_CAPITAL = 'trs_return_of_capital'
const CAPITAL = `${SUBSIDIARY_SCHEDULE}.return_of_capital`

type Periods = { capital: string; current: string; earlier: readonly string[] }
type Served = { formula: string; columns: string[] }

/** Blank until the subsidiary's earnings are entered, so that until then all of its distributions count as income. */
function served({ capital, current, earlier }: Periods): Served {
  const before = earlier.map((id) => ` - @${id}`).join('')
  return { formula: `= needs(${capital}, -${capital}${before})`, columns: [current] }
}

/** The line, where the schedule of the subsidiary is chosen. */
export function returnOfCapital(covers: Covers): WrittenLine[] {
  if (!covers.chosen.has(SUBSIDIARY_SCHEDULE)) return []
  const periods = yearSoFar(covers).map(({ id }) => id)
  const own = {
    capital: `${CAPITAL}@${taxYearColumns(covers)[0]!.id}`,
    current: periods.at(-1)!,
    earlier: periods.slice(0, -1),
  }
  return [
    {
      id: RETURN_OF_CAPITAL,
      label: 'Return of capital in those distributions',
      type: 'entity_scope',
      reasons: [SUBSIDIARY_EARNINGS],
      ...served(own),
    },
  ]
}

/** What the line holds after a roll forward to another quarter; undefined for any other line, one that a person wrote, and where a year is whole. */
export function rolledReturnOfCapital({ kind }: Schedule, line: Line, { columns }: ColumnPlan): Served | undefined {
  const capital = /^= needs\((trs_dividend\.return_of_capital@\w+), -trs_dividend\./.exec(line.formula ?? '')?.[1]
  if (kind !== 'reconciliation' || line.id !== RETURN_OF_CAPITAL || capital === undefined) return undefined
  const quarters = columns.flatMap(({ id, period, like, added }) =>
    period?.kind === 'quarter'
      ? [{ id, ...period, isCurrent: !added && line.columns?.includes(like.id) === true }]
      : [],
  )
  const current = quarters.find(({ isCurrent }) => isCurrent)
  if (!current) return undefined
  const earlier = quarters
    .filter(({ year, quarter }) => year === current.year && quarter < current.quarter)
    .toSorted((a, b) => a.quarter - b.quarter)
  return served({ capital, current: current.id, earlier: earlier.map(({ id }) => id) })
}
