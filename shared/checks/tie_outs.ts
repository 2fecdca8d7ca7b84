/**
 * Every check that must hold in a filing, each with its difference. Reports; must never mend a figure.
 * The tolerance is half a printed unit for each rounded term; a figure that stands alone has none.
 */
import { differenceFromBooks } from './books.ts'
import { cellText } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { cellDecimals, cellFormat, hasCell, isText, structureFormula } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Column, Filing, Layer, Line, Schedule } from '../model/filing.ts'
import { cellTitle, factOf, findCell, type Found, lineName, originOf, refOf, scheduleName } from '../model/lookup.ts'
import { Decimal, ZERO } from '../money/decimal.ts'
import { printedValue } from '../money/format.ts'
import { parseStored } from '../money/parse.ts'
import { leftOut, type LeftOutAt, type LeftOutIn } from './left_out.ts'
import { perShareFlags } from './per_share.ts'
import { strayFlags } from './stray_figures.ts'
import { sumTerms, type Term, type Terms } from './sum_terms.ts'

export type TieOutStatus = 'pass' | 'within_rounding' | 'fail' | 'changed_by_scenario' | 'not_testable' | 'flagged'

export type TieOut = CellRef & {
  id: string
  kind: 'per_source' | 'foots' | 'ties' | 'per_share' | 'level' | 'books' | 'periods' | 'in_no_total' | 'details'
  status: TieOutStatus
  /** The status in the base layer. */
  filed: TieOutStatus
  /** What stands less what should; null where nothing was compared. */
  difference: Decimal | null
  /** What was compared and what was found, as a sentence. */
  text: string
}

const NONE: ReadonlySet<string> = new Set()

/**
 * All tie-outs of a filing in the order of its schedules; those of the scenario layer, with the base beside. `commented` are
 * the names of the cells that bear a comment: it is the note that a difference from books needs.
 */
export function tieOuts(filing: Filing, engine: Engine, commented: ReadonlySet<string> = NONE): TieOut[] {
  const known = new Map<string, LeftOutIn>()
  const leftOutAt: LeftOutAt = (ref) => (known.size > 0 ? known.get(cellName(ref)) : undefined)
  // What rests on a cell is known once the cell is: looked at again until nothing is news, which most filings are at once.
  for (;;) {
    const found: TieOut[] = []
    let isNews = false
    for (const schedule of filing.schedules) {
      for (const line of schedule.lines) {
        for (const column of schedule.columns) {
          const at = { filing, schedule, line, column }
          const checks = checksOf(at, engine, commented, leftOutAt)
          found.push(...checks)
          const left = leftOutIn(checks)
          if (!left || known.get(cellName(refOf(at))) === left) continue
          known.set(cellName(refOf(at)), left)
          isNews = true
        }
      }
    }
    if (!isNews) return [...found, ...flagsOf(filing, engine)]
  }
}

/** Whether the checks of a cell tell that its figure leaves a period out. */
export function leftOutIn(checks: readonly TieOut[]): LeftOutIn | undefined {
  const told = checks.find(({ kind }) => kind === 'periods')
  return told && (told.filed === 'flagged' ? 'both' : 'scenario')
}

/** What is flagged of a filing beyond its single cells. */
export function flagsOf(filing: Filing, engine: Engine): TieOut[] {
  return [...perShareFlags(filing, engine), ...strayFlags(filing, engine)]
}

type Compared = { status: TieOutStatus; difference: Decimal | null }

/** A tie-out whose sentence is written when it is first read: most of a large filing's are never shown. */
function check(
  kind: TieOut['kind'],
  ref: CellRef,
  scenario: Compared,
  filed: TieOutStatus,
  words: () => string,
): TieOut {
  let written: string | undefined
  return {
    id: `${kind}:${ref.schedule}.${ref.line}@${ref.column}`,
    kind,
    ...ref,
    status: scenario.status,
    filed,
    difference: scenario.difference,
    get text() {
      written ??= words()
      return written
    },
  }
}

const NO_CHECKS: readonly TieOut[] = []

