/**
 * Periods split by entity: the third quarter of 2007 as a draft, by hand; whatever is split, no figure that stood changes, and undo is identity.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { entitiesOf, entityColumns } from '../../../shared/model/entities.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { changeColumn, duplicateColumn } from '../../../shared/structure/columns.ts'
import { deleteColumns } from '../../../shared/structure/deletion.ts'
import { changeLine } from '../../../shared/structure/lines.ts'
import {
  ENTITIES,
  entitiesNamed,
  splitByEntity,
  splittable,
  type FiguresOfSplit,
} from '../../../shared/structure/entity_columns.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { runs } from '../calc/choices.ts'
import { valueText } from '../calc/snapshots.ts'
import { done, impac, input, line, planned, refusal, schedule, trusts, value } from './sample_drafts.ts'

function split(
  draft: Draft,
  periods: string[] = ['q3_2007', 'q2_2007'],
  figures: FiguresOfSplit = 'first_entity',
  of = 'income',
) {
  return splitByEntity(draft, { schedule: of, entities: ENTITIES, periods, figures })
}

/** The draft with amounts entered in its base. */
function entered(draft: Draft, inputs: Record<string, string>): Draft {
  const schedules = draft.filing.schedules.map((one) => {
    const own = Object.entries(inputs).filter(([name]) => name.startsWith(`${one.id}.`))
    const cells = own.map(([name, text]) => ({ ...readCellName(name)!, input: text }))
    const isOver = (cell: { line: string; column: string }): boolean =>
      cells.some(({ line: l, column }) => l === cell.line && column === cell.column)
    return { ...one, cells: [...one.cells.filter((cell) => !isOver(cell)), ...cells] }
  })
  return { ...draft, filing: { ...draft.filing, schedules } }
}

function crossFooted(filing: Filing): string[] {
  return tieOuts(filing, createEngine(filing))
    .filter(({ kind }) => kind === 'cross_foots')
    .map(({ line: id, column, status, differenceText }) => `${id}@${column} ${status} ${differenceText}`.trim())
}

