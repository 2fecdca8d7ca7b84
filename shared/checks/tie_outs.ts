/**
 * Every check that must hold in a filing, each with its difference. Reports; must never mend a figure. A check that is added to
 * a list here is told wherever tie-outs are.
 */
import { cellText } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { hasCell, isText, structureFormula, storedAt } from '../calc/layout.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Filing } from '../model/filing.ts'
import { atOnce, type Steps } from '../model/steps.ts'
import { factOf, refOf, type Found } from '../model/lookup.ts'
import type { Decimal } from '../money/decimal.ts'
import { ATTENTION, mayAsk } from './attention.ts'
import { NOTHING_BESIDE, type Beside } from './beside.ts'
import { BOOKS } from './books.ts'
import { CARRIED, NOTHING_CARRIED, type CarriedSources } from './carried.ts'
import { crossFootingSubjects } from './cross_footing.ts'
import { addedAfresh, type Added } from './footing.ts'
import { ERROR, showsError } from './errors.ts'
import { leftOutIn, PERIODS, type LeftOutAt, type LeftOutIn } from './left_out.ts'
import { perShareSubjects, QUOTIENT } from './per_share.ts'
import { PER_SOURCE } from './per_source.ts'
import { PROOF } from './proof.ts'
import { straySubjects } from './stray_figures.ts'
import type { Subject } from './subject.ts'
import { sumTerms, type Terms } from './sum_terms.ts'
import type { CellCheck, Checked, Finding, TieOut } from './tie_out.ts'
import { VERSION } from './kept.ts'
import { FOOTS, TIES } from './totals.ts'
import { LEVEL } from './undisclosed.ts'
import { unexplainedSubjects } from './unexplained.ts'

/** In the order in which the tie-outs of a cell are told. */
const CELL_CHECKS: readonly CellCheck[] = [
  ERROR,
  PER_SOURCE,
  CARRIED,
  VERSION,
  PROOF,
  ATTENTION,
  FOOTS,
  TIES,
  QUOTIENT,
  LEVEL,
  PERIODS,
  BOOKS,
]

/** What may be flagged of a filing beyond its single cells. */
const FILING_CHECKS: readonly ((filing: Filing) => readonly Subject[])[] = [
  crossFootingSubjects,
  perShareSubjects,
  straySubjects,
  unexplainedSubjects,
]

const NONE: ReadonlySet<string> = new Set()

/**
 * All tie-outs of a filing in the order of its schedules; those of the scenario layer, with the base beside. `commented` are
 * the names of the cells that bear a comment: it is the note that a difference from books needs. `carried` tells where figures were
 * carried from; without it they are held against no other filing.
 */
export function tieOuts(
  filing: Filing,
  engine: Engine,
  commented: ReadonlySet<string> = NONE,
  carried: CarriedSources = NOTHING_CARRIED,
): TieOut[] {
  return atOnce(tieOutsInSteps(filing, engine, { ...NOTHING_BESIDE, commented, carried }))
}

/** As `tieOuts`, in steps of a line, told by schedules; what is looked at again is told again. */
export function* tieOutsInSteps(filing: Filing, engine: Engine, beside: Beside): Steps<TieOut[]> {
  const known = new Map<string, LeftOutIn>()
  const leftOutAt: LeftOutAt = (ref) => known.get(cellName(ref))
  // What rests on a cell is known once the cell is: looked at again until nothing is news, which most filings are at once.
  for (;;) {
    const found: TieOut[] = []
    let isNews = false
    for (const [done, schedule] of filing.schedules.entries()) {
      for (const line of schedule.lines) {
        yield { done, of: filing.schedules.length }
        for (const column of schedule.columns) {
          const at = { filing, schedule, line, column }
          const checks = checksOf(at, engine, beside, known.size > 0 ? leftOutAt : undefined)
          found.push(...checks)
          const left = leftOutIn(checks)
          if (!left || known.get(cellName(refOf(at))) === left) continue
          known.set(cellName(refOf(at)), left)
          isNews = true
        }
      }
    }
    if (!isNews) return [...found, ...subjectsOf(filing).flatMap((subject) => subject.look(engine).flags)]
  }
}

/** What may be flagged of a filing beyond its single cells, told from its structure. */
export function subjectsOf(filing: Filing): Subject[] {
  return FILING_CHECKS.flatMap((check) => check(filing))
}

function tieOut(kind: string, { ref, found: { line, column } }: Checked, finding: Finding): TieOut {
  let written: string | undefined
  const { scenario, filed, words } = finding
  const { difference } = scenario
  const textOf = finding.textOf ?? ((amount: Decimal): string => cellText(amount, line, column))
  return {
    id: `${kind}:${ref.schedule}.${ref.line}@${ref.column}`,
    kind,
    ...ref,
    status: scenario.status,
    filed,
    difference,
    get differenceText() {
      return difference && !difference.isZero() ? textOf(difference) : ''
    },
    get text() {
      written ??= words()
      return written
    },
  }
}

const NO_CHECKS: readonly TieOut[] = []
const NO_TERMS: Partial<TermsAdded> = {}

/** The cells that a formula adds up, with what they come to. */
export type TermsAdded = { terms: Terms; added: Added }

/** Reads which cells a formula adds up; what they come to is read when it is asked for. */
export function termsAfresh(engine: Engine, found: Found, formula: string): TermsAdded | undefined {
  const terms = sumTerms(found, formula)
  return terms && { terms, added: addedAfresh(engine, found, terms.cells) }
}

/**
 * The tie-outs of one cell; none where it holds words or does not exist. `leftOutAt` tells of the cells that it reads; `termsOf`
 * reads what it adds up, for who keeps that.
 */
export function checksOf(
  found: Found,
  engine: Engine,
  { commented, carried: sources, kept }: Beside,
  leftOutAt: LeftOutAt | undefined,
  termsOf: (found: Found, formula: string) => TermsAdded | undefined = (at, formula) =>
    termsAfresh(engine, at, formula),
): readonly TieOut[] {
  const { schedule, line, column } = found
  if (!hasCell(line, column) || isText(line)) return NO_CHECKS
  const formula = structureFormula(line, column)?.text
  const printed = factOf(schedule, line.id, column.id)?.perSource
  const perSource = printed === undefined ? undefined : storedAt({ line, column }, printed)
  const ref: CellRef = refOf(found)
  // Most cells of a large filing are plain inputs, of which there is nothing to check.
  const carried = sources.size > 0 ? sources.get(cellName(ref)) : undefined
  const keptApart = kept.size > 0 ? kept.get(cellName(ref)) : undefined
  const isBeside = carried !== undefined || keptApart !== undefined
  const isHeld = isBeside || line.source !== undefined || line.proof !== undefined || mayAsk(found)
  if (formula === undefined && !perSource && !isHeld && !showsError(engine, ref)) return NO_CHECKS
  const { terms, added } = (formula === undefined ? undefined : termsOf(found, formula)) ?? NO_TERMS
  const value = engine.value(ref)
  const cell: Checked = {
    found,
    ref,
    engine,
    value,
    formula,
    terms,
    added,
    perSource,
    commented,
    leftOutAt,
    carried,
    keptApart,
  }
  return CELL_CHECKS.flatMap(({ kind, find }) => {
    const finding = find(cell)
    return finding ? tieOut(kind, cell, finding) : []
  })
}
