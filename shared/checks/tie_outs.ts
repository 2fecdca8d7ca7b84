/**
 * Every check that must hold in a filing, each with its difference. Reports; must never mend a figure.
 * What is rounding is told in footing.
 */
import { differenceFromBooks } from './books.ts'
import { ERROR_MEANING, type CellError } from '../calc/cell_error.ts'
import { cellText } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { cellFormat, hasCell, isText, structureFormula } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Column, Filing, Layer, Line, Schedule } from '../model/filing.ts'
import { factOf, findCell, originOf, refOf, scheduleName, type Found, cellTitle, lineName } from '../model/lookup.ts'
import { type Decimal, withoutResidue } from '../money/decimal.ts'
import { parseStored } from '../money/parse.ts'
import { arisingErrors, type Arising } from './errors.ts'
import {
  againstSource,
  asPrinted,
  footing,
  isEntered,
  placesOfTerms,
  printedBeside,
  textBeside,
  type Compared,
} from './footing.ts'
import { leftOut, type LeftOutAt, type LeftOutIn } from './left_out.ts'
import { againstQuotient, perShareFlags } from './per_share.ts'
import { strayFlags } from './stray_figures.ts'
import { quotientOf, sumTerms } from './sum_terms.ts'

export type TieOutStatus = 'pass' | 'within_rounding' | 'fail' | 'changed_by_scenario' | 'not_testable' | 'flagged'

