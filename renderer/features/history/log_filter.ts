/**
 * What the change log is narrowed to, as a person chose it, and as it is asked for. Pure.
 */
import type { Request } from '../../../shared/contract/contract.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import type { LogKind } from '../../../shared/model/log_entry.ts'
import type { ShownPlace } from '../../session/place/place.ts'

/** Which changes are listed. */
export type Scope = 'all' | 'filing' | 'schedule' | 'scenario' | 'cell'

export type LogFilter = { scope: Scope; kind: LogKind | 'all'; text: string }

export type Range = Omit<Request<'log'>, 'limit' | 'before'>

/** The filter as it is asked for at a place; null where the focus is on no cell whose changes are wanted. */
export function rangeOf(filter: LogFilter, place: ShownPlace | null, cell: CellRef | undefined): Range | null {
  const { scope, kind } = filter
  const text = filter.text.trim()
  const range: Range = { ...(kind !== 'all' && { kind }), ...(text !== '' && { text }) }
  if (scope === 'all' || !place) return range
  const { filing, schedule, scenario } = place
  if (scope === 'filing') return { ...range, filing }
  if (scope === 'schedule') return { ...range, filing, schedule }
  if (scope === 'scenario') return { ...range, filing, scenario }
  if (!cell) return null
  return { ...range, filing, cell: { schedule: cell.schedule, line: cell.line, column: cell.column } }
}
