/**
 * Reclassifying from the balancing line: an amount whose true line has become known moves there, net unchanged.
 */
import type { FormEvent, JSX } from 'react'
import type { Plan } from '../../../shared/analysis/plan.ts'
import { balancingLine, reclassify, type Reclassification } from '../../../shared/analysis/reclassify.ts'
import { readCell } from '../../../shared/analysis/read_cell.ts'
import { takesInput, typedAt } from '../../../shared/calc/layout.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import type { CellRef, Column, Filing, Layer, Line } from '../../../shared/model/filing.ts'
import { findCell, lineName } from '../../../shared/model/lookup.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { AnswerButtons, useAnswerActs } from '../../contrib/answer_buttons.tsx'
import { CellField } from '../../contrib/cell_field.tsx'
import { nearby } from '../../contrib/nearby.ts'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { editedLayer } from '../../../shared/model/edited_layer.ts'
import { TextField } from '../../ui/fields.tsx'
import { SpokenText } from '../../ui/spoken.tsx'
import { partRows, PartsTable } from './parts_table.tsx'
import { reclassifyFields, type ReclassifyFields } from './reclassify_fields.ts'
import { fromText, NET_UNCHANGED, NO_AMOUNT, TO_HINT } from './wording.ts'

const isInput = (line: Line, column: Column): boolean => line.kind === 'input' && takesInput(line, column)

/** What the fields come to as the figures stand; `wrong` is about the figure, `amiss` about the amount. */
type Standing = {
  filing: Filing
  engine: Engine
  layer: Layer
  fields: ReclassifyFields
  change: (part: Partial<ReclassifyFields>) => void
  ref?: CellRef
  way?: Reclassification
  plan?: Plan
  wrong?: string
  amiss?: string
}

function useReclassified(): Standing | undefined {
  const session = useOpenSession()
  const { filing, engine } = useShown() ?? {}
  const place = useSession((state) => state.place)
  const [fields, change] = reclassifyFields.use()
  if (!filing || !engine || !place) return undefined
  const stands = { filing, engine, fields, change, layer: editedLayer(filing, place.scenario) }
  const { layer } = stands
  if (fields.to.text.trim() === '') return stands
  const read = readCell(filing, fields.to, nearby(session))
  if (read.kind === 'refused') return { ...stands, wrong: refusalText(read.refusal) }
  const { ref } = read
  const found = findCell(filing, ref)!
  const way = balancingLine(filing, engine, ref, layer)
  if (!way) {
    return { ...stands, ref, wrong: refusalText({ code: 'no_balancing_line', line: lineName(found) }) }
  }
  if (fields.amount.trim() === '') return { ...stands, ref, way }
  const typed = typedAt(found, fields.amount)
  if (typed.kind !== 'amount') {
    return { ...stands, ref, way, amiss: typed.kind === 'refused' ? refusalText(typed.refusal) : NO_AMOUNT }
  }
  const plan = reclassify({ filing, engine, to: ref, amount: typed.value, layer })
  return plan.kind === 'plan'
    ? { ...stands, ref, way, plan }
    : { ...stands, ref, way, amiss: refusalText(plan.refusal) }
}

export function Reclassify(): JSX.Element | null {
  const stands = useReclassified()
  const acts = useAnswerActs(stands?.plan, stands?.ref)
  if (!stands) return null
  const { filing, engine, layer, fields, change, ref, plan, way, wrong, amiss } = stands
  const from = way && findCell(filing, way.from)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    acts.use()
  }
  return (
    <section className="tool reclassify" aria-label="Reclassify">
      <form onSubmit={submit} noValidate>
        <CellField
          label="To line"
          hint={TO_HINT}
          first={fields.to.text === ''}
          accepts={isInput}
          value={fields.to}
          problem={wrong}
          onChange={(to) => change({ to })}
        />
        <TextField
          label="Amount"
          first
          value={fields.amount}
          hint={from ? fromText(lineName(from)) : undefined}
          problem={amiss}
          onChange={(amount) => change({ amount })}
        />
        <AnswerButtons acts={acts} isSeveral submits />
      </form>
      {plan && ref ? <Moved filing={filing} engine={engine} plan={plan} to={ref} layer={layer} /> : null}
    </section>
  )
}

type MovedProps = { filing: Filing; engine: Engine; plan: Plan; to: CellRef; layer: Layer }

/** Both lines before and after, the total that they share unchanged, and what follows. */
function Moved({ filing, engine, plan, to, layer }: MovedProps): JSX.Element {
  const way = balancingLine(filing, engine, to, layer)
  const parts = [
    { ref: to },
    ...(way ? [{ ref: way.from }, { ref: way.total, isTotal: true, said: NET_UNCHANGED }] : []),
  ]
  return (
    <>
      <PartsTable caption="What both lines become" rows={partRows({ filing, engine, layer }, parts, plan.inputs)} />
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
