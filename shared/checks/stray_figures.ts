/**
 * Figures of a draft that no total takes in: lines whose input no formula of another line reads, and details under a total
 * that is itself entered and differs from their sum by more than rounding. Filed filings are passed over: theirs are as they were filed.
 * Which lines can be such is told from structure alone, once; only those are looked at again.
 */
import { cellText, asPrinted } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { cellFormat, hasCell, isLineRange, linesInRange, structureFormula, takesInput } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import type { Range, Reference } from '../formula/ast.ts'
import type { CellRef, Column, Filing, Layer, Line, Schedule } from '../model/filing.ts'
import { lineOf, positionOf, refOf, scheduleOf, type Found, cellTitle } from '../model/lookup.ts'
import { type Decimal, ZERO, withoutResidue } from '../money/decimal.ts'
import { placesOfTerms, printedSum, roundedTerms, roundingOf, textBeside, type Compared } from './footing.ts'
import { type Term, referencesIn } from './sum_terms.ts'
import { NOTHING, type Look, type Subject } from './subject.ts'
import type { TieOut } from './tie_out.ts'

type Own = { schedule: Schedule; line: Line }
type Entered = Own & { details: readonly Line[] }

/** Lines that no formula of a line reads, and lines without a formula that have details. */
type Strays = { unread: readonly Own[]; entered: readonly Entered[] }

/** The lines that no total may take in, and the entered totals that their details may not add up to: a flag for each that is such. */
export function straySubjects(filing: Filing): Subject[] {
  if (filing.status !== 'draft') return []
  const { unread, entered } = straysOf(filing)
  return [
    ...unread.map((one): Subject => ({ lines: [nameOf(one)], look: (engine) => unreadFlag(one, engine) })),
    ...entered.flatMap((one) => {
      const lines = [nameOf(one), ...one.details.map((line) => nameOf({ schedule: one.schedule, line }))]
      return one.schedule.columns.map((column): Subject => ({
        lines,
        column: column.id,
        look: (engine) => ({ flags: detailsFlag(filing, one, column, engine) }),
      }))
    }),
  ]
}

function nameOf({ schedule, line }: Own): string {
  return `${schedule.id}.${line.id}`
}

function straysOf(filing: Filing): Strays {
  const read = linesRead(filing)
  const unread: Own[] = []
  const entered: Entered[] = []
  for (const schedule of filing.schedules) {
    const details = Map.groupBy(schedule.lines, ({ parent }) => parent)
    for (const line of schedule.lines) {
      if (line.kind !== 'input') continue
      const own = details.get(line.id)
      if (own) entered.push({ schedule, line, details: own })
      // Details under an entered total are held against it.
      const isDetail = line.parent !== undefined && lineOf(schedule, line.parent)?.kind === 'input'
      if (!isDetail && !read.has(`${schedule.id}.${line.id}`)) unread.push({ schedule, line })
    }
  }
  return { unread, entered }
}

/** The lines, as `schedule.line`, that the formula of another line, a column's formula or the minimum distribution reads. */
function linesRead(filing: Filing): Set<string> {
  const { minimumDistribution: rule } = filing
  const read = new Set<string>(rule ? [rule.taxableIncome, rule.preferredDividends] : [])
  for (const own of filing.schedules) {
    for (const { id, formula } of own.lines) {
      for (const one of referencesIn(formula))
        for (const name of named(filing, own, one)) {
          if (name !== `${own.id}.${id}`) read.add(name)
        }
    }
    for (const { formula } of own.columns) {
      for (const one of referencesIn(formula)) for (const name of named(filing, own, one)) read.add(name)
    }
  }
  return read
}

function named(filing: Filing, own: Schedule, reference: Reference | Range): string[] {
  const schedule = scheduleOf(filing, reference.schedule ?? own.id)
  if (!schedule) return []
  if (reference.type !== 'line_range') return reference.line === undefined ? [] : [`${schedule.id}.${reference.line}`]
  const { lines, columns } = schedule
  const [from, to] = [positionOf(lines, reference.first), positionOf(lines, reference.last)]
  if (!isLineRange(lines, from, to)) return []
  return columns.flatMap((column) =>
    linesInRange(lines, from, to, column).map((at) => `${schedule.id}.${lines[at]!.id}`),
  )
}

