/**
 * The data of bridges: from one figure to another by steps, each standing where the one before it ended.
 * Amounts are exact and in the filing's unit; drawing and formatting are done elsewhere.
 */
import { isolated } from '../money/isolated.ts'
import type { Engine } from '../calc/engine.ts'
import { isAmount } from '../calc/value.ts'
import type { Term } from '../checks/sum_terms.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Filing, Layer } from '../model/filing.ts'
import { columnName, findCell, type Found, lineName } from '../model/lookup.ts'
import { type Decimal, ZERO, negated, withoutResidue } from '../money/decimal.ts'
import type { DifferenceExplained } from './explanation.ts'
import { headlineCell } from './headlines.ts'
import { refused, type Refused } from '../refusals/refusal.ts'
import { formulaInForce, termsOf } from './total_parts.ts'

/** A bar: `amount` is its height with its sign, from `from` to `to`. Start and total stand on nil. */
export type BridgeStep = {
  id: string
  label: string
  /** The cell it shows; null for an edit or a remainder. */
  ref: CellRef | null
  amount: Decimal
  from: Decimal
  to: Decimal
  kind: 'start' | 'up' | 'down' | 'total'
}

/** `foots` where the steps lead exactly to the total. `remarks` say what a reader must know of it, as sentences. */
export type Bridge = { kind: 'bridge'; title: string; steps: BridgeStep[]; foots: boolean; remarks: string[] }

type Part = { id: string; label: string; ref: CellRef | null; amount: Decimal }

type At = { filing: Filing; engine: Engine; column: string; layer?: Layer }

/** From net earnings to estimated taxable income by adjustment, in the period (a column id); nil adjustments are left out. */
export function taxableIncomeBridge({ filing, engine, column, layer = 'scenario' }: At): Bridge | Refused {
  const cell = headlineOf(filing, 'taxable_income', column)
  if (!cell) return refused({ code: 'no_taxable_income' })
  const terms = termsOf(engine, cell.found, cell.ref, layer)
  if (!terms) return refused({ code: 'no_sum_for_bridge', line: lineName(cell.found) })
  const start = terms.find(({ ref }) => ref.line === cell.found.schedule.start) ?? terms[0]!
  return bridgeOf(
    { filing, engine, layer },
    cell,
    start,
    terms.filter((term) => term !== start),
    [],
  )
}

/**
 * The equity roll of the period: opening, movements, closing. Where opening equity is blank the roll starts at nil and
 * its end is the change of the period; the remarks say so.
 */
export function equityRoll({ filing, engine, column, layer = 'scenario' }: At): Bridge | Refused {
  const cell = headlineOf(filing, 'equity', column)
  if (!cell) return refused({ code: 'no_equity' })
  const terms = termsOf(engine, cell.found, cell.ref, layer)
  const start = terms?.[0]
  if (!terms || !start) {
    return refused({ code: 'no_sum_for_roll', line: lineName(cell.found) })
  }
  const opening = findCell(filing, start.ref)!
  const remarks: string[] = []
  if (engine.value(start.ref, layer) === null) {
    remarks.push(
      `${lineName(opening)} is not disclosed. The roll starts at nil, so it ends at the change of the period, not at the balance.`,
    )
  }
  const movements = terms.slice(1).flatMap((term) => opened({ filing, engine, layer }, term))
  return bridgeOf({ filing, engine, layer }, cell, start, movements, remarks)
}

/** From the base to the scenario of one headline figure by edit. `id` is that of a figure of the explanation. */
export function scenarioBridge(
  explained: DifferenceExplained,
  id: string,
  names: { base: string; scenario: string } = { base: 'As filed', scenario: 'Scenario' },
): Bridge | Refused {
  const figure = explained.figures.find((one) => one.id === id)
  if (!figure) {
    const untold = explained.untold.find((one) => one.id === id)
    return refused(untold ? { code: 'difference_unknown', figure: isolated(untold.label) } : { code: 'no_such_figure' })
  }
  const parts = explained.steps.flatMap(({ title, effects }, at): Part[] => {
    const amount = effects.get(id) ?? ZERO
    return amount.isZero() ? [] : [{ id: `edit_${at + 1}`, label: title, ref: null, amount }]
  })
  if (!figure.remainder.isZero()) {
    parts.push({ id: 'remainder', label: 'Not explained by the edits', ref: null, amount: figure.remainder })
  }
  const start = { id: 'base', label: names.base, ref: figure.ref, amount: figure.base }
  const total = { id: 'scenario', label: names.scenario, ref: figure.ref, amount: figure.scenario }
  return built(`${isolated(figure.label)}: ${names.base} to ${names.scenario}`, start, parts, total, [])
}

