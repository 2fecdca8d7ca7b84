/**
 * Two cells, each over a range of amounts, against one output.
 */
import { useState, type JSX } from 'react'
import { readTarget } from '../../../shared/analysis/read_cell.ts'
import { twoWay, type TwoWay } from '../../../shared/analysis/sensitivity.ts'
import { figureText } from '../../../shared/calc/cell_text.ts'
import { sameValue } from '../../../shared/calc/value.ts'
import { TextField } from '../../ui/fields.tsx'
import { ResultFrame } from '../../ui/result_frame.tsx'
import { headlineOutputs, problemAt, readRange, wrong, type RangeFields, type Wrong } from './read_fields.ts'
import { axisHead, type Subject } from './subject.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { Button } from '../../ui/button.tsx'

const BLANK: RangeFields = { cell: '', from: '', to: '', step: '' }

type Fields = { rows: RangeFields; columns: RangeFields; output: string }

function compute({ filing, engine, layer }: Subject, fields: Fields): TwoWay | Wrong {
  const rows = readRange(filing, fields.rows, 'rows_')
  if (rows.kind === 'wrong') return rows
  const columns = readRange(filing, fields.columns, 'columns_')
  if (columns.kind === 'wrong') return columns
  const output = readTarget(filing, fields.output)
  if (output.kind === 'refused') return wrong('output', output.refusal)
  const table = twoWay({ engine, rows, columns, output: output.ref, layer })
  return table.kind === 'refused' ? wrong('columns_cell', table.refusal) : table
}

function Result({ subject, table }: { subject: Subject; table: TwoWay }): JSX.Element {
  const { filing, engine, layer } = subject
  const [output, rows, columns] = [table.output, table.rows.by, table.columns.by].map((ref) => axisHead(filing, ref))
  const now = { row: engine.value(table.rows.by, layer), column: engine.value(table.columns.by, layer) }
  return (
    <ResultFrame>
      <table className="figures two-way">
        <caption>
          {output!.line}, {output!.column}: as it stands{' '}
          <SpokenFigure text={figureText(filing, table.output, table.now)} />
        </caption>
        <thead>
          <tr>
            <td aria-hidden="true" />
            <th scope="colgroup" colSpan={table.columns.amounts.length}>
              {columns!.line}
              <small>{columns!.column}</small>
            </th>
          </tr>
          <tr>
            <th scope="col">
              {rows!.line}
              <small>{rows!.column}</small>
            </th>
            {table.columns.amounts.map((amount) => (
              <th scope="col" key={amount.toFixed()}>
                <SpokenFigure text={figureText(filing, table.columns.by, amount)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.amounts.map((amount, row) => (
            <tr key={amount.toFixed()}>
              <th scope="row">
                <SpokenFigure text={figureText(filing, table.rows.by, amount)} />
              </th>
              {table.values[row]!.map((value, column) => {
                const at = table.columns.amounts[column]!
                const isNow = sameValue(amount, now.row) && sameValue(at, now.column)
                return (
                  <td
                    key={at.toFixed()}
                    className={isNow ? 'now' : sameValue(value, table.now) ? undefined : 'moved'}
                    aria-current={isNow ? 'true' : undefined}
                  >
                    <SpokenFigure text={figureText(filing, table.output, value)} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ResultFrame>
  )
}

const AXES = [
  { id: 'rows', label: 'Rows' },
  { id: 'columns', label: 'Columns' },
] as const

const PARTS = [
  { id: 'cell', label: 'cell' },
  { id: 'from', label: 'from' },
  { id: 'to', label: 'to' },
  { id: 'step', label: 'step' },
] as const

export function TwoWayTable({ subject, list }: { subject: Subject; list: string }): JSX.Element {
  const outputs = headlineOutputs(subject.filing, subject.period)
  const [fields, setFields] = useState<Fields>({
    rows: { ...BLANK, cell: subject.cell },
    columns: BLANK,
    output: outputs.find(({ ref }) => ref.line === 'taxable_income')?.name ?? outputs[0]?.name ?? '',
  })
  const [answer, setAnswer] = useState<TwoWay | Wrong | null>(null)
  return (
    <form
      className="analysis-form"
      onSubmit={(event) => {
        event.preventDefault()
        setAnswer(compute(subject, fields))
      }}
    >
      {AXES.map(({ id: axis, label }) => (
        <div className="fields" key={axis}>
          {PARTS.map(({ id: part, label: name }) => (
            <TextField
              key={part}
              isCode
              label={`${label}: ${name}`}
              {...(part === 'cell' && { className: 'wide' })}
              list={part === 'cell' ? list : undefined}
              value={fields[axis][part]}
              onChange={(text) => setFields({ ...fields, [axis]: { ...fields[axis], [part]: text } })}
              problem={problemAt(answer, `${axis}_${part}`)}
            />
          ))}
        </div>
      ))}
      <div className="fields">
        <TextField
          isCode
          label="Output"
          className="wide"
          list={list}
          value={fields.output}
          onChange={(output) => setFields({ ...fields, output })}
          problem={problemAt(answer, 'output')}
        />
        <Button type="submit" look="primary">
          Compute
        </Button>
      </div>
      {answer?.kind === 'two_way' ? <Result subject={subject} table={answer} /> : null}
    </form>
  )
}
