/**
 * Completions: what is offered for a name, in which order, and that the list stays short.
 */
import { TAX_FUNCTIONS } from '../../../../shared/tax/functions.ts'
import { expect, test } from 'vitest'
import { candidatesFor } from '../../../../renderer/session/edit/candidates.ts'
import { nameAtCaret } from '../../../../shared/formula/completion.ts'
import type { Filing, Line } from '../../../../shared/model/filing.ts'

const line = (id: string, label: string, kind: Line['kind'] = 'input'): Line => ({ id, label, kind })

const FILING: Filing = {
  id: 'f',
  title: 'F',
  schedules: [
    {
      id: 'income',
      short: 'Earnings',
      columns: [
        { id: 'q3_2007', label: 'September 30, 2007', kind: 'duration' },
        { id: 'q2_2007', label: 'June 30, 2007', kind: 'duration' },
      ],
      groups: [{ label: 'Three Months Ended', columns: ['q3_2007', 'q2_2007'] }],
      lines: [
        line('revenues', 'Revenues', 'heading'),
        line('net_interest_income', 'Net interest income'),
        line('interest_income', 'Interest income'),
        line('summary', 'In sum'),
        line('shares', 'Average shares'),
      ],
      cells: [],
    },
    {
      id: 'tax',
      title: 'Taxable income',
      columns: [{ id: 'q3_2007', label: 'Third quarter', kind: 'duration' }],
      lines: [line('interest_disallowed', 'Interest not deductible'), line('sum_of_all', 'All')],
      cells: [],
    },
    {
      id: 'equity',
      title: 'Equity',
      columns: [{ id: 'm9_2007', label: 'Nine months', kind: 'duration' }],
      lines: [line('interest_paid', 'Interest paid')],
      cells: [],
    },
  ],
}
const OWN = { schedule: 'income', line: 'shares', column: 'q3_2007' }

/** What is offered at the end of a text. */
function offered(text: string, filing = FILING): string[] {
  const name = nameAtCaret(text, text.length)
  return name ? candidatesFor(filing, OWN, name, text.slice(name.at, name.end)).map((one) => one.text) : []
}

test('lines of the own schedule come first, then functions and other schedules', () => {
  expect(offered('= in')).toEqual([
    'interest_income',
    'net_interest_income',
    'summary',
    'tax.interest_disallowed',
    'equity.interest_paid@',
  ])
  expect(offered('= sum')).toEqual(['summary', 'sum(', 'tax.sum_of_all'])
  expect(offered('= AV')).toEqual(['shares', 'average('])
  const rules = Object.keys(TAX_FUNCTIONS).map((name) => `${name}(`)
  // Many as they are, the rules leave room for what else begins so.
  expect(rules.length).toBeGreaterThan(24)
  expect(offered('= t')).toEqual([...rules.slice(0, 12), 'tax.'])
  expect(offered('= tax.sum')).toEqual(['sum_of_all'])
})

test('headings are not offered, nor what is written in full', () => {
  expect(offered('= reve')).toEqual([])
  expect(offered('= summary')).toEqual([])
  expect(offered('= net_interest_income')).toEqual([])
  expect(offered('= interest_income')).toEqual([])
})

test('after a schedule its lines are offered, after @ the columns, each with its label', () => {
  expect(offered('= tax.')).toEqual(['interest_disallowed', 'sum_of_all'])
  expect(offered('= equity.')).toEqual(['interest_paid@'])
  expect(offered('= nowhere.')).toEqual([])
  const name = nameAtCaret('= @', 3)!
  expect(candidatesFor(FILING, OWN, name, '')).toEqual([
    { kind: 'column', text: 'q3_2007', label: 'Three Months Ended September 30, 2007' },
    { kind: 'column', text: 'q2_2007', label: 'Three Months Ended June 30, 2007' },
    { kind: 'column', text: 'previous', label: 'The column before, of the same kind' },
  ])
  expect(offered('= equity.interest_paid@')).toEqual(['m9_2007', 'previous'])
  expect(offered('= tax.interest_disallowed@q')).toEqual(['q3_2007'])
  expect(offered('= @june')).toEqual(['q2_2007'])
})

test('the end of a range is a line of the range’s schedule', () => {
  expect(offered('= sum(interest_income..s')).toEqual(['summary', 'shares'])
  expect(offered('= sum(tax.interest_disallowed..s')).toEqual(['sum_of_all'])
})

test('the list is short whatever the size of the filing, the nearest first', () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => line(`loan_${i}`, `Loan ${i}`))
  const [own, ...others] = FILING.schedules
  const large = { ...FILING, schedules: [{ ...own!, lines: [...lines, line('old_loan', 'Old')] }, ...others] }
  const list = offered('= loan', large)
  expect(list.length).toBeLessThanOrEqual(24)
  expect(list.slice(0, 2)).toEqual(['loan_0', 'loan_1'])
  expect(offered('= old', large)).toEqual(['old_loan'])
})

test('the column before is offered among the columns, and rules of tax among the functions', () => {
  expect(offered('= net_interest_income@')).toEqual(['q3_2007', 'q2_2007', 'previous'])
  expect(offered('= net_interest_income@p')).toEqual(['previous'])
  expect(offered('= tax_old')).toEqual(['tax_oldest_first('])
})
