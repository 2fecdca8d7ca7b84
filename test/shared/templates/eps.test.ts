/**
 * Earnings per share: linked to the schedules beside it, with what dilutes found as any choice of kinds would find it, published figures held against
 * it, and rolled forward. Figures are worked out beside the expectations.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { isOpen } from '../../../shared/checks/tie_out.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import type { TemplateId } from '../../../shared/templates/template.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { withInputs } from '../../golden/yearly.ts'
import { columnIds, figure, rolled, scheduleOf } from './filing_fixture.ts'

function made(periodEnd: string, schedules: readonly TemplateId[], covers: 'quarter' | 'year' = 'quarter'): Filing {
  const details = {
    title: 'Results',
    registrant: 'Harbor Mortgage Trust',
    form: 'Form 10-Q',
    periodEnd,
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: true,
  }
  return newFiling({ id: 'first', details, covers, against: 'before', schedules })
}

function inputs(of: Readonly<Record<string, string>>): CellInput[] {
  return Object.entries(of).map(([name, input]) => ({ ...readCellName(name)!, input }))
}

function entered(filing: Filing, of: Readonly<Record<string, string>>): Filing {
  return withInputs(filing, inputs(of))
}

function value(filing: Filing, name: string): string {
  return figure(createEngine(filing), readCellName(name)!)
}

/** What is open among the tie-outs of a schedule, as its line and its words. */
function asking(filing: Filing): string[] {
  return tieOuts(filing, createEngine(filing))
    .filter(({ schedule, status }) => schedule === 'eps' && isOpen(status))
    .map(({ kind, line, text }) => `${kind} ${line}: ${text.split(': ').slice(1).join(': ')}`)
}

const BOOKS = ['income_comparison', 'reconciliation', 'equity', 'eps'] as const

const QUARTERS: Record<string, string> = {
  'reconciliation.net_earnings@q1_2026': '4000',
  'income.other_non_interest_income@q2_2026': '5000',
  'income.other_non_interest_income@q3_2026': '6000',
  'income.diluted_shares@q2_2026': '1000',
  'income.diluted_shares@q3_2026': '1000',
  'reconciliation.diluted_shares@m9_2026': '990',
  'equity.preferred_dividends@q1_2026': '100',
  'equity.preferred_dividends@q2_2026': '110',
  'equity.preferred_dividends@q3_2026': '120',
}

describe('links', () => {
  const filing = entered(made('2026-09-30', BOOKS), QUARTERS)

  test('earnings, preferred dividends and shares come from the schedules beside it, of the year to date too', () => {
    expect(columnIds(filing, 'eps')).toEqual(['q3_2026', 'q2_2026', 'm9_2026'])
    const across = (line: string): string[] => columnIds(filing, 'eps').map((id) => value(filing, `eps.${line}@${id}`))
    expect(across('net_income')).toEqual(['6000', '5000', '15000'])
    expect(across('preferred')).toEqual(['120', '110', '330'])
    expect(across('basic_shares')).toEqual(['1000', '1000', '990'])
    // 5,880 and 4,890 over 1,000; 14,670 over 990, which is no sum of quarters.
    expect(across('basic')).toEqual(['5.88', '4.89', '14.82'])
    expect(across('diluted')).toEqual(['5.88', '4.89', '14.82'])
    expect(across('shares_difference')).toEqual(['0', '0', '0'])
    // The comparison of earnings shows the figure of this schedule.
    expect(value(filing, 'income.net_earnings_per_share@q3_2026')).toBe('5.88')
    expect(value(filing, 'income.net_earnings_per_share@q2_2026')).toBe('4.89')
  })

  test('nothing of the year to date adds up its quarters', () => {
    const notes = { 'eps.p1_addback@q3_2026': '90', 'eps.p1_shares@q3_2026': '100', 'eps.p1_addback@q2_2026': '90' }
    const filled = entered(filing, notes)
    expect(value(filled, 'eps.p1_included@q3_2026')).toBe('1')
    expect(value(filled, 'eps.p1_addback@m9_2026')).toBe('')
    expect(value(filled, 'eps.diluted_shares@m9_2026')).toBe('990')
    expect(asking(filled)).toContain('attention to_date_entries: potential blank.')
    const apart = entered(filing, { 'income.discontinued_operations@q2_2026': '-10' })
    expect(asking(apart)).toContain('attention to_date_entries: discontinued blank.')
    expect(asking(entered(apart, { 'eps.discontinued_operations@m9_2026': '-10' }))).toEqual([])
    // Preferred dividends that accumulated undeclared in a quarter would be missing from the year to date.
    for (const line of ['preferred_accumulated', 'participating']) {
      const deducted = entered(filing, { [`eps.${line}@q2_2026`]: '150' })
      expect(asking(deducted)).toContain('attention to_date_entries: deduction blank.')
      const told = entered(deducted, { [`eps.${line}@m9_2026`]: '370' })
      expect(asking(told).filter((one) => one.includes('to_date_entries'))).toEqual([])
    }
    expect(scheduleOf(filled, 'eps').columns.every(({ formula }) => formula === undefined)).toBe(true)
  })

  test('shares taken for basic that are the diluted ones show, once potential shares dilute', () => {
    const twice = entered(filing, { 'eps.p1_addback@q3_2026': '0', 'eps.p1_shares@q3_2026': '40' })
    expect(asking(twice)).toContainEqual(expect.stringMatching(/^proof shares_difference: 40/))
    const apart = entered(twice, { 'eps.basic_shares@q3_2026': '960' })
    expect(value(apart, 'eps.diluted_shares@q3_2026')).toBe('1000')
    expect(asking(apart)).toEqual(['attention to_date_entries: potential blank.'])
  })

  test('without the others all of it is entered', () => {
    const alone = made('2026-12-31', ['eps'], 'year')
    const ids = scheduleOf(alone, 'eps')
      .lines.filter(({ kind }) => kind === 'input')
      .map(({ id }) => id)
    for (const id of ['net_income', 'preferred_declared', 'discontinued_operations', 'basic_shares']) {
      expect(ids).toContain(id)
    }
    const ofEquity = entered(made('2026-12-31', ['equity', 'eps'], 'year'), {
      'equity.preferred_dividends@fy_2026': '80',
    })
    expect(value(ofEquity, 'eps.preferred@fy_2026')).toBe('80')
    const ofReconciliation = entered(made('2026-09-30', ['reconciliation', 'eps']), {
      'reconciliation.preferred_dividends@q3_2026': '-70',
    })
    expect(value(ofReconciliation, 'eps.preferred@m9_2026')).toBe('70')
  })
})

