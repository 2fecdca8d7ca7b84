/**
 * Stockholders' equity at the end of 2009: how the trusts and long-term debt move it, and what it consists of.
 * Thousands of dollars; liabilities negative.
 */
import type { Schedule } from '../../../shared/model/filing.ts'
import { scheduleOf, type Head, type Row } from '../rows.ts'

const HEAD: Head = {
  id: 'equity',
  short: "Stockholders' equity",
  title: "Stockholders' equity at December 31, 2009",
  kind: 'equity',
  unitLine: '(in thousands)',
  columns: [{ id: 'fy_2009', label: 'December 31, 2009', kind: 'duration', end: '2009-12-31' }],
  groups: [{ label: 'Year Ended', columns: ['fy_2009'] }],
}

const ROWS: Row[] = [
  {
    id: 'other_movements',
    label: 'Opening equity and all other movements of 2009, not separately disclosed (balancing)',
    currency: true,
    origin: 'balancing',
    how: 'closing equity less the two lines below',
    inputs: { fy_2009: '695471' },
    reasons: [{ text: 'Equity changes outside the trusts and long-term debt' }],
  },
  {
    id: 'net_trust_result',
    label: 'Net result of the trusts',
    formula: '= trusts.total_gains@residual',
    origin: 'derived',
    how: 'total as tabled, interest cash outside the table: total gains of trust assets, 770,508, and of trust liabilities, (1,449,977), as published; settlements and transfers do not reach equity',
  },
  {
    id: 'debt_result',
    label: 'Net result of long-term debt',
    formula: '= trusts.total_gains@long_term_debt',
    perSource: { fy_2009: '-509' },
  },
  {
    id: 'closing',
    label: "Stockholders' equity at 12/31/2009",
    // The level waits for the balancing line; nothing is invented.
    formula: '= needs(other_movements, other_movements + net_trust_result + debt_result)',
    rule: 'double',
    currency: true,
    perSource: { fy_2009: '15493' },
    said: {
      fy_2009: { remark: 'As the company tagged it in its XBRL facts; the letter does not state it.' },
    },
  },
  {
    id: 'residual',
    label: 'Residual interests in the trusts',
    formula: '= trusts.closing@residual',
    currency: true,
    origin: 'derived',
    how: 'trust assets, 5,809,445, and trust liabilities, (5,786,468), as published',
  },
  {
    id: 'long_term_debt',
    label: 'Long-term debt',
    formula: '= trusts.closing@long_term_debt',
    perSource: { fy_2009: '-9773' },
  },
  {
    id: 'other_net_assets',
    label: 'Other net assets (balancing)',
    formula: '= needs(closing, closing - residual - long_term_debt)',
    origin: 'balancing',
    how: 'closing equity less residual interests and long-term debt; not separately disclosed',
  },
]

export const EQUITY: Schedule = scheduleOf(HEAD, ROWS)
