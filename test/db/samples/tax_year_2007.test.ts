/**
 * The schedules of the tax year of 2007: the product's own templates on the figures of the release, blank where that is silent, and the two
 * readings of the dividends of the first quarter. Amounts are worked out beside the expectations.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { headlines } from '../../../shared/analysis/headlines.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { hasCell, isText } from '../../../shared/calc/layout.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Schedule } from '../../../shared/model/filing.ts'
import { factOf, originOf } from '../../../shared/model/lookup.ts'
import { newFiling } from '../../../shared/templates/templates.ts'

const press = sampleFilings()[0]!

/** The same schedules as a person makes them for a new filing. */
const made = newFiling({
  id: 'made',
  details: {
    title: 'Made',
    registrant: '',
    form: '',
    periodEnd: '2007-09-30',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: true,
  },
  covers: 'quarter',
  against: 'before',
  schedules: ['reconciliation', 'equity', 'distribution_test', 'nol_years', 'nol'],
})

const TAX = ['distribution_test', 'nol_years', 'nol']

function scheduleOf({ schedules }: { schedules: readonly Schedule[] }, id: string): Schedule {
  return schedules.find((one) => one.id === id)!
}

/** What a schedule computes with. */
function computing({ lines, columns }: Schedule): unknown[] {
  return [
    lines.map((line) => [line.id, line.label, line.formula, line.columns, line.only, line.parent, line.format]),
    columns.map((column) => [column.id, column.label, column.formula]),
  ]
}

function value(engine: Engine, name: string, layer: 'base' | 'scenario' = 'scenario'): string {
  const found = engine.value(readCellName(name)!, layer)
  return found === null ? '' : String(found)
}

function scenario(inputs: Record<string, string>): Engine {
  const cells = Object.entries(inputs).map(([name, input]): CellInput => ({ ...readCellName(name)!, input }))
  return createEngine(press, cells)
}

describe('made from the templates', () => {
  test.each(TAX)('%s has the lines, formulas and columns of its template', (id) => {
    const [own, template] = [scheduleOf(press, id), scheduleOf(made, id)]
    expect(computing(own)).toEqual(computing(template))
  })

  test('the headline is the line that a new filing with a distribution test shows', () => {
    const linesOf = (filing: typeof press) => filing.headlines!.find((one) => one.id === 'minimum_distribution')!.lines
    expect(linesOf(press)).toEqual(linesOf(made))
  })

  test('only the losses of note 11 and the years of the layers are entered', () => {
    const entered = TAX.flatMap((id) => scheduleOf(press, id).cells)
    expect(entered.map(({ schedule, line, column, input }) => `${schedule}.${line}@${column} ${input}`)).toEqual([
      'nol.layer_1@layer_year 2000-12-31',
      'nol.layer_1@opening 16400',
      'nol.layer_2@layer_year 2007-12-31',
    ])
    const engine = createEngine(press)
    expect(engine.value(readCellName('nol.layer_1@last_year')!)?.toString()).toBe('44196') // December 31, 2020
    expect(value(engine, 'nol.layer_1@closing')).toBe('16400')
    // 16,370 of loss to common, 11,165 of preferred dividends added back.
    expect(value(engine, 'nol.layer_2@added')).toBe('5205')
  })
})

describe('what the release does not give', () => {
  const test2007 = scheduleOf(press, 'distribution_test')
  const engine = createEngine(press)

  test('every input of the distribution test that no schedule gives is blank and can be completed once', () => {
    const inputs = test2007.lines.filter(({ kind, formula }) => kind === 'input' && formula === undefined)
    const completable = test2007.facts!.filter((fact) => fact.completable)
    expect(completable.map(({ line, column }) => `${line}@${column}`)).toEqual(inputs.map(({ id }) => `${id}@to_date`))
    for (const { line, origin } of completable) {
      expect([line, origin]).toEqual([line, 'not_disclosed'])
      expect([line, value(engine, `distribution_test.${line}@to_date`)]).toEqual([line, ''])
    }
    expect(completable).toHaveLength(16)
  })

  test('nothing of it says that it is published but the losses, and what is marked as not disclosed is blank', () => {
    const published: string[] = []
    for (const id of TAX) {
      const schedule = scheduleOf(press, id)
      for (const line of schedule.lines.filter((one) => !isText(one))) {
        for (const column of schedule.columns.filter((one) => hasCell(line, one))) {
          const name = `${id}.${line.id}@${column.id}`
          const { origin, how } = originOf({ schedule, line, column })
          if (value(engine, name) === '') continue
          if (origin === 'published') published.push(name)
          else
            expect([name, origin, how === undefined]).toEqual([
              name,
              expect.stringMatching(/^(derived|assumed)$/),
              false,
            ])
        }
      }
    }
    expect(published).toEqual(['nol.layer_1@opening'])
  })

  test('the result waits for earnings and profits; completed, the test ends', () => {
    expect(value(engine, 'distribution_test.result@to_date')).toBe('')
    const completed = scenario({ 'distribution_test.earnings_and_profits@to_date': '0' })
    // Nothing is required, and all that was paid is a return of capital: it is met.
    expect(value(completed, 'distribution_test.required@to_date')).toBe('0')
    expect(value(completed, 'distribution_test.beyond_earnings_and_profits@to_date')).toBe('18773')
    expect(value(completed, 'distribution_test.result@to_date')).toBe('1')
  })

  test('losses used and what they leave stay blank while it is not disclosed what dividends deduct', () => {
    const income = { 'reconciliation.actual_loan_losses@q3_2007': '0' }
    const open = scenario(income)
    expect(value(open, 'nol_years.maximum_deduction@fy_2007')).toBe('16400')
    for (const name of ['nol_years.used@fy_2007', 'nol.layer_1@used', 'nol.layer_1@closing', 'nol.total@closing']) {
      expect([name, value(open, name)]).toEqual([name, ''])
    }
    const told = scenario({ ...income, 'distribution_test.earnings_and_profits@to_date': '100000' })
    // 29,143 less 18,773 of dividends leaves 10,370, which losses absorb; 6,030 are carried on.
    expect(value(told, 'nol_years.used@fy_2007')).toBe('10370')
    expect(value(told, 'nol.layer_1@closing')).toBe('6030')
    expect(value(told, 'distribution_test.undistributed_income@to_date')).toBe('0')
  })
})

