/**
 * Template: a look at net worth and cash over the quarters ahead, for the question whether the company goes on: what is expected of each is entered,
 * and the quarter in which either turns negative is marked. It marks and concludes nothing. Earnings, receipts and issues are positive; payments and
 * dividends are positive amounts that are taken off.
 */
import { addMonths, dateInWords } from '../calendar/dates.ts'
import type { CellInput, Column, Note } from '../model/filing.ts'
import { EQUITY, equityColumns } from './equity.ts'
import { EQUITY_VIEWS, REPORTED } from './equity_views.ts'
import { cashCell } from './liquidity.ts'
import { LIQUIDITY } from './liquidity_bounds.ts'
import { aheadId, NOW } from './roll/roll_beside_equity.ts'
import { asLine, type Covers, type Template, type WrittenLine } from './template.ts'

export const LOOK_FORWARD = 'look_forward'

/** A year after statements are issued ends in the fifth quarter after theirs. */
const QUARTERS = 5
const AHEAD = Array.from({ length: QUARTERS }, (_, at) => aheadId(at + 1))

/** In the order in which the formula numbers them; where a figure is negative first asks for a person. */
const SIGN = ['positive', 'turns negative', 'negative', 'negative now']
const [POSITIVE, TURNS, NEGATIVE, ALREADY] = [1, 2, 3, 4]

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'Expectations of the company, not results. They stand on the workpaper copy only and are not for filing.',
  },
  {
    mark: '2',
    text: 'Whether there is substantial doubt is judged over one year from the issue of the statements (ASC 205-40); before 2016 over one year from their date. The schedule marks when net worth or cash would turn negative and concludes nothing.',
  },
  {
    mark: '3',
    text: 'A quarter of which nothing is entered is taken to change nothing. What follows a quarter rests on it.',
  },
]

/** A movement of the quarters ahead. */
function movement(id: string, label: string, more: Partial<WrittenLine> = {}): WrittenLine {
  return { id, label, only: AHEAD, ...more }
}

/** The balance at the beginning of a quarter, its movements, the balance at its end and its sign; blank until the balance of the day is known. */
function balance(id: string, label: string, movements: readonly WrittenLine[], change: string): WrittenLine[] {
  const before = `${id}@previous`
  return [
    movement(`${id}_before`, `${label} at beginning of quarter`, { formula: `= ${before}`, currency: true }),
    ...movements,
    {
      id,
      label: `${label} at end of quarter`,
      formula: `= needs(${id}_before, ${id}_before ${change})`,
      columns: AHEAD,
      rule: 'double',
      currency: true,
    },
    {
      id: `${id}_sign`,
      label: `${label} is`,
      format: 'choice',
      choices: SIGN,
      attention: [TURNS, ALREADY],
      formula: `= needs(${id}, if(${id} >= 0, ${POSITIVE}, if(is_blank(${before}), ${ALREADY}, if(${before} < 0, ${NEGATIVE}, ${TURNS}))))`,
    },
  ]
}

const LINES: readonly WrittenLine[] = [
  { id: 'of_net_worth', label: 'Net worth', kind: 'heading', notes: ['2'] },
  ...balance(
    'net_worth',
    'Net worth',
    [
      movement('net_earnings', 'Net earnings (loss) expected', { notes: ['3'] }),
      movement('other_changes', 'Other comprehensive income, issues and repurchases expected'),
      movement('dividends_declared', 'Less: dividends declared', { deduction: true }),
    ],
    '+ net_earnings + other_changes - dividends_declared',
  ),
  { id: 'of_cash', label: 'Cash', kind: 'heading' },
  ...balance(
    'cash',
    'Unrestricted cash',
    [
      movement('cash_received', 'Cash received from residual interests, fees and sales'),
      movement('financing_received', 'Cash received from lenders and stockholders'),
      movement('operating_costs', 'Less: operating costs paid', { deduction: true }),
      movement('debt_service', 'Less: interest and repayments of debt', { deduction: true }),
      movement('margin_calls', 'Less: margin calls', { deduction: true }),
      movement('dividends_paid', 'Less: dividends paid', { deduction: true }),
    ],
    '+ cash_received + financing_received - operating_costs - debt_service - margin_calls - dividends_paid',
  ),
]

function cell(line: string, from: string): CellInput {
  return { schedule: LOOK_FORWARD, line, column: NOW, input: `=${from}` }
}

/** Where the balances of the day come from: inputs where no schedule that is chosen shows them. */
function balances(covers: Covers): CellInput[] {
  const { chosen } = covers
  const netWorth = chosen.has(EQUITY_VIEWS)
    ? `${EQUITY_VIEWS}.as_reported@${REPORTED}`
    : chosen.has('equity')
      ? `${EQUITY}.closing@${equityColumns(covers).at(-1)!.id}`
      : undefined
  return [
    ...(netWorth === undefined ? [] : [cell('net_worth', netWorth)]),
    ...(chosen.has(LIQUIDITY) ? [cell('cash', cashCell(covers))] : []),
  ]
}

export const LOOK_FORWARD_TEMPLATE: Template = {
  id: LOOK_FORWARD,
  title: 'Look-forward of net worth and cash',
  group: 'liquidity',
  about:
    'Net worth and cash over five quarters ahead from what is expected, with the quarter in which either turns negative; linked to equity and to liquidity where they are chosen.',
  schedule(covers) {
    const { periodEnd } = covers
    const now: Column = { id: NOW, label: dateInWords(periodEnd), kind: 'component', filingCopy: false }
    const quarters = AHEAD.map((id, at): Column => ({
      ...now,
      id,
      label: dateInWords(addMonths(periodEnd, 3 * (at + 1))),
    }))
    return {
      id: LOOK_FORWARD,
      short: 'Look-forward',
      title: 'Net worth and cash: a look at the quarters ahead',
      kind: 'custom',
      unitLine: '(in thousands)',
      columns: [now, ...quarters],
      groups: [{ label: 'Quarters Ahead, Expected', columns: AHEAD, notes: ['1'] }],
      lines: LINES.map(asLine),
      cells: balances(covers),
      notes: NOTES,
    }
  },
  headlines: () => [],
}
