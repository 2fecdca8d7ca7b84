/**
 * Realizing a part of a provision, a mark or an impairment: the amount moves from what is added back to what is deducted, in its character.
 */
import type { FormEvent, JSX } from 'react'
import type { Plan } from '../../../shared/analysis/plan.ts'
import { readCell } from '../../../shared/analysis/read_cell.ts'
import {
  differenceAt,
  gainsOfYear,
  realize,
  realizedCells,
  type Character,
  type DifferenceAt,
} from '../../../shared/analysis/realize.ts'
import { headlineCell } from '../../../shared/analysis/headlines.ts'
import { typedAt } from '../../../shared/calc/layout.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { editedLayer } from '../../../shared/model/edited_layer.ts'
import type { CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { findCell, lineName } from '../../../shared/model/lookup.ts'
import { type Decimal, ZERO } from '../../../shared/money/decimal.ts'
import { editText } from '../../../shared/money/format.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { AnswerButtons, useAnswerActs } from '../../contrib/answer_buttons.tsx'
import { CellField } from '../../contrib/cell_field.tsx'
import { nearby } from '../../contrib/nearby.ts'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { Choice, TextField } from '../../ui/fields.tsx'
import { SpokenText } from '../../ui/spoken.tsx'
import { partRows, PartsTable } from './parts_table.tsx'
import { realizeFields, type RealizeFields } from './realize_fields.ts'
import { AMOUNT_HINT, CHARACTERS, GAINS_HINT, NO_AMOUNT, OF_HINT } from './wording.ts'

/** What the fields come to as the figures stand; `wrong` is about the figure, `amiss` about the amount, `gainless` about the gains. */
type Standing = {
  filing: Filing
  engine: Engine
  layer: Layer
  fields: RealizeFields
  change: (part: Partial<RealizeFields>) => void
  character: Character
  gains: string
  of?: DifferenceAt
  plan?: Plan
  wrong?: string
  amiss?: string
  gainless?: string
}

function useRealized(): Standing | undefined {
  const session = useOpenSession()
  const { filing, engine } = useShown() ?? {}
  const place = useSession((state) => state.place)
  const [fields, change] = realizeFields.use()
  if (!filing || !engine || !place) return undefined
  const layer = editedLayer(filing, place.scenario)
  const gains = fields.gains ?? editText(gainsOfYear(filing, engine, layer) ?? ZERO, 'amount')
  const stands = { filing, engine, layer, fields, change, gains, character: fields.character ?? 'ordinary' }
  if (fields.of.text.trim() === '') return stands
  const read = readCell(filing, fields.of, nearby(session))
  if (read.kind === 'refused') return { ...stands, wrong: refusalText(read.refusal) }
  const of = differenceAt(filing, read.ref)
  if (!of) {
    const line = lineName(findCell(filing, read.ref)!)
    return { ...stands, wrong: refusalText({ code: 'no_difference_here', line }) }
  }
  const character = fields.character ?? (of.kind.character === 2 ? 'capital' : 'ordinary')
  const standing = { ...stands, of, character }
  if (fields.amount.trim() === '') return standing
  const amount = amountOf(standing, of, fields.amount)
  if (typeof amount === 'string') return { ...standing, amiss: amount }
  const borne = character === 'capital' ? amountOf(standing, of, gains) : ZERO
  if (typeof borne === 'string') return { ...standing, gainless: borne }
  const made = realize({ filing, engine, of, amount, character, gains: borne, layer })
  return made.kind === 'plan' ? { ...standing, plan: made } : { ...standing, amiss: refusalText(made.refusal) }
}

/** The amount that was typed, or what is wrong with it. */
function amountOf({ filing }: Pick<Standing, 'filing'>, of: DifferenceAt, text: string): Decimal | string {
  const typed = typedAt(findCell(filing, of.addBack)!, text)
  if (typed.kind === 'amount') return typed.value
  return typed.kind === 'refused' ? refusalText(typed.refusal) : NO_AMOUNT
}

export function Realize(): JSX.Element | null {
  const stands = useRealized()
  const acts = useAnswerActs(stands?.plan, stands?.of?.addBack)
  if (!stands) return null
  const { fields, change, character, gains, of, plan, wrong, amiss, gainless } = stands
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    acts.use()
  }
  return (
    <section className="tool realize" aria-label="Realize a difference">
      <form onSubmit={submit} noValidate>
        <CellField
          label="Difference"
          hint={OF_HINT}
          first={fields.of.text === ''}
          value={fields.of}
          problem={wrong}
          onChange={(next) => change({ of: next, character: undefined })}
        />
        <TextField
          label="Amount"
          first
          value={fields.amount}
          hint={AMOUNT_HINT}
          problem={amiss}
          onChange={(amount) => change({ amount })}
        />
        <Choice
          label="Character"
          value={character}
          options={CHARACTERS}
          onChange={(next) => change({ character: next })}
        />
        {character === 'capital' ? (
          <TextField
            label="Capital gains that bear it"
            value={gains}
            hint={GAINS_HINT}
            problem={gainless}
            onChange={(next) => change({ gains: next })}
          />
        ) : null}
        <AnswerButtons acts={acts} isSeveral submits />
      </form>
      {plan && of ? <Moved {...stands} of={of} plan={plan} /> : null}
    </section>
  )
}

type MovedProps = Pick<Standing, 'filing' | 'engine' | 'layer'> & { of: DifferenceAt; plan: Plan }

/** The lines that change, then net earnings and taxable income, before and after, and what follows. */
function Moved({ filing, engine, layer, of, plan }: MovedProps): JSX.Element {
  const totals = (filing.headlines ?? []).flatMap((headline): CellRef[] => {
    if (headline.id !== 'net_earnings' && headline.id !== 'taxable_income') return []
    const ref = headlineCell(filing, headline, of.addBack.column)
    return ref ? [ref] : []
  })
  const parts = [...realizedCells(plan).map((ref) => ({ ref })), ...totals.map((ref) => ({ ref, isTotal: true }))]
  return (
    <>
      <PartsTable caption="What the lines become" rows={partRows({ filing, engine, layer }, parts, plan.inputs)} />
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
