/**
 * Template: the balance sheet beside the temporary differences. The allowance for loan losses, real estate owned and accumulated other comprehensive income,
 * each from opening to closing, tied to the lines of earnings, equity and the reconciliation. Books only; what tax deducts is in the inventory.
 *
 * Balances are positive amounts as the balance sheet shows them; losses and what leaves a balance are deductions.
 */
import type { CellInput, Note } from '../model/filing.ts'
import { EQUITY, equityColumns } from './equity.ts'
import { INCOME } from './income_comparison.ts'
import { RECONCILIATION } from './reconciliation.ts'
import { asLine, comparedColumns, spanGroup, type Covers, type Template, type WrittenLine } from './template.ts'

export const LOSS_ROLLFORWARDS = 'loss_rollforwards'

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An impairment takes from earnings what was a loss in other comprehensive income before. Equity does not change.',
  },
  {
    mark: '2',
    text: 'Provisions of both kinds are added back in the reconciliation until the losses are realized. The difference is nil where this schedule and the reconciliation agree.',
  },
  {
    mark: '3',
    text: 'What was charged off and lost on sales less recoveries, beside the deduction for actual loan losses. The two can differ in time and in the loans that tax attributes to others; the difference needs a note.',
  },
]

type Linked = { from: string; line: string; columns?: readonly string[] }

/** An amount read from another schedule where that is chosen, entered elsewhere. */
function linked(line: WrittenLine, covers: Covers, { from, line: name, columns }: Linked): WrittenLine {
  const template = from === INCOME ? 'income_comparison' : from
  if (!covers.chosen.has(template)) return line
  return { ...line, formula: `= ${from}.${name}`, ...(columns && { columns: [...columns] }) }
}

function allowanceLines(covers: Covers, shown: readonly string[]): WrittenLine[] {
  return [
    { id: 'allowance', label: 'Allowance for loan losses', kind: 'heading' },
    { id: 'allowance_opening', label: 'Balance at beginning of period', currency: true },
    linked({ id: 'allowance_provision', label: 'Provision for loan losses' }, covers, {
      from: INCOME,
      line: 'provision_for_loan_losses',
      columns: shown,
    }),
    { id: 'charge_offs', label: 'Less: loans charged off', deduction: true },
    { id: 'recoveries', label: 'Recoveries' },
    {
      id: 'allowance_closing',
      label: 'Balance at end of period',
      formula: '= needs(allowance_opening, allowance_opening + allowance_provision - charge_offs + recoveries)',
      rule: 'double',
      currency: true,
    },
  ]
}

function realEstateLines(covers: Covers, shown: readonly string[]): WrittenLine[] {
  return [
    { id: 'real_estate_owned', label: 'Real estate owned', kind: 'heading' },
    { id: 'reo_opening', label: 'Balance at beginning of period', currency: true },
    { id: 'foreclosed', label: 'Foreclosed, at fair value less costs to sell' },
    linked({ id: 'reo_provision', label: 'Less: provision for losses', deduction: true }, covers, {
      from: INCOME,
      line: 'reo_provision',
      columns: shown,
    }),
    { id: 'reo_sold', label: 'Less: sold', deduction: true },
    {
      id: 'reo_closing',
      label: 'Balance at end of period',
      formula: '= needs(reo_opening, reo_opening + foreclosed - reo_provision - reo_sold)',
      rule: 'double',
      currency: true,
    },
    { id: 'reo_losses', label: 'Losses realized on sales, charged to earlier provisions', filingCopy: false },
  ]
}

function comprehensiveLines(covers: Covers): WrittenLine[] {
  return [
    { id: 'comprehensive_income', label: 'Accumulated other comprehensive income', kind: 'heading' },
    { id: 'oci_opening', label: 'Balance at beginning of period', currency: true },
    linked({ id: 'oci_change', label: 'Change before reclassifications' }, covers, {
      from: EQUITY,
      line: 'other_comprehensive_income',
    }),
    linked({ id: 'oci_reclassified', label: 'Impairment reclassified to earnings', notes: ['1'] }, covers, {
      from: EQUITY,
      line: 'oci_reclassification',
    }),
    {
      id: 'oci_closing',
      label: 'Balance at end of period',
      formula: '= needs(oci_opening, oci_opening + oci_change + oci_reclassified)',
      rule: 'double',
      currency: true,
    },
  ]
}

/** Held against the reconciliation: provisions must agree, losses are to be explained. */
function proofLines({ chosen }: Covers): WrittenLine[] {
  if (!chosen.has('reconciliation')) return []
  const provisions = 'allowance_provision + reo_provision'
  const addBack = `${RECONCILIATION}.loan_loss_provisions`
  const deduction = `${RECONCILIATION}.actual_loan_losses`
  const losses = 'charge_offs - recoveries + reo_losses'
  return [
    { id: 'tax', label: 'Against the reconciliation', kind: 'heading', filingCopy: false },
    { id: 'provisions', label: 'Provisions of both kinds', formula: `= ${provisions}`, filingCopy: false },
    {
      id: 'provisions_differ',
      label: 'Difference from the add-back, to be nil',
      formula: `= needs(provisions, needs(${addBack}, provisions - ${addBack}))`,
      proof: true,
      notes: ['2'],
      filingCopy: false,
    },
    { id: 'losses', label: 'Losses realized, net of recoveries', formula: `= ${losses}`, filingCopy: false },
    {
      id: 'losses_differ',
      label: 'More than tax deducts',
      formula: `= needs(losses, needs(${deduction}, losses + ${deduction}))`,
      notes: ['3'],
      filingCopy: false,
    },
  ]
}

/** Each period opens at the close before it. */
function openings(ids: readonly string[]): CellInput[] {
  return ['allowance', 'reo', 'oci'].flatMap((balance) =>
    ids.slice(1).map((column, before): CellInput => ({
      schedule: LOSS_ROLLFORWARDS,
      line: `${balance}_opening`,
      column,
      input: `=${balance}_closing@${ids[before]!}`,
    })),
  )
}

export const LOSS_ROLLFORWARDS_TEMPLATE: Template = {
  id: LOSS_ROLLFORWARDS,
  group: 'income_and_equity',
  title: 'Allowance, real estate owned and other comprehensive income',
  about:
    'The balances behind the differences between books and tax, each from opening to closing; provisions and realized losses are held against the reconciliation.',
  schedule(covers) {
    const columns = equityColumns(covers)
    const ids = columns.map(({ id }) => id)
    const compared = new Set(comparedColumns(covers).map(({ id }) => id))
    const shown = ids.filter((id) => compared.has(id))
    const lines = [
      ...allowanceLines(covers, shown),
      ...realEstateLines(covers, shown),
      ...comprehensiveLines(covers),
      ...proofLines(covers),
    ]
    return {
      id: LOSS_ROLLFORWARDS,
      short: 'Allowance, REO and OCI',
      title:
        'Rollforward of the allowance for loan losses, real estate owned and accumulated other comprehensive income',
      kind: 'custom',
      unitLine: '(in thousands)',
      columns,
      groups: [spanGroup(covers.covers === 'quarter' ? 3 : 12, columns)],
      lines: lines.map(asLine),
      cells: openings(ids),
      notes: NOTES.filter(({ mark }) => lines.some(({ notes = [] }) => notes.includes(mark))),
    }
  },
  headlines: () => [],
}
