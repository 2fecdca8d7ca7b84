/**
 * Error values as open tie-outs: a schedule that shows one does not foot. Each is told at the cell where it arises; the cells
 * that it travels to have it from there and go with it. Judges one cell; words are tie_outs'.
 */
import { CellError } from '../calc/cell_error.ts'
import type { Engine } from '../calc/engine.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Layer } from '../model/filing.ts'
import { refOf, type Found } from '../model/lookup.ts'
import { parsedOnce } from './sum_terms.ts'

/** The errors that arise in a cell; `scenario` or `base` undefined where none does in that layer. */
export type Arising = { scenario: CellError | undefined; base: CellError | undefined }

/** The errors that arise in the cell itself; undefined where none does in either layer. */
export function arisingErrors(found: Found, engine: Engine): Arising | undefined {
  const ref = refOf(found)
  const [scenario, base] = [arising(found, ref, engine, 'scenario'), arising(found, ref, engine, 'base')]
  return scenario || base ? { scenario, base } : undefined
}

/** True where a cell shows an error in either layer, whether it arises there or not. */
export function showsError(engine: Engine, ref: CellRef): boolean {
  return engine.value(ref) instanceof CellError || engine.value(ref, 'base') instanceof CellError
}

function arising(found: Found, ref: CellRef, engine: Engine, layer: Layer): CellError | undefined {
  const error = engine.value(ref, layer)
  if (!(error instanceof CellError)) return undefined
  // Of a cycle its first member tells; what reads a cycle from outside has it from there.
  if (error.members) return error.members[0] === cellName(ref) ? error : undefined
  const unread = layer === 'scenario' ? readAsFiled(found, ref, engine) : undefined
  const travels = engine.precedents(ref, layer).some((read) => {
    const value = engine.value(read, layer)
    return value instanceof CellError && value.code === error.code && unread?.has(cellName(read)) !== true
  })
  return travels ? undefined : error
}

/** Cells that the formula in force reads as filed alone: what they show in the scenario does not travel. */
function readAsFiled({ schedule, line, column }: Found, ref: CellRef, engine: Engine): Set<string> | undefined {
  const { text } = engine.explain(ref)
  const parsed = text === null ? undefined : parsedOnce(text)
  if (!parsed || 'error' in parsed) return undefined
  const [filed, others] = [new Set<string>(), new Set<string>()]
  for (const one of parsed.formula.references) {
    if (one.type !== 'reference') continue
    const read = { schedule: one.schedule ?? schedule.id, line: one.line ?? line.id, column: one.column ?? column.id }
    ;(one.role === 'filed' ? filed : others).add(cellName(read))
  }
  for (const name of others) filed.delete(name)
  return filed
}