/** The tie-outs of one cell; none where it holds words or does not exist. `leftOutAt` tells of the cells that it reads. */
export function checksOf(
  found: Found,
  engine: Engine,
  commented: ReadonlySet<string>,
  leftOutAt: LeftOutAt,
): readonly TieOut[] {
  const { schedule, line, column } = found
  if (!hasCell(line, column) || isText(line)) return NO_CHECKS
  const formula = structureFormula(line, column)
  const perSource = sourceOf(schedule, line, column)
  if (!formula && !perSource && !line.source) return NO_CHECKS
  const ref = refOf(found)
  const checks: TieOut[] = []
  const add = (kind: TieOut['kind'], scenario: Compared, filed: Compared, words: () => string): void => {
    checks.push(check(kind, ref, scenario, filed.status, words))
  }
  const value = engine.value(ref)
  const terms = formula && (perSource || !column.all) ? sumTerms(found, formula.text) : undefined
  if (perSource) {
    const compare = (layer: Layer): Compared => againstSource(engine, found, ref, perSource, terms, layer)
    const [scenario, filed] = [compare('scenario'), compare('base')]
    const changed = scenario.status !== 'pass' && filed.status !== 'fail' && movedBy(engine, ref)
    const status = changed ? 'changed_by_scenario' : scenario.status
    add('per_source', { ...scenario, status }, filed, () => sourceWords(found, perSource, value, scenario))
  }
  if (terms && !column.all) {
    const { scenario, filed } = footing(engine, found, ref, terms.cells)
    // The sentence reads the terms again: kept for every total they would fill the memory.
    if (scenario.difference !== null) add(terms.kind, scenario, filed, () => termWords(found, value, scenario))
  }
  if (formula && value === null && line.kind === 'formula' && originOf(found).origin === 'not_disclosed') {
    const untestable: Compared = { status: 'not_testable', difference: null }
    add(
      'level',
      untestable,
      untestable,
      () => `${cellTitle(found)}: blank, because a figure it needs was not disclosed.`,
    )
  }
  const left = formula && leftOut(found, engine, formula.text, terms, leftOutAt)
  if (left) {
    const flagged: Compared = { status: 'flagged', difference: null }
    const filed: Compared = { status: left.in === 'both' ? 'flagged' : 'pass', difference: null }
    add('periods', flagged, filed, () => `${cellTitle(found)}: ${left.words()}.`)
  }
  const differs = line.source ? differenceFromBooks(found.filing, engine, ref) : null
  if (differs) {
    const flagged: Compared = { status: 'flagged', difference: differs }
    const note = commented.has(cellName(ref)) ? 'a comment explains it' : 'the difference needs a note'
    add(
      'books',
      flagged,
      { status: 'pass', difference: null },
      () => `${cellTitle(found)}: differs from books by ${cellText(differs, line, column)}; ${note}.`,
    )
  }
  return checks
}

/** `Net loss, Three Months Ended …: agrees with the source, (1,191,235).` */
function sourceWords(found: Found, source: Decimal, value: Value, { difference }: Compared): string {
  const text = (one: Value): string => cellText(one, found.line, found.column) || 'blank'
  if (difference?.isZero()) return `${cellTitle(found)}: ${text(value)} agrees with the source.`
  const off = difference ? `; the difference is ${text(difference)}` : ''
  return `${cellTitle(found)}: the source prints ${text(source)}, the figures give ${text(value)}${off}.`
}

/** What a total was held against, with the figure of the other side where they differ. */
function termWords(found: Found, value: Value, { difference }: Compared): string {
  const terms = sumTerms(found, structureFormula(found.line, found.column)!.text)!
  const text = (one: Value): string => cellText(one, found.line, found.column) || 'blank'
  const across = terms.cells.every(({ ref }) => ref.line === found.line.id && ref.schedule === found.schedule.id)
  const other = terms.kind === 'ties' ? tiedName(found, terms.cells[0]!.ref) : across ? 'its columns' : 'its lines'
  const verb = terms.kind === 'ties' ? 'ties to' : 'is the sum of'
  if (!isAmount(value) || difference === null || difference.isZero())
    return `${cellTitle(found)}: ${text(value)} ${verb} ${other}.`
  const gives = terms.kind === 'ties' ? `${other} is` : `${other} give`
  return `${cellTitle(found)}: ${text(value)} stands, ${gives} ${text(printing(found)(value).minus(difference))}; the difference is ${text(difference)}.`
}

