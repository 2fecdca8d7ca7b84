/**
 * Notices earnings per share that are taken before preferred dividends, and gives the figure after them.
 * ASC 260-10-45-11: income available to common stockholders deducts preferred dividends.
 */
import { cellText } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { cellDecimals, hasCell } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import { parseFormula } from '../formula/parse.ts'
import type { CellRef, Filing, Line, Schedule } from '../model/filing.ts'
import { cellTitle } from '../model/lookup.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalsOf } from '../money/format.ts'
import type { TieOut } from './tie_outs.ts'

/** One flag for each period whose earnings per share leave declared preferred dividends out of the numerator. */
export function perShareFlags(filing: Filing, engine: Engine): TieOut[] {
  const preferred = filing.schedules
    .filter(({ kind }) => kind === 'equity')
    .flatMap((schedule) =>
      schedule.lines.filter(({ id }) => id === 'preferred_dividends').map((line) => ({ schedule, line })),
    )[0]
  if (!preferred) return []
  return filing.schedules
    .filter(({ kind }) => kind === 'income')
    .flatMap((schedule) =>
      schedule.lines.flatMap((line) => {
        const parts = quotient(schedule, line)
        return parts ? flagsOf(schedule, line, parts, preferred, engine) : []
      }),
    )
}

type Quotient = { earnings: string; shares: string }

function flagsOf(
  schedule: Schedule,
  line: Line,
  { earnings, shares }: Quotient,
  preferred: { schedule: Schedule; line: Line },
  engine: Engine,
): TieOut[] {
  return schedule.columns.flatMap((column) => {
    if (column.kind !== 'duration' || !hasCell(line, column)) return []
    const at = (id: string, of: Schedule = schedule): CellRef => ({ schedule: of.id, line: id, column: column.id })
    const [net, count, dividends] = [
      engine.value(at(earnings)),
      engine.value(at(shares)),
      engine.value(at(preferred.line.id, preferred.schedule)),
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
    const after = new Decimal(net.minus(dividends).div(count)).toDecimalPlaces(
      decimalsOf('per_share', cellDecimals(line, column)),
    )
    if (after.eq(printed)) return []
    const text = `${cellTitle({ schedule, line, column })}: ${cellText(printed, line, column)} is before preferred dividends; after them ${cellText(after, line, column)}.`
    const difference = printed.minus(after)
    return [
      {
        id: `per_share:${schedule.id}.${line.id}@${column.id}`,
        kind: 'per_share' as const,
        ...at(line.id),
        status: 'flagged' as const,
        filed: 'flagged' as const,
        difference,
        text,
      },
    ]
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
