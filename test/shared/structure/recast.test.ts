/**
 * Lines recast to discontinued operations: the third quarter of 2007 as a draft, formulas of every make, refusals; and whatever is chosen,
 * net earnings and all that read the lines stay, and undo is identity.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planEdit } from '../../../shared/analysis/edit.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { inverse } from '../../../shared/model/change_set.ts'
import { cellName, readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing, Line } from '../../../shared/model/filing.ts'
import { engineOf } from '../../../shared/structure/layers.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { recastLines } from '../../../shared/structure/recast.ts'
import { recasting } from '../../../shared/structure/recasting.ts'
import { newFiling, TEMPLATE_IDS } from '../../../shared/templates/templates.ts'
import { runs } from '../calc/choices.ts'
import { snapshot, valueText } from '../calc/snapshots.ts'
import { canonical, draftAfter } from './draft_after.ts'
import { done, impac, input, line, lineIds, planned, refusal, value } from './sample_drafts.ts'

const recast = (draft: Draft, ...lines: string[]) => recastLines(draft, { schedule: 'income', lines })

/** The figures of a line of the income schedule in both quarters. */
function figures(draft: Draft, id: string): string[] {
  return ['q3_2007', 'q2_2007'].map((column) => value(draft, `income.${id}@${column}`))
}

describe('a line of the third quarter of 2007', () => {
  test('that is a deduction becomes a negative component, and its mirrors go on reading the same figure', () => {
    const before = impac()
    const after = done(before, recast(before, 'provision_for_loan_losses'))
    expect(line(after, 'income.discontinued_operations').formula).toBe(
      '= trs_net_earnings + other_discontinued + provision_for_loan_losses',
    )
    expect(lineIds(after, 'income').slice(-8, -3)).toEqual([
      'trs_net_earnings',
      'other_discontinued',
      'provision_for_loan_losses',
      'discontinued_operations',
      'net_earnings',
    ])
    expect(line(after, 'income.provision_for_loan_losses')).toMatchObject({ parent: 'discontinued_operations' })
    expect(line(after, 'income.provision_for_loan_losses').deduction).toBeUndefined()
    expect(input(after, 'income.provision_for_loan_losses@q3_2007')).toBe('-789445')
    expect(line(after, 'income.net_interest_after_provision').formula).toBe('= net_interest_income')
    // 194,077 and 789,445 of losses; 32,942 and 161,163.
    expect(figures(after, 'discontinued_operations')).toEqual(['-983522', '-194105'])
    expect(figures(after, 'net_interest_after_provision')).toEqual(['11698', '11209'])
    expect(figures(after, 'net_earnings')).toEqual(['-1191235', '-152547'])
    expect(line(after, 'reconciliation.loan_loss_provisions')).toMatchObject({
      formula: '= -income.provision_for_loan_losses + income.reo_provision',
      source: { line: 'income.provision_for_loan_losses', sign: -1 },
    })
    expect(value(after, 'reconciliation.loan_loss_provisions@q3_2007')).toBe('832453')
    expect(value(after, 'reconciliation.taxable_income@q3_2007')).toBe('-16297')
    expect(planned(recast(before, 'provision_for_loan_losses')).title).toBe(
      'Moved line Provision for loan losses in Comparative earnings to discontinued operations; 8 printed figures of totals dropped',
    )
  })

  test('that is a detail leaves its total, and a net result keeps its sign', () => {
    const before = impac()
    const after = done(before, recast(before, 'derivatives_unrealized', 'reo_provision'))
    expect(line(after, 'income.non_interest_income').formula).toBe(
      '= derivatives_realized - otti_loss + other_non_interest_income',
    )
    expect(input(after, 'income.derivatives_unrealized@q3_2007')).toBe('-135347')
    expect(line(after, 'income.reo_provision').label).toBe('Provision for real estate owned losses')
    expect(figures(after, 'net_earnings')).toEqual(['-1191235', '-152547'])
    expect(value(after, 'reconciliation.fv_derivatives@q3_2007')).toBe(
      value(before, 'reconciliation.fv_derivatives@q3_2007'),
    )
  })

  test('that is a total goes with its details', () => {
    const before = impac()
    const after = done(before, recast(before, 'non_interest_income'))
    expect(line(after, 'income.non_interest_income').parent).toBe('discontinued_operations')
    expect(line(after, 'income.reo_provision')).toMatchObject({ parent: 'non_interest_income', deduction: true })
    expect(figures(after, 'net_earnings')).toEqual(['-1191235', '-152547'])
  })

  test('that is computed from lines that stay is refused, and goes with them', () => {
    const before = impac()
    expect(refusal(recast(before, 'net_interest_income')).reason).toMatch(/move together or not at all/)
    expect(refusal(recast(before, 'interest_income', 'interest_expense')).reason).toBe(
      'Net interest income would add up nothing. Choose it too.',
    )
    const after = done(before, recast(before, 'interest_income', 'interest_expense', 'net_interest_income'))
    expect(line(after, 'income.discontinued_operations').formula).toBe(
      '= trs_net_earnings + other_discontinued + net_interest_income',
    )
    expect(line(after, 'income.interest_expense').parent).toBe('net_interest_income')
    expect(figures(after, 'net_earnings')).toEqual(['-1191235', '-152547'])
    expect(figures(after, 'net_interest_after_provision')).toEqual(['-789445', '-161163'])
  })

  test.each([
    ['net_earnings', /cannot be moved/],
    ['discontinued_operations', /cannot be moved/],
    ['other_discontinued', /already/],
    ['diluted_shares', /no amounts/],
    ['net_earnings_per_share', /no amounts/],
  ])('%s stays', (id, why) => {
    expect(refusal(recast(impac(), id)).reason).toMatch(why)
  })

  test('stays where a figure is typed over a total that would lose it', () => {
    const over: CellInput = { schedule: 'income', line: 'non_interest_income', column: 'q3_2007', input: '5' }
    const typed = impac({ scenarios: [{ id: 's', name: 'S', cells: [over] }] })
    expect(refusal(recast(typed, 'otti_loss'))).toMatchObject({
      dependents: [{ line: 'non_interest_income', column: 'q3_2007' }],
    })
    // What does not count there can go.
    done(typed, recast(typed, 'provision_for_loan_losses'))
  })

  test('stays where the schedule computes no net earnings', () => {
    const draft = impac()
    expect(refusal(recastLines(draft, { schedule: 'equity', lines: ['issuances'] })).reason).toMatch(
      /no computed line of net earnings/,
    )
  })
})

