/**
 * Per-share figures: one that was entered over its formula is held against its numerator over its shares; and earnings per share
 * that are taken before preferred dividends are noticed, with the figure after them (ASC 260-10-45-11: income available to
 * common stockholders deducts preferred dividends).
 */
import { cellText, asPrinted, unitOf } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { hasCell } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { parseFormula } from '../formula/parse.ts'
import type { CellRef, Filing, Layer, Line, Schedule } from '../model/filing.ts'
import { findCell, refOf, type Found, cellTitle } from '../model/lookup.ts'
import { type Decimal, ZERO, withoutResidue } from '../money/decimal.ts'
import { isEntered, type Compared } from './footing.ts'
import { quotientOf, type Quotient as Divided } from './sum_terms.ts'
import type { CellCheck, TieOut } from './tie_out.ts'
import { flag } from './stray_figures.ts'
import type { Subject } from './subject.ts'

/** A figure entered over a quotient, against the quotient. */
export const QUOTIENT: CellCheck = {
  kind: 'quotient',
  find({ found, engine, value, formula, terms, ref }) {
    if (formula === undefined || terms || !isEntered(engine, ref, 'scenario')) return undefined
    const divided = quotientOf(found, formula)
    const scenario = divided && againstQuotient(found, engine, divided, 'scenario')
    if (!divided || !scenario || scenario.difference === null) return undefined
    return {
      scenario,
      filed: againstQuotient(found, engine, divided, 'base').status,
      words: () => quotientWords(found, value, scenario),
    }
  },
}

/** `Loss per share, …: (0.22) stands, its formula gives (0.21); the difference is (0.01).` */
function quotientWords(found: Found, value: Value, { difference }: Compared): string {
  const text = (one: Value): string => cellText(one, found.line, found.column) || 'blank'
  if (!isAmount(value) || difference === null || difference.isZero())
    return `${cellTitle(found)}: ${text(value)} is its numerator over its shares.`
  const given = withoutResidue(asPrinted(found, value).minus(difference))
  return `${cellTitle(found)}: ${text(value)} differs from its numerator over its shares, ${text(given)}, by ${text(difference)}.`
}

/** The per-share lines that are to deduct declared preferred dividends: a flag for each period of theirs that does not. */
export function perShareSubjects(filing: Filing): Subject[] {
  const preferred = filing.schedules
    .filter(({ kind }) => kind === 'equity')
    .flatMap((schedule) => schedule.lines.filter(({ id }) => id === 'preferred_dividends').map(() => schedule.id))[0]
  if (preferred === undefined) return []
  return filing.schedules
    .filter(({ kind }) => kind === 'income')
    .flatMap((schedule) =>
      schedule.lines.flatMap((line): Subject[] => {
        const parts = quotient(schedule, line)
        if (!parts) return []
        const own = [line.id, parts.earnings, parts.shares].map((id) => `${schedule.id}.${id}`)
        return [
          {
            lines: [...own, `${preferred}.preferred_dividends`],
            look: (engine) => ({ flags: flagsOf(filing, schedule, line, parts, preferred, engine) }),
          },
        ]
      }),
    )
}

type Quotient = { earnings: string; shares: string }

function flagsOf(
  filing: Filing,
  schedule: Schedule,
  line: Line,
  { earnings, shares }: Quotient,
  preferred: string,
  engine: Engine,
): TieOut[] {
  return schedule.columns.flatMap((column) => {
    if (column.kind !== 'duration' || !hasCell(line, column)) return []
    const at = (id: string, of: string = schedule.id): CellRef => ({ schedule: of, line: id, column: column.id })
    const [net, count, dividends] = [
      engine.value(at(earnings)),
      engine.value(at(shares)),
      engine.value(at('preferred_dividends', preferred)),
    ]
    const printed = engine.value(at(line.id))
    if (
      !isAmount(net) ||
      !isAmount(count) ||
      count.isZero() ||
      !isAmount(dividends) ||
      dividends.isZero() ||
      !isAmount(printed)
    )
      return []
    const found = { filing, schedule, line, column }
    const after = asPrinted(found, withoutResidue(net.minus(dividends)).div(count))
    const difference = withoutResidue(asPrinted(found, printed).minus(after))
    if (difference.isZero()) return []
    const text = `${cellTitle({ schedule, line, column })}: ${cellText(printed, line, column)} is before preferred dividends; after them ${cellText(after, line, column)}.`
    return [flag('per_share', at(line.id), 'flagged', difference, text, (one) => cellText(one, line, column))]
  })
}

