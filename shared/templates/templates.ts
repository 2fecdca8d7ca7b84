/**
 * The list of templates, and new filings: from templates, or as a copy of another. A template that is added here is offered
 * wherever templates are.
 */
import type { Filing, HeadlineMap, Schedule } from '../model/filing.ts'
import { BALANCE_SHEET_TEMPLATE } from './balance_sheet.ts'
import { BLANK } from './blank.ts'
import { CLASS_PROPORTION_TEMPLATE } from './class_proportion.ts'
import { DECLARATION_TEMPLATE } from './declaration.ts'
import { DISTRIBUTION_TEST_TEMPLATE } from './distribution_test.ts'
import { DIVIDENDS_TEMPLATE } from './dividends.ts'
import { DIVIDEND_YEAR_TEMPLATE } from './dividend_year.ts'
import { EARNINGS_AND_PROFITS_TEMPLATE } from './earnings_and_profits.ts'
import { EPS_TEMPLATE } from './eps.ts'
import { EQUITY_TEMPLATE } from './equity.ts'
import { EQUITY_VIEWS_TEMPLATE } from './equity_views.ts'
import { EQUITY_VIEWS_TRUSTS_TEMPLATE } from './equity_views_trusts.ts'
import { EXCISE_TEMPLATE } from './excise.ts'
import { headDetails, withDetails, type FilingDetails } from './filing_details.ts'
import { INCOME_COMPARISON } from './income_comparison.ts'
import { LIQUIDITY_TEMPLATE } from './liquidity.ts'
import { LOOK_FORWARD_TEMPLATE } from './look_forward.ts'
import { LOSS_ROLLFORWARDS_TEMPLATE } from './loss_rollforwards.ts'
import { LOSS_TEMPLATES } from './losses.ts'
import { METHOD_CHANGES_TEMPLATE } from './method_changes.ts'
import { PUBLISHED_TEMPLATES } from './published_dividends.ts'
import { RECONCILIATION_TEMPLATE } from './reconciliation.ts'
import type { Covers, Template, TemplateId } from './template.ts'
import { CALENDAR_TEMPLATE } from './calendar.ts'
import { TRUST_GAIN_TEMPLATE } from './trust_gain.ts'
import { TEMPORARY_DIFFERENCES_TEMPLATE } from './temporary_differences.ts'
import { TRS_DIVIDEND_TEMPLATE } from './trs_dividend.ts'
import { REMIC_TEMPLATE } from './remic.ts'
import { REMIC_QUARTERS_TEMPLATE } from './remic_quarters.ts'
import { TRUST_ROLLFORWARD } from './trust_rollforward.ts'

/** In the order in which their schedules stand in a filing. */
export const TEMPLATES: readonly Template[] = [
  INCOME_COMPARISON,
  BALANCE_SHEET_TEMPLATE,
  RECONCILIATION_TEMPLATE,
  EQUITY_TEMPLATE,
  EQUITY_VIEWS_TEMPLATE,
  EQUITY_VIEWS_TRUSTS_TEMPLATE,
  LIQUIDITY_TEMPLATE,
  LOOK_FORWARD_TEMPLATE,
  TEMPORARY_DIFFERENCES_TEMPLATE,
  LOSS_ROLLFORWARDS_TEMPLATE,
  METHOD_CHANGES_TEMPLATE,
  EPS_TEMPLATE,
  TRS_DIVIDEND_TEMPLATE,
  REMIC_TEMPLATE,
  REMIC_QUARTERS_TEMPLATE,
  DISTRIBUTION_TEST_TEMPLATE,
  EXCISE_TEMPLATE,
  DECLARATION_TEMPLATE,
  ...LOSS_TEMPLATES,
  EARNINGS_AND_PROFITS_TEMPLATE,
  DIVIDEND_YEAR_TEMPLATE,
  DIVIDENDS_TEMPLATE,
  ...PUBLISHED_TEMPLATES,
  CLASS_PROPORTION_TEMPLATE,
  CALENDAR_TEMPLATE,
  TRUST_ROLLFORWARD,
  TRUST_GAIN_TEMPLATE,
  BLANK,
]

