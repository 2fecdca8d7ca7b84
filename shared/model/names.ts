/**
 * The words by which the lines and the columns of a schedule are told apart. A label that stands once is the name; one that stands
 * again is followed by what it stands under, or below, or by its id. Reads structure only.
 */
import { isolated } from '../money/isolated.ts'
import type { Column, ColumnGroup, Line } from './filing.ts'

/** A name as it is compared: two are the same that differ only in case, the encoding of accents or spaces around. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}

/** A label as it is compared: `Other:` and `other` read alike. */
function folded(label: string): string {
  return nameKey(bare(label))
}

function bare(label: string): string {
  return label.trim().replace(/\s*:$/, '').replaceAll(/\s+/g, ' ')
}

type Apart<T> = {
  /** What one is called where nothing else is. */
  nameOf: (item: T) => string
  /** What tells one from others of its name, the plainest first. */
  more: (item: T, at: number) => string[]
  /** Names that are taken by others, folded. */
  taken?: Iterable<string>
}

/**
 * A name for each, unlike every other. Where several would be called alike each is followed by the first words that tell it from
 * the rest, its id being the last resort.
 */
function apart<T extends { id: string }>(
  items: readonly T[],
  { nameOf, more, taken: others = [] }: Apart<T>,
): Map<T, string> {
  const alike = Map.groupBy(items.keys(), (at) => folded(nameOf(items[at]!)))
  const taken = new Set([...alike.keys(), ...others])
  const names = new Map<T, string>()
  for (const list of alike.values()) {
    // What stands alone is told from the rest by its name: nothing more is looked up, which takes long in a long list.
    const several = list.length === 1 ? [] : list
    const choices = several.map((at) => more(items[at]!, at).map((words) => `${bare(nameOf(items[at]!))} (${words})`))
    const times = new Map<string, number>()
    for (const name of choices.flatMap((own) => [...new Set(own.map(folded))])) {
      times.set(name, (times.get(name) ?? 0) + 1)
    }
    for (const [i, at] of list.entries()) {
      const item = items[at]!
      const own = list.length === 1 ? nameOf(item) : undefined
      const told = choices[i]?.find((name) => times.get(folded(name)) === 1 && !taken.has(folded(name)))
      const name = own ?? told ?? byId(bare(nameOf(item)), item.id, taken)
      names.set(item, name)
      taken.add(folded(name))
    }
  }
  return names
}

/** `Other (other_2)`; said once more where a label happens to read so. */
function byId(name: string, id: string, taken: ReadonlySet<string>): string {
  let own = `${name} (${id})`
  while (taken.has(folded(own))) own = `${own} (${id})`
  return own
}

/** What a line stands under: its parent, that one's parent and so on, and the heading above them. */
function above(
  lines: readonly Line[],
  byId: ReadonlyMap<string, number>,
  headings: readonly (Line | undefined)[],
  at: number,
): string[] {
  const passed = new Set<number>([at])
  const labels: string[] = []
  let top = at
  for (;;) {
    const { parent } = lines[top]!
    const next = parent === undefined ? undefined : byId.get(parent)
    if (next === undefined || passed.has(next)) break
    passed.add(next)
    labels.push(lines[next]!.label)
    top = next
  }
  const heading = headings[Math.min(top, at)]
  if (heading) labels.push(heading.label)
  return labels.map((label) => isolated(bare(label))).filter((label) => label !== '')
}

/** For each line the heading above it. */
function headingsAbove(lines: readonly Line[]): (Line | undefined)[] {
  let last: Line | undefined
  return lines.map((line) => {
    const before = last
    if (line.kind === 'heading') last = line
    return before
  })
}

/** The label of a line, or its id where it has none. */
export function labelOrId({ label, id }: Line): string {
  return label.trim() === '' ? id : isolated(label)
}

const foldedLabels = new WeakMap<Line, string>()

function foldedLabel(line: Line): string {
  let known = foldedLabels.get(line)
  if (known === undefined) foldedLabels.set(line, (known = folded(labelOrId(line))))
  return known
}

/** True where a line is called by its label in `lineNames`: no other that could be mistaken for it reads so. */
export function isNamedByLabel(lines: readonly Line[], line: Line): boolean {
  const own = foldedLabel(line)
  const among = isWords(line)
  return !lines.some((one) => one.id !== line.id && (among || !isWords(one)) && foldedLabel(one) === own)
}

function isWords({ kind }: Pick<Line, 'kind'>): boolean {
  return kind === 'heading' || kind === 'text'
}

/** The names of lines: `Other`, or `Other (Non-interest expense)` where another line has that label. */
export function lineNames(lines: readonly Line[]): Map<Line, string> {
  const placeOf = new Map(lines.map(({ id }, at) => [id, at]))
  const headings = headingsAbove(lines)
  const more = ({ kind, label }: Line, at: number): string[] => {
    const under = above(lines, placeOf, headings, at)
    const before = isolated(bare(lines[at - 1]?.label ?? ''))
    return [
      ...(isWords({ kind }) ? [kind] : under.map((_, i) => under.slice(0, i + 1).join(', '))),
      ...(before === '' || folded(before) === folded(label) ? [] : [`below ${before}`]),
    ]
  }
  // A heading is often worded like the line that totals it: then the line has the plain name.
  const figures = apart(
    lines.filter((line) => !isWords(line)),
    {
      nameOf: labelOrId,
      more: (line) => more(line, placeOf.get(line.id)!),
      taken: lines.map(foldedLabel),
    },
  )
  const all = apart(lines, { nameOf: labelOrId, more, taken: [...figures.values()].map(folded) })
  return new Map(lines.map((line) => [line, figures.get(line) ?? all.get(line)!]))
}

type Groups = readonly ColumnGroup[] | undefined

/** A column with the head above it where it is a period: `Three Months Ended September 30, 2007`. */
export function plainColumnName(groups: Groups, column: Column, isSplit = column.entity !== undefined): string {
  const head = isPeriod(column) ? headOf(groups, column) : undefined
  const label = isolated(column.label)
  if (head === undefined) return label
  // The head of a period that is split by entity names the period whole.
  return isSplit ? `${head}, ${label}` : `${head} ${label}`
}

/** The names of columns; one that is no period has the head above it only where another reads the same. */
export function columnNames(columns: readonly Column[], groups: Groups): Map<Column, string> {
  const split = new Set(columns.flatMap(({ id, entity }) => (entity ? [id, entity.of] : [])))
  return apart(columns, {
    nameOf: (column) => plainColumnName(groups, column, split.has(column.id)),
    more: (column) => {
      const head = isPeriod(column) ? undefined : headOf(groups, column)
      return head === undefined ? [] : [head]
    },
  })
}

function headOf(groups: Groups, { id }: Column): string | undefined {
  const head = groups?.find(({ columns }) => columns.includes(id))?.label
  return head === undefined ? undefined : isolated(head)
}

function isPeriod({ kind }: Column): boolean {
  return kind === 'duration' || kind === 'instant'
}
