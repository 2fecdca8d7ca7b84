/**
 * What the schedules of the tax year of 2007 share: the periods from which the product's templates make them, and how what the release
 * does not give is marked. Makes marks only; figures come from the templates' formulas.
 */
import type { CellFact, Column, Schedule } from '../../../shared/model/filing.ts'
import { DISTRIBUTION_TEST, NOL_YEARS } from '../../../shared/templates/distribution_test.ts'
import { LOSS_TEMPLATES } from '../../../shared/templates/losses.ts'
import { FORECAST, TO_DATE, taxYearId } from '../../../shared/templates/tax_year.ts'
import type { Covers, Template } from '../../../shared/templates/template.ts'

/** What the filing covers, for a template: nine months of 2007, with the schedules that read each other. */
export const COVERS: Covers = {
  periodEnd: '2007-09-30',
  covers: 'quarter',
  against: 'before',
  chosen: new Set(['reconciliation', 'equity', DISTRIBUTION_TEST, NOL_YEARS, 'nol']),
}

/** The column of the tax year. */
export const YEAR = taxYearId(2007)

/** How figures came about that the release does not print. */
export const WORKED_OUT = 'worked out here from figures of the release, which gives no such schedule'

/** The template of losses of that id. */
export function lossTemplate(id: string): Template {
  return LOSS_TEMPLATES.find((one) => one.id === id)!
}

/** The schedule with its columns marked as derived, except for the forecast, in which nothing stands. */
export function derived(schedule: Schedule): Schedule {
  return { ...schedule, columns: schedule.columns.map(marked) }
}

function marked(column: Column): Column {
  return column.id === FORECAST ? column : { ...column, origin: 'derived', how: WORKED_OUT }
}

/** Inputs to date on which the release is silent: each can be completed once, with its source. The year follows them. */
export function silent(lines: readonly string[], remarks: Readonly<Record<string, string>> = {}): CellFact[] {
  return lines.flatMap((line): CellFact[] => {
    const remark = remarks[line]
    const said = remark === undefined ? {} : { remark }
    return [
      { line, column: TO_DATE, origin: 'not_disclosed', completable: true, ...said },
      { line, column: YEAR, origin: 'not_disclosed' },
    ]
  })
}

/** Lines that stay blank to date and for the year while what they need is not disclosed. */
export function unknown(lines: readonly string[]): CellFact[] {
  return lines.flatMap((line) => [TO_DATE, YEAR].map((column): CellFact => ({ line, column, origin: 'not_disclosed' })))
}

/** The schedule with what is said of its cells, in the order of its lines and columns. */
export function withFacts(schedule: Schedule, facts: readonly CellFact[]): Schedule {
  const lines = schedule.lines.map(({ id }) => id)
  const columns = schedule.columns.map(({ id }) => id)
  const inOrder = facts.toSorted(
    (a, b) => lines.indexOf(a.line) - lines.indexOf(b.line) || columns.indexOf(a.column) - columns.indexOf(b.column),
  )
  return { ...schedule, facts: inOrder }
}
