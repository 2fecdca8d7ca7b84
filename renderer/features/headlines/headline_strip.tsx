/**
 * What an edit does to the figures that matter, live: base, scenario, difference and why, for the period in focus.
 * While a person types it shows the figures as they would be.
 */
import { useLayoutEffect, useRef, useState, useSyncExternalStore, type JSX, type RefObject } from 'react'
import { isAmount } from '../../../shared/calc/value.ts'
import { valueText, blankWord, shownFiling } from '../../session/reading/figures.ts'
import { periodInForce, periodName } from '../../session/reading/period.ts'
import { headlines, type Headline } from '../../../shared/analysis/headlines.ts'
import { SpokenFigure, SpokenText } from '../../ui/spoken.tsx'
import { useOpenSession, useSession, useChecked } from '../../contrib/use_session.ts'

type FigureProps = { headline: Headline; isPreview: boolean; isKnown: boolean }

function HeadlineFigure({ headline, isPreview, isKnown }: FigureProps): JSX.Element {
  const session = useOpenSession()
  const { id, label, short, scenario, base, difference } = headline
  const moved = isAmount(difference) && !difference.isZero()
  const text = isKnown ? valueText(id, scenario) : '…'
  const isNegative = isAmount(scenario) && scenario.isNegative()
  return (
    <div
      className={`headline${moved ? ' moved' : ''}${isPreview && moved ? ' preview' : ''}${id === 'open_tie_outs' ? ' count' : ''}`}
    >
      <dt title={label}>
        <span className="full">{label}</span>
        <span className="short" aria-hidden>
          {short}
        </span>
      </dt>
      <dd>
        <span className={`headline-figure${isNegative ? ' negative' : ''}`} data-headline={id}>
          <SpokenFigure text={text} />
        </span>
        <span className="headline-change">
          {moved ? (
            <>
              <span className="difference">
                {difference.isNegative() ? '' : '+'}
                <SpokenFigure text={valueText(id, difference)} />
              </span>
              {isAmount(base) && base.isZero() ? null : (
                <span className="from">
                  {' '}
                  from <SpokenFigure text={valueText(id, base)} />
                </span>
              )}
            </>
          ) : text === '' ? (
            <span className="headline-blank">
              {id === 'minimum_distribution' ? 'not known' : blankWord(shownFiling(session))}
            </span>
          ) : null}
        </span>
      </dd>
    </div>
  )
}

/** Figures of more characters than this are set smaller, so that those of the strip stand side by side. */
const LONG = 15

function isLong({ id, scenario }: Headline): boolean {
  return valueText(id, scenario).length > LONG
}

/** Where room is scarce: windows that hold little beside the strip. */
const SMALL = '(max-width: 1320px), (max-height: 820px)'

function watchWindow(changed: () => void): () => void {
  const small = window.matchMedia(SMALL)
  small.addEventListener('change', changed)
  return () => small.removeEventListener('change', changed)
}

/** Whether the figures are set close: in a small window, and where the sheet is enlarged. */
function useClose(): boolean {
  const isSmall = useSyncExternalStore(watchWindow, () => window.matchMedia(SMALL).matches)
  return useSession((state) => (state.view.zoom ?? 100) > 110) || isSmall
}

/** Whether the figures scroll sideways, so that the keyboard has to reach them; and whether more stand to the right. */
function useScrolls(figures: RefObject<HTMLElement | null>): { scrolls: boolean; goesOn: boolean; look: () => void } {
  const [scrolls, setScrolls] = useState(false)
  const [goesOn, setGoesOn] = useState(false)
  const look = (): void => {
    const { current } = figures
    setGoesOn(current !== null && current.scrollLeft + current.clientWidth < current.scrollWidth - 1)
  }
  // Figures grow and shrink without the row itself doing so, hence at each drawing.
  useLayoutEffect(() => {
    const measure = (): void => {
      const { current } = figures
      setScrolls(current !== null && current.scrollWidth > current.clientWidth)
      setGoesOn(current !== null && current.scrollLeft + current.clientWidth < current.scrollWidth - 1)
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  })
  return { scrolls, goesOn, look }
}

export function HeadlineStrip(): JSX.Element | null {
  const place = useSession((state) => state.place)
  const noted = useSession((state) => (state.place ? state.period[state.place.filing] : undefined))
  const preview = useSession((state) => state.editing?.preview ?? null)
  const checked = useChecked()
  const figures = useRef<HTMLDListElement>(null)
  const isClose = useClose()
  const { scrolls, goesOn, look } = useScrolls(figures)
  const period = checked && periodInForce(checked.filing, noted, place?.schedule)
  if (!checked || !place || period === undefined) return null
  const { filing, engine, tieOuts } = checked
  // Of the tie-outs the headlines count those that are open.
  const read = (): Headline[] => headlines({ filing, engine, column: period, tieOuts: tieOuts?.allOpen() ?? [] })
  const isChecked = tieOuts !== undefined
  const layer = place.scenario === null && filing.status === 'draft' ? 'base' : 'scenario'
  const all = preview ? engine.suppose(preview, layer, read) : read()
  const name = periodName(filing, place.schedule, period)
  const sentences = [...new Set(all.map(({ sentence }) => sentence).filter(Boolean))]
  return (
    <section
      className={`headline-strip${isClose ? ' close' : ''}${all.some(isLong) ? ' long' : ''}`}
      aria-label="Headline figures"
      data-region="headlines"
      data-column={period}
    >
      <div className="headline-period">
        {preview ? <em>Preview, not entered</em> : <small>Headlines for</small>}
        <strong title={name}>{name}</strong>
      </div>
      {/* Where the figures scroll, the keyboard must reach them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <dl ref={figures} className={goesOn ? 'goes-on' : undefined} tabIndex={scrolls ? 0 : undefined} onScroll={look}>
        {all.map((headline) => (
          <HeadlineFigure
            key={headline.id}
            headline={headline}
            isPreview={preview !== null}
            isKnown={isChecked || headline.id !== 'open_tie_outs'}
          />
        ))}
      </dl>
      <p className="headline-why" aria-live="polite" aria-atomic>
        <SpokenText text={sentences.join(' ')} />
      </p>
    </section>
  )
}
