/**
 * What may be written: judges each change of a change set against what is stored, then writes it.
 * Runs inside the caller's transaction; knows nothing of the change log.
 */
import { isolated } from '../shared/money/isolated.ts'
import type Database from 'better-sqlite3'
import { isStructural, type CellEdit, type Change } from '../shared/model/change_set.ts'
import type { CellFact, Column, Line } from '../shared/model/filing.ts'
import { columnName, findCell, lineName } from '../shared/model/lookup.ts'
import { refusalText } from '../shared/refusals/refusal.ts'
import { refused, stale } from './failure.ts'
import { applyComment, applyFiling, storedHead } from './filings.ts'
import { storedStructure, watchNames } from './names.ts'
import type { Records } from './records.ts'
import { applyScenario, checkUnlocked, storedScenario } from './scenarios.ts'
import { readStored } from './stored_json.ts'
import { applyStructure, type Target } from './structure.ts'

/** An edit obeys every rule; a reversal was an edit once, so only its `before` and the rules of scenarios are checked again. */
export type Mode = 'edit' | 'reversal'

/** Who edits, and whether the act is new. */
export type Act = { mode: Mode; author: string }

/** Applies changes in order to one filing; throws `refused` or `stale` before or after some were written. */
export function applyChanges(
  db: Database.Database,
  records: Records,
  filing: string,
  changes: readonly Change[],
  { mode, author }: Act,
): void {
  const target: Target = { db, records, filing }
  const isEdit = mode === 'edit'
  const rows = new Rows(target)
  let head = storedHead(target)
  // What is taken back or repeated stood once; it is never in the way of going back.
  const isNaming = isEdit && changes.some((change) => isStructural(change) || change.kind === 'filing')
  const checkNames = isNaming ? watchNames(target) : undefined
  for (const change of changes) {
    if (change.kind !== 'cell' && change.before === null && change.after === null) {
      throw refused('A change names neither what stood nor what is to stand. Nothing was stored.')
    }
    if (change.kind === 'filing') {
      applyFiling(target, change, isEdit)
      head = storedHead(target)
      continue
    }
    if (!head) throw refused('The filing is not in this workbook. The change was not stored.')
    if (head.deleted)
      throw refused(`“${isolated(head.title)}” was deleted. Undo its deletion first. The change was not stored.`)
    const draft = head.status === 'draft'
    if (isStructural(change)) {
      if (!draft) throw refused(refusalText({ code: 'filing_locked', filing: isolated(head.title) }))
      applyStructure(target, change)
      rows.forget()
    } else if (change.kind === 'scenario') applyScenario(db, records, filing, change, isEdit)
    else if (change.kind === 'comment') applyComment(target, change, isEdit, author)
    else if (change.scenario === null) applyBase(records, rows, filing, change, mode, draft)
    else applyOverlay(records, rows, filing, change, mode)
  }
  checkNames?.()
}

/** Definitions of the lines and columns that one change set touches, each read once. */
class Rows {
  readonly #target: Target
  readonly #known = new Map<string, Line | Column>()

  constructor(target: Target) {
    this.#target = target
  }

  /** After a change of structure, definitions are read again. */
  forget(): void {
    this.#known.clear()
  }

  #definition(table: 'line' | 'schedule_column', schedule: string, id: string): Line | Column {
    const key = `${table} ${schedule} ${id}`
    const known = this.#known.get(key)
    if (known) return known
    const record = this.#target.records.get(table, [this.#target.filing, schedule, id])
    if (!record) {
      const what = table === 'line' ? 'line' : 'column'
      throw refused(`The schedule ${schedule} has no ${what} ${id}. The change was not stored.`)
    }
    const definition = readStored(record[4] as string) as Line | Column
    this.#known.set(key, definition)
    return definition
  }

  /** Line and column by their names, where both still exist. Read for a refusal only: it takes the whole structure. */
  nameOf(change: CellEdit): { line: string; column: string } {
    const [line, column] = [
      this.#definition('line', change.schedule, change.line),
      this.#definition('schedule_column', change.schedule, change.column),
    ]
    const found = findCell(storedStructure(this.#target), change)
    if (!found) return { line: `“${isolated(line.label)}”`, column: column.label }
    return { line: `“${lineName(found)}”`, column: columnName(found.schedule, found.column) }
  }

  /** Refuses a cell that does not exist, and one that takes no input. */
  checkCell(change: CellEdit): void {
    const line = this.#definition('line', change.schedule, change.line) as Line
    const column = this.#definition('schedule_column', change.schedule, change.column) as Column
    if (line.kind === 'heading') {
      throw refused(`${this.nameOf(change).line} is a heading and holds no figures. The change was not stored.`)
    }
    if (line.only && !line.only.includes(column.id)) {
      const name = this.nameOf(change)
      throw refused(`${name.line} has no figure in the column ${name.column}. The change was not stored.`)
    }
    if (column.all) {
      throw refused(
        `The column ${this.nameOf(change).column} is computed throughout and takes no figures. The change was not stored.`,
      )
    }
  }
}

function checkBefore(rows: Rows, stored: string | null, change: CellEdit): void {
  if (stored === change.before) return
  const holds = stored === null ? 'holds no input now' : `holds ${stored === '' ? 'a blank' : stored} now`
  const name = rows.nameOf(change)
  throw stale(`${name.line}, ${name.column}, ${holds}: it was changed in another window.`)
}

function applyBase(records: Records, rows: Rows, filing: string, change: CellEdit, mode: Mode, draft: boolean): void {
  const key = [filing, change.schedule, change.line, change.column]
  if (mode === 'edit') {
    rows.checkCell(change)
    if (!draft) checkCompletion(records, key, change)
  }
  const stored = records.get('cell', key)
  checkBefore(rows, (stored?.[4] as string | undefined) ?? null, change)
  // The source of a completed figure stays with its cell until the input goes.
  const source = change.source ?? (stored?.[5] as string | null | undefined) ?? null
  records.put('cell', key, change.after === null ? null : [change.after, source])
}

/** As filed never changes, save that an input not disclosed may be completed once, with its source. */
function checkCompletion(records: Records, key: string[], change: CellEdit): void {
  const fact = records.get('fact', key)
  const completable = fact !== undefined && (readStored(fact[4] as string) as CellFact).completable === true
  if (!completable) {
    throw refused('A filed figure does not change. Start a scenario and enter the change there.')
  }
  if (change.before !== null || change.after === null || records.get('cell', key)) {
    throw refused(
      'A figure that the document did not disclose is completed once; this one stands. Undo takes it back, or a scenario holds another.',
    )
  }
  if (change.after.trim() === '') throw refused('A blank completes nothing. Enter the figure that was found.')
  if (!change.source?.trim()) {
    throw refused('A figure that the document did not disclose is completed with its source. State where it was found.')
  }
}

function applyOverlay(records: Records, rows: Rows, filing: string, change: CellEdit, mode: Mode): void {
  const scenario = change.scenario!
  const stored = storedScenario(records, filing, scenario)
  if (!stored) throw stale('The scenario no longer exists.')
  checkUnlocked(stored)
  if (mode === 'edit') {
    rows.checkCell(change)
    if (change.source !== undefined) {
      throw refused('A source is stored only with a figure that completes a filed filing. The change was not stored.')
    }
  }
  const key = [filing, scenario, change.schedule, change.line, change.column]
  checkBefore(rows, (records.get('scenario_cell', key)?.[5] as string | undefined) ?? null, change)
  records.put('scenario_cell', key, change.after === null ? null : [change.after])
}
