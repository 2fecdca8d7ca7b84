/**
 * Inserting a column: what kind, of which period or of which columns, and where. What would be made shows while it is chosen.
 */
import { useMemo, useState, type JSX } from 'react'
import type { Column, Schedule } from '../../../shared/model/filing.ts'
import { columnName } from '../../../shared/model/lookup.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { carry, type ShownDraft } from '../../session/structure/structure_acts.ts'
import { columnPlan } from '../../session/structure/column_acts.ts'
import { FieldTableForm, type FieldTable } from '../../ui/field_table.tsx'
import type { Option } from '../../ui/fields.tsx'
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
import { refusalText } from '../../../shared/refusals/refusal.ts'

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

/** `made` is the column that the form makes. */
type About = { schedule: Schedule; made: Column | null }

const isComparison = ({ kind }: NewColumnForm): boolean => kind === 'variance' || kind === 'percent'
const isTotal = ({ kind }: NewColumnForm): boolean => kind === 'total'

function columns(_form: NewColumnForm, { schedule }: About): Option<string>[] {
  return schedule.columns.map((column) => ({ value: column.id, label: columnName(schedule, column) }))
}

const FIELDS: FieldTable<NewColumnForm, About> = [
  {
    rows: [
      {
        as: 'date',
        key: 'end',
        label: ({ kind }) => (kind === 'date' ? 'As of' : 'Ends on'),
        placeholder: '3/31/2008',
        when: ({ kind }) => kind === 'period' || kind === 'date',
      },
      { as: 'choice', key: 'span', label: 'Covers', options: SPANS, when: ({ kind }) => kind === 'period' },
      { as: 'choice', key: 'current', label: 'Of', options: columns, when: isComparison },
      { as: 'choice', key: 'prior', label: 'Against', options: columns, when: isComparison },
      {
        as: 'choice',
        key: 'first',
        label: 'From',
        options: columns,
        set: (first, form) => withRun(form, { first }),
        when: isTotal,
      },
      {
        as: 'choice',
        key: 'last',
        label: 'To',
        options: columns,
        set: (last, form) => withRun(form, { last }),
        when: isTotal,
      },
      {
        as: 'text',
        key: 'label',
        label: ({ kind }) => (kind === 'component' ? 'Name' : 'Head'),
        placeholder: ({ kind }, { made }) => made?.label ?? (kind === 'component' ? 'Loans held for investment' : ''),
      },
      {
        as: 'choice',
        key: 'behind',
        label: 'Stands',
        options: (form, about) => [
          { value: '', label: 'First' },
          ...columns(form, about).map(({ value, label }) => ({ value, label: `After ${label}` })),
        ],
      },
    ],
  },
]

type Props = { shown: ShownDraft; focus: string | undefined }

export function InsertColumnDialog({ shown, focus }: Props): JSX.Element {
  const session = useOpenSession()
  const { draft, schedule } = shown
  const [form, setForm] = useState(() => newColumnForm(draft.filing, schedule, focus))
  const ready = useMemo(() => readyColumn(form, schedule), [schedule, form])
  const plan = useMemo(() => ('column' in ready ? columnPlan(session, shown, ready) : null), [session, shown, ready])
  // A head that is missing is no mistake yet.
  const isMissing = 'at' in ready && ready.at === 'label' && form.label === ''
  const problems = 'at' in ready && !isMissing ? { [ready.at]: refusalText(ready.refusal) } : {}
  const column = 'column' in ready ? ready.column : null
  const twice = column && form.kind === 'total' ? countedTwice(schedule, form) : undefined
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
        <FieldTableForm
          table={FIELDS}
          form={form}
          about={{ schedule, made: column }}
          problems={problems}
          onChange={(change) => setForm({ ...form, ...change })}
        />
        <p className="made" aria-live="polite">
          {column ? (
            <>
              <code>{column.id}</code> {column.label}
              {column.formula ? <code className="made-formula">{column.formula}</code> : null}
            </>
          ) : null}
        </p>
        {twice === undefined ? null : <output className="caution">{twice}</output>}
        <Problem text={plan?.kind === 'refused' ? refusalText(plan.refusal) : null} />
        <DialogActs submit="Insert" disabled={plan?.kind !== 'plan'} />
      </form>
    </DialogFrame>
  )
}