/** Numerator and denominator of a per-share line's formula: `round(a / b, 2)`, also as `needs(b, round(a / b, 2))`. */
function quotient(schedule: Schedule, line: Line): Quotient | undefined {
  if (line.format !== 'per_share' || line.formula === undefined) return undefined
  const parsed = parseFormula(line.formula)
  if ('error' in parsed) return undefined
  const { root: whole } = parsed.formula
  const root = whole.type === 'call' && whole.name === 'needs' ? whole.arguments[1]! : whole
  const inner = root.type === 'call' && root.name === 'round' ? root.arguments[0] : root
  if (inner?.type !== 'product' || inner.operator !== '/') return undefined
  const { left, right } = inner
  if (left.type !== 'reference' || right.type !== 'reference' || !left.line || !right.line) return undefined
  const isShares = schedule.lines.some(({ id, format }) => id === right.line && format === 'shares')
  return isShares ? { earnings: left.line, shares: right.line } : undefined
}

/** What the numerator over the shares comes to, unrounded; undefined where one of them holds no amount. */
export function dividedOut(engine: Engine, { numerator, shares }: Divided, layer: Layer): Decimal | undefined {
  const count = engine.value(shares, layer)
  if (!isAmount(count) || count.isZero()) return undefined
  let sum: Decimal = ZERO
  for (const { sign, ref } of numerator) {
    const value = engine.value(ref, layer)
    if (value !== null && !isAmount(value)) return undefined
    sum = sum.plus((value ?? ZERO).times(sign))
  }
  return withoutResidue(sum).div(count)
}

/**
 * Whether a per-share figure that was entered over its formula is its numerator over its shares; where it is not it is for
 * review: a published figure may rest on more than the schedule shows. Rounding is half a unit of the figure itself, and what
 * half a printed unit of each term and of the shares makes of the quotient.
 */
function againstQuotient(found: Found, engine: Engine, divided: Divided, layer: Layer): Compared {
  const ref = refOf(found)
  const value = engine.value(ref, layer)
  const quotient = isEntered(engine, ref, layer) && isAmount(value) ? dividedOut(engine, divided, layer) : undefined
  if (!isAmount(value) || quotient === undefined) return { status: 'pass', difference: null }
  const difference = withoutResidue(asPrinted(found, value).minus(asPrinted(found, quotient)))
  if (difference.isZero()) return { status: 'pass', difference }
  const off = withoutResidue(asPrinted(found, value).minus(quotient)).abs()
  const isRounding = off.lte(roomOf(found, engine, divided, quotient, layer))
  return { status: isRounding ? 'within_rounding' : 'flagged', difference }
}

function roomOf(found: Found, engine: Engine, divided: Divided, quotient: Decimal, layer: Layer): Decimal {
  const units = (refs: readonly CellRef[]): Decimal =>
    refs.reduce((sum: Decimal, ref) => sum.plus(unitOf(findCell(found.filing, ref)!)), ZERO)
  const count = engine.value(divided.shares, layer) as Decimal
  const terms = units(divided.numerator.map(({ ref }) => ref))
  const shares = units([divided.shares]).times(quotient.abs())
  return unitOf(found).plus(terms.plus(shares).div(count.abs())).div(2)
}
