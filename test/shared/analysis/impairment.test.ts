/**
 * An impairment edit does not move equity: available-for-sale securities stand at fair value, so what earnings no longer bear
 * stays in other comprehensive income. In every quarter, however the edit is made, in the sample, in filings from templates
 * and in what they roll forward to.
 */
import { describe, expect, test } from 'vitest'
import { completedInput } from '../../../shared/analysis/completed.ts'
import { headlines } from '../../../shared/analysis/headlines.ts'
import { planEdit } from '../../../shared/analysis/edit.ts'
import { overridden } from '../../../shared/analysis/overridden.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { CellInput, Filing, Flow, Line } from '../../../shared/model/filing.ts'
import { originOf, findCell } from '../../../shared/model/lookup.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { columnIds, rolled, row, scheduleOf } from '../templates/filing_fixture.ts'
import { cell, input, inputTexts, release } from './sample_edits.ts'

const ADJUSTMENT = 'reconciliation.nondeductible_capital_loss'
const IMPAIRMENT = 'income.otti_loss'
const RECLASSIFIED = 'equity.oci_reclassification'

function text(engine: Engine, name: string, layer: 'scenario' | 'base' = 'scenario'): string {
  const value = engine.value(cell(name), layer)
  return isAmount(value) ? plain(value) : value === null ? '' : JSON.stringify(value)
}

/** The amount typed in a scenario, and the engine in which it stands. */
function typed(filing: Filing, name: string, to: string, flow: Flow = 'books_and_tax', engine = createEngine(filing)) {
  const plan = planEdit({ filing, engine, scenario: 'scenario', ref: cell(name), text: to, flow })
  if (plan.kind !== 'plan') throw new Error(JSON.stringify(plan))
  engine.apply(plan.inputs)
  return { engine, plan }
}

function reclassification(filing: Filing): Line {
  return scheduleOf(filing, 'equity').lines.find(({ id }) => id === 'oci_reclassification')!
}

function quarters(engine: Engine, line: string, columns = ['q1_2007', 'q2_2007', 'q3_2007']): string[] {
  return columns.map((column) => text(engine, `${line}@${column}`))
}

function sentence(filing: Filing, engine: Engine, column: string): string {
  const all = headlines({ filing, engine, column })
  return all.find(({ id }) => id === 'taxable_income')!.sentences.join(' ')
}