const ALONE = made('2007-12-31', ['eps'], 'year')
const of = (lines: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(lines).map(([line, input]) => [`eps.${line}@fy_2007`, input]))
const at = (filing: Filing, line: string): string => value(filing, `eps.${line}@fy_2007`)

describe('lines', () => {
  const q3 = entered(
    ALONE,
    of({
      net_income: '-1191235',
      preferred_accumulated: '3722',
      discontinued_operations: '-194077',
      basic_shares: '76084',
    }),
  )

  test('continuing and discontinued operations stand beside the whole, with what rounding leaves between them', () => {
    const lines = ['basic_continuing', 'basic_discontinued', 'basic', 'basic_rounding', 'diluted_continuing', 'diluted']
    // (13.154934), (2.550825) and (15.705759).
    expect(lines.map((line) => at(q3, line))).toEqual(['-13.15', '-2.55', '-15.71', '-0.01', '-13.15', '-15.71'])
  })

  test('preferred dividends are deducted as they accumulate, else as declared, and a choice says so', () => {
    const declared = { net_income: '10000', basic_shares: '76084', preferred_declared: '0' }
    const filing = entered(ALONE, of(declared))
    expect([at(filing, 'preferred'), at(filing, 'preferred_taken')]).toEqual(['0', '2'])
    const accumulated = entered(filing, of({ preferred_accumulated: '3722' }))
    expect([at(accumulated, 'preferred'), at(accumulated, 'preferred_taken')]).toEqual(['3722', '1'])
    expect(at(accumulated, 'basic')).toBe('0.08')
    const chosen = entered(accumulated, of({ preferred_basis: '2' }))
    expect([at(chosen, 'preferred'), at(chosen, 'basic')]).toEqual(['0', '0.13'])
    expect(asking(chosen)).toEqual(['attention preferred_taken: accumulated differs.'])
  })

  test('a published figure is told by the earnings it rests on, and flagged where it differs', () => {
    const before = entered(q3, of({ published_diluted: '-15.66' }))
    expect([at(before, 'numerator_published_uses'), at(before, 'difference')]).toEqual(['1', '-0.05'])
    expect(asking(before)).toEqual(['attention published_check: before preferred.'])
    const after = entered(q3, of({ published_diluted: '-15.71', published_basic: '-15.71' }))
    expect([at(after, 'numerator_published_uses'), at(after, 'difference'), at(after, 'published_check')]).toEqual([
      '2',
      '0',
      '1',
    ])
    const neither = entered(q3, of({ published_basic: '-15.00' }))
    expect([at(neither, 'numerator_published_uses'), at(neither, 'difference')]).toEqual(['3', '-0.71'])
    expect(asking(neither)).toEqual(['attention published_check: differs.'])
    // Without preferred dividends both come to the same, and nothing is asked.
    const none = entered(ALONE, of({ net_income: '500', basic_shares: '100', published_basic: '5' }))
    expect([at(none, 'published_check'), asking(none)]).toEqual(['1', []])
  })

  test.each([
    [{ basic_shares: '0' }, 'no shares'],
    [{ basic_shares: '-5' }, 'no shares'],
    [{ basic_shares: '100', preferred_declared: '-5' }, 'negative deduction'],
    [{ basic_shares: '100', p2_shares: '-5' }, 'negative potential'],
    [{ basic_shares: '100', p3_addback: '5' }, 'addition, no shares'],
  ])('%o is flagged with the reason', (lines, words) => {
    const filing = entered(ALONE, of({ net_income: '10', ...lines }))
    expect(asking(filing)).toEqual([`attention entries: ${words}.`])
  })
})

