/**
 * An act over many cells shown before it is applied: each refused cell with its reason, each question, what stands over
 * a formula, what follows by itself. Closing it changes nothing and keeps what was typed.
 */
import { CircleAlert, CircleCheck, CornerDownRight, TriangleAlert } from 'lucide-react'
import { useState, type JSX } from 'react'
import type { ManyPlan, RefusedCell } from '../../../shared/analysis/many.ts'
import { answerTo } from '../../../shared/intake/question.ts'
import { cellName } from '../../../shared/model/cell.ts'
import { atOnce, type Steps } from '../../../shared/model/steps.ts'
import { counted } from '../../../shared/money/count.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import type { ManyAct } from '../../session/state.ts'
import { atWork, MOST_AT_ONCE } from '../../session/selection/at_work.ts'
import { pasteAct } from '../../session/selection/pasting.ts'
import { kindAnswers, kindQuestions, type ShownQuestion } from '../../session/selection/kind_questions.ts'
import { applyPlanInSteps, planAct } from '../../session/selection/many_acts.ts'
import { ManyQuestions } from './many_questions.tsx'
import { goingWith } from '../../session/selection/move_plan.ts'
import { PasteLanding } from './paste_landing.tsx'
import { SpokenFigure, SpokenText } from '../../ui/spoken.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useShown } from '../../contrib/use_session.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { Problem } from '../../ui/problem.tsx'
import { Button } from '../../ui/button.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'
import { aboutText, CHECK } from './wording.ts'

type Row = {
  key: string
  label: string
  given: string
  tone: 'refused' | 'asks' | 'warned' | 'follows' | 'said'
  text: string
}

const TONES = {
  refused: { word: 'Refused', Icon: CircleAlert },
  asks: { word: 'Question', Icon: CircleAlert },
  warned: { word: 'Note', Icon: TriangleAlert },
  follows: { word: 'Left unchanged', Icon: CornerDownRight },
  said: { word: 'Applies', Icon: CircleCheck },
} as const

/** More rows than a person reads; the rest is counted. */
const MOST_ROWS = 200

type Good = Extract<ManyPlan, { kind: 'plan' }>

/** The plan of the cells that take the act, whatever the others say; undefined where none does. */
function goodOnes(session: Session, act: ManyAct, refusals: readonly RefusedCell[]): Good | undefined {
  let cells = act.cells
  let bad = refusals
  while (bad.length > 0) {
    const refused = new Set(bad.map(({ ref }) => cellName(ref)))
    // A cut figure whose place refuses it stays, and so does what stands at the place of one that cannot leave.
    const names = act.moves ? goingWith(act.moves, refused) : refused
    const rest = cells.filter(({ ref }) => !names.has(cellName(ref)))
    if (rest.length === 0 || rest.length === cells.length) return undefined
    cells = rest
    const planned = planAct(session, { ...act, cells })
    if (planned?.kind === 'plan') return planned
    bad = planned?.refusals ?? []
  }
  return undefined
}

function rowsOf(act: ManyAct, refusals: readonly RefusedCell[], good: Good | undefined): Row[] {
  const given = new Map(act.cells.map(({ ref, text }) => [cellName(ref), text]))
  const places = new Set(act.moves?.map(({ to }) => cellName(to)))
  for (const { from } of act.moves ?? []) if (!places.has(cellName(from))) given.set(cellName(from), 'cut')
  const row = (ref: RefusedCell['ref'], label: string, tone: Row['tone'], text: string): Row => {
    const key = cellName(ref)
    return { key, label, given: given.get(key) ?? '', tone, text }
  }
  return [
    ...refusals.map((one) => row(one.ref, one.label, one.asks ? 'asks' : 'refused', refusalText(one.refusal))),
    ...(good?.remarks ?? []).map((one) => row(one.ref, one.label, one.warning ? 'warned' : 'said', one.text)),
    ...(good?.passed ?? []).map((one) =>
      row(one.ref, one.label, one.differs ? 'warned' : 'follows', refusalText(one.refusal)),
    ),
  ]
}

