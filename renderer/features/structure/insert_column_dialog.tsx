/**
 * Inserting a column: what kind, of which period or of which columns, and where. What would be made shows while it is chosen.
 */
import { useMemo, useState, type JSX } from 'react'
import type { Schedule } from '../../../shared/model/filing.ts'
import { columnName } from '../../../shared/model/lookup.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'

import { carry, shownDraft } from '../../session/structure/draft_acts.ts'
import { columnPlan } from '../../session/structure/column_acts.ts'
import { Choice, TextField, type Option } from '../../ui/fields.tsx'
import { countedTwice } from '../../session/structure/total_run.ts'
import {
  newColumnForm,
  readyColumn,
  withKind,
  withRun,
  type NewColumnForm,
  type NewColumnKind,
} from '../../session/structure/new_column.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'

const KINDS: readonly { value: NewColumnKind; label: string; about: string }[] = [
  { value: 'period', label: 'Period', about: 'A quarter, half year, nine months or year' },
  { value: 'date', label: 'Date', about: 'Balances as of a day' },
  { value: 'component', label: 'Component', about: 'An asset class of a rollforward' },
  { value: 'variance', label: 'Variance', about: 'Increase or decrease between two columns' },
  { value: 'percent', label: 'Percent', about: 'The change as a percentage' },
  { value: 'total', label: 'Total', about: 'The sum of columns side by side' },
]

const SPANS: Option<NewColumnForm['span']>[] = [
  { value: 'quarter', label: 'Three months' },
  { value: 'half_year', label: 'Six months' },
  { value: 'nine_months', label: 'Nine months' },
  { value: 'year', label: 'Year' },
]

type PartProps = {
  form: NewColumnForm
  problems: Partial<Record<keyof NewColumnForm, string>>
  columns: Option<string>[]
  set: (change: Partial<NewColumnForm>) => void
}

function PeriodParts({ form, problems, set }: PartProps): JSX.Element {
  return (
    <>
      <TextField
        label={form.kind === 'date' ? 'As of' : 'Ends on'}
        value={form.end}
        problem={problems.end}
        placeholder="2008-03-31"
        onChange={(end) => set({ end })}
      />
      {form.kind === 'period' ? (
        <Choice label="Covers" value={form.span} options={SPANS} onChange={(span) => set({ span })} />
      ) : null}
    </>
  )
}

function ColumnParts({ form, problems, columns, set }: PartProps): JSX.Element {
  const isTotal = form.kind === 'total'
  return (
    <>
      <Choice
        label={isTotal ? 'From' : 'Of'}
        value={isTotal ? form.first : form.current}
        options={columns}
        problem={isTotal ? problems.first : problems.current}
        onChange={(id) => set(isTotal ? withRun(form, { first: id }) : { current: id })}
      />
      <Choice
        label={isTotal ? 'To' : 'Against'}
        value={isTotal ? form.last : form.prior}
        options={columns}
        problem={isTotal ? problems.last : problems.prior}
        onChange={(id) => set(isTotal ? withRun(form, { last: id }) : { prior: id })}
      />
    </>
  )
}

function columnOptions(schedule: Schedule): Option<string>[] {
  return schedule.columns.map((column) => ({ value: column.id, label: columnName(schedule, column) }))
}

export function InsertColumnDialog(): JSX.Element | null {
  const session = useOpenSession()
  const [shown] = useState(() => shownDraft(session))
  const [focus] = useState(() => session.getState().focus?.column)
  const [form, setForm] = useState(() => shown && newColumnForm(shown.draft.filing, shown.schedule, focus))
  const ready = useMemo(() => shown && form && readyColumn(form, shown.schedule), [shown, form])
  const plan = useMemo(
    () => (shown && ready && 'column' in ready ? columnPlan(session, shown, ready) : null),
    [session, shown, ready],
  )
  if (!shown || !form || !ready) return null
  const { schedule } = shown
  const problems = 'at' in ready ? { [ready.at]: ready.reason } : {}
  const set = (change: Partial<NewColumnForm>): void => setForm({ ...form, ...change })
  const columns = columnOptions(schedule)
  const isPeriod = form.kind === 'period' || form.kind === 'date'
  const column = 'column' in ready ? ready.column : null
  const twice = column && form.kind === 'total' ? countedTwice(schedule, form) : undefined
  const parts = { form, problems, columns, set }
  return (
    <DialogFrame title="Insert a column" className="structure">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (plan?.kind !== 'plan') return
          closeDialog(session)
          carry(session, plan)
        }}
      >
        <fieldset className="kinds">
          <legend>What it holds</legend>
          {KINDS.map(({ value, label, about }) => (
            <label key={value} className="kind">
              <input
                type="radio"
                name="kind"
                value={value}
                checked={form.kind === value}
                {...(form.kind === value ? { 'data-first-focus': '' } : {})}
                onChange={() => setForm(withKind(form, value, schedule, focus))}
              />
              <span>
                <strong>{label}</strong>
                <small>{about}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="detail-sections">
          <section>
            {isPeriod ? <PeriodParts {...parts} /> : null}
            {isPeriod || form.kind === 'component' ? null : <ColumnParts {...parts} />}
            <TextField
              label={form.kind === 'component' ? 'Name' : 'Head'}
              value={form.label}
              problem={form.label === '' ? undefined : problems.label}
              placeholder={column?.label ?? (form.kind === 'component' ? 'Loans held for investment' : '')}
              onChange={(label) => set({ label })}
            />
            <Choice
              label="Stands"
              value={form.behind}
              problem={problems.behind}
              options={[
                { value: '', label: 'First' },
                ...columns.map(({ value, label }) => ({ value, label: `After ${label}` })),
              ]}
              onChange={(behind) => set({ behind })}
            />
          </section>
        </div>
        <p className="made" aria-live="polite">
          {column ? (
            <>
              <code>{column.id}</code> {column.label}
              {column.formula ? <code className="made-formula">{column.formula}</code> : null}
            </>
          ) : null}
        </p>
        {twice === undefined ? null : <output className="caution">{twice}</output>}
        <Problem text={plan?.kind === 'refused' ? plan.reason : null} />
        <DialogActs submit="Insert" disabled={plan?.kind !== 'plan'} />
      </form>
    </DialogFrame>
  )
}
