/**
 * A new schedule of the draft shown, or the head of the one shown: its titles, its kind, what stands around the grid on paper.
 */
import { useMemo, useState, type JSX } from 'react'
import type { Schedule, ScheduleKind } from '../../../shared/model/filing.ts'
import { scheduleName } from '../../../shared/model/lookup.ts'
import { freeId } from '../../../shared/structure/ids.ts'
import { changeScheduleHead, insertSchedule } from '../../../shared/structure/schedules.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { carry, shownDraft, type ShownDraft } from '../../session/structure/draft_acts.ts'
import { Choice, TextField, type Option } from '../../ui/fields.tsx'
import { judge, type Judged } from '../../session/structure/form_judgement.ts'
import { useLeaving } from './leaving.tsx'
import { beginNaming } from '../../session/structure/naming.ts'
import { blankSchedule, scheduleForm, statedHead, type ScheduleForm } from './schedule_form.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Problem } from '../../ui/problem.tsx'

const KINDS: Option<ScheduleKind | ''>[] = [
  { value: '', label: 'Not said' },
  { value: 'income', label: 'Income' },
  { value: 'reconciliation', label: 'Reconciliation to taxable income' },
  { value: 'equity', label: 'Equity' },
  { value: 'reit_tests', label: 'REIT tests' },
  { value: 'trust_rollforward', label: 'Trust rollforward' },
  { value: 'custom', label: 'Of another kind' },
]

type FieldsProps = {
  form: ScheduleForm
  problems: Judged<ScheduleForm>['problems']
  /** The schedule as it stands; undefined for a new one. */
  own: Schedule | undefined
  /** The id that a new schedule takes where none is typed. */
  made?: string
  set: (change: Partial<ScheduleForm>) => void
}

function Fields({ form, problems, own, made, set }: FieldsProps): JSX.Element {
  const starts = (own?.lines ?? []).filter(({ kind }) => kind === 'input' || kind === 'formula')
  return (
    <section>
      <TextField
        first
        className="wide"
        label="Title"
        value={form.title}
        problem={problems.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        label="Short title"
        value={form.short}
        problem={problems.short}
        hint="As lists show it."
        onChange={(short) => set({ short })}
      />
      <TextField
        isCode
        label="Id"
        value={form.id}
        placeholder={made}
        problem={problems.id}
        hint={
          own && own.id !== form.id
            ? 'Every formula that names it is carried along.'
            : 'How formulas of other schedules name it.'
        }
        onChange={(id) => set({ id })}
      />
      <Choice
        label="Kind"
        value={form.kind}
        options={KINDS}
        problem={problems.kind}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        label="Unit line"
        value={form.unitLine}
        problem={problems.unitLine}
        placeholder="(in thousands, except per share amounts)"
        onChange={(unitLine) => set({ unitLine })}
      />
      <TextField
        label="Head above the labels"
        value={form.caption}
        problem={problems.caption}
        placeholder="For the year ended December 31, 2009"
        onChange={(caption) => set({ caption })}
      />
      {own ? (
        <>
          <Choice
            label="Begins with"
            value={form.start}
            options={[
              { value: '', label: 'No line' },
              ...starts.map(({ id, label }) => ({ value: id, label: label || id })),
            ]}
            problem={problems.start}
            hint="The line that answers where a mirrored line has no cell."
            onChange={(start) => set({ start })}
          />
          <TextField
            label="Head of the notes"
            value={form.notesTitle}
            problem={problems.notesTitle}
            placeholder="Notes"
            onChange={(notesTitle) => set({ notesTitle })}
          />
        </>
      ) : null}
    </section>
  )
}

/** Adds what `judge` needs of every form: schedules hold no formula of their own. */
type Judgeable = ScheduleForm & { formula: string }

function useJudged(
  form: ScheduleForm,
  before: ScheduleForm,
  planOf: (form: ScheduleForm) => ReturnType<typeof insertSchedule>,
) {
  return useMemo(() => {
    const [now, was]: [Judgeable, Judgeable] = [
      { ...form, formula: '' },
      { ...before, formula: '' },
    ]
    return judge(now, was, undefined, planOf)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- The plan follows from the form alone.
  }, [form, before])
}

type DialogProps = {
  title: string
  judged: Judged<ScheduleForm>
  act: string
  onDone: () => void
  /** The form as text, and as it began. */
  stated: string
  began: string
  children: JSX.Element | JSX.Element[]
}

function ScheduleFrame(props: DialogProps): JSX.Element {
  const session = useOpenSession()
  const { title, judged, act, onDone, stated, began, children } = props
  const { onLeave, question } = useLeaving(stated, stated !== began)
  const { plan, isSame, general } = judged
  return (
    <DialogFrame title={title} className="structure" onLeave={onLeave}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (plan) onDone()
          else if (isSame) closeDialog(session)
        }}
      >
        <div className="detail-sections">{children}</div>
        <Problem text={general} />
        {question ?? <DialogActs submit={isSame ? 'Done' : act} disabled={!plan && !isSame} />}
      </form>
    </DialogFrame>
  )
}

