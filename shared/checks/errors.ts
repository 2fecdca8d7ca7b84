/**
 * Error values as open tie-outs: a schedule that shows one does not foot. Each is told at the cell where it arises; the cells
 * that it travels to have it from there and go with it. Judges one cell.
 */
import { CellError, ERROR_MEANING } from '../calc/cell_error.ts'
import { cellText } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import type { Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Layer } from '../model/filing.ts'
import { cellTitle, type Found } from '../model/lookup.ts'
import { cellRead, parsedOnce } from './sum_terms.ts'
import type { CellCheck } from './tie_out.ts'

/** The errors that arise in a cell; `scenario` or `base` undefined where none does in that layer. */
type Arising = { scenario: CellError | undefined; base: CellError | undefined }

export const ERROR: CellCheck = {
  kind: 'error',
  find({ found, ref, engine, value }) {
    const errors = { scenario: arising(found, ref, engine, 'scenario'), base: arising(found, ref, engine, 'base') }
    if (!errors.scenario && !errors.base) return undefined
    return {
      scenario: { status: errors.scenario ? 'fail' : 'pass', difference: null },
      filed: errors.base ? 'fail' : 'pass',
      words: () => errorWords(found, errors, value),
    }
  },
}

/** `Net interest income, Three Months Ended …: shows #REF!. A line, column or schedule that the formula names does not exist.` */
function errorWords(found: Found, { scenario, base }: Arising, value: Value): string {
  if (scenario) return `${cellTitle(found)}: shows ${scenario.code}. ${ERROR_MEANING[scenario.code]}`
  const now = cellText(value, found.line, found.column) || 'blank'
  return `${cellTitle(found)}: is ${now}; without the scenario it shows ${base!.code}.`
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
function readAsFiled(found: Found, ref: CellRef, engine: Engine): Set<string> | undefined {
  const { text } = engine.explain(ref)
  const parsed = text === null ? undefined : parsedOnce(text)
  if (!parsed || 'error' in parsed) return undefined
  const [filed, others] = [new Set<string>(), new Set<string>()]
  for (const one of parsed.formula.references) {
    const read = one.type === 'reference' ? cellRead(found, one) : undefined
    if (!read) continue
    ;(one.role === 'filed' ? filed : others).add(cellName(read))
  }
  for (const name of others) filed.delete(name)
  return filed
}
