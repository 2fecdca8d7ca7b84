/**
 * Where the differences between an estimate and the tax return land: figures of later filings that opened with the estimate, such as layers of losses,
 * accumulated earnings and profits, what excise left over, and the inventory of temporary differences. Tells and plans; must not change anything.
 *
 * A return true-up is a change of estimate: filed figures and book openings stay, and the books take it up in the current period (ASC 250-10-45-17). Only the
 * schedules of tax open with the return.
 */
import { cellFormat } from '../calc/layout.ts'
import { isAmount, sameValue, type Value } from '../calc/value.ts'
import type { CarriedSources } from '../checks/carried.ts'
import { readCellName } from '../model/cell.ts'
import type { CellFact, CellRef, Filing } from '../model/filing.ts'
import { stageOf } from '../model/line_of_filings.ts'
import { factOf, findCell, scheduleOf } from '../model/lookup.ts'
import type { CellEdit } from '../model/changes/cell.ts'
import type { FactEdit } from '../model/changes/fact.ts'
import { storedText } from '../money/format.ts'
import { isolated } from '../money/isolated.ts'
import type { DocumentSide } from './documents.ts'

/** A later filing, with where its carried figures began. */
export type LaterFiling = DocumentSide & { carried: CarriedSources }

/** A figure of a later filing that opened with an estimate: how it stands, and what the return has. */
export type TrueUp = { at: CellRef; from: CellRef; stands: Value; becomes: Value }

/** What lands in one filing. */
export type Landing = { filing: Filing; trueUps: TrueUp[] }

/** True where a tax return stands behind another document of its period. */
export function isReturn(earlier: Filing, later: Filing): boolean {
  const [was, now] = [earlier, later].map((one) => stageOf(one))
  return earlier.id !== later.id && earlier.periodEnd === later.periodEnd && now === 'return' && was !== 'return'
}

/**
 * Where the return lands, filing by filing. `estimates` are the ids of the other documents of the period; a figure that was carried from one of them, in
 * however many steps, and that the return shows otherwise, is told. One that stands as the return has it already is not.
 */
export function landings(
  taxReturn: DocumentSide,
  estimates: ReadonlySet<string>,
  later: readonly LaterFiling[],
): Landing[] {
  return later.flatMap((one): Landing[] => {
    const trueUps = [...one.carried].flatMap(([name, { from }]): TrueUp[] => {
      const at = readCellName(name)
      if (!at || !estimates.has(from.filing) || scheduleOf(one.filing, at.schedule)?.kind !== 'reit_tests') return []
      const cell = { schedule: from.schedule, line: from.line, column: from.column }
      if (!findCell(taxReturn.filing, cell)) return []
      const [stands, becomes] = [one.value(at), taxReturn.value(cell)]
      if (!isAmount(becomes) || sameValue(stands, becomes)) return []
      return [{ at, from: cell, stands, becomes }]
    })
    return trueUps.length === 0 ? [] : [{ filing: one.filing, trueUps }]
  })
}

/**
 * The same among filings: other documents of the return's period in its `line` are the estimates, and it lands in filings of later periods, which carry from
 * them. `read` gives a filing with its figures.
 */
export function landingsAmong(
  taxReturn: DocumentSide,
  { line, filings }: { line: readonly Filing[]; filings: readonly Filing[] },
  read: (filing: Filing) => LaterFiling,
): Landing[] {
  const { id, periodEnd = '' } = taxReturn.filing
  const estimates = line.filter((one) => one.id !== id && one.periodEnd === periodEnd)
  const later = filings.filter((one) => (one.periodEnd ?? '') > periodEnd)
  return landings(taxReturn, new Set(estimates.map((one) => one.id)), later.map(read))
}

/** The changes by which a draft opens with the return: each figure with where it comes from now. `before` is the input that stands. */
export function takenFromReturn(
  { filing, trueUps }: Landing,
  taxReturn: Filing,
  before: (ref: CellRef) => string | null,
): (CellEdit | FactEdit)[] {
  return trueUps.flatMap(({ at, from, becomes }): (CellEdit | FactEdit)[] => {
    const found = findCell(filing, at)
    if (!found || !isAmount(becomes)) return []
    const stood = factOf(found.schedule, at.line, at.column)
    const fact: CellFact = {
      line: at.line,
      column: at.column,
      ...stood,
      remark: `From “${isolated(taxReturn.title)}”, the tax return.`,
      carried: { filing: taxReturn.id, ...from },
    }
    const after = storedText(becomes, cellFormat(found.line, found.column))
    return [
      { kind: 'cell', scenario: null, ...at, before: before(at), after },
      { kind: 'fact', ...at, before: stood ?? null, after: fact },
    ]
  })
}
