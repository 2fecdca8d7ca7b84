/**
 * One headline of the strip: the figure in force with its unit's sign, the change from the base and a small bar of it. One that is not among
 * those chosen keeps its place for whoever reads the page without seeing it.
 */
import type { JSX } from 'react'
import type { Headline } from '../../../shared/analysis/headlines.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { valueText } from '../../../shared/analysis/headline_text.ts'
import { blankWord, shownFiling } from '../../session/reading/figures.ts'
import { SignedBar } from '../../ui/charts/signed_bar.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'

/** Figures of more characters than this are set smaller, so that four stand side by side. */
const LONG = 12

type Props = {
  headline: Headline
  /** The period in a few characters. */
  of: string
  isPreview: boolean
  isKnown: boolean
  isChosen: boolean
}

/** The change from the base, with where it comes from and a bar of how much of it that is. */
function Change({ headline: { id, base, difference } }: { headline: Headline }): JSX.Element | null {
  if (!isAmount(difference) || difference.isZero()) return null
  const from = isAmount(base) && !base.isZero() ? base : null
  return (
    <span className="headline-change">
      <span className="difference">
        {difference.isNegative() ? '' : '+'}
        <SpokenFigure text={valueText(id, difference)} />
      </span>
      {from === null ? null : (
        <span className="from">
          {' '}
          from <SpokenFigure text={valueText(id, from)} />
        </span>
      )}
      <SignedBar value={difference} most={Decimal.max(difference.abs(), from?.abs() ?? 0)} />
    </span>
  )
}

export function HeadlineFigure({ headline, of, isPreview, isKnown, isChosen }: Props): JSX.Element {
  const session = useOpenSession()
  const filing = shownFiling(session)
  const { id, label, short, scenario, difference } = headline
  const moved = isAmount(difference) && !difference.isZero()
  const isCount = id === 'open_tie_outs'
  const text = isKnown ? valueText(id, scenario) : '…'
  const isMoney = !isCount && text !== '' && (filing?.unit ?? '').includes('dollar')
  const classes = [
    'headline',
    ...(isChosen ? [] : ['unchosen']),
    ...(moved ? ['moved'] : []),
    ...(isPreview && moved ? ['preview'] : []),
    ...(text.length > LONG ? ['long'] : []),
  ]
  return (
    <div className={classes.join(' ')}>
      <dt title={isCount ? label : `${label}, ${of}`}>
        <span className="full">{label}</span>
        <span className="short" aria-hidden>
          {short}
        </span>
        {isCount ? null : <span className="headline-of">, {of}</span>}
      </dt>
      <dd>
        {isMoney ? (
          <span className="headline-unit" aria-hidden>
            $
          </span>
        ) : null}
        <span className="headline-figure" data-headline={id}>
          <SpokenFigure text={text} />
        </span>
        <Change headline={headline} />
        {text === '' ? <span className="headline-blank">{blankWord(filing)}</span> : null}
      </dd>
    </div>
  )
}