const BLANK: ScheduleForm = scheduleForm({ id: '' })

function NewSchedule({ shown }: { shown: ShownDraft }): JSX.Element {
  const session = useOpenSession()
  const { draft, schedule } = shown
  const { schedules } = draft.filing
  const [form, setForm] = useState<ScheduleForm>(BLANK)
  const [like, setLike] = useState(schedule.id)
  const taken = schedules.map(({ id }) => id)
  // The id follows the title until it is typed.
  const id = form.id.trim() === '' ? freeId(form.short || form.title || 'schedule', taken) : form.id
  const made = blankSchedule(
    statedHead({ ...form, id }, {}),
    schedules.find((one) => one.id === like),
  )
  const planned = insertSchedule(draft, { at: schedules.indexOf(schedule) + 1, schedule: made })
  const judged = useJudged(form, BLANK, () => planned)
  const named = form.title.trim() !== '' || form.short.trim() !== ''
  return (
    <ScheduleFrame
      title="New schedule"
      act="Make the schedule"
      stated={JSON.stringify({ form, like })}
      began={JSON.stringify({ form: BLANK, like: schedule.id })}
      judged={named ? { ...judged, plan: planned.kind === 'plan' ? planned : null } : { ...judged, plan: null }}
      onDone={() => {
        closeDialog(session)
        // The dialog gives the focus back first.
        if (carry(session, planned, { schedule: id })) setTimeout(() => beginNaming(session, 'line', 'new_line'))
      }}
    >
      <Fields
        form={form}
        problems={judged.problems}
        own={undefined}
        made={id}
        set={(change) => setForm({ ...form, ...change })}
      />
      <section>
        <Choice
          label="Columns"
          value={like}
          options={[
            ...schedules.map((one) => ({ value: one.id, label: `Those of ${scheduleName(one)}` })),
            { value: '', label: 'None yet' },
          ]}
          onChange={setLike}
        />
      </section>
    </ScheduleFrame>
  )
}

function ScheduleDetails({ shown }: { shown: ShownDraft }): JSX.Element {
  const session = useOpenSession()
  const { draft, schedule } = shown
  const [before] = useState(() => scheduleForm(schedule))
  const [form, setForm] = useState(before)
  const judged = useJudged(form, before, (stated) =>
    changeScheduleHead(draft, { schedule: schedule.id, to: statedHead(stated, schedule) }),
  )
  return (
    <ScheduleFrame
      title={scheduleName(schedule)}
      act="Change"
      stated={JSON.stringify(form)}
      began={JSON.stringify(before)}
      judged={judged}
      onDone={() => {
        closeDialog(session)
        if (judged.plan) carry(session, judged.plan, { schedule: form.id.trim() })
      }}
    >
      <Fields form={form} problems={judged.problems} own={schedule} set={(change) => setForm({ ...form, ...change })} />
    </ScheduleFrame>
  )
}

export function ScheduleDialog({ isNew }: { isNew: boolean }): JSX.Element | null {
  const session = useOpenSession()
  const [shown] = useState(() => shownDraft(session))
  if (!shown) return null
  return isNew ? <NewSchedule shown={shown} /> : <ScheduleDetails shown={shown} />
}
