/**
 * New columns in schedules that read other schedules by the id of the column: no cell of them leads nowhere.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateColumn, insertColumn } from '../../../shared/structure/columns.ts'
import { periodColumn } from '../../../shared/structure/computed_columns.ts'
import { engineOf } from '../../../shared/structure/layers.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { snapshot } from '../calc/snapshots.ts'
import { draftAfter } from './draft_after.ts'
import { randomAct, randomDraft } from './random_drafts.ts'
import { columnIds, done, impac, input, line, planned, trusts, value } from './sample_drafts.ts'

/** The cells that are an error, in every layer. */
function errors(draft: Draft, sign = '#'): string[] {
  return [null, ...draft.scenarios.map(({ id }) => id)].flatMap((layer) =>
    [...snapshot(engineOf(draft, layer), 'scenario')]
      .filter(([, text]) => text.startsWith(sign))
      .map(([cell]) => `${layer ?? ''}/${cell}`),
  )
}

describe('in the samples', () => {
  const places = [impac(), trusts()].flatMap((draft) =>
    draft.filing.schedules.flatMap(({ id, columns }) =>
      columns.map((column) => [`${draft.filing.id} ${id}@${column.id}`, draft, id, column.id] as const),
    ),
  )

  test.each(places)('a copy of %s adds no error', (_name, draft, schedule, column) => {
    const after = done(draft, duplicateColumn(draft, { schedule, column }))
    expect(errors(after)).toEqual(errors(draft))
  })

  test.each(places)('a period put in behind %s and like it adds no error', (_name, draft, schedule, column) => {
    const ids = columnIds(draft, schedule)
    const added = periodColumn({ end: '2006-09-30', span: 'nine_months' }, ids)!
    const at = ids.indexOf(column) + 1
    const after = done(draft, insertColumn(draft, { schedule, at, column: added, like: column }))
    expect(errors(after)).toEqual(errors(draft))
  })

  test('a period that income does not have takes inputs in the reconciliation', () => {
    const draft = impac()
    const column = periodColumn({ end: '2006-09-30', span: 'nine_months' }, columnIds(draft, 'reconciliation'))!
    const plan = insertColumn(draft, { schedule: 'reconciliation', at: 1, column, like: 'q3_2007' })
    const after = done(draft, plan)
    expect(line(after, 'reconciliation.net_earnings').columns).toEqual(['q3_2007', 'q2_2007'])
    expect(value(after, 'reconciliation.net_earnings@m9_2006')).toBe('')
    // What adds up within the schedule serves the new column.
    const within = line(after, 'reconciliation.taxable_income').columns
    expect(within === undefined || within.includes('m9_2006')).toBe(true)
  })

  test('a copied column keeps its links to the original column', () => {
    const draft = impac()
    const plan = planned(duplicateColumn(draft, { schedule: 'reconciliation', column: 'q2_2007' }))
    const after = done(draft, plan)
    const copy = plan.focus!.column
    expect(input(after, `reconciliation.net_earnings@${copy}`)).toBe('= income.net_earnings@q2_2007')
    for (const name of ['net_earnings', 'loan_loss_provisions', 'taxable_income']) {
      expect(value(after, `reconciliation.${name}@${copy}`)).toBe(value(draft, `reconciliation.${name}@q2_2007`))
    }
  })
})

test('no column put in or copied adds a cell that leads nowhere', () => {
  let tried = 0
  fc.assert(
    fc.property(fc.tuple(numbers(700), numbers(120)), ([structure, acts]) => {
      const draft = randomDraft(new Choices(structure))
      if (errors(draft, '#REF!').length > 0) return
      const { name, plan } = randomAct(new Choices(acts), draft, 0, ['insert_column', 'duplicate_column'])
      if (plan.kind === 'refused') return
      tried++
      expect(errors(draftAfter(draft, plan.changes), '#REF!'), name).toEqual([])
    }),
    runs(600),
  )
  expect(tried).toBeGreaterThan(50)
})
