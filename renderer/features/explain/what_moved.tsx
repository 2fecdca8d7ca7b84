/**
 * What a scenario moved: for each headline figure the edits in their order, one factor at a time, until nothing remains.
 */
import { useEffect, useState, type JSX } from 'react'
import {
  editsOf,
  explainDifference,
  type DifferenceExplained,
  type Explained,
  type ExplainedStep,
  type TitledChange,
} from '../../../shared/analysis/explanation.ts'
import type { HeadlineId } from '../../../shared/model/filing.ts'
import { periodsOf } from '../../session/reading/compared.ts'
import { shown, type Shown, scenarioShown } from '../../session/reading/shown.ts'
import { valueText } from '../../session/reading/headline_text.ts'
import { go } from '../../session/place/going.ts'
import { periodInForce } from '../../session/reading/period.ts'
import { useRested } from '../../contrib/use_rested.ts'
import { type Decimal, withoutResidue } from '../../../shared/money/decimal.ts'
import { changesOf } from '../../session/reading/told_changes.ts'
import { SpokenFigure, SpokenText } from '../../ui/spoken.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'

/** The changes as last read from the log, and the scenario that they belong to. */
type Told = { of: string; changes: TitledChange[] | null }

/** Read again after each change of the workbook: the news itself is not used. */
function changesAsOf(
  session: Session,
  _news: unknown,
  filing: string,
  scenario: string,
): Promise<TitledChange[] | null> {
  return changesOf(session, filing, scenario)
}

function useChanges(filing: string, scenario: string | null): Told {
  const session = useOpenSession()
  const news = useRested((state) => state.number)
  const [told, setTold] = useState<Told>({ of: '', changes: null })
  useEffect(() => {
    if (scenario === null) return undefined
    let isCurrent = true
    void changesAsOf(session, news, filing, scenario).then((changes) => {
      if (isCurrent) setTold({ of: `${filing}/${scenario}`, changes })
      return undefined
    })
    return () => {
      isCurrent = false
    }
  }, [session, filing, scenario, news])
  return told
}

function signed(id: HeadlineId, amount: Decimal): string {
  const text = valueText(id, amount)
  return amount.isNegative() || amount.isZero() ? text : `+${text}`
}

function Step({ step, figure }: { step: ExplainedStep; figure: Explained }): JSX.Element {
  const session = useOpenSession()
  const [first] = step.inputs
  return (
    <li>
      <button
        type="button"
        onClick={() => {
          const { place } = session.getState()
          if (place && first) {
            go(session, { ...place, schedule: first.schedule }, { cell: { line: first.line, column: first.column } })
          }
        }}
      >
        <SpokenText as="span" text={step.title} />
        <SpokenFigure
          as="span"
          className="amount"
          text={signed(figure.id as HeadlineId, step.effects.get(figure.id)!)}
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
        <SpokenFigure as="strong" text={signed(id, withoutResidue(figure.scenario.minus(figure.base)))} />
      </p>
      <ol className="moved-steps">
        {telling.map((step) => (
          <Step key={`${step.title} ${steps.indexOf(step)}`} step={step} figure={figure} />
        ))}
      </ol>
      <p className="moved-line remainder">
        <span>Remainder</span>
        <SpokenFigure as="span" data-remainder={figure.id} text={valueText(id, figure.remainder)} />
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
      {still.length > 0 ? <p className="moved-rest">Not moved: {names(still)}.</p> : null}
      {explained.untold.length > 0 ? (
        <p className="moved-rest">No difference is known, since a figure is blank: {names(explained.untold)}.</p>
      ) : null}
      {idle.length > 0 ? (
        <section>
          <h3>Edits that move none of these figures in this period</h3>
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
  const { filing, engine } = shown
  const noted = useSession((state) => state.period[filing.id])
  const schedule = useSession((state) => state.place?.schedule)
  const told = useChanges(filing.id, scenario)
  const period = periodInForce(filing, noted, schedule)
  if (period === undefined) return <p className="empty">This filing has no period to explain.</p>
  // Without the log the order of the edits would be that of the filing, which is not what happened.
  if (told.of !== `${filing.id}/${scenario}`) return <p className="empty">Reading the change log.</p>
  const edits = editsOf(filing, engine, told.changes ?? [])
  if (edits.length === 0) {
    return <p className="empty">The scenario holds no edit yet, so every figure is as in the base.</p>
  }
  const explained = explainDifference({ filing, engine, edits, column: period })
  const moved = explained.figures.filter(({ base, scenario: now }) => !base.eq(now))
  return (
    <div className="what-moved">
      <p className="explain-column">{periodsOf(filing).find(({ id }) => id === period)?.name}</p>
      <p className="moved-how">
        Each edit is applied on top of those before it, in the order of the change log; its effect is what it added.
      </p>
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
    return <p className="empty">The figures shown are the base. In a scenario, the edits that moved them stand here.</p>
  }
  return (
    <>
      <h2>{name}</h2>
      <Explanation shown={now} scenario={now.scenario} />
    </>
  )
}