const kind = fc.record({ addback: fc.integer({ min: 0, max: 400 }), shares: fc.integer({ min: 1, max: 300 }) })
const period = fc.record({
  net: fc.integer({ min: -500, max: 2000 }),
  preferred: fc.integer({ min: 0, max: 300 }),
  discontinued: fc.integer({ min: -300, max: 300 }),
  shares: fc.integer({ min: 1, max: 500 }),
  kinds: fc.array(kind, { maxLength: 4 }),
})
type Period = typeof period extends fc.Arbitrary<infer T> ? T : never

function linesOf({ net, preferred, discontinued, shares, kinds }: Period): Record<string, string> {
  const potential = kinds.flatMap(({ addback, shares: more }, at): [string, string][] => [
    [`p${at + 1}_addback`, String(addback)],
    [`p${at + 1}_shares`, String(more)],
  ])
  return of({
    net_income: String(net),
    preferred_declared: String(preferred),
    discontinued_operations: String(discontinued),
    basic_shares: String(shares),
    ...Object.fromEntries(potential),
  })
}

/** The lowest figure of continuing operations that any choice of kinds gives. */
function lowest({ net, preferred, discontinued, shares, kinds }: Period): Decimal {
  const earnings = net - preferred - discontinued
  const choices = Array.from({ length: 2 ** kinds.length }, (_, bits) => kinds.filter((_kind, at) => bits & (2 ** at)))
  const figures = choices.map((chosen) => {
    const sum = (of: 'addback' | 'shares'): number => chosen.reduce((total, one) => total + one[of], 0)
    return new Decimal(earnings + sum('addback')).div(shares + sum('shares'))
  })
  return figures.reduce((least, one) => (one.lt(least) ? one : least))
}

describe('what dilutes', () => {
  const engine = createEngine(ALONE)
  const amount = (line: string): Decimal => {
    const found = engine.value({ schedule: 'eps', line, column: 'fy_2007' }, 'scenario')
    return isAmount(found) ? found : new Decimal(Number.NaN)
  }
  const clear = Object.fromEntries(
    [1, 2, 3, 4].flatMap((one) => [
      [`p${one}_addback`, ''],
      [`p${one}_shares`, ''],
    ]),
  )
  const enter = (of: Period): void => {
    engine.apply([...inputs(ofBlank), ...inputs(linesOf(of))], 'scenario')
  }
  const ofBlank = of(clear)

  test('lowers continuing operations as far as any choice of kinds could, and never lifts them above basic; a loss bars it', () => {
    const before = scheduleOf(ALONE, 'eps').lines.map(({ id: line }) =>
      engine.value({ schedule: 'eps', line, column: 'fy_2007' }, 'base'),
    )
    fc.assert(
      fc.property(period, (one) => {
        enter(one)
        const continuing = amount('continuing_available')
        const figure = continuing.plus(one.kinds.length === 0 ? 0 : amount('added_back')).div(amount('diluted_shares'))
        if (continuing.lt(0)) {
          expect(amount('diluted_shares').toFixed()).toBe(String(one.shares))
          expect(amount('diluted').toFixed()).toBe(amount('basic').toFixed())
          expect(amount('diluted_discontinued').toFixed()).toBe(amount('basic_discontinued').toFixed())
        } else expect(figure.toFixed(15)).toBe(lowest(one).toFixed(15))
        expect(amount('diluted_continuing').lte(amount('basic_continuing'))).toBe(true)
        expect(amount('against_basic').toFixed()).toBe('1')
      }),
    )
    const after = scheduleOf(ALONE, 'eps').lines.map(({ id: line }) =>
      engine.value({ schedule: 'eps', line, column: 'fy_2007' }, 'base'),
    )
    expect(after).toEqual(before)
  })

  test('does not depend on the order in which kinds are entered', () => {
    const shuffled = period.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one.kinds, { minLength: one.kinds.length })),
    )
    fc.assert(
      fc.property(shuffled, ([one, kinds]) => {
        enter(one)
        const first = [amount('diluted'), amount('diluted_shares'), amount('added_back')].map(String)
        enter({ ...one, kinds })
        expect([amount('diluted'), amount('diluted_shares'), amount('added_back')].map(String)).toEqual(first)
      }),
    )
  })

  test('a reallocation that lifts diluted above basic is flagged', () => {
    const filing = entered(ALONE, of({ net_income: '100', basic_shares: '100', other_numerator: '7' }))
    expect(asking(filing)).toEqual(['attention against_basic: above it.'])
  })
})

