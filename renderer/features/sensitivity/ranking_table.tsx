/**
 * Every input by its effect on a headline figure, for the same relative change of each.
 */
import { useId, type JSX } from 'react'
import { typeset } from '../../../shared/money/typeset.ts'
import { ranking, restText, type Ranking } from '../../../shared/analysis/ranking.ts'
import { cellHead, cellLabel } from '../../../shared/analysis/cell_names.ts'
import { figureText } from '../../../shared/calc/cell_text.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { HeadlineId } from '../../../shared/model/filing.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { findCell, lineName } from '../../../shared/model/lookup.ts'
import { PrintResult } from '../../contrib/print_result.tsx'
import { CopyResult } from '../../contrib/result_copy.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { signedText, valueText } from '../../../shared/analysis/headline_text.ts'
import { SignedBar } from '../../ui/charts/signed_bar.tsx'
import { Choice, TextField } from '../../ui/fields.tsx'
import { ResultFrame } from '../../ui/result_frame.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'
import { AskedTable } from './asked_table.tsx'
import { problemAt, readRelative, wrong, type Answered, type Wrong } from './read_fields.ts'
import { sensitivityFields, type RankingFields } from './sensitivity_fields.ts'
import { useComputed, type Subject } from './subject.ts'
import { noneMoves, rankedText } from './wording.ts'

type Ranked = Answered<Ranking> & { headline: HeadlineId; label: string; percent: string }

function toldOf({ filing }: Subject): { id: HeadlineId; label: string }[] {
  return (filing.headlines ?? []).filter(({ id }) => id !== 'open_tie_outs')
}

/** Taxable income, or the first of the headline figures, until another is chosen. */
function headlineOf(subject: Subject, { headline }: RankingFields): HeadlineId {
  const told = toldOf(subject)
  return headline ?? told.find(({ id }) => id === 'taxable_income')?.id ?? told[0]?.id ?? 'net_earnings'
}

function compute(subject: Subject, fields: RankingFields): Ranked | Wrong {
  const { filing, engine, layer, period } = subject
  const headline = headlineOf(subject, fields)
  const relative = readRelative(fields.percent, 'percent')
  if (relative.kind === 'wrong') return relative
  const result = ranking({ filing, engine, output: { headline, column: period }, relative: relative.value, layer })
  if (result.kind === 'refused') return wrong(relative.value.isZero() ? 'percent' : 'headline', result.refusal)
  const label = filing.headlines?.find(({ id }) => id === headline)?.label ?? headline
  const question = { kind: 'ranking', headline, period, relative: plain(relative.value) } as const
  return { ...result, question, headline, label, percent: relative.value.times(100).toFixed() }
}

const HEADS = ['Rank', 'Input', 'Amount', 'Change', 'Effect']

function rowsOf({ filing }: Subject, { entries, headline, label, percent }: Ranked): string[][] {
  return [
    [rankedText(label, percent)],
    HEADS,
    ...entries.map(({ ref, amount, change, effect }, at) => [
      `${at + 1}`,
      cellLabel(filing, ref),
      figureText(filing, ref, amount),
      figureText(filing, ref, change),
      signedText(headline, effect),
    ]),
  ]
}

function Result({ subject, table }: { subject: Subject; table: Ranked }): JSX.Element {
  const { filing } = subject
  const { entries, headline, label, percent } = table
  const titleId = useId()
  if (entries.length === 0) return <p className="empty">{noneMoves(label)}</p>
  const largest = entries[0]!.effect
  return (
    <>
      <p className="result-title" id={titleId}>
        Effect on {label}, now <SpokenFigure text={valueText(headline, table.now)} />, of each input {percent}% larger
        in size
      </p>
      <ResultFrame>
        <table className="figures ranking" aria-labelledby={titleId}>
          <TableHeads heads={['Rank', { text: 'Input', className: 'words' }, 'Effect']}>
            <td aria-hidden="true" />
          </TableHeads>
          <tbody>
            {entries.map(({ ref, amount, change, effect }, at) => (
              <tr key={cellName(ref)}>
                <td>{at + 1}</td>
                <th scope="row">
                  {lineName(findCell(filing, ref)!)}
                  <small>
                    {cellHead(filing, ref).column}, now <SpokenFigure text={figureText(filing, ref, amount)} />
                  </small>
                </th>
                <td>
                  <SpokenFigure text={signedText(headline, effect)} />
                  <small>
                    change <SpokenFigure text={figureText(filing, ref, change)} />
                  </small>
                </td>
                <td className="bar-cell" aria-hidden>
                  <SignedBar value={effect} most={largest} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ResultFrame>
      <p className="hint">{restText(table)}</p>
      <div className="result-acts">
        <CopyResult rows={() => rowsOf(subject, table)} />
        <PrintResult question={table.question} />
      </div>
    </>
  )
}

export function RankingTable({ subject }: { subject: Subject }): JSX.Element {
  const session = useOpenSession()
  const [{ ranking: fields, asked }] = sensitivityFields.use()
  const computed = useComputed(subject, asked.ranking, compute)
  const { period, shown } = subject
  const change = (part: Partial<RankingFields>): void =>
    sensitivityFields.set(session, { ranking: { ...fields, ...part } })
  const problem = (field: string): string | undefined => problemAt(computed, field, asked.ranking?.fields === fields)
  return (
    <AskedTable
      act="Rank"
      computed={computed}
      onAsk={() => sensitivityFields.set(session, { asked: { ...asked, ranking: { fields, period, of: shown } } })}
      subject={subject}
      Result={Result}
    >
      <Choice
        label="Headline figure"
        value={headlineOf(subject, fields)}
        options={toldOf(subject).map(({ id, label }) => ({ value: id, label: typeset(label) }))}
        onChange={(headline) => change({ headline })}
        problem={problem('headline')}
      />
      <TextField
        label="Change of each input"
        value={fields.percent}
        onChange={(percent) => change({ percent })}
        problem={problem('percent')}
      />
    </AskedTable>
  )
}
