/**
 * The fields of a line, in the order in which a line is thought of: what it is called, what it computes, how it shows, where it
 * belongs. Hold no state.
 */
import type { JSX } from 'react'
import type { Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { columnName, lineName, scheduleName } from '../../../shared/model/lookup.ts'
import { Choice, Several, TextField, Tick, type Option } from '../../ui/fields.tsx'
import { FormulaField } from './formula_field.tsx'
import { isInFilingCopy, tickedCopy, type LineForm } from './line_form.ts'
import { LINE_FORMATS, LINE_KINDS, ORIGINS, RULES, SIGNS, TYPES } from './wording.ts'

type Props = {
  filing: Filing
  schedule: Schedule
  /** The id under which the line stands; undefined for one that is not made yet. */
  own: string | undefined
  form: LineForm
  /** Why the line cannot stand so, at the field it is about. */
  problems: Partial<Record<keyof LineForm, string>>
  onChange: (change: Partial<LineForm>) => void
}

/** Lines under which a line may fold: none that lies under it itself. */
function parents(lines: readonly Line[], own: string | undefined): Option<string>[] {
  const under = new Set(own === undefined ? [] : [own])
  for (let grown = true; grown;) {
    const more = lines.filter(({ id, parent }) => parent !== undefined && under.has(parent) && !under.has(id))
    for (const { id } of more) under.add(id)
    grown = more.length > 0
  }
  const free = lines.filter(({ id }) => !under.has(id))
  return [
    { value: '', label: 'None: a line of its own' },
    ...free.map((line) => ({ value: line.id, label: lineName({ schedule: { lines }, line }) })),
  ]
}

/** Lines of the other schedules that an adjustment can mirror. */
function sources({ schedules }: Filing, schedule: string): Option<string>[] {
  const others = schedules.filter(({ id }) => id !== schedule)
  return [
    { value: '', label: 'None' },
    ...others.flatMap((other) =>
      other.lines
        .filter(({ kind }) => kind === 'input' || kind === 'formula')
        .map((line) => ({
          value: `${other.id}.${line.id}`,
          label: lineName({ schedule: other, line }),
          group: scheduleName(other),
        })),
    ),
  ]
}

export function LineFields({ filing, schedule, own, form, problems, onChange }: Props): JSX.Element {
  const columns = schedule.columns.map((column) => ({ value: column.id, label: columnName(schedule, column) }))
  const hasFigures = form.kind === 'input' || form.kind === 'formula'
  return (
    <div className="detail-sections">
      <section>
        <TextField
          first
          className="wide"
          label="Label"
          value={form.label}
          problem={problems.label}
          onChange={(label) => onChange({ label })}
        />
        <Choice
          label="Holds"
          value={form.kind}
          options={LINE_KINDS}
          problem={problems.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <TextField
          isCode
          label="Id"
          value={form.id}
          problem={problems.id}
          hint={
            own === undefined || form.id === own
              ? 'How formulas name the line.'
              : 'Every formula that names it is carried along.'
          }
          onChange={(id) => onChange({ id })}
        />
      </section>
      {form.kind === 'heading' ? null : (
        <section>
          <h3>Figures</h3>
          {hasFigures ? (
            <>
              <FormulaField
                label="Formula"
                value={form.formula}
                problem={problems.formula}
                hint={form.kind === 'formula' ? undefined : 'Blank where figures are entered.'}
                filing={filing}
                cell={{ schedule: schedule.id, line: own ?? '', column: schedule.columns[0]?.id ?? '' }}
                onChange={(formula) => onChange({ formula })}
              />
              {form.formula.trim() === '' ? null : (
                <Several
                  label="The formula serves"
                  options={columns}
                  chosen={form.isPartlyServed ? form.columns : columns.map(({ value }) => value)}
                  problem={problems.columns}
                  onChange={(chosen) => onChange({ columns: chosen, isPartlyServed: chosen.length < columns.length })}
                />
              )}
            </>
          ) : null}
          <Several
            label="The line has cells in"
            options={columns}
            chosen={form.isConfined ? form.only : columns.map(({ value }) => value)}
            problem={problems.only}
            onChange={(chosen) => onChange({ only: chosen, isConfined: chosen.length < columns.length })}
          />
          {hasFigures ? (
            <>
              <Choice
                label="Format"
                value={form.format}
                options={LINE_FORMATS}
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
              <Choice
                label="Rule"
                value={form.rule}
                options={RULES}
                problem={problems.rule}
                onChange={(rule) => onChange({ rule })}
              />
              <div className="ticks down">
                <Tick label="Currency sign" checked={form.currency} onChange={(currency) => onChange({ currency })} />
                <Tick
                  label="A deduction: larger lowers earnings"
                  checked={form.deduction}
                  onChange={(deduction) => onChange({ deduction })}
                />
              </div>
            </>
          ) : null}
        </section>
      )}
      <section>
        <h3>Where it belongs</h3>
        <Choice
          label="Detail of"
          value={form.parent}
          options={parents(schedule.lines, own)}
          problem={problems.parent}
          onChange={(parent) => onChange({ parent })}
        />
        <Choice
          label="Adjustment"
          value={form.type}
          options={TYPES}
          problem={problems.type}
          onChange={(type) => onChange({ type })}
        />
        {hasFigures ? (
          <>
            <Choice
              label="Mirrors"
              value={form.source}
              options={sources(filing, schedule.id)}
              problem={problems.source}
              onChange={(source) => onChange({ source })}
            />
            {form.source === '' ? null : (
              <Choice
                label="Mirrors it"
                value={form.sign}
                options={SIGNS}
                problem={problems.sign}
                onChange={(sign) => onChange({ sign })}
              />
            )}
          </>
        ) : null}
        <Several
          className="notes"
          label="Note marks"
          options={(schedule.notes ?? []).map(({ mark, text }) => ({ value: mark, label: `(${mark}) ${text}` }))}
          chosen={form.notes}
          problem={problems.notes}
          empty="The schedule has no notes yet."
          onChange={(notes) => onChange({ notes })}
        />
        <Choice
          label="Origin"
          value={form.origin}
          options={ORIGINS}
          problem={problems.origin}
          onChange={(origin) => onChange({ origin })}
        />
        <TextField
          label="How, or why"
          value={form.how}
          problem={problems.how}
          placeholder={form.origin === 'assumed' ? 'Why it is assumed' : 'The arithmetic behind it'}
          onChange={(how) => onChange({ how })}
        />
        <div className="ticks down">
          <Tick
            label="Shown in the filing copy"
            checked={isInFilingCopy(form)}
            onChange={(isTicked) => onChange({ filingCopy: tickedCopy(form, isTicked) })}
          />
          {form.parent === '' ? null : (
            <p className="hint">A detail prints under its line where this is ticked, also while it is folded here.</p>
          )}
        </div>
      </section>
    </div>
  )
}