describe('as filed', () => {
  test('the reclassification is not disclosed and blank, in a scenario without edits too', () => {
    for (const engine of [createEngine(release), createEngine(release, [input(`${IMPAIRMENT}@q3_2007`, '26709')])]) {
      expect(quarters(engine, RECLASSIFIED)).toEqual(['', '', ''])
    }
    for (const column of ['q1_2007', 'q2_2007', 'q3_2007']) {
      expect(originOf(findCell(release, cell(`${RECLASSIFIED}@${column}`))!).origin).toBe('not_disclosed')
    }
  })

  test('completed later, it stands with its figure, and a scenario still moves it', () => {
    const ref = cell(`${RECLASSIFIED}@q3_2007`)
    const found = findCell(release, ref)!
    const completed = completedInput(found, '800')
    expect(completed).toBe(
      '= 800 + (if(income.otti_loss <> as_filed(income.otti_loss), income.otti_loss - as_filed(income.otti_loss)))',
    )
    const engine = createEngine(release)
    engine.apply([{ ...ref, input: completed }], 'base')
    expect(text(engine, `${RECLASSIFIED}@q3_2007`)).toBe('800')
    typed(release, `${IMPAIRMENT}@q3_2007`, '0', 'books_and_tax', engine)
    expect(text(engine, `${RECLASSIFIED}@q3_2007`)).toBe('-25909')
    expect(text(engine, 'equity.effect_on_closing@q3_2007')).toBe('0')
    // Where no formula serves the cell, what was found stands as it is.
    const first = findCell(release, cell(`${RECLASSIFIED}@q1_2007`))!
    expect(completedInput(first, '800')).toBe('800')
    expect(completedInput(found, '=2 - 5')).toMatch(/^= \(2 - 5\) \+ \(if/)
  })
})

describe('an impairment edit in the press release', () => {
  test.each([
    ['at the impairment', `${IMPAIRMENT}@q3_2007`, '0', '-26709'],
    ['at the adjustment', `${ADJUSTMENT}@q3_2007`, '0', '-26709'],
    ['larger', `${IMPAIRMENT}@q3_2007`, '30000', '3291'],
    ['cleared', `${IMPAIRMENT}@q3_2007`, '', '-26709'],
  ])('%s holds equity in the quarter', (_, name, to, change) => {
    const { engine } = typed(release, name, to)
    expect(quarters(engine, RECLASSIFIED)).toEqual(['', '', change])
    expect(quarters(engine, 'equity.effect_on_closing')).toEqual(['0', '0', '0'])
    expect(text(engine, 'reconciliation.taxable_income@q3_2007')).toBe('-16297')
    expect(text(engine, 'reconciliation.taxable_income@m9_2007')).toBe('-16370')
    expect(text(engine, `${RECLASSIFIED}@q3_2007`, 'base')).toBe('')
    expect(tieOuts(release, engine).filter(({ status }) => status === 'fail')).toEqual([])
  })

  test('through the nine months it moves the third quarter, and equity holds', () => {
    const { engine } = typed(release, `${ADJUSTMENT}@m9_2007`, '0')
    expect(text(engine, `${IMPAIRMENT}@q3_2007`)).toBe('0')
    expect(quarters(engine, 'equity.effect_on_closing')).toEqual(['0', '0', '0'])
  })

  test('of the second quarter holds equity in the third too', () => {
    const { engine } = typed(release, `${IMPAIRMENT}@q2_2007`, '5000')
    expect(quarters(engine, RECLASSIFIED)).toEqual(['', '5000', ''])
    expect(quarters(engine, 'equity.effect_on_closing')).toEqual(['0', '0', '0'])
  })

  test('of the tax adjustment alone moves neither books nor equity', () => {
    for (const column of ['q1_2007', 'q2_2007', 'q3_2007']) {
      const { engine } = typed(release, `${ADJUSTMENT}@${column}`, '7000', 'tax_only')
      expect(quarters(engine, RECLASSIFIED)).toEqual(['', '', ''])
      expect(quarters(engine, 'equity.effect_on_closing')).toEqual(['0', '0', '0'])
    }
  })

  test('where no income statement was published, what answers holds equity as well: in q1, q2 and q3', () => {
    const { engine, plan } = typed(release, `${ADJUSTMENT}@q1_2007`, '5000')
    expect(inputTexts(plan.inputs)).toEqual([
      'reconciliation.nondeductible_capital_loss@q1_2007 5000',
      'reconciliation.net_earnings@q1_2007 -126668',
      'equity.oci_reclassification@q1_2007 5000',
    ])
    expect(plan.consequence?.text).toContain(
      'Reclassification of impairment from other comprehensive income becomes 5,000',
    )
    expect(quarters(engine, 'equity.effect_on_closing')).toEqual(['0', '0', '0'])
    expect(text(engine, 'reconciliation.taxable_income@q1_2007')).toBe('18863')
    expect(sentence(release, engine, 'q1_2007')).toContain(
      'Net earnings fall and other comprehensive income rises by the same amount, so equity does not change. Securities available-for-sale are carried at fair value.',
    )
    // And again from there: what stands is moved by the change alone.
    typed(release, `${ADJUSTMENT}@q1_2007`, '4000', 'books_and_tax', engine)
    expect(text(engine, `${RECLASSIFIED}@q1_2007`)).toBe('4000')
    expect(quarters(engine, 'equity.effect_on_closing')).toEqual(['0', '0', '0'])
  })

  test('another adjustment of the first quarter moves equity as it did, beside it', () => {
    const { engine } = typed(release, `${ADJUSTMENT}@q1_2007`, '5000')
    typed(release, 'reconciliation.loan_loss_provisions@q1_2007', '48734', 'books_and_tax', engine)
    expect(quarters(engine, 'equity.effect_on_closing')).toEqual(['-10000', '-10000', '-10000'])
  })

  test('books brought to a tax adjustment of the first quarter hold equity', () => {
    const { engine } = typed(release, `${ADJUSTMENT}@q1_2007`, '5000', 'tax_only')
    const [differing] = overridden(release, engine)
    engine.apply(differing!.mends[1]!.inputs)
    expect(text(engine, 'reconciliation.net_earnings@q1_2007')).toBe('-126668')
    expect(quarters(engine, 'equity.effect_on_closing')).toEqual(['0', '0', '0'])
  })

  test('is told in words, as rising and as falling, at the impairment and at the adjustment', () => {
    for (const name of [IMPAIRMENT, ADJUSTMENT]) {
      const [less, more] = ['0', '30000'].map((to) =>
        sentence(release, typed(release, `${name}@q3_2007`, to).engine, 'q3_2007'),
      )
      expect(less).toContain('Other comprehensive income and the add-back fall by the same amount')
      expect(more).toContain('Other comprehensive income and the add-back rise by the same amount')
      for (const one of [less, more]) expect(one).toContain('so equity and taxable income do not change')
    }
  })
})

describe('the press release rolled forward', () => {
  const q4 = rolled(release, 'quarter').filing
  const q1 = rolled(q4, 'quarter').filing
  const q2 = rolled(q1, 'quarter').filing

  test('the formula serves every quarter that has an income statement, and shows nothing in the draft', () => {
    expect(reclassification(q4).columns).toEqual(['q3_2007', 'q4_2007'])
    expect(reclassification(q1).columns).toEqual(['q1_2008'])
    expect(reclassification(q2).columns).toEqual(['q1_2008', 'q2_2008'])
    for (const filing of [q4, q1, q2]) {
      expect(row(filing, 'equity', 'oci_reclassification').filter((one) => one !== '')).toEqual([])
    }
  })

  test.each([
    ['q4_2007', q4],
    ['q3_2007', q4],
    ['q1_2008', q1],
    ['q1_2008', q2],
    ['q2_2008', q2],
  ])('an impairment of %s in a scenario on it holds equity', (column, filing) => {
    const { engine } = typed(filing, `${IMPAIRMENT}@${column}`, '900')
    for (const at of columnIds(filing, 'equity')) {
      expect([at, text(engine, `equity.effect_on_closing@${at}`) || '0']).toEqual([at, '0'])
    }
    expect(text(engine, 'reconciliation.taxable_income@' + column)).toBe(
      text(createEngine(filing), 'reconciliation.taxable_income@' + column) || '0',
    )
  })

  test('so does one of a quarter whose income statement has left the filing', () => {
    const { engine } = typed(q4, `${ADJUSTMENT}@q2_2007`, '900')
    for (const at of columnIds(q4, 'equity')) expect(text(engine, `equity.effect_on_closing@${at}`) || '0').toBe('0')
  })
})

describe('a filing from templates', () => {
  const made = newFiling({
    id: 'new',
    details: {
      title: 'Second quarter 2026 results',
      registrant: '',
      form: '',
      periodEnd: '2026-06-30',
      documentDate: '',
      unit: '',
      unaudited: true,
    },
    covers: 'quarter',
    against: 'year_before',
    schedules: ['income_comparison', 'reconciliation', 'equity'],
  })
  const inputs: CellInput[] = [
    input('income.interest_income@q2_2026', '9000'),
    input('reconciliation.net_earnings@q1_2026', '4000'),
    input('equity.opening@q1_2026', '100000'),
  ]
  const draft: Filing = {
    ...made,
    schedules: made.schedules.map((one) => ({
      ...one,
      cells: [...one.cells, ...inputs.filter(({ schedule }) => schedule === one.id)],
    })),
  }

  test('an impairment leaves the closing balance, in the draft itself and in a scenario', () => {
    const before = row(draft, 'equity', 'closing')
    const base = createEngine(draft)
    base.apply([input('income.otti_loss@q2_2026', '700')], 'base')
    expect(['q1_2026', 'q2_2026'].map((at) => text(base, `equity.closing@${at}`))).toEqual(before)
    expect(text(base, 'income.net_earnings@q2_2026')).toBe('8300')
    const { engine } = typed(draft, 'income.otti_loss@q2_2026', '700')
    expect(['q1_2026', 'q2_2026'].map((at) => text(engine, `equity.closing@${at}`))).toEqual(before)
  })

  test('so does one typed at the adjustment of a quarter without an income statement', () => {
    const before = row(draft, 'equity', 'closing')
    const { engine } = typed(draft, `${ADJUSTMENT}@q1_2026`, '700')
    expect(text(engine, 'reconciliation.net_earnings@q1_2026')).toBe('3300')
    expect(['q1_2026', 'q2_2026'].map((at) => text(engine, `equity.closing@${at}`))).toEqual(before)
  })

  test('what was reclassified before an income statement stands beside it is entered', () => {
    const line = reclassification(draft)
    expect([line.formula, line.columns]).toEqual(['= income.otti_loss', ['q2_2026']])
    const label = scheduleOf(draft, 'equity').lines.find(({ id }) => id === 'other_comprehensive_income')!.label
    expect(label).toBe('Other comprehensive income (loss) before reclassifications')
  })
})