/** What the act is by the answers made: the cells, what is still asked, what would be entered. */
function answered(session: Session, whole: ManyAct, made: Readonly<Record<string, string>>, unit: string | undefined) {
  const again = whole.paste && Object.keys(made).length > 0 ? pasteAct(session, whole.paste.pasted, made) : whole
  const misfit = 'refusal' in again ? refusalText(again.refusal) : undefined
  const act = 'refusal' in again ? { ...whole, cells: [] } : again
  const ofPaste = ('refusal' in again ? again.questions : (again.paste?.questions ?? [])).map(
    (question): ShownQuestion => ({ ...question, chosen: answerTo(question, made) }),
  )
  // Planned anew each time, since any edit may bear on it; first without answers, which tells what is asked.
  const open = act.cells.length > 0 ? planAct(session, act) : undefined
  const ofEdits = kindQuestions(open?.kind === 'refused' ? open.refusals : [], made, {
    unit: unit ?? 'its unit',
    // Another program may count in other units; a copy of this product is meant as it stands.
    proposed: whole.paste && (whole.paste.pasted.isOwn ? '1' : '0'),
  })
  const answers = kindAnswers(ofEdits)
  const asked = answers ? { ...act, answers } : act
  const planned = answers ? planAct(session, asked) : open
  const refusals = planned?.kind === 'refused' ? planned.refusals : []
  const good = planned?.kind === 'plan' ? planned : goodOnes(session, asked, refusals)
  return { asked, refusals, good, misfit, questions: [...ofPaste, ...ofEdits], rows: rowsOf(asked, refusals, good) }
}

export function ManyDialog({ question: whole }: { question: ManyAct }): JSX.Element {
  const session = useOpenSession()
  const shown = useShown()
  const [made, setMade] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<Refusal>()
  const { asked, refusals, good, misfit, questions, rows } = answered(session, whole, made, shown?.filing.unit)
  const { cells, note, paste } = asked
  const changed = good?.changed ?? 0

  function apply(): void {
    if (cells.length > MOST_AT_ONCE) atWork(session, 'Applying', changed, applyNow)
    else atOnce(applyNow())
  }

  function* applyNow(): Steps<void> {
    if (!good) return
    const refused = yield* applyPlanInSteps(session, good, asked)
    if (refused) setRefusal(refused)
    else closeDialog(session)
  }

  const wrong = misfit === undefined ? refusal && refusalText(refusal) : CHECK.notPasted(misfit)
  return (
    <DialogFrame
      title={CHECK.title}
      about={misfit === undefined ? aboutText(asked, refusals.length, changed) : CHECK.notYet(whole.act)}
      className={paste && paste.landing.rows.length > 0 ? 'many pasted' : 'many'}
    >
      {note === undefined ? null : <p className="many-note">{note}</p>}
      <ManyQuestions questions={questions} onChoose={(id, choice) => setMade({ ...made, [id]: choice })} />
      {paste && misfit === undefined ? (
        <PasteLanding
          landing={paste.landing}
          schedule={cells[0]!.ref.schedule}
          inputs={new Map(good?.plan.inputs.map((input) => [cellName(input), input]))}
          tones={new Map(rows.map(({ key, tone }) => [key, tone]))}
        />
      ) : null}
      {rows.length === 0 ? null : <ManyList rows={rows} />}
      <Problem text={wrong} />
      <div className="dialog-acts">
        <Button
          onClick={() => closeDialog(session)}
          data-first-focus={refusals.length > 0 || !good || changed === 0 || undefined}
        >
          Back
        </Button>
        {good && changed > 0 && misfit === undefined ? (
          <Button look="primary" onClick={apply} data-first-focus={refusals.length === 0 || undefined}>
            {refusals.length > 0
              ? `Apply to the other ${changed === 1 ? 'cell' : changed}`
              : `Apply to ${counted(changed, 'cell')}`}
          </Button>
        ) : null}
      </div>
    </DialogFrame>
  )
}

function ManyList({ rows }: { rows: readonly Row[] }): JSX.Element {
  return (
    <>
      {/* The list scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="many-list" tabIndex={0} aria-label={CHECK.list}>
        <table className="effects">
          <TableHeads heads={['Cell', 'Given', 'What happens']} />
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row) => {
              const { word, Icon } = TONES[row.tone]
              return (
                <tr key={`${row.key} ${row.tone}`} data-many={row.key} className={row.tone}>
                  <th scope="row">{row.label}</th>
                  <SpokenFigure as="td" text={row.given || 'blank'} />
                  <td className="many-what">
                    <strong>
                      <Icon aria-hidden size={13} /> {word}
                    </strong>{' '}
                    <SpokenText text={row.text} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {rows.length > MOST_ROWS ? <p className="why-not">{CHECK.more(rows.length - MOST_ROWS)}</p> : null}
    </>
  )
}
