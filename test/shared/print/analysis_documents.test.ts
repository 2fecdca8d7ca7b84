/**
 * Comparisons and bridges as print documents: figures in parts, what is hypothetical, and where bars stand.
 */
import { describe, expect, test } from 'vitest'
import type { Refused } from '../../../shared/refusals/refusal.ts'
import { taxableIncomeBridge, equityRoll, type Bridge } from '../../../shared/analysis/bridges.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import type { CellInput } from '../../../shared/model/filing.ts'
import { bridgeById, bridgeChoices } from '../../../shared/print/bridge_choice.ts'
import { bridgeDocument } from '../../../shared/print/bridge_document.ts'
import { compareDocument } from '../../../shared/print/compare_document.ts'
import type { PrintDocument } from '../../../shared/print/document.ts'
import { bridgeFormat, waterfallOf } from '../../../shared/print/waterfall.ts'
import { cellTexts, sample } from './sample_documents.ts'
import { sentence, worded } from '../worded.ts'

const release = sample('impac_2007_q3')
const PROVISION: CellInput = {
  schedule: 'income',
  line: 'provision_for_loan_losses',
  column: 'q3_2007',
  input: '799445',
}
const OPTIONS = { mode: 'workpaper', tieOuts: [], changeNumber: 17, time: 'a day' } as const

function made(bridge: Bridge | Refused): Bridge {
  if (bridge.kind === 'refused') throw new Error(sentence(bridge))
  return bridge
}

function texts(document: PrintDocument, line: string): string[] {
  return cellTexts(document.rows.find(({ id }) => id === line)!)
}

function comparison(changedOnly: boolean): PrintDocument {
  const scenario = { id: 'larger', name: 'Larger', engine: createEngine(release, [PROVISION]) }
  const options = { column: 'q3_2007', changedOnly, changeNumber: 17, time: 'a day' }
  const built = compareDocument(release, createEngine(release), [scenario], options)
  if (built.kind === 'refusal') throw new Error(built.reasons.join())
  return built
}

describe('a comparison on paper', () => {
  test('has base, scenario, difference and percent, marked hypothetical and told below', () => {
    const printed = comparison(false)
    expect(printed.banner).toEqual(['Hypothetical: Larger'])
    expect(printed.columns.map(({ id }) => id)).toEqual(['base', 'larger', 'larger_difference', 'larger_percent'])
    expect(texts(printed, 'income.provision_for_loan_losses')).toEqual(['789,445', '799,445', '10,000', '1'])
    expect(texts(printed, 'headline:taxable_income')).toEqual(['(16,297)', '(16,297)', '–', '–'])
    expect(printed.blocks).toContainEqual({ kind: 'heading', text: 'Changed by Larger' })
    expect(printed.blocks.at(-1)).toMatchObject({ kind: 'row', figures: ['789,445', '799,445', '10,000'] })
    expect(printed.foot?.statement).toContain('change 17')
  })

  test('leaves unchanged lines out where asked', () => {
    const ids = comparison(true).rows.map(({ id }) => id)
    expect(ids).toContain('income.provision_for_loan_losses')
    expect(ids).not.toContain('income.interest_income')
    expect(ids).toContain('headline:taxable_income')
  })
})

describe('a bridge on paper', () => {
  const engine = createEngine(release, [PROVISION])
  const bridge = made(taxableIncomeBridge({ filing: release, engine, column: 'q3_2007' }))

  test('is a table of steps with what they lead to, and the chart as data', () => {
    const printed = bridgeDocument(release, engine, bridge, {
      ...OPTIONS,
      scenario: { name: 'Larger', cells: [PROVISION] },
    })
    expect(printed.banner).toEqual(['Hypothetical: Larger'])
    expect(texts(printed, 'net_earnings')).toEqual(['$ (1,201,235)', '$ (1,201,235)'])
    expect(texts(printed, 'loan_loss_provisions')).toEqual(['842,453', '(358,782)'])
    expect(texts(printed, 'taxable_income')).toEqual(['$ (16,297)', '$ (16,297)'])
    expect(printed.blocks[0]?.kind).toBe('chart')
  })

  test('has bars that begin where the one before ended, within the chart', () => {
    const { bars, zero } = waterfallOf(bridge, bridgeFormat(release, bridge), engine)
    expect(zero).toBe(1)
    expect(bars[0]).toMatchObject({ from: 1, to: 0, text: '(1,201,235)', kind: 'start' })
    for (const [at, bar] of bars.entries()) {
      expect(Math.min(bar.from, bar.to)).toBeGreaterThanOrEqual(0)
      expect(Math.max(bar.from, bar.to)).toBeLessThanOrEqual(1)
      if (at > 0 && at < bars.length - 1) expect(bar.from).toBe(bars[at - 1]!.to)
    }
    expect(bars[1]!.text).toBe('+842,453')
  })

  test('says that an opening is not disclosed, instead of a figure', () => {
    const roll = made(equityRoll({ filing: release, engine, column: 'q3_2007' }))
    const printed = bridgeDocument(release, engine, roll, OPTIONS)
    expect(printed.rows[0]!.cells.map(({ kind }) => kind)).toEqual(['not_disclosed', 'blank'])
    expect(waterfallOf(roll, bridgeFormat(release, roll), engine).bars[0]!.text).toBe('not disclosed')
  })

  test('is chosen by its id; from the base to a scenario only where there is one', () => {
    expect(bridgeChoices(release, null).map(({ id }) => id)).toEqual(['taxable_income', 'equity_roll'])
    const ask = (id: string, scenario: string | null) =>
      bridgeById({ filing: release, engine, id, column: 'q3_2007', scenario })
    for (const { id } of bridgeChoices(release, 'Larger')) {
      const answer = ask(id, 'Larger')
      expect([id, answer.kind]).toEqual([id, id === 'scenario_equity' ? 'refused' : 'bridge'])
    }
    expect(made(ask('scenario_net_earnings', 'Larger')).steps.map(({ label }) => label)).toEqual([
      'As filed',
      'Provision for loan losses, Three Months Ended September 30, 2007: 789,445 to 799,445',
      'Larger',
    ])
    expect(ask('scenario_net_earnings', null).kind).toBe('refused')
    expect(worded(ask('nowhere', null))).toEqual({ kind: 'refused', reason: 'There is no bridge nowhere.' })
  })
})