type Cell = { ref: CellRef; found: Found }

function headlineOf(filing: Filing, id: 'taxable_income' | 'equity', column: string): Cell | undefined {
  const headline = filing.headlines?.find((one) => one.id === id)
  const ref = headline ? headlineCell(filing, headline, column) : null
  const found = ref ? findCell(filing, ref) : undefined
  return ref && found ? { ref, found } : undefined
}

type Reading = { filing: Filing; engine: Engine; layer: Layer }

/** A subtotal by the lines that it adds up, so that the movements themselves stand in the roll. */
function opened(at: Reading, term: Term): Term[] {
  const found = findCell(at.filing, term.ref)
  if (!found || formulaInForce(at.engine, found, term.ref, at.layer) === undefined) return [term]
  const inner = termsOf(at.engine, found, term.ref, at.layer)
  return inner ? inner.map((one) => ({ ...one, sign: one.sign === term.sign ? 1 : -1 })) : [term]
}

function bridgeOf(
  { filing, engine, layer }: Reading,
  end: Cell,
  start: Term,
  movements: readonly Term[],
  remarks: readonly string[],
): Bridge | Refused {
  const parts: (Part & { label: string })[] = []
  for (const { ref, sign } of [start, ...movements]) {
    const found = findCell(filing, ref)!
    const value = engine.value(ref, layer)
    if (value !== null && !isAmount(value)) return refused({ code: 'holds_no_amount', line: lineName(found) })
    const amount = value === null ? ZERO : sign === 1 ? value : negated(value)
    const label = ref.column === end.ref.column ? lineName(found) : columnName(found.schedule, found.column)
    parts.push({ id: ref.column === end.ref.column ? ref.line : cellName(ref), label, ref, amount })
  }
  const [first, ...others] = parts as [Part, ...Part[]]
  const value = engine.value(end.ref, layer)
  if (value !== null && !isAmount(value)) return refused({ code: 'holds_no_amount', line: lineName(end.found) })
  const led = withoutResidue(parts.reduce((sum, { amount }) => sum.plus(amount), ZERO))
  const known = value !== null
  const total = {
    id: end.ref.line,
    label: known ? lineName(end.found) : 'Change of the period',
    ref: end.ref,
    amount: value ?? led,
  }
  const overridden = engine.input(end.ref, layer) !== null
  const title = `${isolated(first.label)} to ${isolated(total.label)}, ${columnName(end.found.schedule, end.found.column)}`
  const said = overridden ? [...remarks, `${lineName(end.found)} overrides its formula.`] : remarks
  return built(
    title,
    first,
    others.filter(({ amount }) => !amount.isZero()),
    total,
    said,
  )
}

function built(title: string, start: Part, parts: readonly Part[], total: Part, remarks: readonly string[]): Bridge {
  const steps: BridgeStep[] = [{ ...start, from: ZERO, to: start.amount, kind: 'start' }]
  let at = start.amount
  for (const part of parts) {
    const to = withoutResidue(at.plus(part.amount))
    steps.push({ ...part, from: at, to, kind: part.amount.isNegative() ? 'down' : 'up' })
    at = to
  }
  steps.push({ ...total, from: ZERO, to: total.amount, kind: 'total' })
  const foots = withoutResidue(at.minus(total.amount)).isZero()
  const said = foots ? remarks : [...remarks, 'The steps do not lead to the total.']
  return { kind: 'bridge', title, steps, foots, remarks: [...said] }
}
