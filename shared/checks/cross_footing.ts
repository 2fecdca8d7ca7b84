/**
 * Schedules with columns by entity, cross-footed: a consolidated figure that was entered, or that a line computes, is held against the sum of
 * its entities on the same line. One that the column's own formula adds up is told as a total, whatever stands over it. Compares amounts; shares, per-share amounts
 * and rates are not added up.
 */
import { asPrinted, cellText } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { cellFormat, hasCell, isText, structureFormula } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import { entityColumns } from '../model/entities.ts'
import type { CellRef, Column, Filing, Layer } from '../model/filing.ts'
import { cellTitle, refOf, type Found } from '../model/lookup.ts'
import { type Decimal, withoutResidue } from '../money/decimal.ts'
import { isBlank } from './blanks.ts'
import { placesOfTerms, printedSum, roundedTerms, roundingOf, textBeside, type Compared } from './footing.ts'
import type { Subject } from './subject.ts'
import type { Term } from './sum_terms.ts'
import type { TieOut } from './tie_out.ts'

export const CROSS_FOOTS = 'cross_foots'

/** A subject for each line of a schedule with entities that adds up across: what it finds of each consolidated column. */
export function crossFootingSubjects(filing: Filing): Subject[] {
  return filing.schedules.flatMap((schedule) => {
    const split = schedule.columns.filter(({ id }) => entityColumns(schedule, id).length > 0)
    return split.flatMap((column) => {
      const entities = entityColumns(schedule, column.id)
      return schedule.lines.flatMap((line): Subject[] => {
        const found = { filing, schedule, line, column }
        if (isText(line) || !hasCell(line, column) || cellFormat(line, column) !== 'amount') return []
        if (structureFormula(line, column)?.by === 'column') return []
        const own = entities.filter((one) => hasCell(line, one) && cellFormat(line, one) === 'amount')
        if (own.length === 0) return []
        return [
          { lines: [`${schedule.id}.${line.id}`], look: (engine) => ({ flags: crossFooted(engine, found, own) }) },
        ]
      })
    })
  })
}

function crossFooted(engine: Engine, found: Found, entities: readonly Column[]): TieOut[] {
  const ref = refOf(found)
  const terms = entities.map((column): Term => ({ sign: 1, ref: { ...ref, column: column.id } }))
  const scenario = compared(engine, found, ref, terms, 'scenario')
  const filed = compared(engine, found, ref, terms, 'base')
  if (!scenario) return []
  const textOf = (amount: Decimal): string => textBeside(found, amount, placesOfTerms(found.filing, terms))
  const { difference, status } = scenario
  return [
    {
      id: `${CROSS_FOOTS}:${ref.schedule}.${ref.line}@${ref.column}`,
      kind: CROSS_FOOTS,
      ...ref,
      status,
      filed: filed?.status ?? 'pass',
      difference,
      differenceText: difference && !difference.isZero() ? textOf(difference) : '',
      text: words(engine, found, scenario, textOf),
    },
  ]
}

/** The consolidated figure beside its entities; undefined where nothing stands. */
function compared(
  engine: Engine,
  found: Found,
  ref: CellRef,
  terms: readonly Term[],
  layer: Layer,
): Compared | undefined {
  const value = engine.value(ref, layer)
  if (!isAmount(value)) return undefined
  if (terms.every((term) => isBlank(engine, term.ref, layer))) return { status: 'not_testable', difference: null }
  const sum = printedSum(engine, found.filing, terms, layer)
  if (sum === undefined) return { status: 'not_testable', difference: null }
  const difference = withoutResidue(asPrinted(found, value).minus(sum))
  if (difference.isZero()) return { status: 'pass', difference }
  const room = roundingOf(found, roundedTerms(engine, found.filing, terms, layer))
  return { status: difference.abs().lte(room) ? 'within_rounding' : 'fail', difference }
}

function words(
  engine: Engine,
  found: Found,
  { status, difference }: Compared,
  textOf: (amount: Decimal) => string,
): string {
  const value = engine.value(refOf(found))
  const text = cellText(value, found.line, found.column)
  if (status === 'not_testable')
    return `${cellTitle(found)}: ${text} is consolidated; the figures of its entities are not entered.`
  if (!isAmount(value) || !difference || difference.isZero())
    return `${cellTitle(found)}: ${text} is the sum of its entities.`
  const sum = withoutResidue(asPrinted(found, value).minus(difference))
  return `${cellTitle(found)}: ${text} differs from the sum of its entities, ${textOf(sum)}, by ${textOf(difference)}.`
}
