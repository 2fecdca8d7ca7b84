/**
 * The terms of a trust, read from the JSON in which they are exchanged (fields as in the golden trusts). Says what is wrong by field and
 * code; computes nothing. Terms with an error cannot be valued; those with warnings can.
 */
import { lastDay, readDate, isoDate } from '../calendar/dates.ts'
import { decimalOf, UNIT, type Fixed } from '../money/fixed_point.ts'
import { plain } from '../money/decimal.ts'
import { isolated } from '../money/isolated.ts'
import { LEAST_RETURN, readClass, readDerivative } from './claims_reading.ts'
import { Field, shownAs, type TermsFault } from './field_reading.ts'
import { readGroup } from './loans_reading.ts'
import type { LoanGroup, Overcollateralization, Trigger, TrustTerms } from './terms.ts'

/** More loan groups or contracts, and more classes or triggers, than any trust has: so many are valued in seconds. */
const MOST_GROUPS = 50
const MOST_MEMBERS = 200

/** Terms with their warnings, or the faults that stop the trust, warnings among them. */
export type TermsReading =
  | { kind: 'read'; terms: TrustTerms; warnings: readonly TermsFault[] }
  | { kind: 'faulty'; faults: readonly TermsFault[] }

export function readTerms(foreign: unknown): TermsReading {
  const faults: TermsFault[] = []
  const trust = new Field(foreign, { path: '', where: 'The trust', faults })
  const terms = readTrust(trust)
  if (faults.some(({ severity }) => severity === 'error')) return { kind: 'faulty', faults }
  warnOfBonds(trust, terms)
  return { kind: 'read', terms, warnings: faults }
}

function readTrust(trust: Field): TrustTerms {
  const id = trust.at('id', 'The id of the trust').word()
  const asOf = readValuationDate(trust.at('as_of', 'The valuation date'))
  const loans = trust.at('groups', 'The trust')
  const groups = loans.list(MOST_GROUPS, (at) => `Loan group ${at + 1}`).map(readGroup)
  if (groups.length === 0) loans.refuse({ code: 'no_collateral', where: loans.where })
  const index = trust
    .at('index', 'The forward index curve')
    .rates((month) => `The forward index for month ${month}`, -UNIT)
  const costs = trust.at('costs', 'The costs of the trust')
  const typedYield = trust.at('collateral_yield', 'The yield of the collateral')
  const contracts = trust.at('derivatives', 'The list of derivatives')
  const bonds = trust.at('tranches', 'The list of classes')
  const derivatives = contracts.list(MOST_GROUPS, (at) => `Derivative ${at + 1}`).map(readDerivative)
  const classes = bonds.list(MOST_MEMBERS, (at) => `Class ${at + 1}`).map((each) => readClass(each, groups))
  refuseTwins(loans, groups, 'loan group')
  refuseTwins(contracts, derivatives, 'derivative')
  refuseTwins(bonds, classes, 'class')
  return {
    id,
    asOf,
    groups,
    index,
    trusteeFee: costs.at('trustee_fee', 'The trustee fee').rate({ orNil: true }),
    otherMonthly: costs.at('other_monthly', 'The other monthly cost').amount({ orNil: true }),
    derivatives,
    derivativeMargin: trust
      .at('derivative_margin', 'The margin of the derivatives')
      .rate({ orNil: true, least: -UNIT }),
    classes,
    oc: readOvercollateralization(trust.at('oc', 'The rule of overcollateralization')),
    residualYield: readResidualYield(
      trust.at('residual', 'The residual').at('yield', 'The required yield of the residual'),
    ),
    collateralYield: typedYield.isGiven ? typedYield.rate({ least: LEAST_RETURN }) : undefined,
    principalCoversInterest: trust.at('principal_covers_interest', 'Principal covers interest').flag(true),
    reimbursesWritedowns: trust.at('reimburse_writedowns', 'Write-downs are made good').flag(false),
  }
}

function readValuationDate(field: Field): string {
  const text = typeof field.value === 'string' ? field.value : ''
  const date = readDate(text)
  // Forty years on, a date still has a year of four digits.
  if (!date || date.year < 1900 || date.year > 2200) {
    field.refuse({ code: 'not_a_date', where: field.where, shown: shownAs(field.value) })
    return '2000-01-31'
  }
  const end = isoDate({ ...date, day: lastDay(date.year, date.month) })
  if (end !== text) field.refuse({ code: 'not_a_month_end', where: field.where, shown: text, end })
  return end
}

