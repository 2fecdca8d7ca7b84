/**
 * The adjustments that differ from the books that they mirror: by how much, with their notes and the ways to mend them.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { useState, type JSX } from 'react'
import { overridden, type OverriddenAdjustment } from '../../../shared/analysis/overridden.ts'
import type { Plan } from '../../../shared/analysis/plan.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import type { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { cellName, sameCell } from '../../../shared/model/cell.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { commentsAt } from '../../session/reading/cell_comments.ts'
import { perform } from '../../contrib/lookup.ts'
import { CommentList } from '../../contrib/comment_list.tsx'
import { enact } from '../../session/edit/enacting.ts'
import { goToCell } from '../../session/notes/comment_acts.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { useOpenSession, useShown } from '../../contrib/use_session.ts'
import { Problem } from '../../ui/problem.tsx'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { OVERRIDDEN } from './wording.ts'

/** What a way to mend does: one that touches the adjustment alone follows the books, the other moves a line of them. */
function mendWords(plan: Plan, ref: CellRef): string {
  return plan.inputs.every((input) => sameCell(input, ref)) ? OVERRIDDEN.followBooks : OVERRIDDEN.changeBooks
}

function Row({ filing, one }: { filing: Filing; one: OverriddenAdjustment }): JSX.Element {
  const session = useOpenSession()
  const [refusal, setRefusal] = useState<Refusal>()
  const { ref, title, differs, notes, remark, mends } = one
  const { place } = session.getState()
  const found = findCell(filing, ref)!
  const standing = session.workbook().book.standing(filing.id, place?.scenario ?? null, ref)
  const comments = commentsAt(session, filing.id, ref)
  const isInherited = standing !== undefined && standing.scenario !== place?.scenario
  const mend = (plan: Plan): void => {
    const refused = enact(session, plan, ref)
    setRefusal(refused)
    // The row goes with its difference; work goes on in the cell that was mended.
    if (!refused) goToCell(session, ref)
  }
  return (
    <li data-adjustment={cellName(ref)}>
      <button type="button" className="overridden-name" onClick={() => goToCell(session, ref)}>
        <span>{title}</span>
        <SpokenFigure hung as="span" className="amount" text={cellText(differs, found.line, found.column)} />
      </button>
      {remark === undefined ? null : <p>{remark}</p>}
      {notes.map(({ mark, text }) => (
        <p key={mark} className="overridden-note">
          ({mark}) {text}
        </p>
      ))}
      <CommentList comments={comments} />
      {notes.length === 0 && remark === undefined && comments.length === 0 ? (
        <p className="amber-words">{OVERRIDDEN.noNote}</p>
      ) : null}
      {isInherited ? (
        <p>{OVERRIDDEN.inherited(isolated(standing.name))}</p>
      ) : (
        <div className="overridden-acts">
          {mends.map((plan) => {
            const label = mendWords(plan, ref)
            return (
              <Button
                key={plan.title}
                title={plan.consequence?.text}
                aria-label={`${label}: ${title}`}
                onClick={() => mend(plan)}
              >
                {label}
              </Button>
            )
          })}
        </div>
      )}
      <Button look="quiet" className="overridden-comment" onClick={() => perform(session, 'comment', ref)}>
        {comments.length === 0 ? OVERRIDDEN.explain : OVERRIDDEN.another}
        <span className="unseen"> on {title}</span>
      </Button>
      <Problem text={refusal && refusalText(refusal)} />
    </li>
  )
}

export function OverriddenList({ tieOuts }: { tieOuts: TieOutBook }): JSX.Element | null {
  const shown = useShown()
  if (!shown || shown.scenario === null) return null
  const { filing, engine } = shown
  const list = overridden(filing, engine, tieOuts.adjustedCells())
  if (list.length === 0) return null
  return (
    <section className="overridden-list" aria-labelledby="overridden-head">
      <h3 id="overridden-head">{OVERRIDDEN.title}</h3>
      <ul>
        {list.map((one) => (
          <Row key={cellName(one.ref)} filing={filing} one={one} />
        ))}
      </ul>
    </section>
  )
}