function tiedName({ filing }: Found, ref: CellRef): string {
  const other = findCell(filing, ref)
  return other ? `${lineName(other)} in ${scheduleName(other.schedule)}` : ref.line
}

/** The figure printed in the document for a computed cell. */
function sourceOf(schedule: Schedule, line: Line, column: Column): Decimal | undefined {
  const text = factOf(schedule, line.id, column.id)?.perSource
  return text === undefined ? undefined : parseStored(text, cellFormat(line, column))
}

function againstSource(
  engine: Engine,
  found: Found,
  ref: CellRef,
  source: Decimal,
  terms: Terms | undefined,
  layer: Layer,
): Compared {
  const value = engine.value(ref, layer)
  if (value === null) return { status: 'not_testable', difference: null }
  if (!isAmount(value)) return { status: 'fail', difference: null }
  const difference = printing(found)(value).minus(source)
  return { status: statusOf(difference, terms?.cells.length ?? 0, found), difference }
}

/** Whether a total is what its terms add up to, in both layers; where the scenario holds the same figures, once. */
function footing(
  engine: Engine,
  found: Found,
  ref: CellRef,
  terms: readonly Term[],
): Record<'scenario' | 'filed', Compared> {
  const inBase = engine.input(ref, 'base') !== null
  // An input that stands over a total is no rounding, however small.
  const overridden = inBase || engine.input(ref, 'scenario') !== null
  const scenario = addedUp(engine, found, ref, terms, 'scenario', overridden)
  const isSame = overridden === inBase && sameInBoth(engine, ref) && terms.every((term) => sameInBoth(engine, term.ref))
  return { scenario, filed: isSame ? scenario : addedUp(engine, found, ref, terms, 'base', inBase) }
}

/** True where both layers hold the very same value; equal ones that are not the same object are only compared again. */
function sameInBoth(engine: Engine, ref: CellRef): boolean {
  return engine.value(ref) === engine.value(ref, 'base')
}

function addedUp(
  engine: Engine,
  found: Found,
  ref: CellRef,
  terms: readonly Term[],
  layer: Layer,
  overridden: boolean,
): Compared {
  const value = engine.value(ref, layer)
  if (!isAmount(value)) return { status: 'pass', difference: null }
  const printed = printing(found)
  let sum: Decimal = ZERO
  for (const term of terms) {
    const part: Value = engine.value(term.ref, layer)
    if (part === null) continue
    if (!isAmount(part)) return { status: 'pass', difference: null }
    const shown = printed(part)
    sum = term.sign === 1 ? sum.plus(shown) : sum.minus(shown)
  }
  const difference = printed(value).minus(sum)
  return { status: statusOf(difference, overridden ? 0 : terms.length, found), difference }
}

/** Half a printed unit for each term is rounding; terms of 1 or none stand alone and have no tolerance. */
function statusOf(difference: Decimal, terms: number, { line, column }: Found): TieOutStatus {
  if (difference.isZero()) return 'pass'
  const format = cellFormat(line, column)
  if (format !== 'amount' || terms < 2) return 'fail'
  const unit = new Decimal(10).pow(-(cellDecimals(line, column) ?? 0))
  return difference.abs().lte(unit.times(terms).div(2)) ? 'within_rounding' : 'fail'
}

/** How values of a cell are printed; a whole amount prints as it is. */
function printing({ line, column }: Found): (value: Decimal) => Decimal {
  const format = cellFormat(line, column)
  const decimals = cellDecimals(line, column)
  const isWhole = format === 'amount' && (decimals ?? 0) >= 0
  return (value) => (isWhole && value.isInteger() ? value : printedValue(value, format, decimals))
}

function movedBy(engine: Engine, ref: CellRef): boolean {
  const [now, filed] = [engine.value(ref), engine.value(ref, 'base')]
  return !(isAmount(now) && isAmount(filed) && now.eq(filed))
}
