/**
 * Lines of what may dilute earnings per share: for each kind of potential shares what it adds to earnings, its shares, its place in the order of
 * dilution, and whether it counts. Formulas on lines alone; they read the earnings and the shares of eps.ts.
 */
import type { WrittenLine } from './template.ts'

/** Kinds of potential shares: as many as a mortgage REIT has at once, such as stock units, notes, preferred stock and warrants. */
const KINDS = [1, 2, 3, 4] as const

const each = (part: (kind: number) => string, between: string): string => KINDS.map(part).join(between)

/** What is added back to earnings, and how many shares count, over all kinds that dilute. */
export const ADDED_BACK = `= ${each((kind) => `if(p${kind}_included = 1, p${kind}_addback, 0)`, ' + ')}`
export const DILUTING_SHARES = `= ${each((kind) => `if(p${kind}_included = 1, p${kind}_shares, 0)`, ' + ')}`

/** A condition on the entries: one place where an amount is negative, another where an addition has no shares, a third where neither is so. */
export function ENTERED_WRONGLY(negative: number, without: number, otherwise: number): string {
  const amounts = each((kind) => `p${kind}_addback, p${kind}_shares`, ', ')
  const lacking = each((kind) => `and(p${kind}_addback > 0, is_blank(p${kind}_increment))`, ', ')
  return `if(min(${amounts}) < 0, ${negative}, if(or(${lacking}), ${without}, ${otherwise}))`
}

/** A condition: a kind has shares in one of the quarters and none here. */
export function missingHere(quarters: readonly string[]): string {
  const there = (kind: number): string => quarters.map((id) => `p${kind}_shares@${id}`).join(', ')
  return `or(${each((kind) => `and(is_blank(p${kind}_shares), max(${there(kind)}) > 0)`, ', ')})`
}

/** 1 where another kind comes before this one: it adds less for each share, or as much and stands above. */
function isBefore(other: number, kind: number): string {
  return `if(is_blank(p${other}_increment), 0, p${other}_increment ${other < kind ? '<=' : '<'} p${kind}_increment)`
}

/** What the kinds before this one bring, an amount or shares. */
function broughtBefore(kind: number, what: 'addback' | 'shares'): string {
  return KINDS.filter((other) => other !== kind)
    .map((other) => `if(and(p${other}_sequence > 0, p${other}_sequence < p${kind}_sequence), p${other}_${what}, 0)`)
    .join(' + ')
}

/** The lines of one kind: whether it counts, and under it why. */
function linesOfKind(kind: number): WrittenLine[] {
  const id = (part: string): string => `p${kind}_${part}`
  const detail = { parent: id('included'), filingCopy: false } as const
  const others = KINDS.filter((other) => other !== kind)
  return [
    {
      id: id('included'),
      label: `Potential shares ${kind}: dilutive`,
      format: 'choice',
      choices: ['yes', 'no'],
      filingCopy: false,
      formula: `= needs(${id('before')}, if(and(continuing_available >= 0, ${id('increment')} < ${id('before')}), 1, 2))`,
    },
    { id: id('addback'), label: 'Added back to earnings', ...detail },
    { id: id('shares'), label: 'Shares', format: 'shares', ...detail },
    {
      id: id('increment'),
      label: 'Added for each share',
      format: 'per_share',
      decimals: 6,
      formula: `= if(${id('shares')} > 0, ${id('addback')} / ${id('shares')})`,
      ...detail,
    },
    {
      id: id('sequence'),
      label: 'Place in the order',
      formula: `= needs(${id('increment')}, 1 + ${others.map((other) => isBefore(other, kind)).join(' + ')})`,
      ...detail,
    },
    {
      id: id('before'),
      label: 'Earnings per share before it',
      format: 'per_share',
      decimals: 6,
      formula: `= needs(${id('sequence')}, needs(continuing_available, if(basic_shares > 0, (continuing_available + ${broughtBefore(kind, 'addback')}) / (basic_shares + ${broughtBefore(kind, 'shares')}))))`,
      ...detail,
    },
  ]
}

/** The lines of every kind, in their order. */
export function potentialLines(): WrittenLine[] {
  return KINDS.flatMap(linesOfKind)
}
