/**
 * What each pair of amounts does to one figure: a table shaded by how far it lies from the figure as it stands, and what can be done with
 * a point.
 */
import { useId, useState, type JSX } from 'react'
import type { TwoWay } from '../../../shared/analysis/sensitivity.ts'
import { cellHead, cellHeadText } from '../../../shared/analysis/cell_names.ts'
import { figureText } from '../../../shared/calc/cell_text.ts'
import { sameValue } from '../../../shared/calc/value.ts'
import { AnswerButtons, useAnswerActs } from '../../contrib/answer_buttons.tsx'
import { PrintResult } from '../../contrib/print_result.tsx'
import { CopyResult } from '../../contrib/result_copy.tsx'
import { ResultFrame } from '../../ui/result_frame.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { shadesOf } from './shades.ts'
import type { Answered } from './read_fields.ts'
import { AmountHead, CellHead, PointButton } from './table_parts.tsx'
import { pointPlan, type Subject } from './subject.ts'
import { CHOOSE_POINT, chosenText, SHADES } from './wording.ts'

/** The table as text, with the heads of both axes. */
function rowsOf({ filing }: Subject, { rows, columns, output, values }: TwoWay): string[][] {
  return [
    [cellHeadText(filing, output), cellHeadText(filing, columns.by)],
    [cellHeadText(filing, rows.by), ...columns.amounts.map((amount) => figureText(filing, columns.by, amount))],
    ...rows.amounts.map((amount, at) => [
      figureText(filing, rows.by, amount),
      ...values[at]!.map((value) => figureText(filing, output, value)),
    ]),
  ]
}

export function TwoWayResult({ subject, table }: { subject: Subject; table: Answered<TwoWay> }): JSX.Element {
  const { filing, engine, layer } = subject
  const [chosen, setChosen] = useState<string | null>(null)
  const titleId = useId()
  const [output, rows, columns] = [table.output, table.rows.by, table.columns.by].map((ref) => cellHead(filing, ref))
  const now = { row: engine.value(table.rows.by, layer), column: engine.value(table.columns.by, layer) }
  const shades = shadesOf(table.values, table.now)
  const points = table.rows.amounts.flatMap((row) =>
    table.columns.amounts.map((column) => ({ id: `${row.toFixed()} ${column.toFixed()}`, row, column })),
  )
  const point = points.find(({ id }) => id === chosen)
  const plan =
    point &&
    pointPlan(subject, [
      { ref: table.rows.by, amount: point.row },
      { ref: table.columns.by, amount: point.column },
    ])
  const acts = useAnswerActs(plan, table.rows.by)
  return (
    <>
      <p className="result-title" id={titleId}>
        {output!.line}, {output!.column}, now <SpokenFigure text={figureText(filing, table.output, table.now)} />
      </p>
      <ResultFrame>
        <table className="figures two-way" aria-labelledby={titleId}>
          <thead>
            <tr>
              <td aria-hidden="true" />
              <th scope="colgroup" colSpan={table.columns.amounts.length}>
                {columns!.line}
                <small>{columns!.column}</small>
              </th>
            </tr>
            <tr>
              <CellHead {...rows!} />
              {table.columns.amounts.map((amount) => (
                <AmountHead key={amount.toFixed()} scope="col" text={figureText(filing, table.columns.by, amount)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.amounts.map((amount, row) => (
              <tr key={amount.toFixed()}>
                <AmountHead scope="row" text={figureText(filing, table.rows.by, amount)} />
                {table.values[row]!.map((value, column) => {
                  const at = table.columns.amounts[column]!
                  const id = `${amount.toFixed()} ${at.toFixed()}`
                  const isNow = sameValue(amount, now.row) && sameValue(at, now.column)
                  return (
                    <td
                      key={at.toFixed()}
                      className={isNow ? 'now' : undefined}
                      data-shade={shades[row]![column]}
                      aria-current={isNow ? 'true' : undefined}
                    >
                      <PointButton
                        id={id}
                        text={figureText(filing, table.output, value)}
                        chosen={chosen}
                        onChoose={setChosen}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ResultFrame>
      <p className="hint">{SHADES}</p>
      <div className="result-acts">
        <CopyResult rows={() => rowsOf(subject, table)} />
        <PrintResult question={table.question} />
        <p className="hint">
          {point
            ? chosenText(
                `${figureText(filing, table.rows.by, point.row)} and ${figureText(filing, table.columns.by, point.column)}`,
              )
            : CHOOSE_POINT}
        </p>
      </div>
      {point ? <AnswerButtons acts={acts} isSeveral /> : null}
    </>
  )
}
