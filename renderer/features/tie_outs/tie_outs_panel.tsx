/**
 * Every check that must hold, the open ones first, each with its difference and the way to its cell.
 */
import { useState, type JSX } from 'react'
import { OverriddenList } from './overridden_list.tsx'
import { goToCell } from '../../session/notes/comment_acts.ts'
import type { TieOut } from '../../../shared/checks/tie_out.ts'
import { tieOutLight } from './tie_out_light.ts'
import { SpokenFigure, SpokenText } from '../../ui/spoken.tsx'
import { useOpenSession, useChecked } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'

const STATUS: Record<TieOut['status'], string> = {
  fail: 'Does not tie',
  changed_by_scenario: 'Changed by the scenario',
  flagged: 'Flagged',
  not_testable: 'Not testable',
  within_rounding: 'Within rounding',
  pass: 'Ties',
}

const ORDER: TieOut['status'][] = ['fail', 'flagged', 'changed_by_scenario', 'not_testable', 'within_rounding', 'pass']

function Row({ tieOut }: { tieOut: TieOut }): JSX.Element {
  const session = useOpenSession()
  const { text, differenceText } = tieOut
  return (
    <li className={tieOut.status}>
      <button type="button" onClick={() => goToCell(session, tieOut)}>
        <SpokenText as="span" text={text} />
        {differenceText === '' ? null : <SpokenFigure as="span" className="amount" text={differenceText} />}
      </button>
    </li>
  )
}

/** As many as are listed at first, and with each further step: a large filing has tens of thousands. */
const STEP = 200

function Listed({ status, some }: { status: TieOut['status']; some: readonly TieOut[] }): JSX.Element {
  const [isOpen, setOpen] = useState(status !== 'pass' && status !== 'within_rounding')
  const [shown, setShown] = useState(STEP)
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {STATUS[status]} <span className="count">{some.length}</span>
      </summary>
      {isOpen ? (
        <ul>
          {some.slice(0, shown).map((one) => (
            <Row key={one.id} tieOut={one} />
          ))}
        </ul>
      ) : null}
      {isOpen && some.length > shown ? (
        <Button look="quiet" onClick={() => setShown(shown + STEP)}>
          Show more ({some.length - shown})
        </Button>
      ) : null}
    </details>
  )
}

export function TieOuts(): JSX.Element {
  const checked = useChecked()
  if (!checked) return <p className="empty">No filing is shown.</p>
  const { tieOuts } = checked
  if (!tieOuts) return <p className="empty">The tie-outs are being checked.</p>
  const all = tieOuts.all()
  const light = tieOutLight(tieOuts.counts())
  return (
    <div className="tie-outs">
      <p className={`light-line ${light.tone}`}>{light.text}</p>
      <OverriddenList />
      {ORDER.map((status) => {
        const some = all.filter((one) => one.status === status)
        return some.length === 0 ? null : <Listed key={status} status={status} some={some} />
      })}
    </div>
  )
}