describe('the two readings of the dividends of the first quarter', () => {
  const READING = 'equity.common_dividends_reading@q1_2007'
  const OTHER = { [READING]: '2' }

  test('0.10 a share on 76,084 thousand shares is 7,608 to the unit; 0.35 is 26,629', () => {
    const filed = createEngine(press)
    expect(value(filed, READING)).toBe('1')
    expect(value(filed, 'equity.common_dividends@q1_2007')).toBe('7608')
    expect(value(filed, 'equity.common_dividend_per_share@q1_2007')).toBe('0.1')
    const other = scenario(OTHER)
    expect(value(other, 'equity.common_dividends@q1_2007')).toBe('26629')
    expect(value(other, 'equity.common_dividend_per_share@q1_2007')).toBe('0.35')
    // As filed nothing changes.
    expect(value(other, 'equity.common_dividends@q1_2007', 'base')).toBe('7608')
  })

  test('the other reading moves equity of every quarter and what was distributed, and not what is required', () => {
    const other = scenario(OTHER)
    for (const quarter of ['q1_2007', 'q2_2007', 'q3_2007']) {
      expect([quarter, value(other, `equity.effect_on_closing@${quarter}`)]).toEqual([quarter, '-19021'])
    }
    expect(value(other, 'distribution_test.common_paid@to_date')).toBe('26629')
    expect(value(other, 'distribution_test.distributions_of_the_year@to_date')).toBe('37794')
    expect(value(other, 'distribution_test.required@to_date')).toBe('0')
    const effect = headlines({ filing: press, engine: other, column: 'q3_2007' }).find(
      ({ id }) => id === 'effect_on_equity',
    )!
    expect([String(effect.base), String(effect.scenario)]).toEqual(['0', '-19021'])
  })

  test('amounts a share and shares can be changed too, and dividends typed over them', () => {
    expect(value(scenario({ 'equity.dividend_for_quarter@q1_2007': '0.2' }), 'equity.common_dividends@q1_2007')).toBe(
      '15217',
    )
    const typed = scenario({ ...OTHER, 'equity.common_dividends@q1_2007': '10000' })
    expect(value(typed, 'equity.common_dividends@q1_2007')).toBe('10000')
    expect(value(typed, 'equity.effect_on_closing@q3_2007')).toBe('-2392')
  })

  test('it is said that 7,608 is an assumption and what the other reading rests on; an election for 2006 has its note', () => {
    const equity = scheduleOf(press, 'equity')
    const { origin, how } = factOf(equity, 'common_dividends', 'q1_2007')!
    expect(origin).toBe('assumed')
    expect(how).toMatch(/^7,608 as filed.*assumes.*0\.25 a share.*declared and paid in January 2007.*26,629/)
    const test2007 = scheduleOf(press, 'distribution_test')
    expect(factOf(test2007, 'common_paid', 'to_date')).toMatchObject({ origin: 'assumed' })
    const [mark] = test2007.lines.find(({ id }) => id === 'prior_spillover')!.notes!
    expect(test2007.notes!.find((note) => note.mark === mark)!.text).toContain('it counts for 2006 and not for 2007')
  })

  test('the workings are no lines of the filing copy', () => {
    const workings = scheduleOf(press, 'equity').lines.filter(({ parent }) => parent === 'common_dividends')
    expect(workings).toHaveLength(5)
    for (const { filingCopy, only } of workings) expect([filingCopy, only]).toEqual([false, ['q1_2007']])
  })
})
