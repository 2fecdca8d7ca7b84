/**
 * Faults of a trust's terms: told all at once, in words, at their fields; one trust's leave the others standing; and whatever is given as
 * terms is read or refused, within bounds.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { readTerms } from '../../../shared/valuation/terms_reading.ts'
import { valuedTrust } from '../../../shared/valuation/valued_trust.ts'
import { exchangedTrust } from './made_trusts.ts'

type Swap = Record<string, unknown> & {
  groups: Record<string, unknown>[]
  tranches: Record<string, unknown>[]
  oc: Record<string, unknown>
}

function swapPayer(): Swap {
  const path = join(import.meta.dirname, '../../golden/valuation/trusts/t13_swap_payer.json')
  return JSON.parse(readFileSync(path, 'utf8')) as Swap
}

/** The faults of the trust once it was edited, as path and sentence. */
function faultsAfter(edit: (trust: Swap) => void): [path: string, sentence: string][] {
  const trust = swapPayer()
  edit(trust)
  const read = readTerms(trust)
  const faults = read.kind === 'read' ? read.warnings : read.faults
  return faults.map(({ path, refusal }) => [path, refusalText(refusal)])
}

function codes(edit: (trust: Swap) => void): string[] {
  const trust = swapPayer()
  edit(trust)
  const read = readTerms(trust)
  return (read.kind === 'read' ? read.warnings : read.faults).map(({ refusal }) => refusal.code)
}

describe('a fault', () => {
  test('says what is wrong and what to do', () => {
    expect(faultsAfter(({ groups }) => (groups[0]!['wac'] = '6.75'))).toEqual([
      [
        'groups.0.wac',
        'The coupon of loan group g1 is 6.75, which means 675%. Was 0.0675 meant? Enter rates as decimals.',
      ],
    ])
    expect(faultsAfter((trust) => (trust['as_of'] = '2008-12-30'))).toEqual([
      [
        'as_of',
        'The valuation date is 2008-12-30, which is not the end of a month. Enter a month-end, such as 2008-12-31.',
      ],
    ])
    expect(faultsAfter(({ tranches }) => (tranches[0]!['balance'] = '15,000,000'))).toEqual([
      [
        'tranches.0.balance',
        'The balance of class a is “15,000,000”, which is not a plain number. Enter digits without separators, such as 15000000.50.',
      ],
    ])
    expect(faultsAfter(({ groups }) => (groups[0]!['severity'] = ['0.3', '30']))).toEqual([
      [
        'groups.0.severity.1',
        'The severity of loan group g1 for month 2 is 30, which means 3000%. Was 0.3 meant? Enter rates as decimals.',
      ],
    ])
    expect(faultsAfter(({ tranches }) => (tranches[1]!['id'] = 'a'))).toEqual([
      ['tranches.1.id', 'The id of class 2 is “a”, which another one has already. Enter a different id.'],
    ])
  })

  test('names a field shortly, whatever its id', () => {
    const [, sentence] = faultsAfter(({ groups }) => Object.assign(groups[0]!, { id: 'x'.repeat(5000), wac: '7' }))[1]!
    expect(sentence.length).toBeLessThan(200)
  })

  test('does not hide others', () => {
    const faults = faultsAfter((trust) => {
      trust.groups[0]!['balance'] = '-1'
      trust.tranches[0]!['price'] = null
      trust.oc['cutoff_balance'] = '0.00'
    })
    expect(faults.map(([path]) => path)).toEqual(['groups.0.balance', 'tranches.0.price', 'oc.cutoff_balance'])
  })

  test('is one of figures that an amount cannot hold, of lists without end and of months beyond forty years', () => {
    expect(codes(({ groups }) => (groups[0]!['balance'] = '9'.repeat(20)))).toEqual(['too_many_digits'])
    expect(codes(({ groups }) => (groups[0]!['balance'] = '1'.repeat(1_000_000)))).toEqual(['too_many_digits'])
    expect(codes((trust) => (trust.tranches = Array.from({ length: 100_000 }, () => trust.tranches[0]!)))).toContain(
      'too_many_terms',
    )
    const late = [{ id: 'p', kind: 'reo', balance: '1', months: 1e9 }]
    expect(codes(({ groups }) => (groups[0]!['pipeline'] = late))).toEqual(['life_out_of_range'])
    expect(codes(({ groups }) => (groups[0]!['wam'] = 1e9))).toEqual(['life_out_of_range'])
    expect(codes(({ groups }) => (groups[0]!['lag'] = 1e9))).toEqual(['lag_out_of_range'])
    expect(codes((trust) => (trust['as_of'] = '9999-12-31'))).toEqual(['not_a_date'])
    // Zeros that no figure needs are none of its digits.
    expect(codes(({ groups }) => (groups[0]!['balance'] = `000015000000.50${'0'.repeat(30)}`))).toEqual([])
  })
})

test('the faults of one trust leave the others standing, and the one is valued again once they are mended', () => {
  const broken = { ...swapPayer(), index: [] }
  const [first, second] = [broken, swapPayer()].map((terms) => valuedTrust(terms))
  expect(first!.kind).toBe('faulty')
  expect(second!.kind).toBe('valued')
  const mended = valuedTrust(swapPayer(), first)
  expect(mended).toEqual(second)
})

/** Terms in which anything may stand anywhere. */
const mutilated = fc
  .tuple(
    exchangedTrust,
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.jsonValue(), fc.constantFrom('1e9', '-0', '٣', ' 1 ', NaN, {}, [])))),
  )
  .map(([made, edits]) => {
    // Constants of the arbitrary are shared by all that it makes.
    const trust = structuredClone(made)
    for (const [seed, value] of edits) {
      const holders: Record<string, unknown>[] = []
      const walk = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return
        holders.push(node as Record<string, unknown>)
        Object.values(node).forEach(walk)
      }
      walk(trust)
      const holder = holders[seed % holders.length]!
      const names = Object.keys(holder)
      if (names.length > 0) holder[names[seed % names.length]!] = value
    }
    return trust
  })

test('whatever is given as terms is valued or refused', () => {
  fc.assert(
    fc.property(fc.oneof(mutilated, fc.jsonValue(), fc.anything()), (terms) => {
      const made = valuedTrust(terms)
      if (made.kind === 'valued') expect(made.values.projection.months.length).toBeLessThanOrEqual(480)
      else for (const { refusal } of made.faults) expect(refusalText(refusal)).not.toBe('')
    }),
    { numRuns: 1500 },
  )
})

test('no term of a trust carries its own credit: whatever else is given changes no value', () => {
  const terms = swapPayer()
  const named = ['own_credit', 'credit_spread', 'own_credit_spread', 'nonperformance_risk'].map((name) => [
    name,
    '0.05',
  ])
  const extra = Object.fromEntries(named)
  const others = { ...terms, ...extra, tranches: terms.tranches.map((each) => ({ ...each, ...extra })) }
  expect(valuedTrust(others)).toEqual(valuedTrust(terms))
})
