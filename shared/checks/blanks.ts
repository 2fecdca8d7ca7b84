/**
 * When a figure is blank, and when a blank waits for somebody to type it. One rule for what is open before filing and for
 * totals that leave blanks out. Judges; says nothing.
 */
import type { Engine } from '../calc/engine.ts'
import { cellFormat, isText, structureFormula, takesInput } from '../calc/layout.ts'
import type { CellRef, Layer } from '../model/filing.ts'
import { originOf, refOf, type Found } from '../model/lookup.ts'

/** True where nothing stands in a cell of amounts, typed or computed. Nil is a figure: a dash or a 0 that was entered. */
export function isBlank(engine: Pick<Engine, 'value'>, ref: CellRef, layer: Layer): boolean {
  return engine.value(ref, layer) === null
}

/**
 * True where a figure is to be typed in the base layer and none stands; one that was never disclosed is waited for by
 * nobody, and a formula typed in the cell is an entry, also while what it reads is blank.
 */
export function awaitsFigure(found: Found, engine: Pick<Engine, 'value' | 'input'>): boolean {
  const { line, column } = found
  if (isText(line) || !takesInput(line, column) || structureFormula(line, column)) return false
  if (cellFormat(line, column) === 'text' || originOf(found).origin === 'not_disclosed') return false
  const ref = refOf(found)
  return (engine.input(ref, 'base') ?? '') === '' && isBlank(engine, ref, 'base')
}
