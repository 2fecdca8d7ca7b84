/**
 * Why the values of a trust changed between two dates: interest, what came otherwise than expected, and four factors, in sequence or
 * averaged over all orders (Shapley). Every line adds exactly; what the division by 24 orders leaves has a line of its own. Signs are
 * those of the balance sheet: assets positive, liabilities negative, gains positive.
 */
import { monthsBetween } from '../calendar/dates.ts'
import type { Fixed } from '../money/fixed_point.ts'
import { factorsAtYield, valueAfter } from './discounting.ts'
import { blendedYield, componentsOf, valueTrust, type Components, type TrustValues } from './fair_values.ts'
import { FACTORS, mixedTerms, type Factor } from './mixed_terms.ts'
import { projectTrust, type Projection } from './projection.ts'
import { sumOf } from './splitting.ts'
import type { TrustTerms } from './terms.ts'

/** The lines of an attribution, as they are read; change is the sum of those from blend to remainder. */
export type Movement = Record<
  'opening' | 'interest' | 'blend' | 'experience' | Factor | 'other_inputs' | 'remainder' | 'change' | 'transfers',
  Fixed
> &
  Record<'settlements' | 'closing', Fixed>

/** Amounts by component; classes by their id, negative where the trust pays. What is not given is nil. */
export type Flows = { collateral?: Fixed; reo?: Fixed; derivatives?: Fixed; classes?: Readonly<Record<string, Fixed>> }

export type Method = { kind: 'sequential'; order?: readonly Factor[] } | { kind: 'shapley' }

export type Attribution = {
  months: number
  /** The blended yield at which the collateral accrued interest; none where it does not exist. */
  openingYield: Fixed | undefined
  collateral: Movement
  reo: Movement
  derivatives: Movement
  classes: readonly { id: string; movement: Movement }[]
  /** The sum of the classes. */
  borrowings: Movement
  /** The sum of all components. */
  residual: Movement
}

type Vector = readonly Fixed[]

const plus = (a: Vector, b: Vector): Vector => a.map((each, at) => each + b[at]!)
const minus = (a: Vector, b: Vector): Vector => a.map((each, at) => each - b[at]!)
const nil = (a: Vector): Vector => a.map(() => 0n)

/** A quotient half-up, away from nil. */
function over(amount: Fixed, by: bigint): Fixed {
  const size = amount < 0n ? -amount : amount
  const rounded = (2n * size + by) / (2n * by)
  return amount < 0n ? -rounded : rounded
}

/** Components as a list: collateral, real estate owned, derivatives, then the classes, negative. */
function vectorOf(parts: Components, { classes }: TrustTerms, ids: readonly string[]): Vector {
  const byId = new Map(classes.map(({ id }, at) => [id, parts.classes[at]!]))
  return [parts.collateral, parts.reo, parts.derivatives, ...ids.map((id) => -(byId.get(id) ?? 0n))]
}

/** The opening values rolled forward on opening assumptions, the cash of the months between, and the collateral at the level yield. */
function rolledOn(values: TrustValues, months: number) {
  const { cash, factors } = values
  const rolled = componentsOf({
    reo: valueOfRest(cash.reo, months),
    contracts: cash.derivatives.map((flows, at) => valueAfter(flows, factors.derivatives[at]!, months)),
    classes: cash.classes.map((flows, at) => valueAfter(flows, factors.classes[at]!, months)),
    residual: valueAfter(cash.residual, factors.residual, months),
    collateral: factors.collateral && valueAfter(cash.collateral, factors.collateral, months),
  })
  const expected: Components = {
    collateral: valueOfFirst(cash.collateral, months),
    reo: valueOfFirst(cash.reo, months),
    contracts: [],
    derivatives: sumOf(cash.derivatives.map((flows) => valueOfFirst(flows, months))),
    classes: cash.classes.map((flows) => valueOfFirst(flows, months)),
    borrowings: 0n,
    residual: 0n,
    residualGap: 0n,
  }
  const blended = blendedYield(values)
  const openingYield = blended.kind === 'solved' ? blended.rate : undefined
  const level =
    openingYield === undefined
      ? rolled.collateral
      : valueAfter(cash.collateral, factorsAtYield(openingYield, cash.collateral.length), months)
  return { rolled, expected, level, openingYield }
}

const valueOfRest = (cash: Vector, months: number): Fixed => sumOf(cash.slice(months))
const valueOfFirst = (cash: Vector, months: number): Fixed => sumOf(cash.slice(0, months))

