/**
 * What a sensitivity analysis is of: the filing shown, its figures, the layer that an edit would enter, the period in focus. Names its
 * cells, and computes what was asked as the figures stand.
 */
import { useMemo } from 'react'
import type { Nearby } from '../../../shared/analysis/cell_names.ts'
import type { Plan } from '../../../shared/analysis/plan.ts'
import { figureText } from '../../../shared/calc/cell_text.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import type { CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { cellTitle, findCell } from '../../../shared/model/lookup.ts'
import { type Decimal, plain } from '../../../shared/money/decimal.ts'
import { useSession, useShown } from '../../contrib/use_session.ts'
import { editedLayer } from '../../../shared/model/edited_layer.ts'
import { periodInForce } from '../../session/reading/period.ts'
import { isLarge, type Shown } from '../../session/reading/shown.ts'
import type { Asked } from './sensitivity_fields.ts'

export type Subject = {
  filing: Filing
  engine: Engine
  layer: Layer
  period: string
  near: Nearby
  shown: Shown
}

/** The subject as it stands; undefined where no filing with a period is shown. */
export function useSubject(): Subject | undefined {
  const shown = useShown()
  const place = useSession((state) => state.place)
  const noted = useSession((state) => (state.place ? state.period[state.place.filing] : undefined))
  const period = shown && periodInForce(shown.filing, noted)
  return useMemo(() => {
    if (!shown || !place || period === undefined) return undefined
    const { filing, engine } = shown
    const near = { schedule: place.schedule, column: period }
    return { filing, engine, layer: editedLayer(filing, place.scenario), period, near, shown }
  }, [shown, place, period])
}

export type Computed<R> = { kind: 'none' } | { kind: 'passed' } | { kind: 'computed'; answer: R }

/**
 * What was asked, as the figures stand. In a large filing it is not computed anew at each edit; what is no longer so is not shown then,
 * but told to have passed.
 */
export function useComputed<F, R>(
  subject: Subject,
  asked: Asked<F> | undefined,
  compute: (subject: Subject, fields: F) => R,
): Computed<R> {
  const { shown } = subject
  return useMemo(() => {
    if (!asked) return { kind: 'none' }
    if (asked.of.filing.id !== shown.filing.id) return { kind: 'none' }
    if (isLarge(shown.filing) && asked.of !== shown) return { kind: 'passed' }
    return { kind: 'computed', answer: compute({ ...subject, period: asked.period }, asked.fields) }
    // What is shown tells all that the subject is of.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, shown, compute])
}

/** Entering the amounts of a point of a table. */
export function pointPlan(
  { filing, engine, layer }: Subject,
  point: readonly { ref: CellRef; amount: Decimal }[],
): Plan {
  const parts = point.flatMap(({ ref, amount }) => {
    const found = findCell(filing, ref)
    const [now, then] = [engine.value(ref, layer), amount].map((value) => figureText(filing, ref, value))
    return found ? [`${cellTitle(found)}: ${now} to ${then}`] : []
  })
  const inputs = point
    .map(({ ref, amount }) => ({ ...ref, input: plain(amount) }))
    .filter((input) => engine.input(input, layer) !== input.input)
  return { kind: 'plan', inputs, title: parts.join('; ') }
}
