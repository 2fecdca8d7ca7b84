/**
 * What an attack counts: what was tried, what came of it, and every breach with what it takes to repeat it.
 * Counts only; judges nothing.
 */

/** A count for each thing tried or seen, in the order in which they first came, and what did not hold. */
export type Tally = {
  count: (what: string, times?: number) => void
  /** Something that the workbook must never let happen; `how` says where to look. */
  breach: (what: string, how: string) => void
  readonly counts: ReadonlyMap<string, number>
  readonly breaches: readonly { what: string; how: string }[]
}

export function createTally(): Tally {
  const counts = new Map<string, number>()
  const breaches: { what: string; how: string }[] = []
  return {
    count: (what, times = 1) => void counts.set(what, (counts.get(what) ?? 0) + times),
    breach: (what, how) => void breaches.push({ what, how }),
    counts,
    breaches,
  }
}

/** What an attack is given: chance that can be repeated, how long to go on, a folder of its own, and where to count. */
export type Given = {
  seed: number
  /** True while another round is to be made, `done` having been made; `usual` is how many there are where nothing else is asked. */
  goesOn: (done: number, usual: number) => boolean
  folder: string
  tally: Tally
}

/** The counts and breaches of an attack as lines of a table. */
export function table(name: string, { counts, breaches }: Tally, seconds: number): string {
  const rows = [...counts, ['breaches', breaches.length] as const]
  const wide = Math.max(...rows.map(([what]) => what.length))
  const lines = rows.map(([what, times]) => `  ${what.padEnd(wide)} ${times.toLocaleString('en-US').padStart(9)}`)
  const told = breaches.slice(0, 20).map(({ what, how }) => `  BREACH ${what}: ${how}`)
  const more = breaches.length > told.length ? [`  ... and ${breaches.length - told.length} more`] : []
  return [`${name} (${Math.round(seconds)} s)`, ...lines, ...told, ...more].join('\n')
}

/** What was thrown, in one line. */
export function inOneLine(fault: unknown): string {
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  return text.replaceAll(/\s+/g, ' ').slice(0, 400)
}
