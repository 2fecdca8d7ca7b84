/**
 * A total spread over the inputs that it adds up: in proportion, equally, or to one line; shown before it is applied.
 */
import { useId, useState, type FormEvent, type JSX } from 'react'
import { spreadPlans, type Spread, type SpreadPlan, type SpreadWay } from '../../../shared/analysis/spread.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { cellFormat } from '../../../shared/calc/layout.ts'
import { isAmount, type Value } from '../../../shared/calc/value.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { findCell, type Found, lineName } from '../../../shared/model/lookup.ts'
import { type Decimal, plain, quantize, ZERO } from '../../../shared/money/decimal.ts'
import { parseTyped } from '../../../shared/money/parse.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { enact, layerShown, lockedRefusal } from '../../session/edit/enacting.ts'
import { spokenName } from '../../session/reading/figures.ts'
import { PartsTable } from './parts_table.tsx'
import { aboutSpread } from './wording.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { refused, refusalText, type Refusal, type Refused } from '../../../shared/refusals/refusal.ts'
import { Problem } from '../../ui/problem.tsx'

const WAYS: { id: SpreadWay; label: string }[] = [
  { id: 'in_proportion', label: 'In proportion' },
  { id: 'equally', label: 'Equally' },
  { id: 'one_line', label: 'To one line' },
]

/** The total that was typed: an amount, or a change of what stands. */
function wantedTotal(text: string, found: Found, now: Value): { value: Decimal } | Refused {
  const typed = parseTyped(text, cellFormat(found.line, found.column))
  if (typed.kind === 'amount') return { value: typed.value }
  if (typed.kind === 'refused') return typed
  if (typed.kind !== 'change') return refused({ code: 'total_no_amount' })
  const stood = isAmount(now) ? now : ZERO
  if (typed.operator === '+=') return { value: stood.plus(typed.operand) }
  if (typed.operator === '-=') return { value: stood.minus(typed.operand) }
  return { value: quantize(stood.times(typed.operand)) }
}

function planFor(spread: Spread, way: SpreadWay, line: string): SpreadPlan | undefined {
  const ofWay = spread.plans.filter((plan) => plan.way === way)
  return way === 'one_line' ? (ofWay.find((plan) => plan.line && cellName(plan.line) === line) ?? ofWay[0]) : ofWay[0]
}

export function SpreadDialog({ cell, text }: { cell: CellRef; text: string }): JSX.Element {
  const session = useOpenSession()
  const { filing, engine } = useShown() ?? {}
  const place = useSession((state) => state.place)
  const found = findCell(filing, cell)
  const [typed, setTyped] = useState(() => {
    if (text !== '') return text
    const value = engine?.value(cell) ?? null
    return isAmount(value) ? plain(value) : ''
  })
  const [wanted, setWay] = useState<SpreadWay>('in_proportion')
  const [line, setLine] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const [totalId, lineId, problemId] = [useId(), useId(), useId()]
  if (!filing || !engine || !place || !found) return <></>

  const layer = layerShown(filing, place.scenario)
  const now = engine.value(cell)
  const total = wantedTotal(typed, found, now)
  const spread = 'value' in total ? spreadPlans({ filing, engine, ref: cell, value: total.value, layer }) : total
  const isStanding = 'value' in total && isAmount(now) && total.value.eq(now) && text === ''
  const locked = lockedRefusal(session.workbook().book, filing.id, place.scenario)
  const offered = spread.kind === 'spread' ? new Set(spread.plans.map(({ way }) => way)) : new Set<SpreadWay>()
  // The way that was chosen, while it can be taken; else the first that can.
  const way = offered.has(wanted) ? wanted : (WAYS.find(({ id }) => offered.has(id))?.id ?? wanted)
  const plan = spread.kind === 'spread' ? planFor(spread, way, line) : undefined
  const ones = spread.kind === 'spread' ? spread.plans.filter((one) => one.way === 'one_line') : []
  const why = refusal ?? locked ?? (spread.kind === 'refused' && !isStanding ? spread.refusal : undefined)
  const problem = why && refusalText(why)
  const show = (value: Value, ref: CellRef): string => {
    const at = findCell(filing, ref)
    return at ? cellText(value, at.line, at.column) : ''
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!plan) return
    const reason = enact(session, plan, cell)
    if (reason) setRefusal(reason)
    else closeDialog(session)
  }

  return (
    <DialogFrame title="Spread over lines" about={aboutSpread(spokenName(filing, cell))} className="spread">
      <form onSubmit={submit}>
        <label htmlFor={totalId}>New total</label>
        <input
          id={totalId}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem !== undefined && spread.kind === 'refused' ? true : undefined}
          aria-describedby={problem === undefined ? undefined : problemId}
          onChange={(event) => {
            setTyped(event.target.value)
            setRefusal(undefined)
          }}
        />
        <ChoiceSet
          look="ways"
          name="spread-way"
          legend="How the total is spread"
          value={way}
          choices={WAYS.map(({ id, label }) => ({
            value: id,
            label,
            isOff: spread.kind === 'spread' && !offered.has(id),
          }))}
          onChange={setWay}
        />
        {way === 'one_line' && ones.length > 0 ? (
          <>
            <label htmlFor={lineId}>Line that takes the change</label>
            <select
              id={lineId}
              value={plan?.line ? cellName(plan.line) : ''}
              onChange={(event) => setLine(event.target.value)}
            >
              {ones.map((one) => (
                <option key={cellName(one.line!)} value={cellName(one.line!)}>
                  {lineName(findCell(filing, one.line!)!)}
                </option>
              ))}
            </select>
          </>
        ) : null}
        {spread.kind === 'spread'
          ? [...new Map(spread.refused.map((one) => [one.way, one])).values()]
              .filter((one) => !offered.has(one.way))
              .map((one) => (
                <p key={one.way} className="why-not">
                  {WAYS.find(({ id }) => id === one.way)?.label}: not possible. {refusalText(one.refusal)}
                </p>
              ))
          : null}
        <Problem text={problem} id={problemId} />
        {plan ? (
          <PartsTable
            caption="What each line becomes"
            rows={[
              ...plan.parts.map(({ ref, label, from, to }) => ({
                id: ref.line,
                label,
                before: show(from, ref),
                after: show(to, ref),
              })),
              {
                id: cell.line,
                label: lineName(found),
                before: show(now, cell),
                after: 'value' in total ? show(total.value, cell) : '',
                isTotal: true,
              },
            ]}
          />
        ) : null}
        <DialogActs submit="Apply" disabled={!plan || locked !== undefined} />
      </form>
    </DialogFrame>
  )
}
