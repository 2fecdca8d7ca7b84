/**
 * What an answer would do to the headline figures of its period: now, then, and the difference.
 */
import type { JSX } from 'react'
import type { Effect } from '../../../shared/analysis/effects.ts'
import { blankWord, shownFiling, valueText } from '../../session/reading/figures.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { TableHeads } from '../../ui/table_heads.tsx'
import { EFFECTS, UNCHANGED } from './wording.ts'

export function EffectsTable({ effects }: { effects: readonly Effect[] }): JSX.Element {
  const session = useOpenSession()
  return (
    <table className="effects">
      <caption>{EFFECTS}</caption>
      <TableHeads heads={['Figure', 'Now', 'Then', 'Difference']} />
      <tbody>
        {effects.map(({ id, label, now, after, difference }) => {
          const moved = difference !== null && !difference.isZero()
          return (
            <tr key={id} className={moved ? 'moved' : undefined} data-effect={id}>
              <th scope="row">{label}</th>
              <SpokenFigure as="td" text={valueText(id, now) || blankWord(shownFiling(session))} />
              <SpokenFigure as="td" text={valueText(id, after) || blankWord(shownFiling(session))} />
              <SpokenFigure as="td" text={moved ? valueText(id, difference) : UNCHANGED} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
