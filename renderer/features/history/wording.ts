/**
 * What the change log says, and how its entries are told: the inputs before and after, in the cell's own format.
 */
import type { Filing } from '../../../shared/model/filing.ts'
import { scheduleOf, scheduleName, type Found } from '../../../shared/model/lookup.ts'
import type { LogEntry, LogKind } from '../../../shared/model/log_entry.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import type { Book } from '../../session/book/book.ts'
import { baseName } from '../../session/reading/figures.ts'
import type { Scope } from './log_filter.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { storedAt } from '../../../shared/calc/layout.ts'

/** An input as it was entered, in the cell's format where it is an amount; words where there was none. */
export function inputText(input: string | null, { line, column }: Found): string {
  if (input === null) return 'no entry'
  if (input === '') return 'blank'
  const amount = storedAt({ line, column }, input)
  return amount === undefined ? input : cellText(amount, line, column)
}

/** Before the title of an entry. */
export const KINDS: Record<LogEntry['kind'], string> = { created: '', edit: '', undo: 'Undone: ', redo: 'Redone: ' }

/** Where a change was made: filing, schedule and scenario, as far as it was made in one. */
export function whereText(
  book: Pick<Book, 'filing' | 'scenarios'>,
  { filing: id, place }: Pick<LogEntry, 'filing' | 'place'>,
): string {
  if (id === null) return ''
  const filing = book.filing(id)
  if (!filing) return 'Deleted filing'
  const names = [isolated(filing.title)]
  if (place) {
    const schedule = scheduleOf(filing, place.schedule)
    const scenario = book.scenarios(id).find((one) => one.id === place.scenario)
    names.push(schedule ? scheduleName(schedule) : 'Deleted schedule')
    names.push(place.scenario === null ? baseName(filing) : scenario ? isolated(scenario.name) : 'Deleted scenario')
  }
  return names.join(' · ')
}

/** The figure with which the history of a cell begins. */
export function firstText(filing: Pick<Filing, 'status'>, figure: string): string {
  return `${filing.status === 'draft' ? 'At first' : 'As filed'}: ${figure === '' ? 'blank' : figure}`
}

/** The names of the fields that narrow the log. */
export const FILTER = { scope: 'Changes of', kind: 'Kind', text: 'Text' } as const

/** What the log is narrowed to; without a scenario it is the figures beneath all of them. */
export function scopeLabel(scope: Scope, isBase: boolean): string {
  if (scope === 'scenario' && isBase) return 'No scenario'
  return {
    all: 'All',
    filing: 'This filing',
    schedule: 'This schedule',
    scenario: 'This scenario',
    cell: 'This cell',
  }[scope]
}

export const KIND_CHOICES: readonly { value: LogKind | 'all'; label: string }[] = [
  { value: 'all', label: 'Every kind' },
  { value: 'edits', label: 'Edits' },
  { value: 'structure', label: 'Structure' },
  { value: 'undo', label: 'Undo and redo' },
]

export const EXPORT = 'Export as CSV'
export const OLDER = 'Older changes'
export const NONE_FOUND = 'No change is on record here.'
export const NEVER_CHANGED = 'Nothing was entered in this cell.'

export const NO_CELL = 'Choose a figure to see its changes.'

/** The program did not answer. */
export const NO_ANSWER = {
  history: 'The history could not be read, because the program did not answer.',
  log: 'The change log could not be read, because the program did not answer.',
  exported: 'The change log could not be exported, because the program did not answer.',
} as const

export const DOWNLOADED = 'The change log is in the downloads folder.'
export const CANCELED = 'The export was canceled. No file was written.'

export function exportedText(path: string): string {
  return `The change log was saved: ${path}`
}
