/**
 * What a scenario moved: for each headline figure the edits in their order, one factor at a time, until nothing remains.
 */
import type { JSX } from 'react'
import {
  editsOf,
  explainDifference,
  type DifferenceExplained,
  type Explained,
  type ExplainedStep,
} from '../../../shared/analysis/explanation.ts'
import type { HeadlineId } from '../../../shared/model/filing.ts'
import { periodsOf } from '../../session/reading/compared.ts'
import { shown, type Shown, scenarioShown } from '../../session/reading/shown.ts'
import { signedText, valueText } from '../../../shared/analysis/headline_text.ts'
import { goToCell } from '../../session/notes/comment_acts.ts'
import { periodInForce } from '../../session/reading/period.ts'
import { useRested } from '../../contrib/use_rested.ts'
import { withoutResidue } from '../../../shared/money/decimal.ts'
import { changesOf } from '../../session/reading/told_changes.ts'
import { useRead } from '../../contrib/use_read.ts'
import { SpokenFigure, SpokenText } from '../../ui/spoken.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { IDLE, IN_ORDER, NOTHING, undisclosedText, unchangedText } from './wording.ts'

function Step({ step, figure }: { step: ExplainedStep; figure: Explained }): JSX.Element {
  const session = useOpenSession()
  const [first] = step.inputs
  return (
    <li>
      <button type="button" onClick={() => first && goToCell(session, first)}>
        <SpokenText as="span" text={step.title} />
        <SpokenFigure
          hung
          as="span"
          className="amount"
          text={signedText(figure.id as HeadlineId, step.effects.get(figure.id)!)}
        />
      </button>
    </li>
  )
}

function Figure({ figure, steps }: { figure: Explained; steps: readonly ExplainedStep[] }): JSX.Element {
  const id = figure.id as HeadlineId
  const telling = steps.filter(({ effects }) => !effects.get(figure.id)!.isZero())
  return (
    <section className="moved-figure" data-moved={figure.id}>
      <h3>{figure.label}</h3>
      <p className="moved-line">
        <span>
          <SpokenFigure text={valueText(id, figure.base)} /> <span aria-hidden>→</span>
          <span className="unseen">to</span> <SpokenFigure text={valueText(id, figure.scenario)} />
        </span>
        <SpokenFigure hung as="strong" text={signedText(id, withoutResidue(figure.scenario.minus(figure.base)))} />
      </p>
      <ol className="moved-steps">
        {telling.map((step) => (
          <Step key={`${step.title} ${steps.indexOf(step)}`} step={step} figure={figure} />
        ))}
      </ol>
      <p className="moved-line remainder">
        <span>Remainder</span>
        <SpokenFigure hung as="span" data-remainder={figure.id} text={valueText(id, figure.remainder)} />
      </p>
    </section>
  )
}

function names(all: readonly { label: string }[]): string {
  return all.map(({ label }) => label).join('; ')
}

/** Figures that no edit moved, those without a difference, and edits that moved none of them, in a sentence each. */
function Others({ explained }: { explained: DifferenceExplained }): JSX.Element {
  const still = explained.figures.filter(({ base, scenario }) => base.eq(scenario))
  const idle = explained.steps.filter(({ effects }) => [...effects.values()].every((effect) => effect.isZero()))
  return (
    <>
      {still.length > 0 ? <p className="moved-rest">{unchangedText(names(still))}</p> : null}
      {explained.untold.length > 0 ? <p className="moved-rest">{undisclosedText(names(explained.untold))}</p> : null}
      {idle.length > 0 ? (
        <section>
          <h3>{IDLE}</h3>
          <ul className="moved-idle">
            {idle.map(({ title }) => (
              <SpokenText as="li" key={title} text={title} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Explanation({ shown, scenario }: { shown: Shown; scenario: string }): JSX.Element {
  const session = useOpenSession()
  const { filing, engine } = shown
  const noted = useSession((state) => state.period[filing.id])
  const of = `${filing.id}/${scenario}`
  const news = useRested((state) => state.number)
  const read = async () => ({ of, changes: await changesOf(session, filing.id, scenario) })
  const told = useRead(read, `${of} ${news}`, { of: '', changes: null })
  const period = periodInForce(filing, noted)
  if (period === undefined) return <p className="empty">{NOTHING.period}</p>
  // Without the log the order of the edits would be that of the filing, which is not what happened.
  if (told.of !== of) return <p className="empty">{NOTHING.reading}</p>
  const edits = editsOf(filing, engine, told.changes ?? [])
  if (edits.length === 0) {
    return <p className="empty">{NOTHING.edits}</p>
  }
  const explained = explainDifference({ filing, engine, edits, column: period })
  const moved = explained.figures.filter(({ base, scenario: now }) => !base.eq(now))
  return (
    <div className="what-moved">
      <p className="explain-column">{periodsOf(filing).find(({ id }) => id === period)?.name}</p>
      <p className="moved-how">{IN_ORDER}</p>
      {moved.map((figure) => (
        <Figure key={figure.id} figure={figure} steps={explained.steps} />
      ))}
      <Others explained={explained} />
    </div>
  )
}

export function WhatMoved(): JSX.Element {
  const session = useOpenSession()
  const now = useRested((state) => shown(session, state))
  const name = useRested((state) => scenarioShown(state)?.name)
  if (!now || now.scenario === null || name === undefined) {
    return <p className="empty">{NOTHING.base}</p>
  }
  return (
    <>
      <h2>{name}</h2>
      <Explanation shown={now} scenario={now.scenario} />
    </>
  )
}
