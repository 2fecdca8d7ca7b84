/**
 * Definitions of the lines and columns that one change set touches, each read once, and whether they take an input.
 * Writes nothing.
 */
import { isolated } from '../../shared/money/isolated.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import { columnSchema, lineSchema, type Column, type Line } from '../../shared/model/filing.ts'
import { columnName, findCell, lineName } from '../../shared/model/lookup.ts'
import { refused } from '../failure.ts'
import { storedStructure } from '../names.ts'
import { readProven } from '../stored_json.ts'
import type { Target } from './writing.ts'

type RowAt = { schedule: string; id: string }

export class Definitions {
  readonly #target: Target
  readonly #known = new Map<string, Line | Column>()

  constructor(target: Target) {
    this.#target = target
  }

  /** After a change of structure, definitions are read again. */
  forget(): void {
    this.#known.clear()
  }

  #read<T extends Line | Column>(what: 'line' | 'column', form: { parse(value: unknown): T }, at: RowAt): T {
    const key = `${what} ${at.schedule} ${at.id}`
    const known = this.#known.get(key)
    if (known) return known as T
    const table = what === 'line' ? 'line' : 'schedule_column'
    const record = this.#target.records.get(table, [this.#target.filing, at.schedule, at.id])
    if (!record) throw refused(`The schedule ${at.schedule} has no ${what} ${at.id}. The change was not stored.`)
    const definition = readProven(form, record[4])
    this.#known.set(key, definition)
    return definition
  }

  #line({ schedule, line }: CellEdit): Line {
    return this.#read('line', lineSchema, { schedule, id: line })
  }

  #column({ schedule, column }: CellEdit): Column {
    return this.#read('column', columnSchema, { schedule, id: column })
  }

  /** Line and column by their names, where both still exist. Read for a refusal only: it takes the whole structure. */
  nameOf(change: CellEdit): { line: string; column: string } {
    const line = this.#line(change)
    const column = this.#column(change)
    const found = findCell(storedStructure(this.#target), change)
    if (!found) return { line: `“${isolated(line.label)}”`, column: column.label }
    return { line: `“${lineName(found)}”`, column: columnName(found.schedule, found.column) }
  }

  /** Refuses a cell that does not exist, and one that takes no input. */
  checkCell(change: CellEdit): void {
    const line = this.#line(change)
    const column = this.#column(change)
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
