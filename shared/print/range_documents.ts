/**
 * Sensitivity over ranges as pages: one input against the figures watched, with their lines, and two inputs against each other.
 */
import { cellHead, cellHeadText } from '../analysis/cell_names.ts'
import { amountsOf, oneWay, twoWay, type Axis } from '../analysis/sensitivity.ts'
import { figureText } from '../calc/cell_text.ts'
import { sameValue, type Value } from '../calc/value.ts'
import type { CellRef } from '../model/filing.ts'
import { editedLayer } from '../model/edited_layer.ts'
import { Decimal } from '../money/decimal.ts'
import { refusalText, type Refused } from '../refusals/refusal.ts'
import { answerDocument, answerRow, formatAt, remark, valueCell } from './answer_document.ts'
import type { PrintBlock, PrintDocument, PrintRow, Refusal } from './document.ts'
import { chartLine } from './line_shares.ts'
import type { Asked } from './part.ts'
import type { Question, RangeAsked } from './question.ts'

const TITLE = 'Sensitivity'

function refusal({ refusal: why }: Refused): Refusal {
  return { kind: 'refusal', title: TITLE, reasons: [refusalText(why)] }
}

function ends({ from, to, step }: RangeAsked): { from: Decimal; to: Decimal; step: Decimal } {
  return { from: new Decimal(from), to: new Decimal(to), step: new Decimal(step) }
}

/** What the figures are at present, as a sentence. */
function atPresent({ held }: Asked, refs: readonly CellRef[], values: readonly Value[]): PrintBlock {
  const parts = refs.map(
    (ref, at) => `${cellHeadText(held.filing, ref)} is ${figureText(held.filing, ref, values[at]!)}`,
  )
  return remark(`At present ${parts.join('; ')}.`)
}

export function oneWayDocument(
  asked: Asked,
  { range, outputs }: Extract<Question, { kind: 'one_way' }>,
): PrintDocument | Refusal {
  const { filing } = asked.held
  const { engine, address } = asked
  const table = oneWay({ engine, by: range.by, outputs, layer: editedLayer(filing, address.scenario), ...ends(range) })
  if (table.kind === 'refused') return refusal(table)
  const formats = outputs.map((ref) => formatAt(asked, ref))
  const lines = outputs.flatMap((_, at) => chartLine(filing, table, at) ?? [])
  return answerDocument(asked, {
    title: `${TITLE} to ${cellHeadText(filing, range.by)}`,
    of: outputs[0]!,
    caption: cellHead(filing, range.by).line,
    columns: outputs.map((ref, at) => ({ id: `output_${at}`, label: cellHeadText(filing, ref) })),
    rows: table.rows.map(({ amount, values }, row) => {
      const now = sameValue(amount, table.now.by) ? ', at present' : ''
      const label = `${figureText(filing, range.by, amount)}${now}`
      return answerRow(
        `point_${row}`,
        label,
        values.map((value, at) => valueCell(value, formats[at]!, row === 0)),
      )
    }),
    blocks: [
      atPresent(asked, [range.by, ...outputs], [table.now.by, ...table.now.values]),
      ...lines.map((chart) => ({ kind: 'chart' as const, chart })),
    ],
  })
}

export function twoWayDocument(
  asked: Asked,
  { rows, columns, output }: Extract<Question, { kind: 'two_way' }>,
): PrintDocument | Refusal {
  const { filing } = asked.held
  const { engine, address } = asked
  const layer = editedLayer(filing, address.scenario)
  const axes: Axis[] = []
  for (const range of [rows, columns]) {
    const read = amountsOf(ends(range))
    if (read.kind === 'refused') return refusal(read)
    axes.push({ by: range.by, amounts: read.amounts })
  }
  const table = twoWay({ engine, rows: axes[0]!, columns: axes[1]!, output, layer })
  if (table.kind === 'refused') return refusal(table)
  const format = formatAt(asked, output)
  const [down, across] = [cellHeadText(filing, rows.by), cellHeadText(filing, columns.by)]
  const refs = [rows.by, columns.by, output]
  return answerDocument(asked, {
    title: `${TITLE} of ${cellHeadText(filing, output)}`,
    of: output,
    caption: down,
    groups: [{ label: across, notes: [], from: 0, span: table.columns.amounts.length }],
    columns: table.columns.amounts.map((amount, at) => ({
      id: `column_${at}`,
      label: figureText(filing, columns.by, amount),
    })),
    rows: table.rows.amounts.map((amount, row): PrintRow =>
      answerRow(
        `row_${row}`,
        figureText(filing, rows.by, amount),
        table.values[row]!.map((value) => valueCell(value, format, row === 0)),
      ),
    ),
    blocks: [
      atPresent(
        asked,
        refs,
        refs.map((ref) => engine.value(ref, layer)),
      ),
    ],
  })
}
