/**
 * The sentence of the last edit under the headlines, and the way to those of the others; what Enter moved is read aloud once.
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
function aloud(all: readonly Headline[], sentence: string | undefined): string {
  const moved = all
    .filter(({ difference }) => isAmount(difference) && !difference.isZero())
    .map(({ id, label, scenario }) => `${label} ${valueText(id, scenario)}.`)
  return spokenText([...moved, ...(sentence === undefined ? [] : [sentence])].join(' '))
}

/** What is read aloud: nothing at first and nothing while a person types, then what an entered edit moved. */
function useAnnounced(text: string, isPreview: boolean): string {
  const [said, setSaid] = useState({ known: text, aloud: '' })
  if (!isPreview && said.known !== text) setSaid({ known: text, aloud: text })
  return said.aloud
}

type Props = { all: readonly Headline[]; isPreview: boolean }

export function Reason({ all, isPreview }: Props): JSX.Element {
  const [first, ...others] = [...new Set(all.flatMap(({ sentences }) => sentences))]
  const announced = useAnnounced(aloud(all, first), isPreview)
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
      <output className="unseen" aria-live="polite">
        {announced}
      </output>
    </div>
  )
}
