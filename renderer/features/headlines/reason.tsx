/**
 * The sentence of the last edit under the headlines, and the way to those of the others; beside it what is to be known of the minimum
 * distribution, such as the figure after losses, which is no edit's. What Enter moved is read aloud once.
 */
import { useState, type JSX } from 'react'
import type { Headline } from '../../../shared/analysis/headlines.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { valueText } from '../../../shared/analysis/headline_text.ts'
import { Card } from '../../ui/card.tsx'
import { spokenText } from '../../ui/spoken_figure.ts'
import { SpokenText } from '../../ui/spoken.tsx'
import { OTHER_EDITS, otherEdits, PREVIEW } from './wording.ts'

/** The headlines that differ from the base, as they are read aloud, and why. */
function aloud(all: readonly Headline[], sentences: readonly (string | undefined)[]): string {
  const moved = all
    .filter(({ difference }) => isAmount(difference) && !difference.isZero())
    .map(({ id, label, scenario }) => `${label} ${valueText(id, scenario)}.`)
  return spokenText([...moved, ...sentences.filter((one) => one !== undefined)].join(' '))
}

/** What is read aloud: nothing at first and nothing while a person types, then what an entered edit moved. */
function useAnnounced(text: string, isPreview: boolean): string {
  const [said, setSaid] = useState({ known: text, aloud: '' })
  if (!isPreview && said.known !== text) setSaid({ known: text, aloud: text })
  return said.aloud
}

type Props = { all: readonly Headline[]; isPreview: boolean }

export function Reason({ all, isPreview }: Props): JSX.Element {
  const ofEdits = all.filter(({ id }) => id !== 'minimum_distribution').flatMap(({ sentences }) => sentences)
  const [first, ...others] = [...new Set(ofEdits)]
  const distribution = all.find(({ id }) => id === 'minimum_distribution')?.sentences[0]
  const announced = useAnnounced(aloud(all, [first, distribution]), isPreview)
  return (
    <div className="headline-reason">
      {isPreview ? <em className="headline-preview">{PREVIEW}</em> : null}
      <p className="headline-why" title={first}>
        <SpokenText text={first ?? ''} />
      </p>
      {others.length > 0 ? (
        <Card
          label={OTHER_EDITS}
          look={['quiet-button', 'reasons-card']}
          button={otherEdits(others.length)}
          align="start"
        >
          <ul>
            {[first ?? '', ...others].map((sentence) => (
              <SpokenText as="li" key={sentence} text={sentence} />
            ))}
          </ul>
        </Card>
      ) : null}
      {distribution === undefined ? null : (
        <p className="headline-distribution" title={distribution}>
          <SpokenText text={distribution} />
        </p>
      )}
      <output className="unseen" aria-live="polite">
        {announced}
      </output>
    </div>
  )
}
