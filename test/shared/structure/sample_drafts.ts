/**
 * The sample filings as drafts, and plans carried out on them as storage would. Holds no expectations.
 */
import { IMPAC_2007_Q3 } from '../../../db/samples/impac_2007_q3/filing.ts'
import { IMPAC_2009 } from '../../../db/samples/impac_2009/filing.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { inverse } from '../../../shared/model/change_set.ts'
import type { Column, Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type {
  Draft,
  DraftScenario,
  StructureChanges,
  StructurePlan,
  StructureRefusal,
} from '../../../shared/structure/plan.ts'
import type { StoredComment } from '../../../shared/model/stored_filing.ts'
import { valueText } from '../calc/snapshots.ts'
import { canonical, draftAfter } from './draft_after.ts'
import { sentence } from '../worded.ts'

function draftOf(filing: Filing, of: { scenarios?: DraftScenario[]; comments?: StoredComment[] }): Draft {
  return { filing: { ...filing, status: 'draft' }, at: 0, scenarios: of.scenarios ?? [], comments: of.comments ?? [] }
}

/** Where filings without a distribution test have their minimum distribution. */
const MINIMUM_DISTRIBUTION = {
  taxableIncome: 'reconciliation.taxable_income',
  preferredDividends: 'reconciliation.preferred_dividends',
  yearToDate: { q3_2007: ['m9_2007'], q2_2007: ['m9_2007'], q1_2007: ['m9_2007'], m9_2007: ['m9_2007'] },
}

/** The third quarter of 2007 as a draft, which also names a minimum distribution of its own, as other filings do. */
export function impac(of: { scenarios?: DraftScenario[]; comments?: StoredComment[] } = {}): Draft {
  return draftOf({ ...IMPAC_2007_Q3, minimumDistribution: MINIMUM_DISTRIBUTION }, of)
}

/** The trusts of 2009 as a draft. */
export function trusts(of: { scenarios?: DraftScenario[]; comments?: StoredComment[] } = {}): Draft {
  return draftOf(IMPAC_2009, of)
}

export function planned(plan: StructurePlan): StructureChanges {
  if (plan.kind === 'refused') throw new Error(sentence(plan))
  return plan
}

/** A refusal with its sentence. */
export function refusal(plan: StructurePlan): StructureRefusal & { reason: string } {
  if (plan.kind === 'plan') throw new Error(`Not refused: ${plan.title}`)
  return { ...plan, reason: sentence(plan) }
}

/** The draft after a plan; the plan taken back must lead to where it began. */
export function done(draft: Draft, plan: StructurePlan): Draft {
  const { changes } = planned(plan)
  const after = draftAfter(draft, changes)
  const back = draftAfter(after, inverse(changes), 'reversal')
  if (JSON.stringify(canonical(back)) !== JSON.stringify(canonical(draft)))
    throw new Error('Taken back, it is not what it was.')
  return after
}

export function schedule({ filing }: Draft, id: string): Schedule {
  return filing.schedules.find((one) => one.id === id)!
}

export function line(draft: Draft, name: string): Line {
  const [id, of] = name.split('.')
  return schedule(draft, id!).lines.find((one) => one.id === of)!
}

export function column(draft: Draft, name: string): Column {
  const [id, of] = name.split('@')
  return schedule(draft, id!).columns.find((one) => one.id === of)!
}

export function lineIds(draft: Draft, id: string): string[] {
  return schedule(draft, id).lines.map((one) => one.id)
}

export function columnIds(draft: Draft, id: string): string[] {
  return schedule(draft, id).columns.map((one) => one.id)
}

/** The value of `schedule.line@column` in the base. */
export function value({ filing }: Draft, name: string): string {
  return valueText(createEngine(filing).value(readCellName(name)!))
}

/** The base input of `schedule.line@column`. */
export function input(draft: Draft, name: string): string | undefined {
  const ref = readCellName(name)!
  return (
    schedule(draft, ref.schedule).cells.find((cell) => cell.line === ref.line && cell.column === ref.column)?.input ??
    undefined
  )
}
