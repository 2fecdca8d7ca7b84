/**
 * What acts on lines and on columns judge alike: formulas that are new, figures that would stand nowhere, and the title of a change.
 */
import type { CellInput, CellRef, Filing, Schedule } from '../model/filing.ts'
import { formulaFault } from './faults.ts'
import { covering, droppedFrom, stranded } from './figures.ts'
import { refusedBy, type Draft, type StructureRefusal } from './plan.ts'
import { counted } from '../money/count.ts'
import { refused } from '../refusals/refusal.ts'
import { cellName } from '../model/cell.ts'

/** Where the selection goes: a cell of the line or column that is named, else the first that holds figures. */
export function focusOn(schedule: Schedule, at: { line?: string; column?: string } = {}): CellRef | undefined {
  const { id, lines, columns } = schedule
  const line = at.line ?? (lines.find(({ kind }) => kind !== 'heading') ?? lines[0])?.id
  const column = at.column ?? columns[0]?.id
  return line === undefined || column === undefined ? undefined : { schedule: id, line, column }
}

/** Formulas begin with an equals sign; blank text is none. */
export function withFormula<T extends { formula?: string }>(definition: T): T {
  const text = definition.formula?.trim()
  if (text === definition.formula)
    return text === undefined || text.startsWith('=') ? definition : { ...definition, formula: `= ${text}` }
  const { formula: _replaced, ...rest } = definition
  if (!text) return rest as T
  return { ...rest, formula: text.startsWith('=') ? text : `= ${text}` } as T
}

/** What is wrong with a formula that is new here, as a refusal that names its place; undefined where nothing is. */
export function refusedFormula(
  filing: Filing,
  schedule: string,
  text: string | undefined,
): StructureRefusal | undefined {
  const fault = text === undefined ? undefined : formulaFault(filing, schedule, text)
  return (
    fault && { ...refused({ code: 'formula_fault', fault: fault.message }), span: { at: fault.at, end: fault.end } }
  )
}

/** The draft without figures that stand nowhere any more or, where asked for, over a formula that is new; or the refusal. */
export function droppedFigures(
  before: Draft,
  after: Draft,
  drop: boolean | undefined,
  name: string,
): { kind: 'kept'; draft: Draft } | StructureRefusal {
  const lost = stranded(before, after)
  if (lost.length > 0 && !drop) return refusedBy({ code: 'figures_without_place', name }, cellsOf(lost))
  const over = covering(before, after)
  if (over.length > 0 && drop === undefined) return refusedBy({ code: 'figures_over_formula', name }, cellsOf(over))
  return { kind: 'kept', draft: droppedFrom(after, drop ? [...lost, ...over] : lost) }
}

function cellsOf(inputs: readonly CellInput[]): CellRef[] {
  const cells = inputs.map(({ schedule, line, column }) => ({ schedule, line, column }))
  return [...new Map(cells.map((ref) => [cellName(ref), ref])).values()]
}

/** `Renamed line provision to provision_for_loan_losses, 7 formulas carried`, `Changed line Provision in Income: formula, format`. */
export function changedTitle(
  what: 'line' | 'column',
  old: { id: string; label: string },
  kept: object,
  to: { id: string; label: string },
  names: { from: string; to: string },
  where: string,
  carried: number,
): string {
  const before = kept as Record<string, unknown>
  const after = to as unknown as Record<string, unknown>
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const parts = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]) && key !== 'label')
  const formulas = carried === 0 ? '' : `, ${counted(carried, 'formula')} carried`
  const words = parts.map((part) => PARTS[part] ?? part).join(', ')
  if (old.id !== to.id) {
    const more = [old.label === to.label ? '' : 'label', words].filter((part) => part !== '').join(', ')
    return `Renamed ${what} ${old.id} to ${to.id}${formulas}${more === '' ? '' : `; changed ${more}`}`
  }
  const also = words === '' ? '' : `: ${words}`
  if (old.label !== to.label) return `Renamed ${what} ${names.from} to ${names.to} in ${where}${also}`
  return `Changed ${what} ${names.from} in ${where}${also}`
}

const PARTS: Record<string, string> = {
  columns: 'columns of the formula',
  only: 'columns with cells',
  choices: 'list of choices',
  source: 'source line',
  notes: 'marks of notes',
  how: 'how it is formed',
  filingCopy: 'filing copy',
  currency: 'dollar sign',
  all: 'computed throughout',
  end: 'end of the period',
}
