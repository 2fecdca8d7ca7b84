/**
 * Each row of the truth table, planned by the product as if typed: figures, sentence and consequence.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { headlines } from '../../../shared/analysis/headlines.ts'
import { planEdit } from '../../../shared/analysis/edit.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { openAmong } from '../../../shared/checks/tie_out.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { Flow } from '../../../shared/model/filing.ts'
import { formatAmount } from '../../../shared/money/format.ts'
import { golden, SAID } from '../../db/samples/golden.ts'

const filing = sampleFilings()[0]!

function figures(engine: Engine, column: string): { text: Record<string, string>; sentence: string } {
  const all = headlines({ filing, engine, column, open: openAmong(tieOuts(filing, engine)) })
  const text: Record<string, string> = {}
  for (const { id, scenario } of all) if (isAmount(scenario)) text[id] = scenario.toFixed()
  return { text, sentence: all.flatMap(({ sentences }) => sentences).join(' ') }
}

describe.each(golden('propagation'))('$edit ($flow)', (row) => {
  const column = row['column'] || 'q3_2007'
  const engine = createEngine(filing)
  if (row['edit']!.includes('on top of the first')) {
    engine.apply([{ schedule: 'income', line: 'derivatives_unrealized', column, input: '-130347' }])
  }
  if (row['schedule']) {
    const plan = planEdit({
      filing,
      engine,
      scenario: 'scenario_1',
      ref: { schedule: row['schedule'], line: row['line']!, column },
      text: row['to']!,
      flow: (row['flow'] || 'books_and_tax') as Flow,
    })
    if (plan.kind !== 'plan') throw new Error(JSON.stringify(plan))
    engine.apply(plan.inputs)
  }

  test('moves the figures as the table says', () => {
    const { text } = figures(engine, column)
    expect(text['net_earnings']).toBe(row['net_earnings'])
    expect(text['effect_on_equity']).toBe(row['effect_on_equity'])
    expect(text['taxable_income']).toBe(row['taxable_income'])
    expect(text['taxable_income_per_share']).toBe(row['taxable_income_per_share'])
    expect(figures(engine, 'm9_2007').text['taxable_income']).toBe(row['taxable_income_ytd'])
    const shown = formatAmount(headlineAmount(engine, column), { format: 'amount' }).replaceAll(',', '')
    expect(shown === '–' ? '0' : shown).toBe(row['minimum_distribution_ytd'])
  })

  test('says why', () => {
    expect(figures(engine, column).sentence).toContain(`${SAID[row['edit']!]}.`)
  })
})

function headlineAmount(engine: Engine, column: string) {
  const found = headlines({ filing, engine, column }).find(({ id }) => id === 'minimum_distribution')!
  if (!isAmount(found.scenario)) throw new Error('no minimum distribution')
  return found.scenario
}