function readResidualYield(field: Field): Fixed {
  if (field.isGiven) return field.rate({ least: LEAST_RETURN })
  field.refuse({ code: 'no_required_yield', where: field.where })
  return 0n
}

function readOvercollateralization(oc: Field): Overcollateralization {
  const cutoff = oc.at('cutoff_balance', 'The cut-off balance')
  const cutoffBalance = cutoff.isGiven ? cutoff.amount() : 0n
  if (cutoffBalance === 0n && (!cutoff.isGiven || /^[0.]*$/.test(String(cutoff.value)))) {
    cutoff.refuse({ code: 'cutoff_missing', where: cutoff.where })
  }
  const month = oc.at('stepdown_month', 'The first month of the step-down')
  const stepdownMonth = month.isGiven ? month.whole(0, 100_000) : undefined
  if (month.isGiven && stepdownMonth === undefined) {
    month.refuse({ code: 'months_out_of_range', where: month.where, shown: shownAs(month.value), least: 0 })
  }
  const enhancement = oc.at('stepdown_enhancement', 'The enhancement at which the trust steps down')
  const onFail = oc.at('on_fail', 'What a failed trigger does')
  return {
    cutoffBalance,
    target: oc.at('target', 'The target of overcollateralization').rate({ orNil: true }),
    floor: oc.at('floor', 'The floor of overcollateralization').rate({ orNil: true }),
    stepdownMonth,
    stepdownTarget: oc.at('stepdown_target', 'The target after step-down').rate({ orNil: true }),
    stepdownEnhancement: enhancement.isGiven ? enhancement.rate() : undefined,
    triggers: oc
      .at('triggers', 'The list of triggers')
      .list(MOST_MEMBERS, (at) => `Trigger ${at + 1}`)
      .map(readTrigger),
    onFail: onFail.isGiven ? onFail.oneOf(['hold', 'trap'], 'hold or trap') : 'hold',
    cumulativeLoss: oc.at('cumulative_loss', 'The cumulative loss').amount({ orNil: true }),
  }
}

function readTrigger(trigger: Field): Trigger {
  const kinds = ['delinquency', 'cumulative_loss'] as const
  const kind = trigger
    .at('kind', `The kind of ${trigger.where.toLowerCase()}`)
    .oneOf(kinds, 'delinquency or cumulative_loss')
  if (kind === 'delinquency') {
    return { kind, limit: trigger.at('limit', 'The limit of the delinquency trigger').rate() }
  }
  const list = trigger.at('limits', 'The limits of the cumulative loss trigger')
  const limits = list
    .list(1000, (at) => `Limit ${at + 1} of cumulative losses`)
    .map((each) => {
      const from = each.at('from', `The month of ${each.where.toLowerCase()}`)
      const month = from.whole(-100_000, 100_000)
      if (month === undefined) {
        from.refuse({ code: 'months_out_of_range', where: from.where, shown: shownAs(from.value), least: 1 })
      }
      return { from: month ?? 1, limit: each.at('limit', each.where).rate() }
    })
  if (limits.some(({ from }, at) => at > 0 && from <= limits[at - 1]!.from)) {
    list.refuse({ code: 'limits_out_of_order', where: list.where })
  }
  return { kind, limits }
}

function refuseTwins(list: Field, members: readonly { id: string }[], what: string): void {
  const seen = new Set<string>()
  for (const [at, { id }] of members.entries()) {
    const field = list.at(`${at}`, '').at('id', `The id of ${what} ${at + 1}`)
    if (id !== '' && seen.has(id))
      field.refuse({ code: 'duplicate_id', where: field.where, shown: `“${isolated(id)}”` })
    seen.add(id)
  }
}

function amountText(amount: Fixed): string {
  return plain(decimalOf(amount))
}

/** Bonds of more than one and a half times the loans: possible after losses, and more often a slip. */
function warnOfBonds(trust: Field, { groups, classes }: TrustTerms): void {
  const pool = groups.reduce(
    (sum, { balance, pipeline }: LoanGroup) => pipeline.reduce((own, each) => own + each.balance, sum + balance),
    0n,
  )
  const owed = classes.reduce((sum, { balance }) => sum + balance, 0n)
  if (owed * 2n <= pool * 3n) return
  const bonds = trust.at('tranches', 'The balance of all classes')
  bonds.warn({
    code: 'bonds_exceed_collateral',
    where: bonds.where,
    shown: amountText(owed),
    pool: amountText(pool),
  })
}
