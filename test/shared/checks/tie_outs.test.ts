/**
 * The tie-outs of the samples: all hold as filed; a wrong figure, an override and a scenario each show as what they are.
 */
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'

const filings = sampleFilings()
const release = filings[0]!

function input(name: string, text: string): CellInput {
  return { ...readCellName(name)!, input: text }
}

function statuses(filing: Filing, scenario: CellInput[] = []): Record<string, string> {
  const all = tieOuts(filing, createEngine(filing, scenario))
  return Object.fromEntries(all.map(({ id, status }) => [id, status]))
}

test.each(filings)('every figure of $id agrees with its document and every total foots', (filing) => {
  const all = tieOuts(filing, createEngine(filing))
  const sources = filing.schedules
    .flatMap(({ facts }) => facts ?? [])
    .filter(({ perSource }) => perSource !== undefined)
  expect(all.filter(({ kind }) => kind === 'per_source')).toHaveLength(sources.length)
  expect(all.filter(({ status }) => status === 'fail' || status === 'within_rounding')).toEqual([])
  expect(all.filter(({ kind, status }) => kind === 'foots' && status === 'pass').length).toBeGreaterThan(30)
})

test('earnings per share before preferred dividends are flagged with the figure after them', () => {
  const flagged = tieOuts(release, createEngine(release)).filter(({ kind }) => kind === 'per_share')
  expect(flagged.map(({ column, status }) => [column, status])).toEqual([
    ['q3_2007', 'flagged'],
    ['q2_2007', 'flagged'],
  ])
  expect(flagged[0]!.text).toContain('(15.71)')
  expect(flagged[1]!.text).toContain('(2.05)')
})

test('a scenario changes what was compared with the source; it does not fail it', () => {
  const found = statuses(release, [input('income.provision_for_loan_losses@q3_2007', '799445')])
  expect(found['per_source:income.net_earnings@q3_2007']).toBe('changed_by_scenario')
  expect(found['foots:income.net_earnings@q3_2007']).toBe('pass')
})

test('a mistyped input as filed fails where the document prints the total', () => {
  const wrong = structuredClone(release)
  wrong.schedules[0]!.cells.find(({ line, column }) => line === 'interest_income' && column === 'q3_2007')!.input =
    '313872'
  const found = tieOuts(wrong, createEngine(wrong)).find(
    ({ id }) => id === 'per_source:income.net_interest_income@q3_2007',
  )!
  expect(found.status).toBe('fail')
  expect(String(found.difference)).toBe('100')
})

test('a total overridden by one does not foot: an input over a total is no rounding', () => {
  const found = statuses(release, [input('income.net_interest_income@q3_2007', '11699')])
  expect(found['foots:income.net_interest_income@q3_2007']).toBe('fail')
})

test('parts with cents add up within rounding', () => {
  const cents = ['income.interest_income@q3_2007', 'income.interest_expense@q3_2007'].map((name, i) =>
    input(name, i === 0 ? '313772.5' : '302074.4'),
  )
  expect(statuses(release, cents)['foots:income.net_interest_income@q3_2007']).toBe('within_rounding')
})

test('an adjustment that left its books is flagged with the difference', () => {
  const scenario = [input('reconciliation.loan_loss_provisions@q3_2007', '842453')]
  const found = tieOuts(release, createEngine(release, scenario)).find(({ kind }) => kind === 'books')!
  expect(found.status).toBe('flagged')
  expect(String(found.difference)).toBe('10000')
  expect(found.text).toContain('the difference needs a note')
  const commented = new Set([`${found.schedule}.${found.line}@${found.column}`])
  const noted = tieOuts(release, createEngine(release, scenario), commented).find(({ kind }) => kind === 'books')!
  expect(noted).toEqual({ ...found, text: found.text.replace('the difference needs a note', 'a comment explains it') })
})

test('levels that wait for an undisclosed opening are not testable', () => {
  expect(statuses(release)['level:equity.closing@q3_2007']).toBe('not_testable')
  expect(
    statuses(release, [input('equity.opening@q1_2007', '1000000')])['level:equity.closing@q3_2007'],
  ).toBeUndefined()
})
