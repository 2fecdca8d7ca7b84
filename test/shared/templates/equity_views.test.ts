/**
 * Equity in three views: what is known of each, why one is blank, what a filing copy shows, and what holds whatever is entered. Figures are worked out
 * beside the expectations.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { Decimal, plain } from '../../../shared/money/decimal.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { print } from '../print/sample_documents.ts'
import { rolled, scheduleOf } from './filing_fixture.ts'

const VIEWS = ['equity_views', 'equity_views_trusts']

function made(schedules: readonly string[], periodEnd = '2026-09-30'): Filing {
  const details = { title: 'T', registrant: 'Harbor', form: '', periodEnd, documentDate: '', unit: '', unaudited: true }
  return newFiling({ id: 'new', details, covers: 'quarter', against: 'before', schedules })
}

const cells = (inputs: Readonly<Record<string, string>>): CellInput[] =>
  Object.entries(inputs).map(([name, input]) => ({ ...readCellName(name)!, input }))

/** The filing with inputs in place of those that stand. */
function withInputs(filing: Filing, inputs: Readonly<Record<string, string>>): Filing {
  const own = cells(inputs)
  const schedules = filing.schedules.map((one) => ({
    ...one,
    cells: [...one.cells, ...own.filter(({ schedule }) => schedule === one.id)],
  }))
  return { ...filing, schedules }
}

/** A cell as it is read: a choice by its words. */
function at(filing: Filing, engine: Engine, name: string): string {
  const ref = readCellName(name)!
  const { line, column } = findCell(filing, ref)!
  const value = engine.value(ref)
  if (!isAmount(value)) return value === null ? '' : String(value)
  return line.format === 'choice' || column.format === 'choice' ? cellText(value, line, column) : plain(value)
}

function views(filing: Filing, line: string): string[] {
  const engine = createEngine(filing)
  return ['reported', 'limited', 'fair_value'].map((view) => at(filing, engine, `equity_views.${line}@${view}`))
}

/** Four trusts of a case of the golden tables: two under water by 100,000 and 150,000, one at nil, one with 20,000. */
const TRUSTS = {
  'equity_views_trusts.trust_1@assets_book': '1000000',
  'equity_views_trusts.trust_1@obligations_book': '1100000',
  'equity_views_trusts.trust_2@assets_book': '800000',
  'equity_views_trusts.trust_2@obligations_book': '780000',
  'equity_views_trusts.trust_3@assets_book': '500000',
  'equity_views_trusts.trust_3@obligations_book': '650000',
  'equity_views_trusts.trust_4@assets_book': '200000',
  'equity_views_trusts.trust_4@obligations_book': '200000',
}

describe('linked to equity', () => {
  const linked = made(['equity', ...VIEWS])

  test('nothing is claimed while the opening of equity is missing, and the reason is said', () => {
    const filing = withInputs(linked, { ...TRUSTS, 'equity.net_earnings@q3_2026': '5000' })
    for (const line of ['as_reported', 'in_view', 'to_common', 'book_value_per_common_share']) {
      expect([line, views(filing, line)]).toEqual([line, ['', '', '']])
    }
    const missing = 'equity missing'
    expect(views(filing, 'standing')).toEqual([missing, missing, missing])
  })

  test('once it is known, equity less the trusts is what stands outside them, and losses are added back trust by trust', () => {
    const known = { ...TRUSTS, 'equity.opening@q1_2026': '-115000', 'equity.net_earnings@q3_2026': '5000' }
    const filing = withInputs(linked, known)
    // The trusts come to (230,000), so that 120,000 stands outside them.
    expect(views(filing, 'other_net_assets')).toEqual(['120000', '120000', '120000'])
    expect(views(filing, 'in_view')).toEqual(['-110000', '140000', ''])
    expect(views(filing, 'standing')).toEqual(['as entered', 'as entered', 'value missing'])
    // In a scenario the provision of one trust is larger; as filed nothing changes.
    const engine = createEngine(filing, cells({ 'equity_views_trusts.trust_2@assets_book': '760000' }))
    const limited = readCellName('equity_views.in_view@limited')!
    // Its deficit of 20,000 is new; what is outside the trusts follows, as equity is not typed.
    expect(String(engine.value(limited))).toBe('160000')
    expect(String(engine.value(limited, 'base'))).toBe('140000')
  })

  test('a quarter later the trusts keep their names and the original investment, and equity is that of the new quarter', () => {
    const filing = withInputs(linked, {
      ...TRUSTS,
      'equity.opening@q1_2026': '-115000',
      'equity.net_earnings@q3_2026': '5000',
      'equity_views_trusts.trust_1@original_investment': '50000',
    })
    const next = rolled(filing, 'quarter').filing
    const engine = createEngine(next)
    expect(at(next, engine, 'equity_views.as_reported@reported')).toBe('-110000')
    expect(at(next, engine, 'equity_views_trusts.trust_1@original_investment')).toBe('50000')
    expect(at(next, engine, 'equity_views_trusts.trust_1@assets_book')).toBe('')
    expect(views(next, 'standing').slice(1)).toEqual(['trusts missing', 'trusts missing'])
    const later = withInputs(next, { ...TRUSTS, 'equity.net_earnings@q4_2026': '1000' })
    expect(views(later, 'in_view').slice(0, 2)).toEqual(['-109000', '141000'])
    const year = rolled(later, 'quarter').filing
    expect(year.periodEnd).toBe('2027-03-31')
    expect(at(year, createEngine(year), 'equity_views.as_reported@reported')).toBe('-109000')
    expect(at(year, createEngine(year), 'equity_views_trusts.trust_1@original_investment')).toBe('50000')
  })
})

