/**
 * What an engine holds, as exact text that can be compared with another engine or with the naive reference.
 */
import { CellError } from '../../../shared/calc/cell_error.ts'
import type { CellChange, Engine } from '../../../shared/calc/engine.ts'
import type { Value } from '../../../shared/calc/value.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellInput, CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { plain } from '../../../shared/money/decimal.ts'
import type { RandomEdit } from './random_filing.ts'

export const LAYERS: readonly Layer[] = ['base', 'scenario']

/** The same text for the same value, as plainText of the naive reference writes it. */
export function valueText(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return JSON.stringify(value)
  return value instanceof CellError ? [value.code, ...(value.members ?? [])].join(' ') : plain(value)
}

export function cellsOf({ schedules }: Filing): CellRef[] {
  return schedules.flatMap(({ id, lines, columns }) =>
    lines.flatMap((line) => columns.map((column) => ({ schedule: id, line: line.id, column: column.id }))),
  )
}

/** Every cell of a layer by name, in the order of the filing. */
export function snapshot(engine: Engine, layer: Layer): Map<string, string> {
  return new Map(cellsOf(engine.filing()).map((ref) => [cellName(ref), valueText(engine.value(ref, layer))]))
}

export function both(engine: Engine): Map<string, string>[] {
  return LAYERS.map((layer) => snapshot(engine, layer))
}

/** The changes as lines of text, in the order given. */
export function changeTexts(changes: readonly CellChange[]): string[] {
  return changes.map((change) => `${cellName(change)}: ${valueText(change.old)} -> ${valueText(change.new)}`)
}

/** The changes that two snapshots differ by. */
export function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].flatMap(([name, now]) => {
    const old = before.get(name) ?? ''
    return old === now ? [] : [`${name}: ${old} -> ${now}`]
  })
}

/** The inputs that stand after edits, without any engine: what a rebuilt engine is given. */
export class Standing {
  readonly filing: Filing
  private readonly inputs: Record<Layer, Map<string, CellInput>> = { base: new Map(), scenario: new Map() }

  constructor(filing: Filing) {
    this.filing = filing
    for (const schedule of filing.schedules)
      for (const input of schedule.cells) this.enter('base', { ...input, schedule: schedule.id })
  }

  apply({ layer, inputs }: RandomEdit): void {
    for (const input of inputs) this.enter(layer, input)
  }

  /** The filing with the inputs of the base layer as they stand. */
  base(): Filing {
    const inputs = [...this.inputs.base.values()]
    return {
      ...this.filing,
      schedules: this.filing.schedules.map((schedule) => ({
        ...schedule,
        cells: inputs.filter((input) => input.schedule === schedule.id),
      })),
    }
  }

  scenario(): CellInput[] {
    return [...this.inputs.scenario.values()]
  }

  private enter(layer: Layer, input: CellInput): void {
    const schedule = this.filing.schedules.find(({ id }) => id === input.schedule)!
    const line = schedule.lines.find(({ id }) => id === input.line)!
    const column = schedule.columns.find(({ id }) => id === input.column)!
    // Such cells take no input: nothing of it stands.
    if (line.kind === 'heading' || column.all || (line.only && !line.only.includes(column.id))) return
    this.inputs[layer].delete(cellName(input))
    if (input.input !== null) this.inputs[layer].set(cellName(input), input)
  }
}
