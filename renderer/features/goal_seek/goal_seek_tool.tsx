/**
 * Goal seek: the amount of one figure that brings another to a value, with its effects, as the figures stand. Nothing changes before
 * the answer is used. What is missing or wrong stands under its field.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- It stands in the panel beside the work and keeps nobody from it. */
import { useMemo, useState, type FormEvent, type JSX, type KeyboardEvent } from 'react'
import { goalSeek, type GoalAnswer } from '../../../shared/analysis/goal_seek.ts'
import { readGoal, type GoalFields } from '../../../shared/analysis/read_cell.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { takesInput } from '../../../shared/calc/layout.ts'
import type { Nearby } from '../../../shared/analysis/cell_names.ts'
import type { CellRef, Column, Line } from '../../../shared/model/filing.ts'
import { findCell, lineName } from '../../../shared/model/lookup.ts'
import { plain } from '../../../shared/money/decimal.ts'
import type { Question } from '../../../shared/print/question.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { AnswerButtons, useAnswerActs } from '../../contrib/answer_buttons.tsx'
import { CellField } from '../../contrib/cell_field.tsx'
import { nearby } from '../../contrib/nearby.ts'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { editedLayer } from '../../../shared/model/edited_layer.ts'
import { returnFocus } from '../../session/place/focus.ts'
import type { Shown } from '../../session/reading/shown.ts'
import { chooseTool } from '../../session/view/tool.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { EffectsTable } from './effects_table.tsx'
import { goalFields } from './goal_fields.ts'
import { CHANGED_HINT, IS_THERE, nearestText, SET_HINT, valueHint } from './wording.ts'

type FieldId = keyof GoalFields

type Sought =
  | { kind: 'answer'; answer: GoalAnswer; by: CellRef; target: CellRef; question: Question }
  /** `field` is the one to be mended; null where each of them is right. */
  | { kind: 'refused'; field: FieldId | null; reason: string }

function seek({ filing, engine }: Shown, fields: GoalFields, scenario: string | null, near: Nearby): Sought {
  const goal = readGoal(filing, fields, near)
  if (goal.kind === 'refused') return { kind: 'refused', field: goal.field, reason: refusalText(goal.refusal) }
  const { target, value, by } = goal
  const found = goalSeek({ filing, engine, target, value, by, layer: editedLayer(filing, scenario) })
  return found.kind === 'answer'
    ? { kind: 'answer', answer: found, by, target, question: { kind: 'goal_seek', target, value: plain(value), by } }
    : { kind: 'refused', field: null, reason: refusalText(found.refusal) }
}

const isInput = (line: Line, column: Column): boolean => line.kind === 'input' && takesInput(line, column)

const isBlank = (field: GoalFields[FieldId]): boolean => (typeof field === 'string' ? field : field.text).trim() === ''

export function GoalSeek(): JSX.Element | null {
  const session = useOpenSession()
  const shown = useShown()
  const place = useSession((state) => state.place)
  const [fields, change] = goalFields.use()
  /** What is still being typed is not called wrong before it is left or tried. */
  const [at, setAt] = useState<FieldId | null>(null)
  const [tried, setTried] = useState(false)
  const near = nearby(session)
  const sought = useMemo(
    () => (shown && place ? seek(shown, fields, place.scenario, near) : undefined),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- The place is that of the session.
    [shown, place, fields, near.schedule, near.column],
  )
  const answer = sought?.kind === 'answer' ? sought.answer : undefined
  const by = sought?.kind === 'answer' ? sought.by : undefined
  const acts = useAnswerActs(answer?.plan, by)
  if (!shown || !place || !sought) return null
  const { filing } = shown

  const isBegun = !Object.values(fields).some(isBlank)
  const problem =
    sought.kind === 'refused' && (tried || (isBegun && (sought.field === null || sought.field !== at)))
      ? sought
      : undefined
  const problemOf = (id: FieldId): string | undefined =>
    problem?.field === id || (problem?.field === null && id === 'by') ? problem.reason : undefined
  const typed = (part: Partial<GoalFields>, id: FieldId): void => {
    setAt(id)
    setTried(false)
    change(part)
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    if (sought?.kind === 'refused') {
      const fieldset = event.currentTarget.querySelectorAll('input')
      fieldset[['target', 'value', 'by'].indexOf(sought.field ?? 'by')]?.focus()
    } else acts.use()
  }
  const cancel = (): void => {
    chooseTool(session, null)
    returnFocus(session)
  }

  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    cancel()
  }

  const found = by && findCell(filing, by)
  const reached = sought.kind === 'answer' ? findCell(filing, sought.target) : undefined
  const text = answer && found ? cellText(answer.amount, found.line, found.column) : ''
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The keys of the fields within it.
    <section role="dialog" aria-label="Goal seek" data-docked className="tool goal-seek" onKeyDown={pressed}>
      <form onSubmit={submit} noValidate>
        <CellField
          label="Set cell"
          first
          value={fields.target}
          hint={SET_HINT}
          problem={problemOf('target')}
          onChange={(target) => typed({ target }, 'target')}
          onBlur={() => setAt(null)}
        />
        <div onBlur={() => setAt(null)}>
          <TextField
            label="To value"
            value={fields.value}
            hint={valueHint(filing.unit)}
            problem={problemOf('value')}
            onChange={(value) => typed({ value }, 'value')}
          />
        </div>
        <CellField
          label="By changing"
          value={fields.by}
          hint={CHANGED_HINT}
          accepts={isInput}
          problem={problemOf('by')}
          onChange={(to) => typed({ by: to }, 'by')}
          onBlur={() => setAt(null)}
        />
        <div className="answer">
          <span aria-hidden>Answer</span>
          <SpokenFigure as="output" aria-label="Answer" text={text} />
          {answer && !answer.exact && reached ? <small>{nearestText(lineName(reached))}</small> : null}
          {answer && answer.plan.inputs.length === 0 ? <small>{IS_THERE}</small> : null}
        </div>
        <AnswerButtons acts={acts} submits />
        <div className="tool-acts">
          <Button onClick={cancel}>Cancel</Button>
        </div>
      </form>
      {sought.kind === 'answer' && sought.answer.plan.inputs.length > 0 ? (
        <EffectsTable effects={sought.answer.effects} question={sought.question} />
      ) : null}
    </section>
  )
}
