/**
 * The workpaper of a scenario: as filed, scenario and difference in columns, for the periods that it changes.
 */
import { describe, expect, test } from 'vitest'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import type { PrintDocument } from '../../../shared/print/document.ts'
import { cellTexts, printed, sample } from './sample_documents.ts'

const release = sample('impac_2007_q3')

const typed = (line: string, input: string, schedule = 'income', column = 'q3_2007'): CellInput => ({
  schedule,
  line,
  column,
  input,
})

const PROVISION = typed('provision_for_loan_losses', '799445')

function workpaper(schedule: string, cells: CellInput[], filing = release): PrintDocument {
  return printed(filing, schedule, { mode: 'workpaper', cells })
}

function texts(document: PrintDocument, line: string): string[] {
  return cellTexts(document.rows.find(({ id }) => id === line)!)
}

const amount = (text: string): number =>
  Number(
    text
      .replaceAll(/[$,) ]/g, '')
      .replace('(', '-')
      .replace(/^[-–]$/, '0'),
  )

describe('a workpaper of a scenario', () => {
  const document = workpaper('reconciliation', [PROVISION])

  test('has three columns for a period that it changes, and one for every other', () => {
    expect(document.columns.map(({ id }) => id)).toEqual([
      'q3_2007.base',
      'q3_2007.scenario',
      'q3_2007.difference',
      'q2_2007.same',
      'q3_2006.same',
      'm9_2007.base',
      'm9_2007.scenario',
      'm9_2007.difference',
      'q1_2007.same',
    ])
    expect(document.columns.map(({ label }) => label).slice(0, 4)).toEqual([
      'As filed',
      'Scenario',
      'Difference',
      'Unchanged',
    ])
    expect(texts(document, 'loan_loss_provisions')).toEqual([
      '832,453',
      '842,453',
      '10,000',
      '181,977',
      '3,183',
      '1,053,164',
      '1,063,164',
      '10,000',
      '38,734',
    ])
    expect(texts(document, 'net_earnings').slice(0, 3)).toEqual(['$ (1,191,235)', '$ (1,201,235)', '$ (10,000)'])
  })

  test('has the period over its columns, under the head that spans them, with the mark of what is derived', () => {
    expect(document.groups.map(({ label, from, span }) => [label, from, span])).toEqual([
      ['Three Months Ended', 0, 5],
      ['Nine Months Ended', 5, 3],
      ['Three Months Ended', 8, 1],
    ])
    expect(document.periods.map(({ label, from, span }) => [label, from, span]).slice(0, 2)).toEqual([
      ['September 30, 2007', 0, 3],
      ['June 30, 2007', 3, 1],
    ])
    expect(document.periods.at(-1)).toMatchObject({ marks: ['d'], from: 8 })
  })

  test('every difference is the scenario less what was filed, so that the column foots as the others do', () => {
    let compared = 0
    for (const row of document.rows) {
      const [filed, scenario, difference] = cellTexts(row)
      if (!filed || !/\d/.test(filed)) continue
      expect(amount(scenario!) - amount(filed)).toBeCloseTo(amount(difference!), 6)
      compared += 1
    }
    expect(compared).toBeGreaterThan(12)
  })

  test('needs no mark for what changed, and says a figure that was entered over a formula', () => {
    const over = workpaper('reconciliation', [typed('taxable_income', '0', 'reconciliation')])
    const [filed, scenario] = over.rows.find(({ id }) => id === 'taxable_income')!.cells
    expect(filed).toMatchObject({ marks: [] })
    expect(scenario).toMatchObject({ marks: ['o'] })
    expect(over.warnings.join(' ')).toContain('Does not foot: Estimated taxable (loss) income')
    expect(
      document.rows.flatMap(({ cells }) => cells).some((cell) => 'marks' in cell && cell.marks.includes('c')),
    ).toBe(false)
  })

  test('has no difference of percentages, and none of what was not disclosed', () => {
    expect(workpaper('income', [PROVISION]).columns.map(({ id }) => id)).toEqual([
      'q3_2007.base',
      'q3_2007.scenario',
      'q3_2007.difference',
      'q2_2007.same',
      'variance.base',
      'variance.scenario',
      'variance.difference',
      'percent.base',
      'percent.scenario',
    ])
    expect(texts(workpaper('equity', [PROVISION]), 'opening').slice(-3)).toEqual(['n.d.', 'n.d.', ''])
  })

  test('says where the scenario changes nothing of the schedule, which then has its own columns', () => {
    const same = workpaper('income', [typed('miscellaneous', '169', 'reconciliation')])
    expect(same.columns.map(({ id }) => id)).toEqual(['q3_2007', 'q2_2007', 'variance', 'percent'])
    expect(same.periods).toEqual([])
    expect(JSON.stringify(same.blocks)).toContain('The scenario changes no figure of this schedule.')
  })

  test('says what did not foot as filed, though the scenario does', () => {
    const wrong: Filing = structuredClone(release)
    wrong.schedules[0]!.cells.push(typed('net_interest_income', '11699'))
    const mended = workpaper('income', [typed('interest_income', '313773')], wrong)
    expect(JSON.stringify([mended.warnings, mended.blocks])).toContain(
      'Does not foot as filed: Net interest income, Three Months Ended September 30, 2007.',
    )
  })

  test('of a draft stands beside the draft', () => {
    const draft = workpaper('income', [PROVISION], { ...release, status: 'draft' })
    expect(draft.columns[0]).toMatchObject({ label: 'Draft' })
    expect(draft.blocks).toContainEqual(
      expect.objectContaining({ kind: 'row', figures: ['Draft', 'Scenario', 'Difference'] }),
    )
  })
})

describe('notes', () => {
  test('are left out with the marks that cite them where none are wanted', () => {
    const document = printed(release, 'reconciliation', { mode: 'filing', notes: false })
    expect(document.blocks).toEqual([])
    expect(document.rows.flatMap(({ notes }) => notes)).toEqual([])
    expect(document.groups.flatMap(({ notes }) => notes)).toEqual([])
  })
})
