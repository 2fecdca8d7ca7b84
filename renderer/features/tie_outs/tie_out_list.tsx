/**
 * The tie-outs of the filing shown with the choice of their verdicts, wherever they are listed.
 */
import { useState, type JSX } from 'react'
import type { TieOut } from '../../../shared/checks/tie_out.ts'
import type { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import type { Checked } from '../../session/reading/tie_out_books.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { countOf, ORDER, type Shown } from './tie_out_rows.ts'
import { TieOutTable } from './tie_out_table.tsx'
import { ALL, EMPTY, SHOWN, VERDICT } from './wording.ts'

type Props = {
  checked: Checked
  tieOuts: TieOutBook
  onGo: (tieOut: TieOut) => void
}

export function TieOutList({ checked, tieOuts, onGo }: Props): JSX.Element {
  const [wanted, setShown] = useState<Shown>('all')
  const { filing, engine } = checked
  const counts = tieOuts.counts()
  const all = countOf(counts, ORDER)
  // Once the last one of a verdict is mended, all are shown again.
  const shown = wanted !== 'all' && counts[wanted] === 0 ? 'all' : wanted
  const statuses = shown === 'all' ? ORDER : [shown]
  if (all === 0) return <p className="empty">{EMPTY.none}</p>
  const choices = [
    { value: 'all' as Shown, label: `${ALL} ${all}` },
    ...ORDER.filter((status) => counts[status] > 0).map((status) => ({
      value: status as Shown,
      label: `${VERDICT[status]} ${counts[status]}`,
    })),
  ]
  return (
    <>
      <ChoiceSet
        className="verdict-choices"
        look="switch"
        legend={SHOWN}
        isLegendUnseen
        value={shown}
        choices={choices}
        onChange={setShown}
      />
      <TieOutTable
        key={shown}
        filing={filing}
        engine={engine}
        count={countOf(counts, statuses)}
        first={(most) => tieOuts.first(statuses, most)}
        onGo={onGo}
      />
    </>
  )
}