describe('by themselves', () => {
  const alone = made(VIEWS)

  test('nothing is said of common stock before its preferred stock is known, nor of a share where there are none', () => {
    const known = {
      'equity_views.other_net_assets@reported': '50000',
      'equity_views_trusts.trust_1@assets_book': '700000',
      'equity_views_trusts.trust_1@obligations_book': '690000',
      'equity_views.common_shares@reported': '1000',
    }
    expect(views(withInputs(alone, known), 'book_value_per_common_share')).toEqual(['', '', ''])
    expect(views(withInputs(alone, known), 'to_common')).toEqual(['', '', ''])
    const without = { ...known, 'equity_views.preferred_liquidation@reported': '0' }
    expect(views(withInputs(alone, without), 'book_value_per_common_share')).toEqual(['60', '60', ''])
    const none = { ...without, 'equity_views.common_shares@reported': '0' }
    expect(views(withInputs(alone, none), 'book_value_per_common_share')).toEqual(['', '', ''])
  })

  test('of trusts known in total only, the view is a lower bound and says so', () => {
    const filing = withInputs(alone, {
      'equity_views.other_net_assets@reported': '50000',
      'equity_views_trusts.in_total@assets_book': '700000',
      'equity_views_trusts.in_total@obligations_book': '760000',
    })
    expect(views(filing, 'in_view')).toEqual(['-10000', '50000', ''])
    expect(views(filing, 'standing')).toEqual(['as entered', 'lower bound', 'value missing'])
    expect(at(filing, createEngine(filing), 'equity_views.limited_to_investment@limited')).toBe('')
  })

  test('a trust of which one side is missing keeps every view of the trusts from being claimed', () => {
    const filing = withInputs(alone, {
      ...TRUSTS,
      'equity_views.other_net_assets@reported': '120000',
      'equity_views_trusts.trust_5@assets_book': '10',
      'equity_views_trusts.trust_6@obligations_book': '10',
    })
    expect(views(filing, 'in_view')).toEqual(['', '', ''])
    const whole = withInputs(filing, {
      'equity_views_trusts.trust_5@obligations_book': '10',
      'equity_views_trusts.trust_6@assets_book': '10',
    })
    expect(views(whole, 'in_view')).toEqual(['-110000', '140000', ''])
  })

  test('what cannot be is flagged with the reason and added as entered', () => {
    const filing = withInputs(alone, {
      'equity_views.other_net_assets@reported': '50000',
      'equity_views_trusts.trust_1@assets_book': '400000',
      'equity_views_trusts.trust_1@obligations_book': '420000',
      'equity_views_trusts.trust_1@assets_fair_value': '300000',
      'equity_views_trusts.trust_1@obligations_fair_value': '310000',
      'equity_views_trusts.trust_2@assets_book': '5',
      'equity_views_trusts.trust_3@assets_book': '-5',
      'equity_views_trusts.trust_3@obligations_book': '5',
      'equity_views_trusts.trust_4@assets_book': '5',
      'equity_views_trusts.trust_4@obligations_book': '5',
      'equity_views_trusts.trust_4@assets_fair_value': '5',
    })
    const engine = createEngine(filing)
    const standing = [1, 2, 3, 4].map((n) => at(filing, engine, `equity_views_trusts.trust_${n}@standing`))
    expect(standing).toEqual(['above assets', 'side missing', 'negative', 'value missing'])
    const flagged = tieOuts(filing, engine).filter(({ status }) => status === 'flagged')
    expect(flagged.filter(({ kind }) => kind === 'attention').map(({ line }) => line)).toEqual([
      'trust_1',
      'trust_2',
      'trust_3',
      'trust_4',
    ])
    expect(flagged.every(({ kind }) => kind === 'attention')).toBe(true)
  })

  test('the filing copy shows equity as reported and nothing of the other views', () => {
    const filing = withInputs(alone, {
      ...TRUSTS,
      'equity_views.other_net_assets@reported': '120000',
      'equity_views.preferred_liquidation@reported': '161765',
      'equity_views.common_shares@reported': '76084',
    })
    expect(views(filing, 'book_value_per_common_share')).toEqual(['-3.57', '-0.29', ''])
    const [filed, workpaper] = (['filing', 'workpaper'] as const).map((mode) =>
      JSON.stringify(print(filing, 'equity_views', { mode })),
    )
    expect(filed).toContain('110,000')
    expect(workpaper).toContain('140,000')
    expect(workpaper).toContain('Individually tailored measures')
    for (const text of ['140,000', '0.29', '250,000']) expect(filed).not.toContain(text)
  })

  test('whatever the trusts hold: losses limited are never less than reported, nor by trust less than in total; each view adds up', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
    const trust = fc.record({ assets: amount, obligations: amount, valued: amount, owed: amount })
    const held = fc.record({
      outside: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      trusts: fc.array(trust, { minLength: 1, maxLength: 16 }),
    })
    fc.assert(
      fc.property(held, ({ outside, trusts }) => {
        const inputs = Object.fromEntries([
          ['equity_views.other_net_assets@reported', `${outside}`],
          ...trusts.flatMap(({ assets, obligations, valued, owed }, n) => [
            [`equity_views_trusts.trust_${n + 1}@assets_book`, `${assets}`],
            [`equity_views_trusts.trust_${n + 1}@obligations_book`, `${obligations}`],
            [`equity_views_trusts.trust_${n + 1}@assets_fair_value`, `${valued}`],
            [`equity_views_trusts.trust_${n + 1}@obligations_fair_value`, `${owed}`],
          ]),
        ]) as Record<string, string>
        // As a scenario over an empty filing: the base stays blank.
        const engine = createEngine(alone, cells(inputs))
        const value = (name: string): Decimal =>
          new Decimal(String(engine.value(readCellName(`equity_views.${name}`)!)))
        const reported = value('as_reported@reported')
        const [byTrust, inTotal] = [
          value('limited_to_investment@limited'),
          value('limited_if_only_total_known@limited'),
        ]
        expect(byTrust.gte(inTotal) && inTotal.gte(reported)).toBe(true)
        const beyond = trusts.reduce(
          (sum, { assets, obligations }) => sum + (obligations > assets ? obligations - assets : 0n),
          0n,
        )
        expect(plain(byTrust)).toBe(plain(reported.plus(String(beyond))))
        const worth = trusts.reduce((sum, { valued, owed }) => sum + valued - owed, 0n)
        expect(plain(value('fair_value_option_view@fair_value'))).toBe(`${outside + worth}`)
        expect(engine.value(readCellName('equity_views.in_view@limited')!, 'base')).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})

test('the schedule of trusts is no part of a filing copy, and says so', () => {
  const filing = withInputs(made(VIEWS), TRUSTS)
  expect(scheduleOf(filing, 'equity_views_trusts').columns.every(({ filingCopy }) => filingCopy === false)).toBe(true)
  expect(print(filing, 'equity_views_trusts', { mode: 'filing' })).toMatchObject({ kind: 'refusal' })
  expect(JSON.stringify(print(filing, 'equity_views_trusts', { mode: 'workpaper' }))).toContain('is not for filing')
})
