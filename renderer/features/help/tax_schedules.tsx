/**
 * A page of the manual: a worked example of each tax schedule, what was entered and what it comes to. Computed as the page opens; no figure stands
 * here.
 */
import { useId, useState, type JSX } from 'react'
import { typeset } from '../../../shared/money/typeset.ts'
import {
  exampleTitle,
  workedTables,
  type WorkedExample,
  type WorkedRow,
  type WorkedTable,
} from '../../../shared/templates/examples/worked_example.ts'
import { WORKED_EXAMPLES } from '../../../shared/templates/examples/worked_examples.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { TAX_SCHEDULES } from './wording.ts'

type RowsProps = { title: string; rows: readonly WorkedRow[]; across: WorkedTable['across'] }

function Rows({ title, rows, across }: RowsProps): JSX.Element | null {
  if (rows.length === 0) return null
  return (
    <tbody>
      <tr className="worked-part">
        <th scope="rowgroup" colSpan={across.length + 1}>
          {title}
        </th>
      </tr>
      {rows.map(({ id, label, figures }) => (
        <tr key={id} data-row={id}>
          <th scope="row">{typeset(label)}</th>
          {figures.map((figure, at) => (
            <SpokenFigure key={across[at]!.id} as="td" text={figure} />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function Table({ table }: { table: WorkedTable }): JSX.Element {
  const { schedule, title, unitLine, across, entered, comesTo, notes } = table
  return (
    <>
      <table className="worked-table" data-example-of={schedule}>
        <caption>{typeset(title)}</caption>
        <thead>
          <tr>
            <td>{unitLine}</td>
            {across.map(({ id, label }) => (
              <th key={id} scope="col">
                {typeset(label)}
              </th>
            ))}
          </tr>
        </thead>
        <Rows title={TAX_SCHEDULES.entered} rows={entered} across={across} />
        <Rows title={TAX_SCHEDULES.comesTo} rows={comesTo} across={across} />
      </table>
      {notes.map((text) => (
        <p key={text} className="worked-note">
          {typeset(text)}
        </p>
      ))}
    </>
  )
}

function Example({ example }: { example: WorkedExample }): JSX.Element {
  const [tables] = useState(() => workedTables(example))
  const heading = useId()
  return (
    <section className="worked-example" aria-labelledby={heading}>
      <div className="worked-facts">
        <h4 id={heading}>{exampleTitle(example)}</h4>
        <p>{example.answers}</p>
        <p>{example.facts}</p>
      </div>
      {tables.map((table) => (
        <Table key={table.schedule} table={table} />
      ))}
    </section>
  )
}

export function TaxSchedules(): JSX.Element {
  return (
    <article>
      <h3>{TAX_SCHEDULES.title}</h3>
      <p>
        <strong>{TAX_SCHEDULES.estimate}</strong> {TAX_SCHEDULES.about}
      </p>
      {WORKED_EXAMPLES.map((example) => (
        <Example key={example.of[0]} example={example} />
      ))}
    </article>
  )
}
