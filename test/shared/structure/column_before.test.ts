/** Acts on columns where formulas read the column before: the text stays, and no figure is lost unasked. */
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { insertColumn, moveColumns } from '../../../shared/structure/columns.ts'
import { deleteColumns, deleteLines } from '../../../shared/structure/deletion.ts'
import { splitByEntity } from '../../../shared/structure/entity_columns.ts'
import { copyId, freeId, idRefusal } from '../../../shared/structure/ids.ts'
import type { Draft, StructurePlan } from '../../../shared/structure/plan.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { at, filing } from '../calc/sheet.ts'
import { valueText } from '../calc/snapshots.ts'
import { draftAfter } from './draft_after.ts'

const FILING: Filing = {
  ...filing(
    {
      opening: { kind: 'formula', formula: '= closing@previous', input: { q1: '100' } },
      added: { input: { q1: '10', q2: '20', q3: '30' } },
      closing: '= opening + added',
    },
    ['q1', 'q2', 'q3'],
  ),
  status: 'draft',
}
const DRAFT: Draft = { filing: FILING, at: 0, scenarios: [], comments: [] }
const rule = '= tax_oldest_first(added, 1, added@q1..@q3)'
const [own] = FILING.schedules as [Filing['schedules'][number]]
const WITH_RULE: Draft = {
  ...DRAFT,
  filing: {
    ...FILING,
    schedules: [{ ...own, lines: [...own.lines, { id: 'used', label: 'Used', kind: 'formula', formula: rule }] }],
  },
}

function reason(plan: StructurePlan): string {
  return plan.kind === 'refused' ? refusalText(plan.refusal) : ''
}

/** The closing figures in the order of the columns, after the plan. */
function closings(plan: StructurePlan): string[] {
  expect(reason(plan)).toBe('')
  const { filing: after } = draftAfter(DRAFT, plan.kind === 'plan' ? plan.changes : [])
  const [schedule] = after.schedules
  const engine = createEngine(after)
  expect(schedule!.lines.find(({ id }) => id === 'opening')?.formula).toBe('= closing@previous')
  return schedule!.columns.map(({ id }) => valueText(engine.value(at('closing', id))))
}

test('put in and moved, the figures follow the columns', () => {
  expect(closings(moveColumns(DRAFT, { schedule: 's', columns: ['q3'], to: 1 }))).toEqual(['110', '140', '160'])
  const column = { id: 'q2a', label: 'More', kind: 'duration' as const }
  expect(closings(insertColumn(DRAFT, { schedule: 's', at: 2, column }))).toEqual(['110', '130', '130', '160'])
})

test('a column that the next one reads is not deleted unasked; with values kept the formula stays and the figure too', () => {
  expect(reason(deleteColumns(DRAFT, { schedule: 's', columns: ['q2'] }))).toMatch(/^Still in use: Opening reads it/)
  expect(closings(deleteColumns(DRAFT, { schedule: 's', columns: ['q2'], replace: 'values' }))).toEqual(['110', '160'])
  expect(closings(deleteColumns(DRAFT, { schedule: 's', columns: ['q3'] }))).toEqual(['110', '130'])
})

test('in a rule of tax a member of a range is not replaced by a value, and entities are counted in their period', () => {
  const kept = deleteColumns(WITH_RULE, { schedule: 's', columns: ['q2'], replace: 'values' })
  const after = draftAfter(WITH_RULE, kept.kind === 'plan' ? kept.changes : []).filing
  expect(valueText(createEngine(after).value(at('used', 'q1')))).toBe('10')
  expect(reason(deleteLines(WITH_RULE, { schedule: 's', lines: ['added'] }))).toMatch(/^Still in use/)
  const entities = [{ name: 'reit', label: 'REIT' }]
  const split = splitByEntity(WITH_RULE, { schedule: 's', entities, periods: ['q2'], figures: 'consolidated' })
  const apart = draftAfter(WITH_RULE, split.kind === 'plan' ? split.changes : []).filing
  expect(valueText(createEngine(apart).value(at('used', 'q1')))).toBe(
    valueText(createEngine(WITH_RULE.filing).value(at('used', 'q1'))),
  )
})

describe('ids that formulas reserve', () => {
  test.each([
    ['tax_rate', 'The id tax_rate is reserved, because the names of functions of tax begin with tax_. Choose another.'],
    ['previous', 'The id previous is reserved: in formulas @previous is the column before. Choose another.'],
    ['tax', ''],
    ['taxes_paid', ''],
  ])('%s', (id, expected) => {
    const refusal = idRefusal(id, [])
    expect(refusal ? refusalText(refusal) : '').toBe(expected)
  })

  test('are never made from a label or for a copy', () => {
    expect(freeId('Tax rate', [])).toBe('item_tax_rate')
    expect(freeId('Tax rate', ['item_tax_rate'])).toBe('item_tax_rate_2')
    expect(freeId('Tax', ['tax'])).toBe('item_tax')
    expect(freeId('Previous', [])).toBe('previous_2')
    expect(copyId('tax', ['tax'])).toBe('item_tax')
  })
})
