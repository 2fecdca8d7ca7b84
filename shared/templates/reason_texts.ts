/**
 * Why an edit changes taxable income or does not, as the lines of templates and sample filings say it: each reason worded once.
 * A sentence without its full stop, short enough for one line where it can be; what is assumed follows in a sentence of its own.
 */
import type { Reason } from '../model/filing.ts'

type Directed = [higher: Reason, lower: Reason]

function directed(higher: string, lower: string): Directed {
  return [
    { direction: 'higher', text: higher },
    { direction: 'lower', text: lower },
  ]
}

/** Where the adjustment alone was changed; the amount of the difference stands beside it. */
export const DIFFERS: Reason = { flow: 'tax_only', text: 'The adjustment now differs from books' }

/** Income that is taxed as the books have it, such as interest. */
export function taxedAsBooked(what: string): Directed {
  const why = `no adjustment offsets ${what}`
  return directed(`Taxable income rises too: ${why}`, `Taxable income falls too: ${why}`)
}

/** An expense that is deducted as the books have it. */
export function deductedAsBooked(what: string): Directed {
  const why = `no adjustment offsets ${what}`
  return directed(`Taxable income falls too: ${why}`, `Taxable income rises too: ${why}`)
}

/** A provision that the reconciliation adds back until the loss is realized. */
export function addedBack(losses: string): Directed {
  const why = `so taxable income does not change; ${losses} are deducted only when realized`
  return directed(`The add-back rises by the same amount, ${why}`, `The add-back falls by the same amount, ${why}`)
}

/** The add-back itself, which takes net earnings along. */
export const ADD_BACK = directed(
  'Net earnings fall by the same amount, so taxable income does not change; losses are deducted only when realized',
  'Net earnings rise by the same amount, so taxable income does not change; losses are deducted only when realized',
)

export const MARKS: Reason = { text: 'Taxable income does not change; marks are taxed only when realized' }

/** A realized result of derivatives; `unrealized` is the line that it may come from. */
export function realized(unrealized?: string): Reason[] {
  const moved: Reason[] =
    unrealized === undefined
      ? []
      : [
          {
            alongside: unrealized,
            direction: 'lower',
            text: 'The loss moves from unrealized to realized and is now deducted',
          },
          {
            alongside: unrealized,
            direction: 'higher',
            text: 'The gain moves from unrealized to realized and is now taxed',
          },
        ]
  return [
    ...moved,
    ...directed(
      'Taxable income rises too: a realized gain is not taken out. Ordinary income is assumed',
      'Taxable income falls too: a realized loss is not added back. An ordinary loss is assumed',
    ),
  ]
}

const AT_FAIR_VALUE = 'Securities available-for-sale are carried at fair value'

/** An impairment, which is added back, and which other comprehensive income bore already. */
export const IMPAIRMENT = directed(
  `Other comprehensive income and the add-back rise by the same amount, so equity and taxable income do not change. ${AT_FAIR_VALUE}`,
  `Other comprehensive income and the add-back fall by the same amount, so equity and taxable income do not change. ${AT_FAIR_VALUE}`,
)

/** The adjustment for it, which takes net earnings along. */
export const IMPAIRMENT_ADD_BACK = directed(
  `Net earnings fall and other comprehensive income rises by the same amount, so equity does not change. ${AT_FAIR_VALUE}`,
  `Net earnings rise and other comprehensive income falls by the same amount, so equity does not change. ${AT_FAIR_VALUE}`,
)

export const IMPAIRMENT_DEDUCTED: Reason = {
  flow: 'tax_only',
  direction: 'lower',
  text: 'A deduction now needs an ordinary loss, or a capital gain to absorb it',
}

export const FEDERAL_TAX: Reason = {
  text: 'Taxable income does not change, because federal income tax is not deductible',
}

/** Where the expense is taken to be the amortization of a charge that was deferred within the group. */
export const CHARGE_TAX: Reason = {
  text: `${FEDERAL_TAX.text}. The expense is assumed to be the amortization of the deferred charge`,
}

export const SUBSIDIARY: Reason = {
  text: 'Taxable income does not change, because the subsidiary is taxed separately',
}

export const ACTUAL_LOSSES: Reason = {
  text: 'Net earnings do not change; actual losses are charged to the allowance and deducted for tax only',
}

export const REMIC_EARNINGS: Reason = {
  text: 'The securitization is a borrowing in the books and a sale for tax, so its GAAP earnings are taken out',
}

export const REMIC_INCOME: Reason[] = [
  {
    direction: 'higher',
    text: 'None of this income is assumed to be excess inclusion; if all is, 90% must be distributed',
  },
  { text: 'Excess inclusion cannot be offset by losses' },
]

/** Where a schedule tells how much is excess inclusion. */
export const WITH_EXCESS_INCLUSION: Reason = {
  text: 'What is entered as excess inclusion cannot be offset by losses and must be distributed to 90%',
}

export const PREFERRED: Reason = {
  text: 'Preferred dividends reduce both equity and the taxable income available to common',
}

export const SUBSIDIARY_DIVIDEND: Reason = {
  text: 'Undistributed earnings are assumed; without them the dividend is a return of capital',
}

/** Where the schedule of the subsidiary's distributions tells what they are. */
export const SUBSIDIARY_EARNINGS: Reason = {
  text: 'Earnings of the subsidiary decide how much is income; until they are entered, all is',
}

export const INTERCOMPANY: Reason = {
  text: 'Gains on sales within the group are deferred for tax and released later',
}

export const CAPITAL_EXCESS: Reason = {
  text: 'Taxable income bears no capital loss beyond capital gains; the rest is carried forward',
}

export const FOR_TAX_ONLY: Reason = { text: 'The adjustment is for tax only; net earnings do not change' }

export const OPENING_EQUITY: Reason = { text: 'Equity changes; net earnings and taxable income do not' }

export const COMPREHENSIVE_INCOME: Reason = {
  text: 'Equity changes; other comprehensive income is not part of net earnings or taxable income',
}

export const RECLASSIFICATION: Reason = {
  text: 'The reclassification offsets an impairment recorded in earnings; taxable income does not change',
}

export const WITH_STOCKHOLDERS: Reason = {
  text: 'A transaction with stockholders changes neither net earnings nor taxable income',
}

export const COMMON_DIVIDENDS: Reason = {
  text: 'Taxable income is stated before the deduction for common dividends',
}

export const TRUST_RESULT: Reason = { text: 'Gains and losses of the trusts reach net earnings and equity' }

export const TRUST_SETTLEMENT: Reason = { text: 'Settlements and transfers do not change equity' }
