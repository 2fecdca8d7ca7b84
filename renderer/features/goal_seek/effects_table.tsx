/**
 * What an answer would do to the headline figures of its period: now, then, and the difference.
 */
import type { JSX } from 'react'
import type { Effect } from '../../../shared/analysis/effects.ts'
import { valueText } from '../../../shared/analysis/headline_text.ts'
import type { Question } from '../../../shared/print/question.ts'
import { blankWord, shownFiling } from '../../session/reading/figures.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { PrintResult } from '../../contrib/print_result.tsx'
import { CopyResult } from '../../contrib/result_copy.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { TableHeads } from '../../ui/table_heads.tsx'
import { EFFECTS, UNCHANGED } from './wording.ts'

const HEADS = ['Figure', 'Now', 'Then', 'Difference']

export function EffectsTable({ effects, question }: { effects: readonly Effect[]; question: Question }): JSX.Element {
  const session = useOpenSession()
  const rows = effects.map(({ id, label, now, after, difference }) => {
    const isMoved = difference !== null && !difference.isZero()
    const [stood, next] = [now, after].map((value) => valueText(id, value) || blankWord(shownFiling(session)))
    return { id, isMoved, texts: [label, stood!, next!, isMoved ? valueText(id, difference) : UNCHANGED] }
  })
  return (
    <>
      <table className="effects">
        <caption>{EFFECTS}</caption>
        <TableHeads heads={HEADS} />
        <tbody>
          {rows.map(({ id, isMoved, texts: [label, now, then, difference] }) => (
            <tr key={id} className={isMoved ? 'moved' : undefined} data-effect={id}>
              <th scope="row">{label}</th>
              <SpokenFigure as="td" text={now!} />
              <SpokenFigure as="td" text={then!} />
              <SpokenFigure as="td" text={difference!} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="result-acts">
        <CopyResult rows={() => [HEADS, ...rows.map(({ texts }) => texts)]} />
        <PrintResult question={question} />
      </div>
    </>
  )
}
