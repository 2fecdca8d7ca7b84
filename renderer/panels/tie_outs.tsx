/**
 * Every check that must hold, the open ones first, each with its difference and the way to its cell.
 */
import type { JSX } from 'react'
import { cellFormat } from '../../shared/calc/layout.ts'
import type { Format } from '../../shared/model/filing.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { formatAmount } from '../../shared/money/format.ts'
import { OverriddenList } from '../flow/overridden_list.tsx'
import { shownEngine, shownFiling } from '../workbench/figures.ts'
import { go } from '../workbench/opened.ts'
import { checkedTieOuts } from '../workbench/checked.ts'
import type { TieOut } from '../workbench/rules.ts'
import { session, useSession } from '../workbench/session.ts'
import { tieOutLight } from '../workbench/tie_out_light.ts'

const STATUS: Record<TieOut['status'], string> = {
  fail: 'Does not tie',
  changed_by_scenario: 'Changed by the scenario',
  flagged: 'Flagged',
  not_testable: 'Not testable',
  within_rounding: 'Within rounding',
  pass: 'Ties',
}

const ORDER: TieOut['status'][] = ['fail', 'flagged', 'changed_by_scenario', 'not_testable', 'within_rounding', 'pass']

function formatOfTieOut(tieOut: TieOut): Format {
  const found = findCell(shownFiling(), tieOut)
  return found ? cellFormat(found.line, found.column) : 'amount'
}

function Row({ tieOut }: { tieOut: TieOut }): JSX.Element {
  const { schedule, line, column, text, difference } = tieOut
  const { place } = session.getState()
  return (
    <li className={tieOut.status}>
      <button
        type="button"
        onClick={() => {
          if (place) go({ ...place, schedule }, { cell: { line, column } })
        }}
      >
        <span>{text}</span>
        {difference && !difference.isZero() ? (
          <span className="amount">{formatAmount(difference, { format: formatOfTieOut(tieOut) })}</span>
        ) : null}
      </button>
    </li>
  )
}

export function TieOuts(): JSX.Element {
  useSession((state) => state.revision)
  useSession((state) => state.place)
  const filing = shownFiling()
  const engine = shownEngine()
  if (!filing || !engine) return <p className="empty">No filing is shown.</p>
  const all = checkedTieOuts(filing, engine)
  const light = tieOutLight(all)
  return (
    <div className="tie-outs">
      <p className={`light-line ${light.tone}`}>{light.text}</p>
      <OverriddenList />
      {ORDER.map((status) => {
        const some = all.filter((one) => one.status === status)
        if (some.length === 0) return null
        return (
          <details key={status} open={status !== 'pass' && status !== 'within_rounding'}>
            <summary>
              {STATUS[status]} <span className="count">{some.length}</span>
            </summary>
            <ul>
              {some.map((one) => (
                <Row key={one.id} tieOut={one} />
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
