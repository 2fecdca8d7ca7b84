/**
 * Taking a scenario's inputs back: those of a cell, a line, a schedule, or all of them.
 * Works on the scenario's own inputs, never on those of a scenario that it stands on.
 */
import { cellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import { findCell, lineName, lineOf, scheduleOf, cellTitle } from '../model/lookup.ts'
import { refused, type Refused } from '../refusals/refusal.ts'
import type { Plan } from './plan.ts'
import { counted } from '../money/count.ts'

export type ResetScope =
  | { of: 'cell'; ref: CellRef }
  | { of: 'line'; schedule: string; line: string }
  | { of: 'schedule'; schedule: string }
  | { of: 'scenario' }

/** Plans the reset. `own` are the inputs that the scenario itself holds. Refused where the scope holds none. */
export function reset(filing: Filing, own: readonly CellInput[], scope: ResetScope): Plan | Refused {
  const inputs = own
    .filter((one) => one.input !== null && within(one, scope))
    .map(({ schedule, line, column }) => ({ schedule, line, column, input: null }))
  const name = nameOf(filing, scope)
  if (inputs.length === 0) return refused({ code: 'nothing_to_reset', name })
  const count = counted(inputs.length, 'edit')
  const title = `${name}: ${count} of the scenario reset`
  const text = `${count} ${inputs.length === 1 ? 'is' : 'are'} taken back; undo brings ${inputs.length === 1 ? 'it' : 'them'} again.`
  return { kind: 'plan', inputs, title, consequence: { text, warning: false } }
}

function within(input: CellInput, scope: ResetScope): boolean {
  switch (scope.of) {
    case 'cell':
      return cellName(input) === cellName(scope.ref)
    case 'line':
      return input.schedule === scope.schedule && input.line === scope.line
    case 'schedule':
      return input.schedule === scope.schedule
    case 'scenario':
      return true
  }
}

function nameOf(filing: Filing, scope: ResetScope): string {
  if (scope.of === 'scenario') return 'The whole scenario'
  if (scope.of === 'cell') {
    const found = findCell(filing, scope.ref)
    return found ? cellTitle(found) : cellName(scope.ref)
  }
  const schedule = scheduleOf(filing, scope.schedule)
  if (scope.of === 'schedule') return schedule?.title ?? scope.schedule
  const line = lineOf(schedule, scope.line)
  return schedule && line ? lineName({ schedule, line }) : scope.line
}
