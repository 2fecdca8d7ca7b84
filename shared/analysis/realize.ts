/**
 * Realizing a part of a provision, a mark or an impairment: what books recognized before tax becomes a deduction in one act, in its character.
 * Ordinary losses are deducted; capital losses only as far as capital gains bear them, the rest is carried forward (26 USC 1211(a), 1212(a)(1)).
 * Plans only; net earnings stay as they are, since books recognized the loss before.
 */
import { isAmount, type Value } from '../calc/value.ts'
import type { Engine } from '../calc/engine.ts'
import { structureFormula, takesInput } from '../calc/layout.ts'
import type { CellInput, CellRef, Filing, Layer } from '../model/filing.ts'
import { sourceRef } from '../model/entities.ts'
import { cellTitle, findCell, lineName, type Found } from '../model/lookup.ts'
import { type Decimal, ZERO, inRange, plain, withoutResidue } from '../money/decimal.ts'
import { refused, type Refusal, type Refused } from '../refusals/refusal.ts'
import { CAPITAL_LOSS_EXCESS, MISCELLANEOUS, RECONCILIATION } from '../templates/reconciliation.ts'
import { DISTRIBUTION_TEST } from '../templates/distribution_test.ts'
import { KINDS, TEMPORARY_DIFFERENCES, type Difference } from '../templates/temporary_differences.ts'
import { shown } from './edit_words.ts'
import { headlineCell } from './headlines.ts'
import type { Consequence, Plan } from './plan.ts'

export type Character = 'ordinary' | 'capital'

/** A difference in a period: its kind, and the add-back of the reconciliation. */
export type DifferenceAt = { kind: Difference; addBack: CellRef }

/** What changes together, in the order in which it is told. */
type Move = { ref: CellRef; by: Decimal }

/**
 * The difference that a cell stands for: an add-back of the reconciliation, the line that takes its deduction, a GAAP line that it mirrors, or a line of
 * the inventory. Undefined for any other cell, and for a column that the reconciliation has not.
 */
export function differenceAt(filing: Filing, { schedule, line, column }: CellRef): DifferenceAt | undefined {
  const name = `${schedule}.${line}`
  for (const kind of KINDS) {
    if (kind.realized === undefined) continue
    const addBack = { schedule: RECONCILIATION, line: kind.additions, column }
    const found = findCell(filing, addBack)
    if (!found) continue
    const own = [`${RECONCILIATION}.${kind.additions}`, kind.realized, ...mirrored(found)]
    if (own.includes(name) || (schedule === TEMPORARY_DIFFERENCES && line.startsWith(`${kind.id}_`)))
      return { kind, addBack }
  }
  return undefined
}

/** The GAAP lines that the formula of an add-back reads. */
function mirrored({ line }: Found): string[] {
  return (line.formula ?? '').match(/[a-z]\w*\.[a-z]\w*/g) ?? []
}

/**
 * Realizes an amount of a difference: positive a loss, negative a gain. `gains` are the capital gains that are there to bear a capital loss, nil or
 * more. Refused where a line that takes part is missing or takes no input.
 */
export function realize(request: {
  filing: Filing
  engine: Engine
  of: DifferenceAt
  amount: Decimal
  character: Character
  gains?: Decimal
  layer?: Layer
}): Plan | Refused {
  const { filing, engine, of, amount, character, gains = ZERO, layer = 'scenario' } = request
  if (amount.isZero()) return refused({ code: 'nil_moves_nothing' })
  if (gains.isNegative()) return refused({ code: 'gains_below_nil' })
  const excess = character === 'capital' && amount.greaterThan(gains) ? amount.minus(gains) : ZERO
  const moves = [...movesOf(filing, engine, of, amount, layer), ...excessMove(filing, of, excess)]
  const inputs: CellInput[] = []
  for (const { ref, by } of moves) {
    const found = findCell(filing, ref)
    if (!found) return refused({ code: 'no_line_to_realize', line: `${ref.schedule}.${ref.line}`, column: ref.column })
    const refusal = notTaking(found)
    if (refusal) return refused(refusal)
    const stood = engine.value(ref, layer)
    if (stood !== null && !isAmount(stood)) return refused({ code: 'holds_no_amount', line: lineName(found) })
    const next = withoutResidue((stood ?? ZERO).plus(by))
    if (!inRange(next)) return refused({ code: 'result_out_of_range' })
    inputs.push({ ...ref, input: plain(next) })
  }
  const addBack = findCell(filing, of.addBack)!
  return {
    kind: 'plan',
    inputs,
    title: `${cellTitle(addBack)}: ${shown(amount, addBack)} realized, ${character}`,
    consequence: consequenceOf({ filing, engine, layer }, of, { amount, excess, inputs }),
  }
}

/** The cells whose figures the act changes, in the order in which they are told. */
export function realizedCells({ inputs }: Plan): CellRef[] {
  return inputs.map(({ schedule, line, column }) => ({ schedule, line, column }))
}

