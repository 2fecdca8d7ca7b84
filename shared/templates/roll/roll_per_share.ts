/**
 * The schedule of earnings per share in a roll forward: each of its periods stands on its own, so that a year to date it gains adds up nothing. Tells
 * such a schedule from others; carries nothing.
 */
import type { Schedule } from '../../model/filing.ts'

const NEEDED = ['available_to_common', 'basic_shares', 'diluted_shares']

/** True for a schedule of earnings per share: what is available to common stock, over shares that are basic and diluted. */
export function isOfPerShare({ kind, lines }: Pick<Schedule, 'kind' | 'lines'>): boolean {
  return kind === 'custom' && NEEDED.every((id) => lines.some((line) => line.id === id))
}
