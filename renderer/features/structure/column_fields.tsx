/**
 * The fields of a column: what it is called, what it is, how it shows. Hold no state.
 */
import type { JSX } from 'react'
import type { Filing, Schedule } from '../../../shared/model/filing.ts'
import type { ColumnForm } from './column_form.ts'
import { Choice, TextField, Tick } from '../../ui/fields.tsx'
import { FormulaField } from './formula_field.tsx'
import { COLUMN_FORMATS, COLUMN_KINDS, ORIGINS } from './wording.ts'

type Props = {
  filing: Filing
  schedule: Schedule
  own: string
  /** What is to be known of the id besides. */
  idHint: string | undefined
  form: ColumnForm
  problems: Partial<Record<keyof ColumnForm, string>>
  onChange: (change: Partial<ColumnForm>) => void
}

export function ColumnFields({ filing, schedule, own, idHint, form, problems, onChange }: Props): JSX.Element {
  const heads = [...new Set((schedule.groups ?? []).map(({ label }) => label))]
  const isPeriod = form.kind === 'duration' || form.kind === 'instant'
  return (
    <div className="detail-sections">
      <section>
        <TextField
          first
          className="wide"
          label="Head"
          value={form.label}
          problem={problems.label}
          onChange={(label) => onChange({ label })}
        />
        <Choice
          label="Is"
          value={form.kind}
          options={COLUMN_KINDS}
          problem={problems.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <TextField
          isCode
          label="Id"
          value={form.id}
          problem={problems.id}
          hint={
            idHint ??
            (form.id === own ? 'How formulas name the column.' : 'Every formula that names it is carried along.')
          }
          onChange={(id) => onChange({ id })}
        />
        {isPeriod ? (
          <TextField
            label={form.kind === 'duration' ? 'Ends on' : 'As of'}
            value={form.end}
            problem={problems.end}
            placeholder="2008-03-31"
            onChange={(end) => onChange({ end })}
          />
        ) : null}
        <TextField
          label="Under the head"
          value={form.group}
          problem={problems.group}
          hint={
            heads.length > 0 ? `Heads of this schedule: ${heads.join('; ')}.` : 'Spans neighbours of the same head.'
          }
          onChange={(group) => onChange({ group })}
        />
      </section>
      <section>
        <h3>Figures</h3>
        <FormulaField
          label="Formula"
          value={form.formula}
          problem={problems.formula}
          hint="Blank where figures are entered, or lines compute."
          filing={filing}
          cell={{ schedule: schedule.id, line: schedule.lines[0]?.id ?? '', column: own }}
          onChange={(formula) => onChange({ formula })}
        />
        <Tick
          label="Computes every cell; no figure can be entered in it"
          checked={form.all}
          onChange={(all) => onChange({ all })}
        />
        <Choice
          label="Format"
          value={form.format}
          options={COLUMN_FORMATS}
          problem={problems.format}
          onChange={(format) => onChange({ format })}
        />
        <TextField
          label="Decimals shown"
          value={form.decimals}
          problem={problems.decimals}
          placeholder="as the format"
          onChange={(decimals) => onChange({ decimals })}
        />
      </section>
      <section>
        <h3>Where it comes from</h3>
        <Choice
          label="Origin"
          value={form.origin}
          options={ORIGINS}
          problem={problems.origin}
          onChange={(origin) => onChange({ origin })}
        />
        <TextField label="How, or why" value={form.how} problem={problems.how} onChange={(how) => onChange({ how })} />
        <Tick
          label="Shown in the filing copy"
          checked={form.filingCopy}
          onChange={(filingCopy) => onChange({ filingCopy })}
        />
      </section>
    </div>
  )
}
