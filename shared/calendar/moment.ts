/**
 * The wording of a moment, in one place: with its zone, so that two moments never read alike, even an hour apart where the clocks
 * go back. Moments are stored as ISO text in UTC; the zone to tell them in is given. Asks neither the clock nor the machine.
 */

/** How a moment is written: on screen to the second, whole or by day and time of day; on paper to the minute, the month in full. */
const STYLES = {
  screen: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
  day: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  clock: { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
  paper: { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** One for each zone and style: making it takes longer than writing many times with it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function written(time: string, zone: string, style: keyof typeof STYLES): string {
  const key = `${style} ${zone}`
  let known = formats.get(key)
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...STYLES[style] })))
  // Some versions of the language data part the time from AM and PM by a narrow space, and the date from the time by "at".
  return known
    .format(new Date(time))
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replace(' at ', ', ')
}

/** The day on which a moment falls in a zone: `Sunday, November 1, 2026`. */
export function dayText(time: string, zone: string): string {
  return written(time, zone, 'day')
}

/** The time of day of a moment, under the day: `1:30:05 AM EDT`. */
export function clockText(time: string, zone: string): string {
  return written(time, zone, 'clock')
}

/** A moment on paper, `November 30, 2026, 10:25 AM GMT+13:45`; without a zone the same everywhere, as momentText has it. */
export function printedMoment(time: string, zone?: string): string {
  return zone === undefined ? momentText(time) : written(time, zone, 'paper')
}

/**
 * A moment as people write it where they are: `Nov 1, 2026, 1:30:05 AM EDT`, or with the offset where the zone has no short name:
 * `Oct 25, 2026, 2:30:05 AM GMT+1`. Without a zone, as files have it, the same everywhere: `2026-11-01 05:30 UTC`.
 */
export function momentText(time: string, zone?: string): string {
  if (zone === undefined) return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`
  return written(time, zone, 'screen')
}
