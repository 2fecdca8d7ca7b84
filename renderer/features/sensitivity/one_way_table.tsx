/**
 * One figure over a range of amounts against any others: the fields, and the table and lines that they come to.
 */
import { typeset } from '../../../shared/money/typeset.ts'
import { X } from 'lucide-react'
import type { JSX } from 'react'
import { cellLabel } from '../../../shared/analysis/cell_names.ts'
import { readCell } from '../../../shared/analysis/read_cell.ts'
import { oneWay, type OneWay } from '../../../shared/analysis/sensitivity.ts'
import { cellName, sameCell } from '../../../shared/model/cell.ts'
import type { CellRef, HeadlineId } from '../../../shared/model/filing.ts'
import { CellField } from '../../contrib/cell_field.tsx'
import { NO_CELL } from '../../contrib/tool_fields.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Several } from '../../ui/fields.tsx'
import { IconButton } from '../../ui/icon_button.tsx'
import { AskedTable } from './asked_table.tsx'
import { OneWayResult } from './one_way_result.tsx'
import { RangeFieldSet } from './range_fields.tsx'
import { headlineOutputs, problemAt, readRange, wrong, type Answered, type Wrong } from './read_fields.ts'
import { sensitivityFields, type OneWayFields } from './sensitivity_fields.ts'
import { useComputed, type Subject } from './subject.ts'
import { MORE_HINT } from './wording.ts'

/** Taken by default: the figures that a release leads with. */
const FIRST = new Set<HeadlineId>([
  'net_earnings',
  'taxable_income',
  'equity',
  'effect_on_equity',
  'net_trust_result',
  'residual',
])

function compute(subject: Subject, fields: OneWayFields): Answered<OneWay> | Wrong {
  const { filing, engine, layer, period, near } = subject
  const range = readRange(subject, fields.range)
  if (range.kind === 'wrong') return range
  const outputs: CellRef[] = headlineOutputs(filing, period)
    .filter(({ id }) => fields.chosen?.includes(id) ?? FIRST.has(id))
    .map(({ ref }) => ref)
  const more = [...fields.watched]
  if (fields.more.text.trim() !== '') {
    const read = readCell(filing, fields.more, near)
    if (read.kind === 'refused') return wrong('more', read.refusal)
    more.push(read.ref)
  }
  for (const ref of more) if (!outputs.some((one) => sameCell(one, ref))) outputs.push(ref)
  const { by, from, to, step } = range
  const table = oneWay({ engine, by, outputs, layer, from, to, step })
  if (table.kind !== 'refused') return { ...table, question: { kind: 'one_way', range: range.asked, outputs } }
  return wrong(outputs.length === 0 ? 'more' : 'cell', table.refusal)
}

export function OneWayTable({ subject }: { subject: Subject }): JSX.Element {
  const { filing, period, shown } = subject
  const session = useOpenSession()
  const [{ oneWay: fields, asked }] = sensitivityFields.use()
  const computed = useComputed(subject, asked.one_way, compute)
  const outputs = headlineOutputs(filing, period)
  const change = (part: Partial<OneWayFields>): void =>
    sensitivityFields.set(session, { oneWay: { ...fields, ...part } })
  const problem = (field: string): string | undefined => problemAt(computed, field, asked.one_way?.fields === fields)
  return (
    <AskedTable
      act="Compute"
      computed={computed}
      onAsk={() => sensitivityFields.set(session, { asked: { ...asked, one_way: { fields, period, of: shown } } })}
      subject={subject}
      Result={OneWayResult}
    >
      <RangeFieldSet first fields={fields.range} problem={problem} onChange={(range) => change({ range })} />
      <Several
        label="Figures to watch"
        options={outputs.map(({ id, label }) => ({ value: id, label: typeset(label) }))}
        chosen={fields.chosen ?? outputs.flatMap(({ id }) => (FIRST.has(id) ? [id] : []))}
        onChange={(chosen) => change({ chosen: chosen as HeadlineId[] })}
      />
      <CellField
        label="Another figure to watch"
        hint={MORE_HINT}
        value={fields.more}
        problem={problem('more')}
        onChange={(more) => change(more.ref ? { more: NO_CELL, watched: [...fields.watched, more.ref] } : { more })}
      />
      {fields.watched.length > 0 ? (
        <ul className="watched">
          {fields.watched.map((ref) => (
            <li key={cellName(ref)}>
              {cellLabel(filing, ref)}
              <IconButton
                icon={X}
                name={`Watch no longer: ${cellLabel(filing, ref)}`}
                onClick={() => change({ watched: fields.watched.filter((one) => one !== ref) })}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </AskedTable>
  )
}
