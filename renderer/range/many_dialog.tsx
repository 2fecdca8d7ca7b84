/**
 * An act over many cells shown before it is applied: each refused cell with its reason, each question, what stands over
 * a formula, what follows by itself. Closing it changes nothing and keeps what was typed.
 */
import { CircleAlert, CircleCheck, CornerDownRight, TriangleAlert } from 'lucide-react'
import { useMemo, useState, type JSX } from 'react'
import type { ManyPlan, RefusedCell } from '../../shared/analysis/many.ts'
import { cellName } from '../../shared/model/cell.ts'
import { counted, countText } from '../../shared/money/count.ts'
import { DialogFrame, closeDialog } from '../dialogs/frame.tsx'
import { shownFiling, spokenName } from '../workbench/figures.ts'
import { useSession, type ManyAct } from '../workbench/session.ts'
import { atWork, MOST_AT_ONCE } from './at_work.ts'
import { applyPlan, planAct } from './many_acts.ts'
import { goingWith } from './move_plan.ts'
import { SpokenFigure, SpokenText } from '../spoken/spoken.tsx'

type Row = {
  key: string
  label: string
  given: string
  tone: 'refused' | 'asks' | 'warned' | 'follows' | 'said'
  text: string
  choices?: string[]
}

const TONES = {
  refused: { word: 'Refused', Icon: CircleAlert },
  asks: { word: 'Question', Icon: CircleAlert },
  warned: { word: 'Note', Icon: TriangleAlert },
  follows: { word: 'Left as it is', Icon: CornerDownRight },
  said: { word: 'Applies', Icon: CircleCheck },
} as const

/** More rows than a person reads; the rest is counted. */
const MOST_ROWS = 200

type Good = Extract<ManyPlan, { kind: 'plan' }>

/** The plan of the cells that take the act, whatever the others say; undefined where none does. */
function goodOnes(act: ManyAct, refusals: readonly RefusedCell[]): Good | undefined {
  let cells = act.cells
  let bad = refusals
  while (bad.length > 0) {
    const refused = new Set(bad.map(({ ref }) => cellName(ref)))
    // A cut figure whose place refuses it stays, and so does what stands at the place of one that cannot leave.
    const names = act.moves ? goingWith(act.moves, refused) : refused
    const rest = cells.filter(({ ref }) => !names.has(cellName(ref)))
    if (rest.length === 0 || rest.length === cells.length) return undefined
    cells = rest
    const planned = planAct({ ...act, cells })
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
    ...refusals.map((one): Row => ({
      ...row(one.ref, one.label, one.choices ? 'asks' : 'refused', one.reason),
      ...(one.choices && { choices: one.choices }),
    })),
    ...(good?.remarks ?? []).map((one) => row(one.ref, one.label, one.warning ? 'warned' : 'said', one.text)),
    ...(good?.passed ?? []).map((one) => row(one.ref, one.label, one.differs ? 'warned' : 'follows', one.reason)),
  ]
}

function moveWords(all: number, changed: number, refused: number): string {
  const what = all === 1 ? 'A cut cell is' : `A cut block of ${countText(all)} cells is`
  const would =
    refused === 0
      ? `${countText(changed)} of ${counted(all, 'cell')} would go in.`
      : `${counted(refused, 'cell does', 'cells do')} not take this; a figure that cannot go in stays where it is.`
  return `${what} to be moved. Nothing is applied yet. ${would}`
}

