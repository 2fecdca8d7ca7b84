/**
 * Template: the non-recourse trusts, one a line: assets and obligations in the books and at fair value, what the company invested, and the loss
 * beyond it. The views of equity read its totals. Assets and obligations are positive; what is net is assets less obligations.
 */
import type { Column, Note } from '../model/filing.ts'
import { asLine, type Template, type WrittenLine } from './template.ts'

export const EQUITY_VIEWS_TRUSTS = 'equity_views_trusts'

/** Rows for trusts; more are inserted among them. */
export const TRUST_ROWS = 16

/** The trusts whose figures are known one by one, of a column. */
export function trustsOf(column: string): string {
  return `${EQUITY_VIEWS_TRUSTS}.trust_1..in_total@${column}`
}

/** What a row of the schedule says of itself, in the order in which its formula numbers it. */
const STANDING = ['covered', 'in deficit', 'side missing', 'value missing', 'above assets', 'negative']
const [COVERED, BEYOND, HALF, HALF_VALUED, WORTH_MORE, NEGATIVE] = [1, 2, 3, 4, 5, 6]

const ENTERED = [
  'assets_book',
  'obligations_book',
  'original_investment',
  'assets_fair_value',
  'obligations_fair_value',
]

function component(id: string, label: string, more: Partial<Column> = {}): Column {
  return { id, label, kind: 'component', ...more }
}

/** One side less the other, blank until both are entered. */
function net(assets: string, obligations: string): string {
  return `= needs(@${assets}, needs(@${obligations}, @${assets} - @${obligations}))`
}

const COLUMNS: readonly Column[] = [
  component('assets_book', 'Assets'),
  component('obligations_book', 'Obligations'),
  component('net_book', 'Net', { formula: net('assets_book', 'obligations_book') }),
  component('original_investment', 'Original net investment'),
  component('cumulative_loss', 'Loss since', {
    formula: '= needs(@original_investment, needs(@net_book, @original_investment - @net_book))',
  }),
  component('loss_limited', 'Loss limited to it', {
    formula: '= needs(@cumulative_loss, min(@cumulative_loss, @original_investment))',
  }),
  component('deficit', 'Loss beyond it', { formula: '= needs(@net_book, max(0, -@net_book))' }),
  component('assets_fair_value', 'Assets'),
  component('obligations_fair_value', 'Obligations'),
  component('net_fair_value', 'Net', { formula: net('assets_fair_value', 'obligations_fair_value') }),
  component('fair_value_adjustment', 'Less book', {
    formula: '= needs(@net_fair_value, needs(@net_book, @net_fair_value - @net_book))',
  }),
  component('standing', 'Standing', {
    format: 'choice',
    choices: STANDING,
    attention: [HALF, HALF_VALUED, WORTH_MORE, NEGATIVE],
    formula: `= if(or(${ENTERED.map((one) => `@${one} < 0`).join(', ')}), ${NEGATIVE}, if(is_blank(@assets_book) <> is_blank(@obligations_book), ${HALF}, if(is_blank(@assets_fair_value) <> is_blank(@obligations_fair_value), ${HALF_VALUED}, if(@net_fair_value < 0, ${WORTH_MORE}, needs(@net_book, if(@net_book < 0, ${BEYOND}, ${COVERED}))))))`,
  }),
]

const AMOUNTS = COLUMNS.map(({ id }) => id).filter((id) => id !== 'standing')

const LINES: readonly WrittenLine[] = [
  ...Array.from({ length: TRUST_ROWS }, (_, at): WrittenLine => ({ id: `trust_${at + 1}`, label: `Trust ${at + 1}` })),
  { id: 'in_total', label: 'Trusts known in total only', notes: ['3'] },
  {
    id: 'total',
    label: 'All trusts',
    formula: '= sum(trust_1..in_total)',
    only: AMOUNTS,
    rule: 'double',
    currency: true,
  },
]

const NOTES: Note[] = [
  {
    mark: '1',
    text: 'An individually tailored measure, not one of generally accepted accounting principles. It stands on the workpaper copy only and is not for filing.',
  },
  {
    mark: '2',
    text: 'The obligations of a trust are non-recourse: the company cannot lose more than its net investment in each trust. What a trust owes beyond its assets is the loss beyond the investment.',
  },
  {
    mark: '3',
    text: 'Of trusts that are known in total only, what one has beyond its obligations hides what another lacks: the loss beyond the investment is at least the one shown.',
  },
  {
    mark: '4',
    text: 'Obligations that only the assets of the trust pay cannot be worth more than these. Such a row stands as above assets and is flagged; it is added as entered. So is one of which a side or a fair value is missing, or an amount negative.',
  },
]

export const EQUITY_VIEWS_TRUSTS_TEMPLATE: Template = {
  id: EQUITY_VIEWS_TRUSTS,
  title: 'Non-recourse trusts, one by one',
  group: 'income_and_equity',
  about:
    'Assets, obligations and original investment of each trust, in the books and at fair value, with the loss beyond the investment; read by the views of equity.',
  schedule: () => {
    const ofBooks = AMOUNTS.slice(0, AMOUNTS.indexOf('assets_fair_value'))
    const ofFairValue = AMOUNTS.slice(ofBooks.length)
    return {
      id: EQUITY_VIEWS_TRUSTS,
      short: 'Trusts one by one',
      title: 'Non-recourse trusts, one by one',
      kind: 'custom',
      unitLine: '(in thousands)',
      columns: COLUMNS.map((column) => ({ ...column, filingCopy: false })),
      groups: [
        { label: 'In the Books', columns: ofBooks, notes: ['1', '2'] },
        { label: 'At Fair Value', columns: ofFairValue, notes: ['4'] },
      ],
      lines: LINES.map(asLine),
      cells: [],
      notes: NOTES,
    }
  },
  headlines: () => [],
}
