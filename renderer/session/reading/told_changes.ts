/**
 * The changes of the log that made a scenario what it is, oldest first, so that what it moved can be told in their order.
 * Reads the history of each input that stands; must not guess an order that the log does not give.
 */
import type { TitledChange } from '../../../shared/analysis/explanation.ts'
import type { HistoryEntry } from '../../../shared/model/log_entry.ts'
import { shown } from '../../../shared/analysis/edit_words.ts'
import type { CellInput } from '../../../shared/model/filing.ts'
import { findCell, cellTitle } from '../../../shared/model/lookup.ts'
import type { Session } from '../session.ts'

/** Above this many inputs the order of the filing serves: a person does not read so long a list edit by edit. */
const MOST_READ = 300

/**
 * The changes by which the inputs in force in a scenario came to stand, those of the scenarios below it included; null
 * where the log was not read.
 */
export async function changesOf(session: Session, filing: string, scenario: string): Promise<TitledChange[] | null> {
  const { client } = session
  const { book } = session.workbook()
  const inputs = book.effectiveCells(filing, scenario)
  if (inputs.length > MOST_READ) return null
  const chain = new Set(book.chain(filing, scenario))
  const changes = new Map<number, { title: string; cells: CellInput[] }>()
  try {
    const answers = await Promise.all(
      inputs.map(({ schedule, line, column }) => client.history({ filing, schedule, line, column })),
    )
    for (const [at, answer] of answers.entries()) {
      if (!answer.ok) return null
      const input = inputs[at]!
      // Newest first: the last change that stands, set this input and was not undone since.
      const made = answer.value.entries.find(
        (entry) =>
          entry.kind === 'edit' &&
          !entry.undone &&
          entry.scenario !== null &&
          chain.has(entry.scenario) &&
          entry.after === input.input,
      )
      if (!made) continue
      const known = changes.get(made.number)
      if (known) known.cells.push(input)
      else changes.set(made.number, { title: titleFrom(session, filing, scenario, input, made), cells: [input] })
    }
  } catch {
    return null
  }
  return [...changes].sort(([a], [b]) => a - b).map(([, change]) => change)
}

/**
 * The change by its title; one that came on top of earlier entries of the same cell by what they did together, since its
 * effect is told from the base.
 */
function titleFrom(session: Session, filing: string, scenario: string, ref: CellInput, made: HistoryEntry): string {
  const { book, sheets } = session.workbook()
  const found = findCell(book.filing(filing), ref)
  if (made.before === null || !found) return made.title
  const engine = sheets.engine(filing, scenario)
  const [before, after] = [engine.value(ref, 'base'), engine.value(ref)]
  return `${cellTitle(found)}: ${shown(before, found) || 'blank'} to ${shown(after, found) || 'blank'}`
}