export function ManyDialog({ whole }: { whole: ManyAct }): JSX.Element {
  const { act, cells, note } = whole
  useSession((state) => state.revision)
  const [choices, setChoices] = useState<ReadonlyMap<string, { at: number; labels: string[]; question: string }>>(
    new Map(),
  )
  const [problem, setProblem] = useState<string | null>(null)
  const answered = useMemo(
    () => cells.map((cell) => ({ ...cell, choice: choices.get(cellName(cell.ref))?.at })),
    [cells, choices],
  )
  // Planned anew each time, since any edit may bear on it.
  const asked: ManyAct =
    choices.size === 0
      ? whole
      : {
          ...whole,
          cells: answered.map(({ choice, ...cell }) => (choice === undefined ? cell : { ...cell, choice })),
        }
  const { refusals, good, rows } = (() => {
    const planned = planAct(asked)
    const refusals = planned?.kind === 'refused' ? planned.refusals : []
    const good = planned?.kind === 'plan' ? planned : goodOnes(asked, refusals)
    return { refusals, good, rows: rowsOf(asked, refusals, good) }
  })()
  const changed = good?.changed ?? 0
  const [all, one] = [cells.length, refusals.length === 1]
  const would =
    refusals.length === 0
      ? all === 1
        ? changed === 1
          ? 'The cell would change.'
          : 'The cell would not change.'
        : `${countText(changed)} of ${countText(all)} cells would change.`
      : all === 1
        ? 'The cell does not take this.'
        : `${countText(refusals.length)} of ${countText(all)} cells ${one ? 'does' : 'do'} not take this.`
  const about = whole.moves
    ? moveWords(whole.moves.length, changed, refusals.length)
    : `${act} in ${all === 1 ? 'one cell' : `${countText(all)} cells`}. Nothing is applied yet. ${would}`

  function apply(): void {
    if (cells.length > MOST_AT_ONCE) atWork('Applying', changed, applyNow)
    else applyNow()
  }

  function applyNow(): void {
    if (!good) return
    const reason = applyPlan(good, asked)
    if (reason === null) closeDialog()
    else setProblem(reason)
  }

  function choose(key: string, labels: string[], question: string, at: string): void {
    const next = new Map(choices)
    if (at === '') next.delete(key)
    else next.set(key, { at: Number(at), labels, question })
    setChoices(next)
  }

  const open = new Set(rows.filter((row) => row.choices).map(({ key }) => key))
  const settled = [...choices]
    .filter(([key]) => !open.has(key))
    .map(([key, { labels, question }]): Row => {
      const cell = cells.find(({ ref }) => cellName(ref) === key)
      const label = cell ? spokenName(shownFiling(), cell.ref) : key
      return { key, label, given: cell?.text ?? '', tone: 'asks', text: question, choices: labels }
    })
  return (
    <DialogFrame title="Check before it is applied" about={about} className="many">
      {note === undefined ? null : <p className="many-note">{note}</p>}
      {/* The list scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="many-list" tabIndex={0} aria-label="What happens in each cell">
        <table className="effects">
          <thead>
            <tr>
              <th scope="col">Cell</th>
              <th scope="col">Given</th>
              <th scope="col">What happens</th>
            </tr>
          </thead>
          <tbody>
            {[...rows, ...settled].slice(0, MOST_ROWS).map((row) => {
              const { word, Icon } = TONES[row.tone]
              return (
                <tr key={`${row.key} ${row.tone}`} data-many={row.key} className={row.tone}>
                  <th scope="row">{row.label}</th>
                  <td>
                    <SpokenFigure text={row.given || 'blank'} />
                  </td>
                  <td className="many-what">
                    <strong>
                      <Icon aria-hidden size={13} /> {word}
                    </strong>{' '}
                    <SpokenText text={row.text} />
                    {row.choices ? (
                      <select
                        aria-label={`Answer for ${row.label || row.key}`}
                        value={choices.get(row.key)?.at ?? ''}
                        onChange={(event) => choose(row.key, row.choices!, row.text, event.target.value)}
                      >
                        <option value="">Leave this cell as it is</option>
                        {row.choices.map((choice, at) => (
                          <option key={choice} value={at}>
                            {choice}
                          </option>
                        ))}
                      </select>
                    ) : null}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {rows.length > MOST_ROWS ? <p className="why-not">{rows.length - MOST_ROWS} more are not listed.</p> : null}
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-acts">
        <button
          type="button"
          className="button"
          onClick={closeDialog}
          data-first-focus={refusals.length > 0 || !good || changed === 0 || undefined}
        >
          Back
        </button>
        {good && changed > 0 ? (
          <button type="button" className="button primary" onClick={apply}>
            {refusals.length > 0
              ? `Apply to the other ${changed === 1 ? 'cell' : changed}`
              : `Apply to ${counted(changed, 'cell')}`}
          </button>
        ) : null}
      </div>
    </DialogFrame>
  )
}
