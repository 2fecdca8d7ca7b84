/**
 * Which input matters most: the effect of every input on one figure, for the same relative change of each.
 * Every trial is a supposition of the engine; must not judge whether such a change is likely.
 */
import { isMeasured } from '../money/format.ts'
import type { Engine } from '../calc/engine.ts'
import { hasCell, isText, takesInput, cellFormat } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Filing, HeadlineId, Layer } from '../model/filing.ts'
import { findCell, lineName, cellTitle } from '../model/lookup.ts'
import { counted } from '../money/count.ts'
import { Decimal, inRange, plain, quantize, withoutResidue } from '../money/decimal.ts'
import { headlineCell, headlineValue } from './headlines.ts'
import { refused, type Refused } from '../refusals/refusal.ts'

/** A cell, or a headline figure of a period (a column id). */
export type RankedOutput = CellRef | { headline: HeadlineId; column: string }

/** An input and what it does: `change` of its `amount`, `effect` on the output, both with their sign. */
export type Ranked = { ref: CellRef; title: string; amount: Decimal; change: Decimal; effect: Decimal }

/**
 * `entries` have an effect, the largest first, those of one size in the order of the filing. `without` counts inputs that
 * hold an amount and have none, `nil` those that are nil, of which no part can be taken; `broken` lists inputs whose
 * change leaves the output without an amount.
 */
export type Ranking = {
  kind: 'ranking'
  now: Decimal
  entries: Ranked[]
  without: number
  nil: number
  broken: CellRef[]
}

/** Ranks every input of the filing. `relative` is the change as a fraction: 0.1 makes each input 10% larger in size. */
export function ranking(request: {
  filing: Filing
  engine: Engine
  output: RankedOutput
  relative: Decimal
  layer?: Layer
}): Ranking | Refused {
  const { filing, engine, output, relative, layer = 'scenario' } = request
  if (relative.isZero()) return refused({ code: 'change_of_nil' })
  const reading = readingOf(filing, engine, output, layer)
  if ('kind' in reading) return reading
  const now = reading.read()
  if (!isAmount(now)) return refused({ code: 'not_ranked', name: reading.name, blank: now === null })
  const result: Ranking = { kind: 'ranking', now, entries: [], without: 0, nil: 0, broken: [] }
  const bearing = reading.ref && bearingOn(engine, reading.ref, layer)
  for (const { ref, title, amount } of inputsOf(filing, engine, layer)) {
    if (amount.isZero()) {
      result.nil++
      continue
    }
    const change = quantize(amount.times(relative))
    const next = amount.plus(change)
    if ((bearing && !bearing.has(cellName(ref))) || !inRange(next)) {
      result.without++
      continue
    }
    const after = engine.suppose([{ ...ref, input: plain(next) }], layer, reading.read)
    if (!isAmount(after)) result.broken.push(ref)
    else if (withoutResidue(after.minus(now)).isZero()) result.without++
    else result.entries.push({ ref, title, amount, change, effect: withoutResidue(after.minus(now)) })
  }
  // The sort is stable, so that what weighs the same keeps the order of the filing.
  result.entries.sort((a, b) => b.effect.abs().cmp(a.effect.abs()))
  return result
}

type Reading = { name: string; ref: CellRef | null; read: () => Value }

function readingOf(filing: Filing, engine: Engine, output: RankedOutput, layer: Layer): Reading | Refused {
  if (!('headline' in output)) {
    const found = findCell(filing, output)
    if (!found) return refused({ code: 'no_cell', cell: cellName(output) })
    if (!hasCell(found.line, found.column)) return refused({ code: 'no_figure_in_column', line: lineName(found) })
    return { name: cellTitle(found), ref: output, read: () => engine.value(output, layer) }
  }
  const headline = filing.headlines?.find(({ id }) => id === output.headline)
  if (!headline || headline.id === 'open_tie_outs') return refused({ code: 'no_such_headline' })
  return {
    name: headline.label,
    ref: headline.id === 'minimum_distribution' ? null : headlineCell(filing, headline, output.column),
    read: () => headlineValue(filing, engine, output.column, headline, layer),
  }
}

/** The names of all cells that the output depends on, so that no other need be tried. */
function bearingOn(engine: Engine, output: CellRef, layer: Layer): ReadonlySet<string> {
  const names = new Set([cellName(output)])
  const waiting = [output]
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    for (const before of engine.precedents(ref, layer)) {
      const name = cellName(before)
      if (names.has(name)) continue
      names.add(name)
      waiting.push(before)
    }
  }
  return names
}

/** Every cell whose amount was entered, in the order of the filing. */
function* inputsOf(
  filing: Filing,
  engine: Engine,
  layer: Layer,
): Generator<{ ref: CellRef; title: string; amount: Decimal }> {
  for (const schedule of filing.schedules) {
    for (const line of schedule.lines) {
      if (isText(line)) continue
      for (const column of schedule.columns) {
        if (!takesInput(line, column) || !isMeasured(cellFormat(line, column))) continue
        const ref = { schedule: schedule.id, line: line.id, column: column.id }
        const input = (layer === 'scenario' ? engine.input(ref, 'scenario') : null) ?? engine.input(ref, 'base')
        if (input === null || input.trimStart().startsWith('=')) continue
        const amount = engine.value(ref, layer)
        if (isAmount(amount)) yield { ref, title: cellTitle({ schedule, line, column }), amount }
      }
    }
  }
}

/** Of the inputs that a ranking does not list, as one sentence or two. */
export function restText({ without, nil }: Pick<Ranking, 'without' | 'nil'>): string {
  const still = `${counted(without, 'other input')} ${without === 1 ? 'has' : 'have'} no effect.`
  const zero = `${counted(nil, 'input')} ${nil === 1 ? 'is' : 'are'} nil, and no part of nil can be taken.`
  return [...(without > 0 ? [still] : []), ...(nil > 0 ? [zero] : [])].join(' ')
}