/** What each factor adds, in sequence or on average over all orders; and the values once all four are taken. */
function factorLines(
  at: (taken: ReadonlySet<Factor>) => Vector,
  method: Method,
): { lines: Map<Factor, Vector>; all: Vector } {
  const lines = new Map<Factor, Vector>()
  if (method.kind === 'sequential') {
    const taken = new Set<Factor>()
    let before = at(taken)
    for (const factor of method.order ?? FACTORS) {
      taken.add(factor)
      const after = at(taken)
      lines.set(factor, minus(after, before))
      before = after
    }
    return { lines, all: before }
  }
  const subsets = Array.from({ length: 16 }, (_, bits) => FACTORS.filter((_, place) => bits & (1 << place)))
  const values = subsets.map((taken) => at(new Set(taken)))
  // Of the 24 orders so many have exactly these factors before a given one, by how many they are.
  const orders = [6n, 2n, 2n, 6n]
  for (const [place, factor] of FACTORS.entries()) {
    let total = nil(values[0]!)
    for (const [bits, taken] of subsets.entries()) {
      if (bits & (1 << place)) continue
      const added = minus(values[bits | (1 << place)]!, values[bits]!)
      total = plus(
        total,
        added.map((each) => each * orders[taken.length]!),
      )
    }
    lines.set(
      factor,
      total.map((each) => over(each, 24n)),
    )
  }
  return { lines, all: values[15]! }
}

/**
 * The change in value between two sets of terms of a trust. `actual` is the cash that came (assets positive, paid to classes negative),
 * `transfers` what moved between components. Throws a RangeError where the closing is not after the opening, or the order of a sequence
 * does not name each factor once.
 */
export function attribute(
  opening: TrustTerms,
  closing: TrustTerms,
  { actual, transfers, method }: { actual: Flows; transfers: Flows; method: Method },
): Attribution {
  const months = monthsBetween(opening.asOf, closing.asOf)
  if (months < 1) throw new RangeError('The closing terms are not later than the opening terms.')
  const order = method.kind === 'sequential' ? (method.order ?? FACTORS) : FACTORS
  if (order.length !== FACTORS.length || FACTORS.some((factor) => !order.includes(factor))) {
    throw new RangeError('The order of a sequence names each of the four factors once.')
  }
  const ids = [...new Set([...opening.classes, ...closing.classes].map(({ id }) => id))]
  const flowsOf = ({ collateral = 0n, reo = 0n, derivatives = 0n, classes = {} }: Flows): Vector => [
    collateral,
    reo,
    derivatives,
    ...ids.map((id) => (Object.hasOwn(classes, id) ? classes[id]! : 0n)),
  ]
  const openingValues = valueTrust(projectTrust(opening))
  const { rolled, expected, level, openingYield } = rolledOn(openingValues, months)
  const atOpening = vectorOf(openingValues, opening, ids)
  const parts = vectorOf(rolled, opening, ids)
  const levelled = [level, ...parts.slice(1)]
  const expectedCash = vectorOf(expected, opening, ids)
  const [actualCash, moved] = [flowsOf(actual), flowsOf(transfers)]

  // Terms that differ in what investors require alone share their months.
  const projections = new Map<string, Projection>()
  const valuesWith = (taken: ReadonlySet<Factor>): Vector => {
    const terms = mixedTerms(opening, closing, months, taken)
    const cash = FACTORS.filter((factor) => factor !== 'discount_rate' && taken.has(factor)).join()
    const projection = projectTrust(terms, projections.get(cash))
    projections.set(cash, projection)
    return vectorOf(valueTrust(projection), terms, ids)
  }
  const started = valuesWith(new Set())
  const { lines, all } = factorLines(valuesWith, method)
  const atClosing = vectorOf(valueTrust(projectTrust(closing)), closing, ids)

  const interest = plus(minus(levelled, atOpening), expectedCash)
  const change = minus(plus(minus(minus(atClosing, atOpening), interest), actualCash), moved)
  const told = {
    blend: minus(parts, levelled),
    experience: minus(plus(minus(started, parts), minus(actualCash, expectedCash)), moved),
    expected_loss: lines.get('expected_loss')!,
    prepayment: lines.get('prepayment')!,
    forward_index: lines.get('forward_index')!,
    discount_rate: lines.get('discount_rate')!,
    other_inputs: minus(atClosing, all),
  }
  const remainder = Object.values(told).reduce(minus, change)
  const rows = {
    opening: atOpening,
    interest,
    ...told,
    remainder,
    change,
    transfers: moved,
    settlements: minus(nil(actualCash), actualCash),
    closing: atClosing,
  }
  const movementOf = (of: (row: Vector) => Fixed): Movement =>
    Object.fromEntries(Object.entries(rows).map(([line, row]) => [line, of(row)])) as Movement
  return {
    months,
    openingYield,
    collateral: movementOf((row) => row[0]!),
    reo: movementOf((row) => row[1]!),
    derivatives: movementOf((row) => row[2]!),
    classes: ids.map((id, at) => ({ id, movement: movementOf((row) => row[3 + at]!) })),
    borrowings: movementOf((row) => sumOf(row.slice(3))),
    residual: movementOf(sumOf),
  }
}
