/**
 * What is wrong with a formula in its place: at which characters, and what would be right.
 */
import { expect, test } from 'vitest'
import { formulaFault } from '../../../shared/calc/formula_faults.ts'
import type { Filing } from '../../../shared/model/filing.ts'

const line = (id: string, parent?: string) => ({
  id,
  label: id,
  kind: 'input' as const,
  ...(parent !== undefined && { parent }),
})
const column = (id: string) => ({ id, label: id, kind: 'duration' as const })

const FILING: Filing = {
  id: 'f',
  title: 'F',
  schedules: [
    {
      id: 'income',
      short: 'Income',
      columns: [column('q3_2007'), column('q2_2007')],
      lines: [
        line('interest_income'),
        line('provision_for_loan_losses'),
        line('current', 'provision_for_loan_losses'),
        line('net_earnings'),
      ],
      cells: [],
    },
    {
      id: 'equity',
      short: 'Equity',
      columns: [column('m9_2007')],
      lines: [line('closing_equity')],
      cells: [],
    },
  ],
}
const OWN = { schedule: 'income', line: 'net_earnings', column: 'q3_2007' }

/** The fault as the characters it stands at and what is said. */
function fault(text: string): string | undefined {
  const found = formulaFault(FILING, OWN, text)
  return found && `${found.at}-${found.end} ${text.slice(found.at, found.end)}: ${found.message}`
}

test.each<[string, string | undefined]>([
  ['= interest_income - provision_for_loan_losses', undefined],
  ['= @q2_2007 + equity.closing_equity@m9_2007', undefined],
  ['= sum(interest_income..net_earnings) + sum(@q3_2007..@q2_2007)', undefined],
  [
    '= interest_income - provision_for_loan_loses',
    '20-44 provision_for_loan_loses: provision_for_loan_loses is not a line of Income; provision_for_loan_losses is.',
  ],
  ['= incom.net_earnings', '2-7 incom: incom is not a schedule of this filing; income is.'],
  ['= @q3_2006', '3-10 q3_2006: q3_2006 is not a column of Income; q3_2007 and q2_2007 are.'],
  ['= interest_income@m9', '18-20 m9: m9 is not a column of Income.'],
  [
    '= closing_equity',
    '2-16 closing_equity: closing_equity is not a line of Income; equity.closing_equity is one of Equity.',
  ],
  ['= q2_2007', '2-9 q2_2007: q2_2007 is a column of Income, not a line; its own line in it is @q2_2007.'],
  [
    '= equity.closing_equity',
    '2-23 equity.closing_equity: Equity has no column q3_2007: name one, such as equity.closing_equity@m9_2007.',
  ],
  [
    '= sum(net_earnings..interest_income)',
    '6-35 net_earnings..interest_income: The ends are reversed: interest_income..net_earnings.',
  ],
  ['= sum(@q2_2007..@q3_2007)', '6-24 @q2_2007..@q3_2007: The ends are reversed: @q3_2007..@q2_2007.'],
  [
    '= sum(interest_income..current)',
    '6-30 interest_income..current: A range needs two lines of the same parent. These two have different parents.',
  ],
  ['= interest_income;', '17-18 ;: Arguments are separated by a comma, not a semicolon.'],
  ['= interest_income -  ', '19-19 : The formula ends where an amount, a line or a function is expected.'],
  ['= summ(interest_income)', '2-6 summ: There is no function summ; sum is one.'],
  ['= wrong_name + (', '2-12 wrong_name: wrong_name is not a line of Income.'],
  ['= ; wrong_name', '2-3 ;: Arguments are separated by a comma, not a semicolon.'],
  ['=', '1-1 : The formula is empty.'],
])('%s', (text, expected) => {
  expect(fault(text)).toBe(expected)
})

test('the name being typed is passed over, what stands after it is not', () => {
  const text = '= intrest_income + provison'
  const atCaret = (caret: number) =>
    formulaFault(FILING, OWN, text, ({ at, end }) => at <= caret && caret <= end)?.message
  expect(atCaret(4)).toContain('provison is not a line')
  expect(atCaret(text.length)).toContain('intrest_income is not a line of Income; interest_income is.')
  expect(formulaFault(FILING, OWN, '= interest_income -', ({ end }) => end >= 19)).toBeUndefined()
})
