/**
 * The trust valuation model: fifty trusts of 20 classes over 360 months built, one of them edited, early and halfway, and one of half the
 * months; its figures in whole numbers against the same operations in decimals. Processor time of this process, medians, as ratios of one
 * run; asserts nothing.
 */
import { Decimal, quantize } from '../../shared/money/decimal.ts'
import { fixedOf, fixedShare, fixedTimes, UNIT } from '../../shared/money/fixed_point.ts'
import { attribute } from '../../shared/valuation/attribution.ts'
import { blendedYield, classYield } from '../../shared/valuation/fair_values.ts'
import { readTerms } from '../../shared/valuation/terms_reading.ts'
import { valuedTrust, type ValuedTrust } from '../../shared/valuation/valued_trust.ts'
import { CLASSES, largeTrust } from './large_trusts.ts'
import { median } from './median.ts'

const MONTHS = 360
const TRUSTS = 50
const ROUNDS = 7
/** Short work is done so often in a round, turn by turn; the rest once. */
const TURNS = 8
const ONCE = new Set(['build', 'shapley'])

/** The rows of the table. */
export const VALUATION_LABELS: [key: string, label: string][] = [
  ['trust_ms', 'a trust of 20 classes x 360 months: cash flows and values, ms'],
  ['yields_to_trust', 'yields of its classes and collateral / the trust (aim: at most 1)'],
  ['build_ms', '50 such trusts, ms'],
  ['edit_to_build', 'an edit in one of 50 / building them (aim: at most 0.033)'],
  ['mid_to_first', 'an edit of month 181 / of month 1 (aim: at most 0.65)'],
  ['yield_to_first', 'an edit of a required yield / of month 1 (aim: at most 0.25)'],
  ['double_months', '360 months / 180 months (aim: at most 2.2)'],
  ['decimal_to_fixed', 'the bare arithmetic in decimals / in whole numbers (aim: at least 2)'],
  ['trust_to_bare', 'the trust / its bare arithmetic in whole numbers (aim: at most 5)'],
  ['shapley_to_trust', 'attribution by Shapley, 18 valuations / the trust (aim: at most 14)'],
  ['kept_mb', 'memory that a trust keeps, MB (aim: at most 6)'],
]

/** Milliseconds of processor time of one call, what collects garbage beside it left out. */
function clock(work: () => void): number {
  const start = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000
}

type Terms = Record<string, unknown> & {
  groups: { default: { values: string[] } }[]
  residual: { yield: string }
}

/** The terms with the default rate of a month of the first group changed. */
function edited(terms: unknown, month: number, value: string): Terms {
  const copy = structuredClone(terms) as Terms
  copy.groups[0]!.default.values[month - 1] = value
  return copy
}

/** Products and quotients of a month of a trust: three a class, twenty a group, in either arithmetic; sums beside them. */
const OPERATIONS = MONTHS * (CLASSES * 3 + 40)

function bareFixed(): bigint {
  const share = fixedOf(new Decimal('0.01234567890123456789'))
  const days = 360n * UNIT
  let balance = fixedOf(new Decimal('420000000.12345678901234567890'))
  for (let at = 0; at < OPERATIONS; at += 2) {
    const paid = fixedTimes(balance, share)
    const accrued = fixedShare(balance, share, days)
    balance = balance - paid + accrued + paid
  }
  return balance
}

function bareDecimal(): Decimal {
  const share = new Decimal('0.01234567890123456789')
  const days = new Decimal(360)
  let balance = new Decimal('420000000.12345678901234567890')
  for (let at = 0; at < OPERATIONS; at += 2) {
    const paid = quantize(balance.times(share))
    const accrued = quantize(balance.times(share).div(days))
    balance = balance.minus(paid).plus(accrued).plus(paid)
  }
  return balance
}

function heldBytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function valuesOf(made: ValuedTrust) {
  if (made.kind === 'faulty') throw new Error('The trust is refused.')
  return made.values
}

function readOf(terms: unknown) {
  const read = readTerms(terms)
  if (read.kind === 'faulty') throw new Error('The trust is refused.')
  return read.terms
}

export function valuationFigures(): Record<string, number> {
  const samples: Record<string, number[]> = {}
  // The clock of a thread ticks in milliseconds: the turns of a round are one sample.
  const taken = new Map<string, number>()
  const take = (name: string, work: () => void): void => {
    taken.set(name, (taken.get(name) ?? 0) + clock(work))
  }
  const all = Array.from({ length: TRUSTS }, (_, seed) => largeTrust(MONTHS, seed))
  const half = largeTrust(MONTHS / 2)
  const opening = readOf(all[0])
  const closing = readOf({ ...all[1]!, as_of: '2009-03-31' })
  const nothing = heldBytes()
  let made = all.map((terms) => valuedTrust(terms))
  const kept = (heldBytes() - nothing) / TRUSTS
  let typed = 1
  for (let round = -1; round < ROUNDS; round++) {
    globalThis.gc?.()
    take('build', () => (made = all.map((terms) => valuedTrust(terms))))
    const one = made[7]!
    const values = valuesOf(one)
    const editOf = (month: number): void => {
      const terms = edited(all[7], month, `0.0${10_000 + ++typed}`)
      take(`month_${month}`, () => valuedTrust(terms, one))
    }
    globalThis.gc?.()
    // Turn by turn, so that what a busy machine does to one it does to the others.
    for (let turn = 0; turn < TURNS; turn++) {
      take('trust', () => valuedTrust(all[7]))
      editOf(1)
      editOf(181)
      const repriced = { ...all[7]!, residual: { yield: `0.1${10_000 + ++typed}` } }
      take('yield', () => valuedTrust(repriced, one))
      take('half', () => valuedTrust(half))
      take('yields', () => {
        blendedYield(values)
        for (let at = 0; at < CLASSES; at++) classYield(values, at)
      })
      take('fixed', bareFixed)
      take('decimal', bareDecimal)
    }
    const method = { kind: 'shapley' } as const
    take('shapley', () => attribute(opening, closing, { actual: {}, transfers: {}, method }))
    for (const [name, sum] of taken) if (round >= 0) (samples[name] ??= []).push(sum)
    taken.clear()
  }
  const of = (name: string): number => median(samples[name]!) / (ONCE.has(name) ? 1 : TURNS)
  return {
    trust_ms: of('trust'),
    yields_to_trust: of('yields') / of('trust'),
    build_ms: of('build'),
    edit_to_build: of('month_1') / of('build'),
    mid_to_first: of('month_181') / of('month_1'),
    yield_to_first: of('yield') / of('month_1'),
    double_months: of('trust') / of('half'),
    decimal_to_fixed: of('decimal') / of('fixed'),
    trust_to_bare: of('trust') / of('fixed'),
    shapley_to_trust: of('shapley') / of('trust'),
    kept_mb: kept / 1e6,
  }
}