/** The first figure of the line that was entered and is not nil, where no formula typed in a cell reads it either. */
function unreadFlag({ schedule, line }: Own, engine: Engine): Look {
  const readBy: CellRef[] = []
  for (const column of schedule.columns) {
    if (!isEntered(line, column)) continue
    const ref = { schedule: schedule.id, line: line.id, column: column.id }
    const amount = amountAt(engine, ref, 'scenario')
    if (!amount || amount.isZero()) continue
    const reader = engine.dependents(ref).find((one) => one.line !== ref.line || one.schedule !== ref.schedule)
    if (reader) {
      readBy.push(reader)
      continue
    }
    // In a schedule of tax a cell that reads others is a result, such as the dividends of a class.
    if (schedule.kind === 'reit_tests' && engine.precedents(ref).length > 0) continue
    const filed = amountAt(engine, ref, 'base')
    const text = `${cellTitle({ schedule, line, column })}: ${cellText(amount, line, column)} is in no total, and no other line uses it.`
    const status = filed && !filed.isZero() ? 'flagged' : 'pass'
    return { flags: [flag('in_no_total', ref, status, null, text)], readBy }
  }
  return readBy.length > 0 ? { flags: [], readBy } : NOTHING
}

function detailsFlag(filing: Filing, { schedule, line, details }: Entered, column: Column, engine: Engine): TieOut[] {
  if (!isEntered(line, column)) return []
  const found = { filing, schedule, line, column }
  const ref = refOf(found)
  const terms = details
    .filter((detail) => hasCell(detail, column) && cellFormat(detail, column) === 'amount')
    .map((detail): Term => {
      // An expense among income, and the other way round, is taken off.
      const isOpposed = (detail.deduction ?? false) !== (line.deduction ?? false)
      return { sign: isOpposed ? -1 : 1, ref: { ...ref, line: detail.id } }
    })
  const scenario = addedUp(found, terms, engine, 'scenario')
  if (!scenario.difference) return []
  const filed = addedUp(found, terms, engine, 'base').status
  const total = asPrinted(found, amountAt(engine, ref, 'scenario') ?? ZERO)
  const text = (amount: Decimal): string => textBeside(found, amount, placesOfTerms(filing, terms))
  const given = text(withoutResidue(total.minus(scenario.difference)))
  const words = `${cellTitle({ schedule, line, column })}: details add up to ${given}, not to ${cellText(total, line, column)}.`
  return [{ ...flag('details', ref, filed, scenario.difference, words, text), status: scenario.status }]
}

/** What an entered total is beside its details as they are printed; nothing is compared where all of them are blank. */
function addedUp(found: Found, terms: readonly Term[], engine: Engine, layer: Layer): Compared {
  const { filing } = found
  const holds: Compared = { status: 'pass', difference: null }
  const sum = printedSum(engine, filing, terms, layer)
  if (sum === undefined || terms.every(({ ref }) => engine.value(ref, layer) === null)) return holds
  const difference = withoutResidue(asPrinted(found, amountAt(engine, refOf(found), layer) ?? ZERO).minus(sum))
  if (difference.isZero()) return holds
  const isRounding = difference.abs().lte(roundingOf(found, roundedTerms(engine, filing, terms, layer)))
  return { status: isRounding ? 'within_rounding' : 'flagged', difference }
}

/** True where an amount is typed, not computed. */
function isEntered(line: Line, column: Column): boolean {
  return takesInput(line, column) && !structureFormula(line, column) && cellFormat(line, column) === 'amount'
}

function amountAt(engine: Engine, ref: CellRef, layer: Layer): Decimal | undefined {
  const value = engine.value(ref, layer)
  return isAmount(value) ? value : undefined
}

/** A flag of a cell for review, which is told beyond the checks of single cells. */
export function flag(
  kind: string,
  ref: CellRef,
  filed: TieOut['filed'],
  difference: Decimal | null,
  text: string,
  textOf: (amount: Decimal) => string = () => '',
): TieOut {
  const id = `${kind}:${ref.schedule}.${ref.line}@${ref.column}`
  const differenceText = difference ? textOf(difference) : ''
  return { id, kind, ...ref, status: 'flagged', filed, difference, differenceText, text }
}
