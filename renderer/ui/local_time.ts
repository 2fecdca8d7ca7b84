/**
 * Moments as they read on this machine's screen: in its own time zone, which is named.
 */
import { momentText } from '../../shared/model/moment.ts'

const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** A stored moment in this machine's zone: `Nov 1, 2026, 1:30:05 AM EDT`. */
export function localTime(time: string): string {
  return momentText(time, ZONE)
}