/** A small income schedule; every amount by hand. */
function small(lines: Line[], cells: [string, string][] = [], others: Line[] = []): Draft {
  const filing: Filing = {
    id: 'f',
    title: 'F',
    status: 'draft',
    schedules: [
      {
        id: 'income',
        kind: 'income',
        columns: [{ id: 'q1', label: 'Q1', kind: 'duration' }],
        lines,
        cells: cells.map(([of, text]) => ({ schedule: 'income', line: of, column: 'q1', input: text })),
      },
      { id: 'other', columns: [{ id: 'q1', label: 'Q1', kind: 'duration' }], lines: others, cells: [] },
    ],
  }
  return { filing, at: 0, scenarios: [], comments: [] }
}

const amount = (id: string, more: Partial<Line> = {}): Line => ({ id, label: id, kind: 'input', ...more })
const computed = (id: string, formula: string, more: Partial<Line> = {}): Line => ({
  id,
  label: id,
  kind: 'formula',
  formula,
  ...more,
})

const LINES = [amount('a'), amount('b'), amount('c', { deduction: true }), computed('net_earnings', '= sum(a..b) - c')]
const CELLS: [string, string][] = [
  ['a', '10'],
  ['b', '4'],
  ['c', '3'],
]

describe('without a line for discontinued operations', () => {
  test('one is made before net earnings, which add it', () => {
    const before = small(LINES, CELLS)
    const after = done(before, recast(before, 'b', 'c'))
    expect(lineIds(after, 'income')).toEqual(['a', 'b', 'c', 'discontinued_operations', 'net_earnings'])
    expect(line(after, 'income.discontinued_operations')).toMatchObject({
      formula: '= b + c',
      label: 'Earnings (loss) from discontinued operations, net',
    })
    expect(line(after, 'income.net_earnings').formula).toBe('= sum(a) + discontinued_operations')
    expect(value(after, 'income.discontinued_operations@q1')).toBe('1')
    expect(value(after, 'income.net_earnings@q1')).toBe('11')
  })

  test('what was typed at the line itself becomes a component of it', () => {
    const lines = [
      ...LINES.slice(0, 3),
      amount('discontinued_operations'),
      computed('net_earnings', '= a + b - c + discontinued_operations'),
    ]
    const before = small(lines, [...CELLS, ['discontinued_operations', '-2']])
    const after = done(before, recast(before, 'c'))
    expect(line(after, 'income.discontinued_operations').formula).toBe('= other_discontinued_operations + c')
    expect(input(after, 'income.other_discontinued_operations@q1')).toBe('-2')
    expect(value(after, 'income.discontinued_operations@q1')).toBe('-5')
    expect(value(after, 'income.net_earnings@q1')).toBe('9')
    const blank = small(lines, CELLS)
    expect(line(done(blank, recast(blank, 'c')), 'income.discontinued_operations').formula).toBe('= c')
  })
})