describe('earnings of the third quarter of 2007 split by entity', () => {
  const before = impac()
  const after = done(before, split(before))
  const income = schedule(after, 'income')

  test('has a column for each entity before the consolidated one, under the head of the period', () => {
    expect(income.columns.map(({ id }) => id)).toEqual([
      'q3_2007_reit',
      'q3_2007_trs',
      'q3_2007_eliminations',
      'q3_2007',
      'q2_2007_reit',
      'q2_2007_trs',
      'q2_2007_eliminations',
      'q2_2007',
      'variance',
      'percent',
    ])
    expect(income.columns.slice(0, 4).map(({ label }) => label)).toEqual([
      'REIT',
      'Taxable REIT subsidiaries',
      'Eliminations',
      'Consolidated',
    ])
    expect(income.columns[3]!.formula).toBe('= sum(@q3_2007_reit..@q3_2007_eliminations)')
    expect(income.groups!.map(({ columns }) => columns.length)).toContain(4)
    expect(planned(split(before)).title).toBe(
      'Split 2 periods of Comparative earnings by entity: REIT, Taxable REIT subsidiaries and Eliminations',
    )
  })

  test('shows the figures that stood: entered at the REIT, added up in the consolidated column', () => {
    expect(input(after, 'income.provision_for_loan_losses@q3_2007_reit')).toBe('789445')
    expect(input(after, 'income.provision_for_loan_losses@q3_2007')).toBeUndefined()
    expect(value(after, 'income.net_earnings@q3_2007')).toBe('-1191235')
    expect(value(after, 'income.net_earnings@q3_2007_reit')).toBe('-1191235')
    expect(value(after, 'reconciliation.taxable_income@q3_2007')).toBe(
      value(before, 'reconciliation.taxable_income@q3_2007'),
    )
  })

  test('a subsidiary and its elimination flow into the consolidated column, totals across and down', () => {
    const filled = entered(after, {
      'income.provision_for_loan_losses@q3_2007_trs': '10000',
      'income.provision_for_loan_losses@q3_2007_eliminations': '-4000',
    })
    expect(value(filled, 'income.provision_for_loan_losses@q3_2007')).toBe('795445')
    expect(value(filled, 'income.net_earnings@q3_2007_trs')).toBe('-10000')
    // A loss of 1,191,235 and 6,000 more.
    expect(value(filled, 'income.net_earnings@q3_2007')).toBe('-1197235')
    expect(value(filled, 'income.net_earnings@variance')).toBe('-1044688')
    expect(crossFooted(filled.filing)).toContain('net_earnings@q3_2007 pass')
  })

  test('shares and per-share amounts stay consolidated and are not added up', () => {
    const shares = income.lines.filter(({ format }) => format === 'per_share' || format === 'shares')
    expect(shares.length).toBeGreaterThan(0)
    for (const one of shares) {
      expect(one.only).not.toContain('q3_2007_reit')
      expect(value(after, `income.${one.id}@q3_2007`)).toBe(value(before, `income.${one.id}@q3_2007`))
    }
  })

  test('a consolidated figure that is typed over is held against its entities, and told by how much it differs', () => {
    const typed = entered(after, { 'income.provision_for_loan_losses@q3_2007': '789450' })
    const told = tieOuts(typed.filing, createEngine(typed.filing)).filter(
      ({ line: id, column, status }) => id === 'provision_for_loan_losses' && column === 'q3_2007' && status === 'fail',
    )
    expect(told.map(({ text }) => text)).toEqual([
      'Provision for loan losses, Three Months Ended September 30, 2007, Consolidated: 789,450 differs from the sum of its entities, 789,445, by 5.',
    ])
  })

  test('figures that stay consolidated wait for their entities', () => {
    const kept = done(before, split(before, ['q3_2007'], 'consolidated'))
    expect(input(kept, 'income.provision_for_loan_losses@q3_2007')).toBe('789445')
    expect(value(kept, 'income.net_earnings@q3_2007')).toBe('-1191235')
    expect(crossFooted(kept.filing)).toContain('provision_for_loan_losses@q3_2007 not_testable')
    const part = entered(kept, { 'income.provision_for_loan_losses@q3_2007_trs': '789445' })
    expect(crossFooted(part.filing)).toContain('provision_for_loan_losses@q3_2007 pass')
    const apart = entered(part, { 'income.provision_for_loan_losses@q3_2007_eliminations': '-5' })
    expect(crossFooted(apart.filing)).toContain('provision_for_loan_losses@q3_2007 fail 5')
    expect(tieOuts(kept.filing, createEngine(kept.filing)).filter(({ status }) => status === 'fail')).toEqual([])
  })

  test('inputs of scenarios move with those of the base', () => {
    const scenario = {
      id: 's1',
      name: 'Higher provision',
      cells: [{ schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007', input: '809445' }],
    }
    const one = impac({ scenarios: [scenario] })
    const next = done(one, split(one))
    expect(next.scenarios[0]!.cells).toMatchObject([{ column: 'q3_2007_reit', input: '809445' }])
  })
})

test('a range of columns counts periods or the entities of one; ends that are not alike make none', () => {
  const before = impac()
  const after = done(before, split(before))
  const typed = (formula: string): string =>
    value(entered(after, { 'income.income_tax_expense@q3_2007_trs': formula }), 'income.income_tax_expense@q3_2007_trs')
  // 313,772 and 316,285; the entities stand between them and are not counted again.
  expect(typed('=sum(interest_income@q3_2007..@q2_2007)')).toBe('630057')
  expect(typed('=sum(interest_income@q3_2007_reit..@q3_2007_eliminations)')).toBe('313772')
  expect(typed('=sum(interest_income@q3_2007_reit..@q2_2007)')).toBe('#REF!')
})

describe('a line of one entity', () => {
  const before = impac()
  const apart = entered(done(before, split(before)), {
    'income.provision_for_loan_losses@q3_2007_trs': '10000',
    'income.provision_for_loan_losses@q2_2007_trs': '7000',
  })
  const stands = line(apart, 'reconciliation.loan_loss_provisions')
  const own = changeLine(apart, {
    schedule: 'reconciliation',
    line: 'loan_loss_provisions',
    to: { ...stands, entity: 'trs' },
  })

  test('takes its figure from the column of that entity, in each period', () => {
    const of = done(apart, own)
    expect(value(of, 'reconciliation.loan_loss_provisions@q3_2007')).toBe('10000')
    expect(value(of, 'reconciliation.loan_loss_provisions@q2_2007')).toBe('7000')
    // 832,453 of both provisions, and the subsidiary's 10,000.
    expect(value(apart, 'reconciliation.loan_loss_provisions@q3_2007')).toBe('842453')
  })

  test('is not left to read another column once that of its entity is deleted', () => {
    const of = done(apart, own)
    const plan = deleteColumns(of, { schedule: 'income', columns: ['q3_2007_trs'] })
    expect(refusal(plan).reason).toContain('Still in use')
  })

  test('shows an error where the schedule has no column of the entity for the period', () => {
    const one = done(before, split(before, ['q3_2007']))
    const scoped = done(
      one,
      changeLine(one, {
        schedule: 'reconciliation',
        line: 'loan_loss_provisions',
        to: { ...line(one, 'reconciliation.loan_loss_provisions'), entity: 'trs' },
      }),
    )
    expect(value(scoped, 'reconciliation.loan_loss_provisions@q2_2007')).toBe('#REF!')
  })
})

describe('structure with entities', () => {
  const before = impac()
  const after = done(before, split(before))

  test('a period is deleted with its entities', () => {
    const plan = deleteColumns(after, { schedule: 'income', columns: ['q2_2007'], replace: 'values' })
    expect(entityColumns(schedule(done(after, plan), 'income'), 'q2_2007')).toEqual([])
    expect(schedule(done(after, plan), 'income').columns.map(({ id }) => id)).not.toContain('q2_2007_reit')
  })

  test('another id of the consolidated column is carried to its entities', () => {
    const column = schedule(after, 'income').columns.find(({ id }) => id === 'q3_2007')!
    const next = done(
      after,
      changeColumn(after, { schedule: 'income', column: 'q3_2007', to: { ...column, id: 'quarter' } }),
    )
    expect(entityColumns(schedule(next, 'income'), 'quarter')).toHaveLength(3)
  })

  test('the copy of an entity is a column of its own', () => {
    const next = done(after, duplicateColumn(after, { schedule: 'income', column: 'q3_2007_trs' }))
    expect(entityColumns(schedule(next, 'income'), 'q3_2007')).toHaveLength(3)
  })

  test('an entity that comes later joins the others and the sum', () => {
    const more = splitByEntity(after, {
      schedule: 'income',
      entities: [...ENTITIES, { name: 'trusts', label: 'Trusts' }],
      periods: ['q3_2007'],
      figures: 'first_entity',
    })
    const next = done(after, more)
    expect(entityColumns(schedule(next, 'income'), 'q3_2007').map(({ label }) => label)).toEqual([
      'REIT',
      'Taxable REIT subsidiaries',
      'Eliminations',
      'Trusts',
    ])
    expect(value(entered(next, { 'income.miscellaneous@q3_2007_trusts': '1' }), 'income.net_earnings@q3_2007')).toBe(
      value(next, 'income.net_earnings@q3_2007'),
    )
    expect(entitiesOf([schedule(next, 'income')])).toHaveLength(4)
  })

  test('what cannot be split is refused with the reason', () => {
    expect(refusal(split(before, [])).reason).toBe('Choose at least one period.')
    expect(
      refusal(
        splitByEntity(before, { schedule: 'income', entities: [], periods: ['q3_2007'], figures: 'consolidated' }),
      ).reason,
    ).toBe('Enter at least one entity, one to a line.')
    expect(refusal(split(after)).reason).toBe('Nothing would change.')
    expect(splittable(schedule(trusts(), 'trusts')).map(({ id }) => id)).toEqual([])
  })

  test('entities are read one to a line, known ones by their names', () => {
    expect(entitiesNamed('REIT\n\n taxable REIT subsidiaries \nITLA, Inc.', [])).toEqual([
      { name: 'reit', label: 'REIT' },
      { name: 'trs', label: 'taxable REIT subsidiaries' },
      { name: 'itla_inc', label: 'ITLA, Inc.' },
    ])
    expect(entitiesNamed('A\na', [])).toEqual({ code: 'entity_named_twice', entity: 'a' })
  })
})

test('whatever is split, every value that stood stands, and undo is identity', () => {
  const before = impac()
  const engine = createEngine(before.filing)
  fc.assert(
    fc.property(
      fc.constantFrom('income', 'reconciliation', 'equity'),
      fc.uniqueArray(fc.constantFrom(...ENTITIES, { name: 'trusts', label: 'Trusts' }), {
        minLength: 1,
        maxLength: 4,
        selector: ({ name }) => name,
      }),
      fc.constantFrom<FiguresOfSplit>('first_entity', 'consolidated'),
      fc.infiniteStream(fc.boolean()),
      (of, entities, figures, picks) => {
        const periods = splittable(schedule(before, of))
          .map(({ id }) => id)
          .filter(() => picks.next().value)
        const plan = splitByEntity(before, { schedule: of, entities, periods, figures })
        if (plan.kind === 'refused') return periods.length === 0
        const next = createEngine(done(before, plan).filing)
        for (const { id, lines, columns } of before.filing.schedules)
          for (const { id: at } of lines)
            for (const { id: column } of columns) {
              const ref = { schedule: id, line: at, column }
              expect([id, at, column, valueText(next.value(ref))]).toEqual([
                id,
                at,
                column,
                valueText(engine.value(ref)),
              ])
            }
        return true
      },
    ),
    runs(40),
  )
})
