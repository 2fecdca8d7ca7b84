/**
 * A filing of the third quarter of 2007 with an inventory of temporary differences and the balances beside it: provisions, losses, marks and impairment are
 * those of the press release, openings and balances are made up. Holds no expectations.
 */
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { newFiling } from '../../../shared/templates/templates.ts'

const QUARTERS = ['q1_2007', 'q2_2007', 'q3_2007']

/** By line, the three quarters. */
const MOVEMENTS: Record<string, readonly [string, string, string]> = {
  'reconciliation.net_earnings': ['-121668', '-152547', '-1191235'],
  'reconciliation.loan_loss_provisions': ['38734', '181977', '832453'],
  'reconciliation.actual_loan_losses': ['-9586', '-49460', '-34348'],
  'reconciliation.derivatives_change': ['54623', '-53269', '135347'],
  'reconciliation.nondeductible_capital_loss': ['0', '0', '26709'],
  'reconciliation.intercompany_elimination': ['5471', '368', '-9500'],
  'equity.other_comprehensive_income': ['-1200', '-3400', '-9100'],
  'equity.oci_reclassification': ['0', '0', '26709'],
  'loss_rollforwards.allowance_provision': ['30000', '161163', '789445'],
  'loss_rollforwards.charge_offs': ['9000', '46000', '31000'],
  'loss_rollforwards.recoveries': ['0', '0', '152'],
  'loss_rollforwards.foreclosed': ['52000', '61000', '80000'],
  'loss_rollforwards.reo_provision': ['8734', '20814', '43008'],
  'loss_rollforwards.reo_sold': ['31000', '40000', '52000'],
  'loss_rollforwards.reo_losses': ['586', '3460', '3500'],
}

const OPENINGS: Record<string, string> = {
  'temporary_differences.loan_losses_opening': '80000',
  'temporary_differences.derivative_marks_opening': '-12000',
  'temporary_differences.impairment_opening': '0',
  'temporary_differences.intercompany_deferral_opening': '21000',
  'loss_rollforwards.allowance_opening': '78684',
  'loss_rollforwards.reo_opening': '137331',
  'loss_rollforwards.oci_opening': '-1200',
}

export function temporaryFiling(): Filing {
  const filing = newFiling({
    id: 'harbor_2007_q3',
    details: {
      title: 'Third quarter 2007 results',
      registrant: 'Harbor Mortgage Trust',
      form: 'Form 10-Q',
      periodEnd: '2007-09-30',
      documentDate: '',
      unit: 'thousands of dollars',
      unaudited: true,
    },
    covers: 'quarter',
    against: 'before',
    schedules: ['reconciliation', 'equity', 'temporary_differences', 'loss_rollforwards'],
  })
  const moved = Object.entries(MOVEMENTS).flatMap(([line, amounts]) =>
    amounts.map((input, at) => ({ ...readCellName(`${line}@${QUARTERS[at]!}`)!, input })),
  )
  const opened = Object.entries(OPENINGS).map(([line, input]) => ({ ...readCellName(`${line}@q1_2007`)!, input }))
  const cells = [...moved, ...opened]
  const schedules = filing.schedules.map((one) => ({
    ...one,
    cells: [...one.cells, ...cells.filter(({ schedule }) => schedule === one.id)],
  }))
  return { ...filing, schedules }
}