test('the line is known by its label, net of tax', () => {
  const held = amount('sold', { label: 'Loss from discontinued operations, net of tax' })
  const before = small([...LINES.slice(0, 3), held, computed('net_earnings', '= a + b - c + sold')], CELLS)
  expect(line(done(before, recast(before, 'c')), 'income.sold').formula).toBe('= c')
})

test('a line that only names discontinued operations does not take them', () => {
  const lines = [
    ...LINES.slice(0, 3),
    computed('continuing', '= a + b - c', { label: 'Earnings before discontinued operations' }),
    computed('net_earnings', '= continuing'),
  ]
  const before = small(lines, CELLS)
  const after = done(before, recast(before, 'c'))
  expect(line(after, 'income.continuing').formula).toBe('= a + b')
  expect(line(after, 'income.net_earnings').formula).toBe('= continuing + discontinued_operations')
})

test.each([
  ['= income.c', '= -income.c'],
  ['= 2 * income.c', '= 2 * (-income.c)'],
  ['= income.a - income.c', '= income.a + income.c'],
  ['= income.c + income.a', '= -income.c + income.a'],
  ['= -income.c / 2', '= income.c / 2'],
  ['= abs(income.c)', '= abs(-income.c)'],
  ['= printed(income.c) + 1', '= (-printed(income.c)) + 1'],
  ['= needs(income.c, income.a)', '= needs(income.c, income.a)'],
  ['= income.c@q1', '= -income.c@q1'],
  ['= income.b', '= income.b'],
])('%s reads the same figure as %s', (was, now) => {
  const parsed = small(LINES, CELLS, [computed('reader', was)])
  const after = done(parsed, recast(parsed, 'c'))
  expect(line(after, 'other.reader').formula).toBe(now)
  expect(value(after, 'other.reader@q1')).toBe(value(parsed, 'other.reader@q1'))
})

test('a range that counts what moves is written out', () => {
  const lines = [...LINES, computed('memo', '= sum(a..c) * 2'), computed('most', '= max(a..b)')]
  const before = small(lines, CELLS)
  const after = done(before, recast(before, 'c'))
  expect(line(after, 'income.memo').formula).toBe('= sum(a..b, -c) * 2')
  expect(value(after, 'income.memo@q1')).toBe('34')
  const refused = small([...LINES, computed('most', '= max(a..c)')], CELLS)
  expect(refusal(recast(refused, 'c')).reason).toBe(
    'most in income reads the lines in a way that cannot be carried: = max(a..c). Change that formula first.',
  )
})

test('a formula of a deduction is turned', () => {
  const lines = [amount('a'), computed('c', '= other.x', { deduction: true }), computed('net_earnings', '= a - c')]
  const before = small(lines, [['a', '10']], [amount('x')])
  const after = done(before, recast(before, 'c'))
  expect(line(after, 'income.c').formula).toBe('= -other.x')
})

/** The tie-outs that fail. */
function failed({ filing }: Draft): string[] {
  return tieOuts(filing, createEngine(filing)).flatMap(({ status, id }) => (status === 'fail' ? [id] : []))
}

test('everything foots after a recast as before, and the components agree with what the document prints of them', () => {
  const before = impac()
  const after = done(before, recast(before, 'provision_for_loan_losses', 'interest_income'))
  expect(failed(after)).toEqual(failed(before))
  const printed = tieOuts(after.filing, createEngine(after.filing)).find(
    ({ id }) => id === 'per_source:income.provision_for_loan_losses@variance',
  )
  expect([line(after, 'income.provision_for_loan_losses').deduction, printed?.status]).toEqual([undefined, 'pass'])
})

test.each(['books_and_tax', 'tax_only'] as const)(
  'an adjustment that mirrors what moved flows as before: %s',
  (flow) => {
    const ref = { schedule: 'reconciliation', line: 'loan_loss_provisions', column: 'q3_2007' }
    const outcome = ({ filing }: Draft): string[] => {
      const engine = createEngine(filing)
      const plan = planEdit({ filing, engine, scenario: 's', ref, text: '842,453', flow })
      if (plan.kind !== 'plan') throw new Error('Not planned.')
      engine.apply(plan.inputs, 'scenario')
      return [
        'income.net_earnings',
        'reconciliation.net_earnings',
        'reconciliation.taxable_income',
        'equity.net_earnings',
      ].map((name) => valueText(engine.value(readCellName(`${name}@q3_2007`)!)))
    }
    const before = impac()
    const after = done(before, recast(before, 'provision_for_loan_losses'))
    expect(outcome(after)).toEqual(outcome(before))
    expect(outcome(after)[0]).toBe(flow === 'books_and_tax' ? '-1201235' : '-1191235')
  },
)

