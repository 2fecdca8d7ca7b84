/**
 * Moments as they read on this machine's screen: in its own time zone, which is named.
 */
import { clockText, dayText, momentText, printedMoment } from '../../shared/calendar/moment.ts'

/** This machine's time zone. */
export const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** A stored moment in this machine's zone: `Nov 1, 2026, 1:30:05 AM EDT`. */
export function localTime(time: string): string {
  return momentText(time, ZONE)
}

/** The day of a stored moment in this machine's zone: `Sunday, November 1, 2026`. */
export function localDay(time: string): string {
  return dayText(time, ZONE)
}

/** Its time of day there: `1:30:05 AM EDT`. */
export function localClock(time: string): string {
  return clockText(time, ZONE)
}

/** A stored moment as paper has it: `November 1, 2026, 1:30 AM EDT`. */
export function localPrintedTime(time: string): string {
  return printedMoment(time, ZONE)
}
