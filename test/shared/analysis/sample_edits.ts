/**
 * Random edits of the inputs of a sample filing, for the property tests of analysis.
 */
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { cellFormat, takesInput } from '../../../shared/calc/layout.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { cellName, readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, CellRef, Filing } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { isMeasured } from '../../../shared/money/format.ts'
import type { Choices } from '../calc/choices.ts'

export const [release, letter] = sampleFilings() as [Filing, Filing]

export function cell(name: string): CellRef {
  return readCellName(name)!
}

export function input(name: string, text: string | null): CellInput {
  return { ...cell(name), input: text }
}

export function amount(text: string | number): Decimal {
  return new Decimal(text)
}

/** `schedule.line@column text`, for comparing inputs. */
export function inputTexts(inputs: readonly CellInput[]): string[] {
  return inputs.map((one) => `${cellName(one)} ${one.input ?? 'none'}`)
}

/** Every cell of a filing that holds an amount as entered. */
export function entered(filing: Filing): CellRef[] {
  const engine = createEngine(filing)
  return filing.schedules.flatMap(({ id, lines, columns }) =>
    lines.flatMap((line) =>
      columns
        .filter((column) => takesInput(line, column) && isMeasured(cellFormat(line, column)))
        .map((column) => ({ schedule: id, line: line.id, column: column.id }))
        .filter((ref) => {
          const text = engine.input(ref, 'base')
          return text !== null && !text.startsWith('=') && isAmount(engine.value(ref))
        }),
    ),
  )
}

/** Every cell that takes an adjustment's override: a link to the books. */
function links(filing: Filing): CellRef[] {
  return filing.schedules.flatMap(({ id, lines }) =>
    lines.flatMap(({ id: line, source, columns = [] }) =>
      source ? columns.map((column) => ({ schedule: id, line, column })) : [],
    ),
  )
}

/** One to `most` edits of different cells: amounts, whole or with cents, and now and then an override of a link. */
export function someEdits(choices: Choices, filing: Filing, most: number): CellInput[] {
  const cells = new Map<string, CellInput>()
  const [plain, linked] = [entered(filing), links(filing)]
  choices.times(1, most, () => {
    const ref = linked.length > 0 && choices.chance(20) ? choices.pick(linked) : choices.pick(plain)
    const whole = choices.upTo(1_000_000) - 500_000
    const text = choices.chance(30) ? `${whole}.${10 + choices.upTo(89)}` : `${whole}`
    cells.set(cellName(ref), { ...ref, input: text.replace(/^-0$/, '0') })
  })
  return [...cells.values()]
}

/** The engine with the scenario built afresh. */
export function fresh(filing: Filing, inputs: readonly CellInput[] = []): Engine {
  return createEngine(filing, inputs)
}

/** The amount of a cell; fails where it holds none. */
export function amountAt(engine: Engine, ref: CellRef): Decimal {
  const value = engine.value(ref)
  if (!isAmount(value)) throw new Error(`${cellName(ref)} holds no amount.`)
  return value
}
