/**
 * Goal seek: the amount of one cell that brings another to a value, shown with its effects before it is applied.
 * A refusal stands in place with its reason and keeps what was typed.
 */
import { useId, useState, type FormEvent, type JSX } from 'react'
import { goalSeek, type GoalAnswer } from '../../../shared/analysis/goal_seek.ts'
import { readGoal, readTarget, type GoalFields } from '../../../shared/analysis/read_cell.ts'
import { cellText, figureText } from '../../../shared/calc/cell_text.ts'
import { hasCell, takesInput } from '../../../shared/calc/layout.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { cellTitle, findCell, lineName } from '../../../shared/model/lookup.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { enact, layerShown, lockedRefusal } from '../../session/edit/enacting.ts'
import { shownFiling, spokenName } from '../../session/reading/figures.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { focusedCell } from '../../session/state.ts'
import { EffectsTable } from './effects_table.tsx'
import { ABOUT, IS_THERE, nearestText, STARTS_SCENARIO, SUCH_AS, valueHint } from './wording.ts'
import { Problem } from '../../ui/problem.tsx'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { SpokenFigure, SpokenText } from '../../ui/spoken.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'

type FieldId = keyof GoalFields

type Sought =
  | { kind: 'answer'; answer: GoalAnswer; by: CellRef }
  /** `field` is the one to be mended; null where each of them is right. */
  | { kind: 'refused'; field: FieldId | null; reason: string }

function seek(session: Session, filing: Filing, engine: Engine, fields: GoalFields, scenario: string | null): Sought {
  const goal = readGoal(filing, fields)
  if (goal.kind === 'refused') return { kind: 'refused', field: goal.field, reason: refusalText(goal.refusal) }
  const locked = lockedRefusal(session.workbook().book, filing.id, scenario)
  if (locked) return { kind: 'refused', field: null, reason: refusalText(locked) }
  const { target, value, by } = goal
  const found = goalSeek({ filing, engine, target, value, by, layer: layerShown(filing, scenario) })
  return found.kind === 'answer'
    ? { kind: 'answer', answer: found, by }
    : { kind: 'refused', field: null, reason: refusalText(found.refusal) }
}

/** The cell that a field names, in words with its figure; empty where it names none yet. */
function meant(filing: Filing, engine: Engine, text: string): string {
  const read = readTarget(filing, text)
  if (read.kind === 'refused') return ''
  return `${spokenName(filing, read.ref)}: ${figureText(filing, read.ref, engine.value(read.ref))}`
}

/** Filings with more cells than this offer no list of names: a page cannot show it. */
const MOST_NAMES = 4_000

function namesOf(filing: Filing, onlyInputs: boolean): { name: string; label: string }[] {
  const names = filing.schedules.flatMap((schedule) =>
    schedule.columns.flatMap((column) =>
      schedule.lines
        .filter((line) => (onlyInputs ? takesInput(line, column) && line.kind === 'input' : hasCell(line, column)))
        .map((line) => ({
          name: cellName({ schedule: schedule.id, line: line.id, column: column.id }),
          label: cellTitle({ schedule, line, column }),
        })),
    ),
  )
  return names.length > MOST_NAMES ? [] : names
}

export function GoalSeek(): JSX.Element {
  const session = useOpenSession()
  const { filing, engine } = useShown() ?? {}
  const place = useSession((state) => state.place)
  const [fields, setFields] = useState<GoalFields>(() => {
    const focused = focusedCell(session.getState())
    const isCell = focused !== undefined && findCell(shownFiling(session), focused) !== undefined
    return { target: isCell ? cellName(focused) : '', value: '', by: '' }
  })
  const [at, setAt] = useState<FieldId | null>('target')
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const ids = useId()
  const [names] = useState(() =>
    filing ? { target: namesOf(filing, false), by: namesOf(filing, true) } : { target: [], by: [] },
  )
  if (!filing || !engine || !place) return <></>
  const { scenario } = place
  const sought = seek(session, filing, engine, fields, scenario)
  const answer = sought.kind === 'answer' ? sought.answer : undefined
  // What is still being typed is not called wrong before it is left or tried.
  const isBegun = Object.values(fields).every((text) => text.trim() !== '')
  const problem =
    sought.kind === 'refused' && (tried || (isBegun && (sought.field === null || sought.field !== at)))
      ? sought
      : undefined

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (sought.kind === 'refused') {
      const field = sought.field ?? 'by'
      document.querySelector<HTMLInputElement>(`[data-goal="${field}"]`)?.focus()
      return
    }
    const refused = enact(session, sought.answer.plan, sought.by)
    if (refused) return setRefusal(refused)
    // The focus returns to where the question was asked, which shows the answer.
    closeDialog(session)
  }

  function field(
    id: FieldId,
    label: string,
    hint: string,
    list?: readonly { name: string; label: string }[],
  ): JSX.Element {
    const isWrong = problem?.field === id
    return (
      <div className="goal-field">
        <label htmlFor={`${ids}-${id}`}>{label}</label>
        <input
          id={`${ids}-${id}`}
          data-goal={id}
          value={fields[id]}
          autoComplete="off"
          spellCheck={false}
          list={list && list.length > 0 ? `${ids}-${id}-names` : undefined}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? `${ids}-problem` : `${ids}-${id}-hint`}
          onFocus={() => setAt(id)}
          onBlur={() => setAt(null)}
          onChange={(event) => {
            setFields({ ...fields, [id]: event.target.value })
            setTried(false)
            setRefusal(undefined)
          }}
        />
        <small id={`${ids}-${id}-hint`}>
          <SpokenText text={hint} />
        </small>
        {list && list.length > 0 ? (
          <datalist id={`${ids}-${id}-names`}>
            {list.map(({ name, label: words }) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </datalist>
        ) : null}
      </div>
    )
  }

  const found = sought.kind === 'answer' ? findCell(filing, sought.by) : undefined
  const text = answer && found ? cellText(answer.amount, found.line, found.column) : ''
  const reached = findCell(filing, readTargetRef(filing, fields.target))
  return (
    <DialogFrame title="Goal seek" about={ABOUT} className="goal-seek">
      <form onSubmit={submit} noValidate>
        {field('target', 'Set cell', meant(filing, engine, fields.target) || SUCH_AS.target, names.target)}
        {field('value', 'To value', valueHint(filing.unit))}
        {field('by', 'By changing', meant(filing, engine, fields.by) || SUCH_AS.by, names.by)}
        <div className="goal-answer">
          <span aria-hidden>Answer</span>
          <SpokenFigure as="output" aria-label="Answer" text={text} />
          {answer && !answer.exact && reached ? <small>{nearestText(lineName(reached))}</small> : null}
        </div>
        <Problem text={refusal ? refusalText(refusal) : problem?.reason} id={`${ids}-problem`} />
        {answer && answer.plan.inputs.length === 0 ? <p>{IS_THERE}</p> : null}
        {answer && answer.plan.inputs.length > 0 ? <EffectsTable effects={answer.effects} /> : null}
        <DialogActs submit="Apply" disabled={answer?.plan.inputs.length === 0}>
          {answer && scenario === null && filing.status !== 'draft' ? <p>{STARTS_SCENARIO}</p> : null}
        </DialogActs>
      </form>
    </DialogFrame>
  )
}

function readTargetRef(filing: Filing, text: string): CellRef {
  const read = readTarget(filing, text)
  return read.kind === 'cell' ? read.ref : { schedule: '', line: '', column: '' }
}
