/**
 * What a range of amounts does to the figures watched: a line for each that moves, the table of all, and what can be done with a point.
 */
import { useId, useState, type JSX } from 'react'
import type { OneWay } from '../../../shared/analysis/sensitivity.ts'
import { cellHead, cellHeadText } from '../../../shared/analysis/cell_names.ts'
import { figureText } from '../../../shared/calc/cell_text.ts'
import { sameValue } from '../../../shared/calc/value.ts'
import { cellName } from '../../../shared/model/cell.ts'
import { chartLine } from '../../../shared/print/line_shares.ts'
import { AnswerButtons, useAnswerActs } from '../../contrib/answer_buttons.tsx'
import { PrintResult } from '../../contrib/print_result.tsx'
import { CopyResult } from '../../contrib/result_copy.tsx'
import { LineChart } from '../../ui/charts/line_chart.tsx'
import { ResultFrame } from '../../ui/result_frame.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import type { Answered } from './read_fields.ts'
import { CellHead, PointButton } from './table_parts.tsx'
import { pointPlan, type Subject } from './subject.ts'
import { AS_IT_STANDS, CHOOSE_POINT, chosenText } from './wording.ts'

/** The table as text, its heads first. */
function rowsOf({ filing }: Subject, table: OneWay): string[][] {
  return [
    [cellHeadText(filing, table.by), ...table.outputs.map((ref) => cellHeadText(filing, ref))],
    ...table.rows.map(({ amount, values }) => [
      figureText(filing, table.by, amount),
      ...values.map((value, at) => figureText(filing, table.outputs[at]!, value)),
    ]),
  ]
}

export function OneWayResult({ subject, table }: { subject: Subject; table: Answered<OneWay> }): JSX.Element {
  const { filing } = subject
  const [chosen, setChosen] = useState<string | null>(null)
  const titleId = useId()
  const by = cellHead(filing, table.by)
  const point = table.rows.find(({ amount }) => amount.toFixed() === chosen)
  const plan = point && pointPlan(subject, [{ ref: table.by, amount: point.amount }])
  const acts = useAnswerActs(plan, table.by)
  return (
    <>
      {table.outputs.map((ref, at) => {
        const line = chartLine(filing, table, at)
        return line ? <LineChart key={cellName(ref)} line={line} /> : null
      })}
      <p className="result-title" id={titleId}>
        {by.line}, {by.column}, now <SpokenFigure text={figureText(filing, table.by, table.now.by)} />
      </p>
      <ResultFrame>
        <table className="figures" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">{by.line}</th>
              {table.outputs.map((ref) => (
                <CellHead key={cellName(ref)} {...cellHead(filing, ref)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ amount, values }) => {
              const isNow = sameValue(amount, table.now.by)
              const id = amount.toFixed()
              return (
                <tr key={id} className={isNow ? 'now' : undefined}>
                  <th scope="row">
                    <PointButton
                      id={id}
                      text={figureText(filing, table.by, amount)}
                      chosen={chosen}
                      onChoose={setChosen}
                    />
                    {isNow ? <small> {AS_IT_STANDS}</small> : null}
                  </th>
                  {values.map((value, at) => (
                    // An output keeps its place in every row.
                    // oxlint-disable-next-line react/no-array-index-key
                    <SpokenFigure
                      as="td"
                      key={at}
                      className={sameValue(value, table.now.values[at]!) ? undefined : 'moved'}
                      text={figureText(filing, table.outputs[at]!, value)}
                    />
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </ResultFrame>
      <div className="result-acts">
        <CopyResult rows={() => rowsOf(subject, table)} />
        <PrintResult question={table.question} />
        <p className="hint">{point ? chosenText(figureText(filing, table.by, point.amount)) : CHOOSE_POINT}</p>
      </div>
      {point ? <AnswerButtons acts={acts} /> : null}
    </>
  )
}
