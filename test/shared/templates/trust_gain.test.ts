/**
 * What the trusts gained in value: the figures that the letter on 2009 tells in words, out of the cells of its table; the headline; and that whatever
 * stands in the rollforward leads to its total.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { headlines } from '../../../shared/analysis/headlines.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { factOf } from '../../../shared/model/lookup.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { print } from '../print/sample_documents.ts'
import { figure, rolled, row, scheduleOf } from './filing_fixture.ts'

const letter = sampleFilings()[1]!

function made(schedules: readonly string[]): Filing {
  const details = {
    title: 'T',
    registrant: '',
    form: '',
    periodEnd: '2026-09-30',
    documentDate: '',
    unit: '',
    unaudited: true,
  }
  return newFiling({ id: 'new', details, covers: 'quarter', against: 'before', schedules })
}

function at(engine: Engine, line: string, layer: 'base' | 'scenario' = 'scenario'): string {
  const value = engine.value({ schedule: 'trust_gain', line, column: 'fy_2009' }, layer)
  return isAmount(value) ? plain(value) : ''
}

/** The headline of the trusts as it is named and what it shows. */
function headline(filing: Filing, column: string): [string, string] {
  const shown = headlines({ filing, engine: createEngine(filing), column }).find(({ id }) => id === 'net_trust_result')!
  return [shown.label, isAmount(shown.scenario) ? plain(shown.scenario) : '']
}

/** The figures of the letter's paragraph on the trusts, in the order of the schedule; 3,540 and 109 stand in its table alone. */
const TOLD = {
  afs: '3540',
  collateral: '27804',
  derivative_assets: '109',
  assets_excluding_reo: '31453',
  reo_losses: '-218157',
  assets: '-186704',
  borrowings: '254007',
  derivative_liabilities: '-54298',
  liabilities: '199709',
  net_change: '13005',
}

describe('the letter on 2009', () => {
  const schedule = scheduleOf(letter, 'trust_gain')

  test('its narrative figures come out of the cells of the rollforward, and nothing is entered', () => {
    const engine = createEngine(letter)
    expect(Object.fromEntries(Object.keys(TOLD).map((line) => [line, at(engine, line)]))).toEqual(TOLD)
    expect(schedule.cells).toEqual([])
    for (const [line, text] of Object.entries(TOLD)) {
      expect(factOf(schedule, line, 'fy_2009')).toMatchObject({ origin: 'published', perSource: text })
    }
  })

  test('the headline is the net gain; the total as tabled says that cash of interest is outside the table', () => {
    expect(headline(letter, 'fy_2009')).toEqual(['Net gain (loss) from trust assets and liabilities', '13005'])
    const engine = createEngine(letter)
    expect(at(engine, 'as_tabled')).toBe('-679469')
    expect(schedule.lines.find(({ id }) => id === 'as_tabled')!.label).toBe(
      'Total as tabled, interest cash outside the table',
    )
    const told = [
      scheduleOf(letter, 'trusts').notes!.find(({ mark }) => mark === '2')!.text,
      scheduleOf(letter, 'equity').lines.find(({ id }) => id === 'net_trust_result')!.how,
    ]
    for (const text of told) expect(text).toContain('total as tabled, interest cash outside the table')
  })

  test('a scenario moves it, and not what was filed', () => {
    const inputs: CellInput[] = [{ ...readCellName('trusts.change_in_fair_value@collateral')!, input: '20000' }]
    const engine = createEngine(letter, inputs)
    expect(['collateral', 'assets', 'net_change', 'as_tabled'].map((line) => at(engine, line))).toEqual([
      '20000',
      '-194508',
      '5201',
      '-687273',
    ])
    expect(at(engine, 'net_change', 'base')).toBe('13005')
    // Interest is no gain of the trusts here.
    const interest = createEngine(letter, [{ ...readCellName('trusts.interest_income@collateral')!, input: '1' }])
    expect([at(interest, 'net_change'), at(interest, 'difference')]).toEqual(['13005', '0'])
  })

  test('both copies print; the way to the total of the table stands on the workpaper copy alone', () => {
    const [filed, workpaper] = (['filing', 'workpaper'] as const).map((mode) =>
      JSON.stringify(print(letter, 'trust_gain', { mode })),
    )
    for (const text of [filed, workpaper]) expect(text).toContain('13,005')
    expect(filed).not.toContain('679,469')
    expect(workpaper).toContain('679,469')
  })

  test('rolled to 2010 it reads the rollforward of 2010, and its headline is of that year', () => {
    const { filing } = rolled(letter, 'year')
    expect(row(filing, 'trust_gain', 'net_change')).toEqual([''])
    const cells = [{ ...readCellName('trusts.reo_losses@reo')!, input: '-7' }]
    const next = {
      ...filing,
      schedules: filing.schedules.map((one) =>
        one.id === 'trusts' ? { ...one, cells: [...one.cells, ...cells] } : one,
      ),
    }
    expect(row(next, 'trust_gain', 'net_change')).toEqual(['-7'])
    expect(headline(next, 'fy_2010')[1]).toBe('-7')
    expect(scheduleOf(next, 'trust_gain').facts ?? []).toEqual([])
  })
})

