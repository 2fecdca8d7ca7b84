/**
 * Worked examples of the differences between books and tax: the inventory of temporary differences, changes of method. Inputs and words only.
 */
import type { WorkedExample } from './worked_example.ts'
import { inEach, register } from './worked_inputs.ts'

/** Provisions, losses, marks, impairment and intercompany gains of one quarter. */
function differences(column: string, [provisions, losses, marks, impairment, intercompany]: readonly string[]) {
  return inEach('temporary_differences', [column], {
    loan_losses_additions: provisions!,
    loan_losses_reversals: losses!,
    derivative_marks_additions: marks!,
    impairment_additions: impairment!,
    intercompany_deferral_additions: intercompany!,
  })
}

/** The first quarter opens with what is an example only. */
const DIFFERENCES = {
  q1: {
    ...inEach('temporary_differences', ['q1_2007'], {
      loan_losses_opening: '80000',
      derivative_marks_opening: '0',
      impairment_opening: '0',
      intercompany_deferral_opening: '0',
    }),
    ...differences('q1_2007', ['38734', '-9586', '54623', '0', '5471']),
  },
  q2: differences('q2_2007', ['181977', '-49460', '-53269', '0', '368']),
  q3: differences('q3_2007', ['832453', '-34348', '135347', '26709', '-9500']),
}

export const DIFFERENCE_EXAMPLES: readonly WorkedExample[] = [
  {
    of: ['temporary_differences'],
    covers: 'quarter',
    periodEnd: '2007-09-30',
    answers:
      'The inventory shows what books recognized before tax, how each quarter moved the amount, and what is deductible later.',
    facts:
      'The figures of the three quarters are published; the opening of 80,000 is an example. Most of the inventory is provisions. Part of them rests on loans in REMICs and is never deducted, so that the amount reads “at most” until that part is entered.',
    inputs: {
      ...DIFFERENCES.q1,
      ...DIFFERENCES.q2,
      ...DIFFERENCES.q3,
    },
    shown: [
      {
        schedule: 'temporary_differences',
        across: ['q1_2007', 'q2_2007', 'q3_2007', 'to_date'],
        comesTo: [
          'loan_losses_change',
          'loan_losses_closing',
          'impairment_closing',
          'total_change',
          'total_closing',
          'future_deductions',
          'future_deductions_reading',
          'future_capital_losses',
        ],
        notes: ['5'],
      },
    ],
  },
  {
    of: ['method_changes'],
    covers: 'year',
    periodEnd: '2009-12-31',
    answers:
      'The schedule shows which part of a section 481(a) adjustment enters taxable income in the tax year, and what remains.',
    facts:
      'A change of 2007 raised income and is taken up over four years; a change of 2009 lowers income and is taken up at once.',
    inputs: register('method_changes', 'change', [
      { year_of_change: '2007-12-31', adjustment: '8000' },
      { year_of_change: '2009-12-31', adjustment: '-1500' },
    ]),
    shown: [
      {
        schedule: 'method_changes',
        isRegister: true,
        comesTo: ['taken_before', 'of_year', 'remaining'],
        notes: ['1'],
      },
    ],
  },
]
