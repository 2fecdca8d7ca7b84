/**
 * One cell over a range of amounts against any outputs.
 */
import { useState, type JSX } from 'react'
import { oneWay, type OneWay } from '../../../shared/analysis/sensitivity.ts'
import { figureText } from '../../../shared/calc/cell_text.ts'
import { sameValue } from '../../../shared/calc/value.ts'
import { sameCell } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { Several, TextField } from '../../ui/fields.tsx'
import { ResultFrame } from '../../ui/result_frame.tsx'
import { headlineOutputs, problemAt, readCells, readRange, wrong, type RangeFields, type Wrong } from './read_fields.ts'
import { axisHead, type Subject } from './subject.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { Button } from '../../ui/button.tsx'

/** Taken by default: the figures that a release leads with. */
const FIRST = new Set(['net_earnings', 'taxable_income', 'equity', 'effect_on_equity', 'net_trust_result', 'residual'])

type Fields = RangeFields & { chosen: readonly string[]; more: string }

function compute({ filing, engine, layer, period }: Subject, fields: Fields): OneWay | Wrong {
  const range = readRange(filing, fields)
  if (range.kind === 'wrong') return range
  const more = readCells(filing, fields.more, 'more')
  if (more.kind === 'wrong') return more
  const outputs: CellRef[] = headlineOutputs(filing, period)
    .filter(({ name }) => fields.chosen.includes(name))
    .map(({ ref }) => ref)
  for (const ref of more.refs) if (!outputs.some((one) => sameCell(one, ref))) outputs.push(ref)
  const { by, from, to, step } = range
  const table = oneWay({ engine, by, outputs, layer, from, to, step })
  if (table.kind !== 'refused') return table
  return wrong(outputs.length === 0 ? 'more' : 'cell', table.refusal)
}

function Result({ subject, table }: { subject: Subject; table: OneWay }): JSX.Element {
  const { filing } = subject
  const by = axisHead(filing, table.by)
  return (
    <ResultFrame>
      <table className="figures">
        <caption>
          {by.line}, {by.column}: as it stands <SpokenFigure text={figureText(filing, table.by, table.now.by)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{by.line}</th>
            {table.outputs.map((ref) => {
              const { line, column } = axisHead(filing, ref)
              return (
                <th scope="col" key={`${ref.schedule}.${ref.line}@${ref.column}`}>
                  {line}
                  <small>{column}</small>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ amount, values }) => {
            const isNow = sameValue(amount, table.now.by)
            return (
              <tr key={amount.toFixed()} className={isNow ? 'now' : undefined}>
                <th scope="row">
                  <SpokenFigure text={figureText(filing, table.by, amount)} />
                  {isNow ? <small> as it stands</small> : null}
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
  )
}

export function OneWayTable({ subject, list }: { subject: Subject; list: string }): JSX.Element {
  const outputs = headlineOutputs(subject.filing, subject.period)
  const [fields, setFields] = useState<Fields>({
    cell: subject.cell,
    from: '',
    to: '',
    step: '',
    more: '',
    chosen: (subject.filing.headlines ?? []).flatMap(({ id, label }) =>
      FIRST.has(id) ? outputs.filter((one) => one.label === label).map(({ name }) => name) : [],
    ),
  })
  const [answer, setAnswer] = useState<OneWay | Wrong | null>(null)
  const field = (name: keyof RangeFields | 'more') => ({
    isCode: true,
    value: fields[name],
    onChange: (text: string) => setFields({ ...fields, [name]: text }),
    problem: problemAt(answer, name),
  })

  return (
    <form
      className="analysis-form"
      onSubmit={(event) => {
        event.preventDefault()
        setAnswer(compute(subject, fields))
      }}
    >
      <div className="fields">
        <TextField label="Changing cell" className="wide" list={list} {...field('cell')} />
        <TextField label="From" {...field('from')} />
        <TextField label="To" {...field('to')} />
        <TextField label="Step" {...field('step')} />
      </div>
      <Several
        label="Outputs"
        options={outputs.map(({ name, label }) => ({ value: name, label }))}
        chosen={fields.chosen}
        onChange={(chosen) => setFields({ ...fields, chosen })}
      />
      <div className="fields">
        <TextField label="Other cells to watch" className="wide" {...field('more')} />
        <Button type="submit" look="primary">
          Compute
        </Button>
      </div>
      {answer?.kind === 'one_way' ? <Result subject={subject} table={answer} /> : null}
    </form>
  )
}
