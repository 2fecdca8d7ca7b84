/**
 * Every input by its effect on a headline figure, for the same relative change of each.
 */
import { useState, type JSX } from 'react'
import { ranking, type Ranking } from '../../../shared/analysis/ranking.ts'
import type { HeadlineId } from '../../../shared/model/filing.ts'
import { columnName, findCell, lineName } from '../../../shared/model/lookup.ts'
import { signedText, valueText } from '../../session/reading/figures.ts'
import { SignedBar } from '../../ui/charts/signed_bar.tsx'
import { Choice, TextField } from '../../ui/fields.tsx'
import { ResultFrame } from '../../ui/result_frame.tsx'
import { figureText } from '../../../shared/calc/cell_text.ts'
import { problemAt, readRelative, wrong, type Wrong } from './read_fields.ts'
import type { Subject } from './subject.ts'
import { noneMoves, restText } from './wording.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { Button } from '../../ui/button.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'

type Ranked = Ranking & { headline: HeadlineId; label: string; percent: string }

function compute(subject: Subject, headline: HeadlineId, percent: string): Ranked | Wrong {
  const { filing, engine, layer, period } = subject
  const relative = readRelative(percent, 'percent')
  if (relative.kind === 'wrong') return relative
  const result = ranking({ filing, engine, output: { headline, column: period }, relative: relative.value, layer })
  if (result.kind === 'refused') return wrong(relative.value.isZero() ? 'percent' : 'headline', result.refusal)
  const label = filing.headlines?.find(({ id }) => id === headline)?.label ?? headline
  return { ...result, headline, label, percent: relative.value.times(100).toFixed() }
}

function Result({ subject, result }: { subject: Subject; result: Ranked }): JSX.Element {
  const { filing } = subject
  const { entries, headline, label, percent, without, nil } = result
  if (entries.length === 0) return <p className="empty">{noneMoves(label)}</p>
  const largest = entries[0]!.effect
  return (
    <ResultFrame>
      <table className="figures ranking">
        <caption>
          Effect on {label}, now <SpokenFigure text={valueText(headline, result.now)} />, of each input {percent}%
          larger in size
        </caption>
        <TableHeads heads={['Rank', { text: 'Input', className: 'words' }, 'Amount', 'Change', 'Effect']}>
          <td aria-hidden="true" />
        </TableHeads>
        <tbody>
          {entries.map(({ ref, amount, change, effect }, at) => {
            const found = findCell(filing, ref)!
            return (
              <tr key={`${ref.schedule}.${ref.line}@${ref.column}`}>
                <td>{at + 1}</td>
                <th scope="row">
                  {lineName(found)}
                  <small>
                    {found.schedule.title ?? ref.schedule}, {columnName(found.schedule, found.column)}
                  </small>
                </th>
                <SpokenFigure as="td" text={figureText(filing, ref, amount)} />
                <SpokenFigure as="td" text={figureText(filing, ref, change)} />
                <SpokenFigure as="td" text={signedText(headline, effect)} />
                <td className="bar-cell" aria-hidden>
                  <SignedBar value={effect} most={largest} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="result-rest">{restText(without, nil)}</p>
    </ResultFrame>
  )
}

export function RankingTable({ subject }: { subject: Subject }): JSX.Element {
  const told = (subject.filing.headlines ?? []).filter(({ id }) => id !== 'open_tie_outs')
  const [headline, setHeadline] = useState<HeadlineId>(
    told.find(({ id }) => id === 'taxable_income')?.id ?? told[0]?.id ?? 'net_earnings',
  )
  const [percent, setPercent] = useState('10%')
  const [answer, setAnswer] = useState<Ranked | Wrong | null>(null)
  return (
    <form
      className="analysis-form"
      onSubmit={(event) => {
        event.preventDefault()
        setAnswer(compute(subject, headline, percent))
      }}
    >
      <div className="fields">
        <Choice
          label="Headline figure"
          className="wide"
          value={headline}
          options={told.map(({ id, label }) => ({ value: id, label }))}
          onChange={setHeadline}
          problem={problemAt(answer, 'headline')}
        />
        <TextField
          isCode
          label="Change of each input"
          value={percent}
          onChange={setPercent}
          problem={problemAt(answer, 'percent')}
        />
        <Button type="submit" look="primary">
          Rank
        </Button>
      </div>
      {answer?.kind === 'ranking' ? <Result subject={subject} result={answer} /> : null}
    </form>
  )
}
