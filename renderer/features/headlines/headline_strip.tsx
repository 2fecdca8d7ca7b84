/**
 * What an edit does to the figures that matter, live: figure, change and why, for the period in focus. While a person types it shows the
 * figures as they would be.
 */
import { editedLayer } from '../../../shared/model/edited_layer.ts'
import type { JSX } from 'react'
import { headlines, type Headline } from '../../../shared/analysis/headlines.ts'
import { periodInForce, shortPeriodName } from '../../session/reading/period.ts'
import { useSession, useChecked } from '../../contrib/use_session.ts'
import { AllHeadlines } from './all_headlines.tsx'
import { chosenHeadlines } from './headline_choice.ts'
import { HeadlineFigure } from './headline_figure.tsx'
import { Reason } from './reason.tsx'

export function HeadlineStrip(): JSX.Element | null {
  const place = useSession((state) => state.place)
  const noted = useSession((state) => (state.place ? state.period[state.place.filing] : undefined))
  const wanted = useSession((state) => (state.place ? state.view.headlines?.[state.place.filing] : undefined))
  const edited = useSession((state) => (state.place ? state.lastEdited[state.place.filing] : undefined))
  const typed = useSession((state) => state.editing?.ref)
  const preview = useSession((state) => state.editing?.preview ?? null)
  const checked = useChecked()
  const period = checked && periodInForce(checked.filing, noted)
  if (!checked || !place || period === undefined) return null
  const { filing, engine, tieOuts } = checked
  const last = preview && typed ? typed : (edited ?? null)
  const read = (): Headline[] => headlines({ filing, engine, column: period, open: tieOuts?.openCounts(), last })
  const layer = editedLayer(filing, place.scenario)
  const all = preview ? engine.suppose(preview, layer, read) : read()
  const of = shortPeriodName(filing, place.schedule, period)
  const chosen = chosenHeadlines(all, wanted)
  const isPreview = preview !== null
  return (
    <section className="headline-strip" aria-label="Headline figures" data-region="headlines" data-column={period}>
      <dl>
        {all.map((headline) => (
          <HeadlineFigure
            key={headline.id}
            headline={headline}
            of={of}
            isPreview={isPreview}
            isKnown={tieOuts !== undefined || headline.id !== 'open_tie_outs'}
            isChosen={chosen.includes(headline.id)}
          />
        ))}
      </dl>
      <AllHeadlines all={all} chosen={chosen} of={of} />
      <Reason key={`${filing.id}/${period}`} all={all} isPreview={isPreview} />
    </section>
  )
}