describe('rolled forward', () => {
  test('within the year the current quarter stands beside, the year to date grows, and choices stay', () => {
    const filing = entered(made('2026-09-30', BOOKS), {
      ...QUARTERS,
      'eps.preferred_basis@q3_2026': '2',
      'eps.published_basic@q3_2026': '5.88',
    })
    const next = rolled(filing, 'quarter').filing
    expect(columnIds(next, 'eps')).toEqual(['q4_2026', 'q3_2026', 'fy_2026'])
    const full = entered(next, {
      'income.other_non_interest_income@q4_2026': '7000',
      'income.diluted_shares@q4_2026': '1000',
      'reconciliation.diluted_shares@fy_2026': '995',
      'equity.preferred_dividends@q4_2026': '130',
    })
    const across = (line: string): string[] => columnIds(full, 'eps').map((id) => value(full, `eps.${line}@${id}`))
    expect(across('net_income')).toEqual(['7000', '6000', '22000'])
    expect(across('preferred')).toEqual(['130', '120', '460'])
    // 21,540 over 995.
    expect(across('to_date_entries')).toEqual(['', '', ''])
    expect(asking(entered(full, { 'income.discontinued_operations@q4_2026': '-10' }))).toContain(
      'attention to_date_entries: discontinued blank.',
    )
    expect(across('basic')).toEqual(['6.87', '5.88', '21.65'])
    expect(across('preferred_basis')).toEqual(['2', '2', ''])
    expect(across('published_basic')).toEqual(['', '5.88', ''])
  })

  test('a first quarter gains a year to date of its own in the second', () => {
    const first = entered(made('2026-03-31', BOOKS), {
      'income.other_non_interest_income@q1_2026': '5000',
      'income.diluted_shares@q1_2026': '1000',
      'equity.preferred_dividends@q1_2026': '100',
    })
    expect(columnIds(first, 'eps')).toEqual(['q1_2026', 'q4_2025'])
    expect(value(first, 'eps.basic@q1_2026')).toBe('4.9')
    const { filing, remarks } = rolled(first, 'quarter')
    expect(remarks.some((one) => /^Earnings per share: .* is added/.test(one))).toBe(true)
    expect(columnIds(filing, 'eps')).toEqual(['q2_2026', 'q1_2026', 'm6_2026'])
    const second = entered(filing, {
      'income.other_non_interest_income@q2_2026': '6000',
      'income.diluted_shares@q2_2026': '1000',
      'reconciliation.diluted_shares@m6_2026': '1000',
      'equity.preferred_dividends@q2_2026': '100',
      'eps.p1_addback@q2_2026': '10',
      'eps.p1_shares@q2_2026': '100',
    })
    const across = (line: string): string[] => columnIds(second, 'eps').map((id) => value(second, `eps.${line}@${id}`))
    expect(across('preferred')).toEqual(['100', '100', '200'])
    expect(across('basic')).toEqual(['5.9', '4.9', '10.8'])
    expect(across('diluted_shares')).toEqual(['1100', '1000', '1000'])
    const next = rolled(
      rolled(rolled(second, 'quarter', 'third').filing, 'quarter', 'fourth').filing,
      'quarter',
      'year',
    ).filing
    expect(columnIds(next, 'eps')).toEqual(['q1_2027', 'q4_2026', 'm3_2027'])
    expect(value(entered(next, { 'equity.preferred_dividends@q1_2027': '90' }), 'eps.preferred@q1_2027')).toBe('90')
  })
})
