/**
 * What an adjustment would show if it followed the books that it mirrors, and by how much it does not.
 * Reads engines; the amber of a book-tax difference is for the screen.
 */
import type { Engine } from '../calc/engine.ts'
import { cellText } from '../calc/cell_text.ts'
import { structureFormula, takesInput } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Filing, Layer } from '../model/filing.ts'
import { sourceRef } from '../model/entities.ts'
import { cellTitle, findCell, refOf, type Found } from '../model/lookup.ts'
import { type Decimal, withoutResidue } from '../money/decimal.ts'
import type { CellCheck } from './tie_out.ts'

/**
 * The cell of the start line (net earnings) that answers an adjustment whose source line has no cell in the column;
 * undefined where the source has one, or where the line is an allocation, which is no part of net earnings.
 */
export function answeringCell(filing: Filing, cell: Found): Found | undefined {
  const { schedule, line, column } = cell
  if (schedule.start === undefined || line.type === 'allocation' || !line.source) return undefined
  const mirrored = sourceRef(filing, cell)
  const source = mirrored && findCell(filing, mirrored)
  const start = findCell(filing, { schedule: schedule.id, line: schedule.start, column: column.id })
  return !source && start && takesInput(start.line, start.column) ? start : undefined
}

/** What the adjustment would show if it followed the books; `answer` is its answering cell where it has no link. */
export function bookValue(engine: Engine, layer: Layer, ref: CellRef, answer?: Found): Value {
  if (answer) {
    const start = refOf(answer)
    const [filed, level, was] = [engine.value(ref, 'base'), engine.value(start), engine.value(start, 'base')]
    return isAmount(filed) && isAmount(level) && isAmount(was) ? withoutResidue(filed.minus(level.minus(was))) : filed
  }
  if (engine.input(ref, layer) === null) return engine.value(ref, layer)
  return engine.suppose([{ ...ref, input: null }], layer, () => engine.value(ref, layer))
}

/**
 * By how much an adjustment differs from the books that it mirrors, in a scenario; null where it follows them.
 * Positive where the adjustment adds more to taxable income than the books took from net earnings.
 */
export function differenceFromBooks(filing: Filing, engine: Engine, ref: CellRef): Decimal | null {
  const found = findCell(filing, ref)
  if (!found?.line.source || engine.input(ref, 'scenario') === null) return null
  const linked = structureFormula(found.line, found.column) !== undefined
  const answer = linked ? undefined : answeringCell(filing, found)
  if (!linked && !answer) return null
  const [value, books] = [engine.value(ref), bookValue(engine, 'scenario', ref, answer)]
  if (!isAmount(value) || !isAmount(books)) return null
  const differs = withoutResidue(value.minus(books))
  return differs.isZero() ? null : differs
}

/** Flags an adjustment that differs from the books; a comment on it is the note that the difference needs. */
export const BOOKS: CellCheck = {
  kind: 'books',
  find({ found, ref, engine, commented }) {
    const { line, column } = found
    const differs = line.source ? differenceFromBooks(found.filing, engine, ref) : null
    if (!differs) return undefined
    const note = commented.has(cellName(ref)) ? 'a comment explains it' : 'the difference needs a note'
    return {
      scenario: { status: 'flagged', difference: differs },
      filed: 'pass',
      words: () => `${cellTitle(found)}: differs from books by ${cellText(differs, line, column)}; ${note}.`,
    }
  },
}