export type TieOut = CellRef & {
  id: string
  kind:
    | 'error'
    | 'per_source'
    | 'foots'
    | 'ties'
    | 'quotient'
    | 'per_share'
    | 'level'
    | 'books'
    | 'periods'
    | 'in_no_total'
    | 'details'
  status: TieOutStatus
  /** The status in the base layer. */
  filed: TieOutStatus
  /** What stands less what should; null where nothing was compared. */
  difference: Decimal | null
  /** The difference at the decimals of the figures compared; blank where there is none. */
  differenceText: string
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

/** A tie-out whose sentence is written when it is first read: most of a large filing's are never shown. */
function check(
  kind: TieOut['kind'],
  ref: CellRef,
  scenario: Compared,
  filed: TieOutStatus,
  words: () => string,
  textOf: (amount: Decimal) => string,
): TieOut {
  let written: string | undefined
  const { difference } = scenario
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
  const errors = arisingErrors(found, engine)
  if (!formula && !perSource && !line.source && !errors) return NO_CHECKS
  const ref = refOf(found)
  const checks: TieOut[] = []
  const inCell = (amount: Decimal): string => cellText(amount, line, column)
  const add = (
    kind: TieOut['kind'],
    scenario: Compared,
    filed: Compared,
    words: () => string,
    textOf: (amount: Decimal) => string = inCell,
  ): void => {
    checks.push(check(kind, ref, scenario, filed.status, words, textOf))
  }
  const value = engine.value(ref)
  if (errors) {
    add('error', standing(errors.scenario), standing(errors.base), () => errorWords(found, errors, value))
  }
  const terms = formula ? sumTerms(found, formula.text) : undefined
  if (perSource) {
    const compare = (layer: Layer): Compared => againstSource(engine, found, ref, perSource, terms?.cells ?? [], layer)
    const [scenario, filed] = [compare('scenario'), compare('base')]
    const changed = scenario.status !== 'pass' && filed.status !== 'fail' && movedBy(engine, ref)
    const status = changed ? 'changed_by_scenario' : scenario.status
    const textOf = (amount: Decimal): string => textBeside(found, amount, [perSource.decimalPlaces()])
    add('per_source', { ...scenario, status }, filed, () => sourceWords(found, perSource, value, scenario), textOf)
  }
  if (terms) {
    const { scenario, filed } = footing(engine, found, ref, terms.cells, perSource)
    // What a column computes throughout holds but for rounding: it is told where that shows.
    const isTold = !column.all || scenario.status !== 'pass' || filed.status !== 'pass'
    // The sentence reads the terms again: kept for every total they would fill the memory.
    const textOf = (amount: Decimal): string => besideTerms(found, amount)
    if (scenario.difference !== null && isTold) {
      add(terms.kind, scenario, filed, () => termWords(found, value, scenario), textOf)
    }
  }
  const divided = formula && !terms && isEntered(engine, ref, 'scenario') ? quotientOf(found, formula.text) : undefined
  if (divided) {
    const [scenario, filed] = [
      againstQuotient(found, engine, divided, 'scenario'),
      againstQuotient(found, engine, divided, 'base'),
    ]
    if (scenario.difference !== null) {
      add('quotient', scenario, filed, () => quotientWords(found, value, scenario))
    }
  }
  const isNotDisclosed = formula && line.kind === 'formula' && originOf(found).origin === 'not_disclosed'
  // A formula that is blank over figures says nothing that could be tested: nothing moved.
  if (isNotDisclosed && value === null && engine.precedents(ref).some((one) => engine.value(one) === null)) {
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
    const words = (): string => `${cellTitle(found)}: differs from books by ${inCell(differs)}; ${note}.`
    add('books', flagged, { status: 'pass', difference: null }, words)
  }
  return checks
}

function standing(error: CellError | undefined): Compared {
  return { status: error ? 'fail' : 'pass', difference: null }
}

/** `Net interest income, Three Months Ended …: shows #REF!. A line, column or schedule that the formula names does not exist.` */
function errorWords(found: Found, { scenario, base }: Arising, value: Value): string {
  if (scenario) return `${cellTitle(found)}: shows ${scenario.code}. ${ERROR_MEANING[scenario.code]}`
  const now = cellText(value, found.line, found.column) || 'blank'
  return `${cellTitle(found)}: is ${now}; without the scenario it shows ${base!.code}.`
}

/** `Net loss, Three Months Ended …: agrees with the source, (1,191,235).` */
function sourceWords(found: Found, source: Decimal, value: Value, { difference }: Compared): string {
  const beside = (amount: Decimal): string => textBeside(found, amount, [source.decimalPlaces()])
  const now = isAmount(value)
    ? beside(printedBeside(found, value, source))
    : cellText(value, found.line, found.column) || 'blank'
  if (difference?.isZero()) return `${cellTitle(found)}: ${now} agrees with the source.`
  const off = difference ? `; the difference is ${beside(difference)}` : ''
  return `${cellTitle(found)}: the source prints ${beside(source)}, the figures give ${now}${off}.`
}

/** An amount at the decimals of a total and of its terms, the finer of them. */
function besideTerms(found: Found, amount: Decimal): string {
  const terms = sumTerms(found, structureFormula(found.line, found.column)!.text)!
  return textBeside(found, amount, placesOfTerms(found.filing, terms.cells))
}

/** What a total was held against, with the figure of the other side where they differ. */
function termWords(found: Found, value: Value, { difference }: Compared): string {
  const terms = sumTerms(found, structureFormula(found.line, found.column)!.text)!
  const text = cellText(value, found.line, found.column) || 'blank'
  const across = terms.cells.every(({ ref }) => ref.line === found.line.id && ref.schedule === found.schedule.id)
  const other = terms.kind === 'ties' ? tiedName(found, terms.cells[0]!.ref) : across ? 'its columns' : 'its lines'
  const verb = terms.kind === 'ties' ? 'ties to' : 'is the sum of'
  if (!isAmount(value) || difference === null || difference.isZero())
    return `${cellTitle(found)}: ${text} ${verb} ${other}.`
  const gives = terms.kind === 'ties' ? `${other} is` : `${other} give`
  const given = withoutResidue(asPrinted(found, value).minus(difference))
  return `${cellTitle(found)}: ${text} stands, ${gives} ${besideTerms(found, given)}; the difference is ${besideTerms(found, difference)}.`
}

/** `Loss per share, …: (0.22) stands, its formula gives (0.21); the difference is (0.01).` */
function quotientWords(found: Found, value: Value, { difference }: Compared): string {
  const text = (one: Value): string => cellText(one, found.line, found.column) || 'blank'
  if (!isAmount(value) || difference === null || difference.isZero())
    return `${cellTitle(found)}: ${text(value)} is its numerator over its shares.`
  const given = withoutResidue(asPrinted(found, value).minus(difference))
  return `${cellTitle(found)}: ${text(value)} stands, its numerator over its shares gives ${text(given)}; the difference is ${text(difference)}.`
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

function movedBy(engine: Engine, ref: CellRef): boolean {
  const [now, filed] = [engine.value(ref), engine.value(ref, 'base')]
  return !(isAmount(now) && isAmount(filed) && now.eq(filed))
}
