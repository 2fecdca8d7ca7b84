/**
 * Reclassifying from the balancing line: an amount whose true line has become known moves there, net unchanged.
 */
import { useId, useMemo, useState, type FormEvent, type JSX } from 'react'
import type { Plan } from '../../../shared/analysis/plan.ts'
import { balancingLine, reclassify } from '../../../shared/analysis/reclassify.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { cellFormat } from '../../../shared/calc/layout.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import type { Value } from '../../../shared/calc/value.ts'
import { sameCell } from '../../../shared/model/cell.ts'
import type { CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { columnName, findCell, lineName, originOf } from '../../../shared/model/lookup.ts'
import { parseTyped } from '../../../shared/money/parse.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { enact, layerShown, lockedRefusal } from '../../session/edit/enacting.ts'
import { PartsTable } from './parts_table.tsx'
import { aboutReclassifying, NO_AMOUNT, NOTHING_BALANCES } from './wording.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { SpokenText } from '../../ui/spoken.tsx'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { Problem } from '../../ui/problem.tsx'

type Target = { ref: CellRef; label: string; from: string }

/** The lines of the cell's column that an amount of a balancing line can move to, in the order of the schedule. */
function targets(filing: Filing, engine: Engine, cell: CellRef, layer: Layer): Target[] {
  const schedule = filing.schedules.find(({ id }) => id === cell.schedule)
  return (schedule?.lines ?? []).flatMap((line) => {
    const ref = { ...cell, line: line.id }
    const found = findCell(filing, ref)
    if (!found || line.kind !== 'input' || originOf(found).origin === 'balancing') return []
    const way = balancingLine(filing, engine, ref, layer)
    const from = way && findCell(filing, way.from)
    return from ? [{ ref, label: lineName(found), from: lineName(from) }] : []
  })
}

export function ReclassifyDialog({ cell }: { cell: CellRef }): JSX.Element {
  const session = useOpenSession()
  const shown = useShown()
  const { filing, engine } = shown ?? {}
  const place = useSession((state) => state.place)
  const layer = filing && place ? layerShown(filing, place.scenario) : 'scenario'
  const offered = useMemo(() => (shown ? targets(shown.filing, shown.engine, cell, layer) : []), [shown, cell, layer])
  const [line, setLine] = useState(() => (offered.some(({ ref }) => sameCell(ref, cell)) ? cell.line : ''))
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const [lineId, amountId, problemId] = [useId(), useId(), useId()]
  const found = findCell(filing, cell)
  if (!filing || !engine || !place || !found) return <></>

  const target = offered.find(({ ref }) => ref.line === line)
  const amount = parseTyped(typed, cellFormat(found.line, found.column))
  const proposed =
    target && amount.kind === 'amount'
      ? reclassify({ filing, engine, to: target.ref, amount: amount.value, layer })
      : undefined
  const plan = proposed?.kind === 'plan' ? proposed : undefined
  const locked = lockedRefusal(session.workbook().book, filing.id, place.scenario)
  const why = refusal ?? locked
  const problem = why ? refusalText(why) : reasonOf()

  function reasonOf(): string | undefined {
    if (proposed?.kind === 'refused') return refusalText(proposed.refusal)
    if (amount.kind === 'refused') return refusalText(amount.refusal)
    if (amount.kind === 'amount' || amount.kind === 'blank') return undefined
    return NO_AMOUNT
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!plan || !target) return
    const refused = enact(session, plan, target.ref)
    if (refused) setRefusal(refused)
    else closeDialog(session)
  }

  return (
    <DialogFrame
      title="Reclassify from the balancing line"
      about={aboutReclassifying(columnName(found.schedule, found.column))}
      className="reclassify"
    >
      {offered.length === 0 ? (
        <>
          <Problem text={NOTHING_BALANCES} />
          <DialogActs />
        </>
      ) : (
        <form onSubmit={submit}>
          <label htmlFor={lineId}>To line</label>
          <select
            id={lineId}
            data-first-focus=""
            value={line}
            onChange={(event) => {
              setLine(event.target.value)
              setRefusal(undefined)
            }}
          >
            <option value="">Choose the line</option>
            {offered.map(({ ref, label, from }) => (
              <option key={ref.line} value={ref.line}>
                {label} (from {from})
              </option>
            ))}
          </select>
          <label htmlFor={amountId}>Amount</label>
          <input
            id={amountId}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== undefined && !plan ? true : undefined}
            aria-describedby={problem === undefined ? undefined : problemId}
            onChange={(event) => {
              setTyped(event.target.value)
              setRefusal(undefined)
            }}
          />
          <Problem text={problem} id={problemId} />
          {plan && target ? <Shown filing={filing} engine={engine} plan={plan} to={target.ref} layer={layer} /> : null}
          <DialogActs submit="Apply" disabled={!plan || locked !== undefined} />
        </form>
      )}
    </DialogFrame>
  )
}

type ShownProps = { filing: Filing; engine: Engine; plan: Plan; to: CellRef; layer: Layer }

/** Both lines before and after, the total that they share unchanged, and what follows. */
function Shown({ filing, engine, plan, to, layer }: ShownProps): JSX.Element {
  const way = balancingLine(filing, engine, to, layer)
  const cells = [to, ...(way ? [way.from, way.total] : [])]
  const read = (): Value[] => cells.map((ref) => engine.value(ref))
  const [before, after] = [read(), engine.suppose(plan.inputs, layer, read)]
  const rows = cells.flatMap((ref, at) => {
    const found = findCell(filing, ref)
    if (!found) return []
    const text = (value: Value | undefined): string => cellText(value ?? null, found.line, found.column)
    const isTotal = at === 2
    const label = isTotal ? `${lineName(found)}, net unchanged` : lineName(found)
    return [{ id: ref.line, label, before: text(before[at]), after: text(after[at]), isTotal }]
  })
  return (
    <>
      <PartsTable caption="What both lines become" rows={rows} />
      {plan.consequence ? (
        <SpokenText
          as="output"
          className={plan.consequence.warning ? 'amber-words' : ''}
          text={plan.consequence.text}
        />
      ) : null}
    </>
  )
}
