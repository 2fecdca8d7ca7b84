/**
 * Every headline of the filing as a table, with what is not known and why; here a person chooses which stand in the strip.
 */
import { ChevronDown } from 'lucide-react'
import type { JSX } from 'react'
import type { Headline } from '../../../shared/analysis/headlines.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import type { HeadlineId } from '../../../shared/model/filing.ts'
import { valueText } from '../../../shared/analysis/headline_text.ts'
import { baseName, blankWord, shownFiling } from '../../session/reading/figures.ts'
import { remember } from '../../session/place/remembering.ts'
import { Card } from '../../ui/card.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { chosenAfter, MOST } from './headline_choice.ts'
import { ALL_HEADLINES, CHOOSE_AT_MOST, IN_THE_STRIP } from './wording.ts'

type Props = { all: readonly Headline[]; chosen: readonly HeadlineId[]; of: string }

function Row({ headline, chosen }: { headline: Headline; chosen: readonly HeadlineId[] }): JSX.Element {
  const session = useOpenSession()
  const { id, label, base, scenario, difference, sentences } = headline
  const filing = shownFiling(session)
  const isChosen = chosen.includes(id)
  const choose = (): void => {
    const { place, view } = session.getState()
    if (place) remember(session, { headlines: { ...view.headlines, [place.filing]: chosenAfter(chosen, id) } })
  }
  const text = valueText(id, scenario)
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`${label}: ${IN_THE_STRIP}`}
          checked={isChosen}
          disabled={isChosen ? chosen.length === 1 : chosen.length >= MOST}
          onChange={choose}
        />
      </td>
      <th scope="row">
        {label}
        {id === 'minimum_distribution' && sentences[0] !== undefined ? <small>{sentences[0]}</small> : null}
      </th>
      <td className="amount">
        <SpokenFigure text={valueText(id, base)} />
      </td>
      <td className="amount">
        {text === '' ? <span className="unknown">{blankWord(filing)}</span> : <SpokenFigure text={text} />}
      </td>
      <td className="amount">
        {isAmount(difference) && !difference.isZero() ? <SpokenFigure text={valueText(id, difference)} /> : null}
      </td>
    </tr>
  )
}

export function AllHeadlines({ all, chosen, of }: Props): JSX.Element {
  const session = useOpenSession()
  const hypothetical = useSession((state) => state.place?.scenario !== null)
  const filing = shownFiling(session)
  const unknown = all.filter(({ base, scenario }) => base === null && scenario === null)
  const [first] = unknown
  return (
    <Card
      label={ALL_HEADLINES}
      look={['all-headlines', 'headlines-card']}
      button={
        <>
          {first ? <span className="unseen">{ALL_HEADLINES} </span> : null}
          <small>{first ? first.short : ALL_HEADLINES}</small>
          <span>
            {first ? blankWord(filing) : all.length}
            <ChevronDown aria-hidden size={14} />
          </span>
        </>
      }
    >
      <table>
        <caption>
          {ALL_HEADLINES}, {of}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{IN_THE_STRIP}</span>
            </th>
            <th scope="col">
              <span className="unseen">Headline</span>
            </th>
            <th scope="col">{baseName(filing)}</th>
            <th scope="col">{hypothetical ? 'Scenario' : 'Now'}</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {all.map((headline) => (
            <Row key={headline.id} headline={headline} chosen={chosen} />
          ))}
        </tbody>
      </table>
      <p>{CHOOSE_AT_MOST}</p>
    </Card>
  )
}