describe('a new filing', () => {
  test('without a rollforward the gains are entered; without this schedule the headline is the total as tabled', () => {
    const alone = made(['trust_gain'])
    expect(scheduleOf(alone, 'trust_gain').lines.filter(({ kind }) => kind === 'input')).toHaveLength(6)
    expect(headline(alone, 'q3_2026')).toEqual(['Net gain (loss) from trust assets and liabilities', ''])
    expect(headline(made(['trust_rollforward']), 'q3_2026')[0]).toBe('Total of the trusts as tabled')
    const both = made(['trust_rollforward', 'trust_gain'])
    expect(both.headlines!.map(({ id }) => id)).toEqual([
      'net_trust_result',
      'residual',
      'long_term_debt',
      'open_tie_outs',
    ])
  })

  test('whatever stands in the rollforward, the net gain and interest are its total; a class that is not shown is a failed proof', () => {
    const filing = made(['trust_rollforward', 'trust_gain'])
    const entered = scheduleOf(filing, 'trusts')
    const places = entered.lines
      .filter(({ id }) => ['interest_income', 'interest_expense', 'change_in_fair_value', 'reo_losses'].includes(id))
      .flatMap((line) =>
        entered.columns
          .filter(({ kind, id }) => kind === 'component' && id !== 'long_term_debt')
          .map((column) => ({ schedule: 'trusts', line: line.id, column: column.id })),
      )
    const amount = fc.option(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { nil: null })
    fc.assert(
      fc.property(fc.array(amount, { minLength: places.length, maxLength: places.length }), (amounts) => {
        const cells = places.map((ref, n): CellInput => ({ ...ref, input: amounts[n]?.toString() ?? null }))
        const engine = createEngine(filing, cells)
        const value = (name: string): string => {
          const found = engine.value(readCellName(name)!)
          return isAmount(found) ? plain(found) : ''
        }
        expect(value('trust_gain.as_tabled@q3_2026')).toBe(value('trusts.total_gains@residual'))
        expect(['', '0']).toContain(value('trust_gain.difference@q3_2026'))
      }),
      { numRuns: 60 },
    )
    const wider: Filing = {
      ...filing,
      schedules: filing.schedules.map((one) =>
        one.id === 'trusts'
          ? {
              ...one,
              columns: one.columns.flatMap((column) =>
                column.id === 'reo' ? [{ id: 'loans', label: 'Loans', kind: 'component' as const }, column] : [column],
              ),
              cells: [{ ...readCellName('trusts.reo_losses@loans')!, input: '5' }],
            }
          : one,
      ),
    }
    const engine = createEngine(wider)
    expect(figure(engine, readCellName('trust_gain.difference@q3_2026')!)).toBe('-5')
    const failed = tieOuts(wider, engine).filter(({ kind, status }) => kind === 'proof' && status === 'fail')
    expect(failed.map(({ line }) => line)).toEqual(['difference'])
  })
})