const AMOUNTS = impac()
  .filing.schedules[0]!.lines.filter(({ kind }) => kind === 'input')
  .map(({ id }) => id)

const TEMPLATE = newFiling({
  id: 'new',
  details: {
    title: 'T',
    registrant: 'R',
    form: '',
    periodEnd: '2007-09-30',
    documentDate: '',
    unit: '',
    unaudited: false,
  },
  covers: 'quarter',
  against: 'before',
  schedules: TEMPLATE_IDS,
})

const inputs = fc.array(
  fc.record({
    line: fc.constantFrom(...AMOUNTS, 'discontinued_operations'),
    column: fc.constantFrom('q3_2007', 'q2_2007'),
    input: fc.oneof(
      fc.integer({ min: -99_999, max: 99_999 }).map(String),
      fc.constantFrom('', '-', '=interest_income * 2', '=@q2_2007 + interest_expense', '(1,250)'),
    ),
  }),
  { maxLength: 12 },
)

/** Inputs at lines that stand in the schedule, the last of a cell alone, and no cell that reads itself. */
function standing(filing: Filing, cells: { line: string; column: string; input: string }[]): CellInput[] {
  const lines = filing.schedules[0]!.lines
  const kept = cells.flatMap((cell) => {
    const isOwn = lines.some(({ id, kind }) => id === cell.line && kind === 'input')
    const reads = cell.input.startsWith('=') && (cell.column === 'q2_2007' || cell.line.startsWith('interest'))
    return isOwn && !reads ? [{ ...cell, schedule: 'income' }] : []
  })
  return [...new Map(kept.map((cell) => [cellName(cell), cell])).values()]
}

/** Earnings per share tell continuing from discontinued operations, and follow what is moved between the two. */
const APART =
  /^eps\.(?:discontinued_operations|continuing_available|(?:basic|diluted)_(?:continuing|discontinued)|basic_rounding|to_date_entries)@/

/** The text of a value with the other sign; what is no amount stays. */
function negated(text: string): string {
  if (!/^-?[\d.]+$/.test(text) || /^0(?:\.0+)?$/.test(text)) return text
  return text.startsWith('-') ? text.slice(1) : `-${text}`
}

test('whatever moves, net earnings and every reader stay, in every layer, and undo is identity', () => {
  let carried = 0
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.subarray([...AMOUNTS, 'non_interest_income', 'net_interest_income'], { minLength: 1, maxLength: 4 }),
      inputs,
      inputs,
      (isSample, chosen, base, overlay) => {
        const filing = isSample ? impac().filing : TEMPLATE
        const [income, ...others] = filing.schedules
        const own = standing(filing, base)
        const over = new Set(own.map(cellName))
        const draft: Draft = {
          ...impac({ scenarios: [{ id: 's', name: 'S', cells: standing(filing, overlay) }] }),
          filing: {
            ...filing,
            schedules: [
              { ...income!, cells: [...income!.cells.filter((cell) => !over.has(cellName(cell))), ...own] },
              ...others,
            ],
          },
        }
        const present = chosen.filter((id) => lineIds(draft, 'income').includes(id))
        const plan = recast(draft, ...present)
        if (plan.kind === 'refused') return
        carried += 1
        const after = draftAfter(draft, plan.changes)
        expect(canonical(draftAfter(after, inverse(plan.changes), 'reversal'))).toEqual(canonical(draft))
        const act = recasting(draft, 'income', present)
        if (act.kind === 'refused') throw new Error('Planned and not judged.')
        const totals = new Set(['discontinued_operations', ...act.totals.map(({ id }) => id)])
        totals.delete('net_earnings')
        for (const layer of [null, 's']) {
          const [was, is] = [draft, after].map((one) => snapshot(engineOf(one, layer), 'scenario'))
          for (const [cell, text] of was!) {
            const [, of, id] = /^(\w+)\.(\w+)@/.exec(cell)!
            if ((of === 'income' && totals.has(id!)) || APART.test(cell)) continue
            const isTurned = of === 'income' && act.turned.has(id!)
            expect([cell, is!.get(cell)]).toEqual([cell, isTurned ? negated(text) : text])
          }
        }
      },
    ),
    runs(150),
  )
  expect(carried).toBeGreaterThan(30)
})
