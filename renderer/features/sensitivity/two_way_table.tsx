/**
 * Two figures, each over a range of amounts, against one: the fields.
 */
import type { JSX } from 'react'
import { cellLabel } from '../../../shared/analysis/cell_names.ts'
import { readCell, type CellField as Field } from '../../../shared/analysis/read_cell.ts'
import { twoWay, type TwoWay } from '../../../shared/analysis/sensitivity.ts'
import { CellField } from '../../contrib/cell_field.tsx'
import { NO_CELL } from '../../contrib/tool_fields.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { AskedTable } from './asked_table.tsx'
import { RangeFieldSet } from './range_fields.tsx'
import { headlineOutputs, problemAt, readRange, wrong, type Answered, type Wrong } from './read_fields.ts'
import { sensitivityFields, type TwoWayFields } from './sensitivity_fields.ts'
import { useComputed, type Subject } from './subject.ts'
import { TwoWayResult } from './two_way_result.tsx'
import { OUTPUT_HINT } from './wording.ts'

/** Taxable income, or the first of the headline figures, until another figure is chosen. */
function outputOf({ filing, period }: Subject, { output }: TwoWayFields): Field {
  if (output) return output
  const outputs = headlineOutputs(filing, period)
  const ref = (outputs.find(({ id }) => id === 'taxable_income') ?? outputs[0])?.ref
  return ref ? { text: cellLabel(filing, ref), ref } : NO_CELL
}

function compute(subject: Subject, fields: TwoWayFields): Answered<TwoWay> | Wrong {
  const { filing, engine, layer, near } = subject
  const rows = readRange(subject, fields.rows, 'rows_')
  if (rows.kind === 'wrong') return rows
  const columns = readRange(subject, fields.columns, 'columns_')
  if (columns.kind === 'wrong') return columns
  const output = readCell(filing, outputOf(subject, fields), near)
  if (output.kind === 'refused') return wrong('output', output.refusal)
  const table = twoWay({ engine, rows, columns, output: output.ref, layer })
  if (table.kind === 'refused') return wrong('columns_cell', table.refusal)
  return {
    ...table,
    question: { kind: 'two_way', rows: rows.asked, columns: columns.asked, output: output.ref },
  }
}

const AXES = [
  { id: 'rows', label: 'Rows' },
  { id: 'columns', label: 'Columns' },
] as const

export function TwoWayTable({ subject }: { subject: Subject }): JSX.Element {
  const session = useOpenSession()
  const [{ twoWay: fields, asked }] = sensitivityFields.use()
  const computed = useComputed(subject, asked.two_way, compute)
  const { period, shown } = subject
  const change = (part: Partial<TwoWayFields>): void =>
    sensitivityFields.set(session, { twoWay: { ...fields, ...part } })
  const problem = (field: string): string | undefined => problemAt(computed, field, asked.two_way?.fields === fields)
  return (
    <AskedTable
      act="Compute"
      computed={computed}
      onAsk={() => sensitivityFields.set(session, { asked: { ...asked, two_way: { fields, period, of: shown } } })}
      subject={subject}
      Result={TwoWayResult}
    >
      {AXES.map(({ id, label }) => (
        <RangeFieldSet
          key={id}
          legend={label}
          fields={fields[id]}
          problem={(field) => problem(`${id}_${field}`)}
          onChange={(range) => change({ [id]: range })}
        />
      ))}
      <CellField
        label="Figure in the table"
        hint={OUTPUT_HINT}
        value={outputOf(subject, fields)}
        problem={problem('output')}
        onChange={(output) => change({ output })}
      />
    </AskedTable>
  )
}