/** Capital gains of the year, as the distribution test has them; null where it does not tell. */
export function gainsOfYear(filing: Filing, engine: Engine, layer: Layer): Decimal | null {
  const schedule = filing.schedules.find(({ id }) => id === DISTRIBUTION_TEST)
  const column = schedule?.columns.at(-1)
  const value =
    column && engine.value({ schedule: DISTRIBUTION_TEST, line: 'net_capital_gain', column: column.id }, layer)
  return value !== undefined && isAmount(value) ? value : null
}

function movesOf(
  filing: Filing,
  engine: Engine,
  { kind, addBack }: DifferenceAt,
  amount: Decimal,
  layer: Layer,
): Move[] {
  const column = addBack.column
  const at = (name: string): CellRef => {
    const [schedule, line] = name.split('.') as [string, string]
    return { schedule, line, column }
  }
  // A provision stays added back: the deduction has a line of its own.
  if (kind.keepsAddBack) return [{ ref: at(kind.realized!), by: amount.negated() }]
  const source = booksOf(filing, engine, addBack, layer)
  // A mark that is realized moves within the books, and its add-back follows.
  if (source && kind.realized !== undefined && kind.realized !== `${RECONCILIATION}.${kind.additions}`) {
    return [
      { ref: source.ref, by: amount.times(-source.sign) },
      { ref: at(kind.realized), by: amount.negated() },
    ]
  }
  return [{ ref: addBack, by: amount.negated() }]
}

/** The GAAP cell whose formula the add-back is, while no input stands over it. */
function booksOf(
  filing: Filing,
  engine: Engine,
  addBack: CellRef,
  layer: Layer,
): { ref: CellRef; sign: 1 | -1 } | undefined {
  const found = findCell(filing, addBack)
  if (!found?.line.source || !structureFormula(found.line, found.column) || engine.input(addBack, layer) !== null)
    return undefined
  const ref = sourceRef(filing, found)
  return ref && findCell(filing, ref) ? { ref, sign: found.line.source.sign } : undefined
}

/** What no capital gain bears is added back: at its own line, else among the miscellaneous adjustments. */
function excessMove(filing: Filing, { addBack }: DifferenceAt, excess: Decimal): Move[] {
  if (excess.isZero()) return []
  const own = { schedule: RECONCILIATION, line: CAPITAL_LOSS_EXCESS, column: addBack.column }
  return [{ ref: findCell(filing, own) ? own : { ...own, line: MISCELLANEOUS }, by: excess }]
}

function notTaking(found: Found): Refusal | undefined {
  if (takesInput(found.line, found.column) && found.column.formula === undefined) return undefined
  return { code: 'takes_no_input_here', line: lineName(found) }
}

type Act = { amount: Decimal; excess: Decimal; inputs: readonly CellInput[] }
type Standing = { filing: Filing; engine: Engine; layer: Layer }

function consequenceOf(standing: Standing, of: DifferenceAt, act: Act): Consequence {
  const { filing, engine, layer } = standing
  const headline = filing.headlines?.find(({ id }) => id === 'taxable_income')
  const ref = headline ? headlineCell(filing, headline, of.addBack.column) : null
  const income = ref && findCell(filing, ref)
  const parts: string[] = []
  if (ref && income) {
    const read = (): Value => engine.value(ref, layer)
    const [before, after] = [read(), engine.suppose([...act.inputs], layer, read)]
    parts.push(
      isAmount(before) && isAmount(after) && before.eq(after)
        ? `${lineName(income)} does not change.`
        : `${lineName(income)} becomes ${shown(after, income) || 'blank'}.`,
    )
  }
  const addBack = findCell(filing, of.addBack)!
  if (!act.excess.isZero()) {
    parts.push(
      `${shown(act.excess, addBack)} exceeds capital gains and is carried forward five years as a capital loss.`,
    )
    const at = findCell(filing, act.inputs.at(-1)!)!
    if (at.line.id === MISCELLANEOUS) parts.push(`It is added back at ${lineName(at)}, which needs a note.`)
  }
  const beyond = beyondWords(standing, of, act.amount)
  if (beyond !== undefined) parts.push(beyond)
  return { text: parts.join(' '), warning: beyond !== undefined }
}

/** Said where more is realized than the inventory holds: its level is told. */
function beyondWords(
  { filing, engine, layer }: Standing,
  { kind, addBack }: DifferenceAt,
  amount: Decimal,
): string | undefined {
  const closing = { schedule: TEMPORARY_DIFFERENCES, line: `${kind.id}_closing`, column: addBack.column }
  const level = findCell(filing, closing) ? engine.value(closing, layer) : null
  if (!isAmount(level)) return undefined
  const isWithin = level.isNegative() === amount.isNegative() && amount.abs().lessThanOrEqualTo(level.abs())
  if (isWithin) return undefined
  return `The amount exceeds the inventory of ${kind.label.toLowerCase()}, ${shown(level, findCell(filing, closing)!)}.`
}