export const TEMPLATE_IDS: readonly TemplateId[] = TEMPLATES.map(({ id }) => id)

export type NewFiling = {
  id: string
  details: FilingDetails
  covers: Covers['covers']
  against: Covers['against']
  /** At least one, for a filing without schedules has nowhere to go. */
  schedules: readonly TemplateId[]
}

/** A draft with the schedules chosen, empty. The period's end of the details is a date. */
export function newFiling({ id, details, covers, against, schedules }: NewFiling): Filing {
  const wanted: Covers = { periodEnd: details.periodEnd.trim(), covers, against, chosen: new Set(schedules) }
  const templates = TEMPLATES.filter((one) => wanted.chosen.has(one.id))
  const minimum = templates.find((one) => one.minimumDistribution)?.minimumDistribution?.(wanted)
  const tested = templates.find((one) => one.distributionTest)?.distributionTest?.(wanted)
  const headlines: HeadlineMap = [
    ...templates.flatMap((one) => one.headlines(wanted)),
    ...(minimum || tested !== undefined
      ? [
          {
            id: 'minimum_distribution' as const,
            label: 'Minimum distribution, year to date',
            short: 'Min. distribution',
            lines: tested === undefined ? [] : [tested],
          },
        ]
      : []),
    { id: 'open_tie_outs', label: 'Open tie-outs', lines: [] },
  ]
  return {
    id,
    ...headDetails(details),
    status: 'draft',
    headlines,
    ...(minimum && { minimumDistribution: minimum }),
    schedules: templates.map((one) => inOrder(inUnit(one.schedule(wanted), details.unit))),
  }
}

/** Cells stand line by line, as a workbook gives them back, so that a filing planned is the filing stored. */
function inOrder(schedule: Schedule): Schedule {
  if (!schedule.cells) return schedule
  const lines = new Map(schedule.lines.map(({ id }, at) => [id, at]))
  const columns = new Map(schedule.columns.map(({ id }, at) => [id, at]))
  const place = ({ line, column }: { line: string; column: string }): [number, number] => [
    lines.get(line) ?? 0,
    columns.get(column) ?? 0,
  ]
  const cells = schedule.cells.toSorted((a, b) => {
    const [line, column] = place(a)
    const [otherLine, otherColumn] = place(b)
    return line - otherLine || column - otherColumn
  })
  return { ...schedule, cells }
}

/** The line under the title names the filing's unit: thousands unless it says otherwise. */
function inUnit(schedule: Schedule, unit: string): Schedule {
  const word = /^\s*(thousands|millions|billions)\b/i.exec(unit)?.[1]?.toLowerCase()
  const line = schedule.unitLine
  if (line === undefined || word === 'thousands' || unit.trim() === '') return schedule
  if (word !== undefined) return { ...schedule, unitLine: line.replace('in thousands', `in ${word}`) }
  return { ...schedule, unitLine: line.replace('in thousands', `in ${unit.trim()}`) }
}

/**
 * A copy as a draft of its own, with every input and what is said of it. A copy as another stage of the same period follows the original. What could be completed as filed is an input like
 * any other in a draft, and what the old document prints is nothing that the new one must agree with; scenarios and comments
 * stay with the original.
 */
export function duplicateFiling(filing: Filing, id: string, details: FilingDetails): Filing {
  // What was corrected in the original is no correction of the copy.
  const { corrections: _corrections, ...rest } = filing
  const isStage =
    details.periodEnd === filing.periodEnd && details.stage !== undefined && details.stage !== filing.stage
  return {
    ...withDetails(rest, details),
    id,
    status: 'draft',
    ...(isStage && { predecessor: filing.id }),
    schedules: filing.schedules.map((schedule) => {
      if (!schedule.facts) return schedule
      return {
        ...schedule,
        facts: schedule.facts.map(({ completable: _completable, perSource: _printed, ...fact }) => fact),
      }
    }),
  }
}
