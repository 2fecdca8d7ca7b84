/**
 * A total spread over the inputs that it adds up: in proportion, equally, or to one line; shown before it is used.
 */
import type { FormEvent, JSX } from 'react'
import { readCell } from '../../../shared/analysis/read_cell.ts'
import { spreadPlans, type Spread, type SpreadPlan, type SpreadWay } from '../../../shared/analysis/spread.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { typedAt } from '../../../shared/calc/layout.ts'
import { isAmount, type Value } from '../../../shared/calc/value.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { findCell, type Found, lineName } from '../../../shared/model/lookup.ts'
import { type Decimal, quantize, ZERO } from '../../../shared/money/decimal.ts'
import { refused, refusalText, type Refused } from '../../../shared/refusals/refusal.ts'
import { AnswerButtons, useAnswerActs } from '../../contrib/answer_buttons.tsx'
import { CellField } from '../../contrib/cell_field.tsx'
import { nearby } from '../../contrib/nearby.ts'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { editedLayer } from '../../../shared/model/edited_layer.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { Choice, TextField } from '../../ui/fields.tsx'
import { PartsTable } from './parts_table.tsx'
import { amountOf, spreadFields } from './spread_fields.ts'
import { TOTAL_HINT, wayRefused, WAYS } from './wording.ts'

/** The total that was typed: an amount, or a change of what stands. */
function wantedTotal(text: string, found: Found, now: Value): { value: Decimal } | Refused {
  const typed = typedAt(found, text)
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

/** What the fields come to as the figures stand. */
function useSpread() {
  const session = useOpenSession()
  const { filing, engine } = useShown() ?? {}
  const place = useSession((state) => state.place)
  const [fields, change] = spreadFields.use()
  if (!filing || !engine || !place) return undefined
  const read = readCell(filing, fields.total, nearby(session))
  const found = read.kind === 'cell' ? findCell(filing, read.ref) : undefined
  if (read.kind === 'refused' || !found)
    return { filing, fields, change, wrong: read.kind === 'refused' ? read : undefined }
  const { ref } = read
  const layer = editedLayer(filing, place.scenario)
  const now = engine.value(ref)
  const total = wantedTotal(fields.amount, found, now)
  const spread = 'value' in total ? spreadPlans({ filing, engine, ref, value: total.value, layer }) : total
  return { filing, fields, change, now, ref, found, total, spread }
}

export function SpreadTotal(): JSX.Element | null {
  const session = useOpenSession()
  const stands = useSpread()
  const spread = stands?.spread
  const isSpread = spread?.kind === 'spread'
  const offered = new Set(isSpread ? spread.plans.map(({ way }) => way) : [])
  const wanted = stands?.fields.way ?? 'in_proportion'
  // The way that was chosen, while it can be taken; else the first that can.
  const way = offered.has(wanted) ? wanted : (WAYS.find(({ value }) => offered.has(value))?.value ?? wanted)
  const plan = isSpread ? planFor(spread, way, stands?.fields.line ?? '') : undefined
  const acts = useAnswerActs(plan, stands?.ref)
  if (!stands) return null
  const { filing, fields, change, ref, found, total } = stands
  const ones = isSpread ? spread.plans.filter((one) => one.way === 'one_line') : []
  const refusal = spread?.kind === 'refused' ? spread.refusal : undefined
  const isStanding = refusal?.code === 'total_unchanged'
  const isAboutTotal = total !== undefined && 'value' in total
  const show = (value: Value, at: CellRef): string => {
    const cell = findCell(filing, at)
    return cell ? cellText(value, cell.line, cell.column) : ''
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    acts.use()
  }
  const problem = refusal && !isStanding ? refusalText(refusal) : undefined
  return (
    <section className="tool spread" aria-label="Spread a total">
      <form onSubmit={submit} noValidate>
        <CellField
          label="Total"
          hint={TOTAL_HINT}
          first={fields.total.text === ''}
          value={fields.total}
          problem={
            isAboutTotal
              ? problem
              : stands.wrong && fields.total.text.trim() !== ''
                ? refusalText(stands.wrong.refusal)
                : undefined
          }
          onChange={(to) => change({ total: to, ...(to.ref && { amount: amountOf(session, to.ref) }) })}
        />
        {ref && found ? (
          <>
            <TextField
              label="New total"
              first
              value={fields.amount}
              hint={isStanding ? refusalText(refusal) : undefined}
              problem={isAboutTotal ? undefined : problem}
              onChange={(amount) => change({ amount })}
            />
            <ChoiceSet
              look="ways"
              name="spread-way"
              legend="How it is shared out"
              value={way}
              choices={WAYS.map((one) => ({ ...one, isOff: isSpread && !offered.has(one.value) }))}
              onChange={(to) => change({ way: to })}
            />
            {way === 'one_line' && ones.length > 0 ? (
              <Choice
                label="Line that takes the change"
                value={plan?.line ? cellName(plan.line) : ''}
                options={ones.map((one) => ({
                  value: cellName(one.line!),
                  label: lineName(findCell(filing, one.line!)!),
                }))}
                onChange={(line) => change({ line })}
              />
            ) : null}
            {isSpread
              ? [...new Map(spread.refused.map((one) => [one.way, one])).values()]
                  .filter((one) => !offered.has(one.way))
                  .map((one) => (
                    <p key={one.way} className="why-not">
                      {wayRefused(one.way, refusalText(one.refusal))}
                    </p>
                  ))
              : null}
            <AnswerButtons acts={acts} isSeveral submits />
          </>
        ) : null}
      </form>
      {plan && ref && found ? (
        <PartsTable
          caption="What each line becomes"
          rows={[
            ...plan.parts.map(({ ref: at, label, from, to }) => ({
              id: at.line,
              label,
              before: show(from, at),
              after: show(to, at),
            })),
            {
              id: ref.line,
              label: lineName(found),
              before: show(stands.now, ref),
              after: isAboutTotal ? show(total.value, ref) : '',
              isTotal: true,
            },
          ]}
        />
      ) : null}
    </section>
  )
}
