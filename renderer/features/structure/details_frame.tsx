/**
 * All that a line, column or schedule is, in one dialog: the fields of its table, each with what is wrong at it while it is filled in, what
 * stands in the way with the ways on, and the acts.
 */
import { useState, type JSX } from 'react'
import type { StructureChanges } from '../../../shared/structure/plan.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { closeDialog } from '../../session/asking.ts'
import { judge, type PlanOf, type Way } from '../../session/structure/form_judgement.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { FieldTableForm, type FieldTable } from '../../ui/field_table.tsx'
import { Problem } from '../../ui/problem.tsx'
import { DependentList } from './dependent_list.tsx'
import { useLeaving } from './leaving.tsx'

/** What such a dialog is of. */
export type Details<F, A> = {
  title: string
  fields: FieldTable<F, A>
  about: A
  began: F
  /** Follows from the form alone as long as the dialog stands. */
  planOf: PlanOf<F>
  /** The form with a change and what follows from it. */
  withChange?: (form: F, change: Partial<F>) => F
  /** What the main button says where something would change. */
  act?: string
  /** False while the form says too little to be judged as done. */
  isReady?: (form: F) => boolean
  /** Carries the plan out, once the dialog is put away. */
  onDone: (plan: StructureChanges, form: F) => void
}

export function DetailsFrame<F extends object, A>(props: Details<F, A>): JSX.Element {
  const { title, fields, about, began, planOf, withChange, act = 'Change', isReady, onDone } = props
  const session = useOpenSession()
  const [form, setForm] = useState(began)
  const [drop, setDrop] = useState<boolean | undefined>()
  const [asked, setAsked] = useState<readonly Way[]>([])
  const { isSame, problems, general, cells, ways, ...judged } = judge(form, began, drop, planOf)
  const plan = isReady?.(form) === false ? null : judged.plan
  const shownWays = ways.length > 0 ? ways : drop === undefined ? [] : asked
  const stated = JSON.stringify(form)
  const { onLeave, question } = useLeaving(stated, stated !== JSON.stringify(began))
  return (
    <DialogFrame title={title} className="structure" onLeave={onLeave}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!plan && !isSame) return
          closeDialog(session)
          if (plan) onDone(plan, form)
        }}
      >
        <FieldTableForm
          table={fields}
          form={form}
          about={about}
          problems={problems}
          onChange={(change) => {
            setForm(withChange?.(form, change) ?? { ...form, ...change })
            setDrop(undefined)
          }}
        />
        <Problem text={general} />
        {cells.length > 0 ? <DependentList cells={cells} /> : null}
        {shownWays.length > 0 ? (
          <ChoiceSet
            look="ways"
            legend="The figures in these cells"
            value={drop === undefined ? undefined : String(drop)}
            choices={shownWays.map((way) => ({ value: String(way.drop), label: way.label }))}
            onChange={(chosen) => {
              setAsked(shownWays)
              setDrop(chosen === 'true')
            }}
          />
        ) : null}
        {question ?? <DialogActs submit={isSame ? 'Done' : act} disabled={!plan && !isSame} />}
      </form>
    </DialogFrame>
  )
}
