/**
 * What follows the books besides an adjustment: lines of other schedules that read its source line, as the reclassification of an
 * impairment out of other comprehensive income does. Where the column has no source line such a line is an input, and takes what
 * it would take in a column that has one. Plans inputs; changes nothing.
 */
import type { Engine } from '../calc/engine.ts'
import { structureFormula, takesInput } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { CellInput, CellRef, Filing, Layer } from '../model/filing.ts'
import { findCell, readLineName, scheduleOf, type Found } from '../model/lookup.ts'
import { Decimal, plain, withoutResidue, ZERO } from '../money/decimal.ts'

/** A line that follows, and by how much it moves. */
export type Following = { found: Found; input: CellInput; value: Decimal }

/**
 * The inputs that go with a change of the books by which an adjustment without a source line in its column moves by `change`. In
 * the base of a draft only what follows the base itself is moved.
 */
export function following(
  { filing, engine, layer }: { filing: Filing; engine: Engine; layer: Layer },
  { line, column }: Found,
  change: Decimal,
): Following[] {
  const { source } = line
  if (!source || change.isZero()) return []
  const name = readLineName(source.line)
  const moved = new Map<string, Following>()
  for (const { id } of scheduleOf(filing, name.schedule)?.columns ?? []) {
    const by = { ...name, column: id }
    if (!findCell(filing, by)) continue
    for (const there of engine.dependents(by, layer)) {
      const key = `${there.schedule}.${there.line}`
      if (there.column !== id || there.schedule === name.schedule || there.line === line.id || moved.has(key)) continue
      const found = inputAt(filing, { ...there, column: column.id })
      if (!found) continue
      const difference = wouldMove({ engine, layer }, by, there, source.sign === 1 ? change : change.neg())
      const ref = { ...there, column: column.id }
      const value = amount(engine.value(ref)).plus(difference)
      if (!difference.isZero()) moved.set(key, { found, input: { ...ref, input: plain(value) }, value })
    }
  }
  return [...moved.values()]
}

/** The cell where it is an input that no formula serves. */
function inputAt(filing: Filing, ref: CellRef): Found | undefined {
  const found = findCell(filing, ref)
  const isInput = found && takesInput(found.line, found.column) && !structureFormula(found.line, found.column)
  return isInput ? found : undefined
}

/** By how much a cell moves where its source does, whatever overrides its formula. */
function wouldMove(
  { engine, layer }: { engine: Engine; layer: Layer },
  source: CellRef,
  ref: CellRef,
  change: Decimal,
): Decimal {
  const lifted: CellInput = { ...ref, input: null }
  const read = (): Decimal => amount(engine.value(ref, layer))
  const next = { ...source, input: plain(amount(engine.value(source, layer)).plus(change)) }
  return withoutResidue(engine.suppose([lifted, next], layer, read).minus(engine.suppose([lifted], layer, read)))
}

function amount(value: Value): Decimal {
  return isAmount(value) ? value : ZERO
}
