/**
 * Trusts for measuring: loans of two groups with defaults throughout, twenty classes, a swap and a cap, all alive to the last month.
 * Measures nothing.
 */

export const CLASSES = 20

/** A curve of so many months around a rate, each month with a value of its own. */
function curve(months: number, around: number): string[] {
  return Array.from({ length: months }, (_, at) => `0.${String(around + ((at * 37) % 400)).padStart(6, '0')}`)
}

/** The terms of a trust of so many months; `seed` makes it differ from others. */
export function largeTrust(months: number, seed = 0): Record<string, unknown> {
  const group = (id: string, balance: number) => ({
    id,
    balance: `${balance + seed * 1000}`,
    wac: '0.0690',
    wam: months,
    rate: { kind: 'float', margin: '0.0265', cap: '0.1190', floor: '0.0265', first_reset: 25 },
    interest_only_months: 60,
    servicing_fee: '0.00375',
    advance: true,
    lag: 12,
    prepayment: { kind: 'cpr', values: curve(months, 60_000 + seed * 500) },
    default: { kind: 'cdr', values: curve(months, 20_000 + seed * 500) },
    severity: curve(months, 400_000),
    pipeline: [{ id: 'f', kind: 'foreclosure', balance: '5000000', months: 6 }],
  })
  return {
    id: `trust_${seed}`,
    as_of: '2008-12-31',
    groups: [group('g1', 420_000_000), group('g2', 95_000_000)],
    index: curve(months, 20_000),
    costs: { trustee_fee: '0.0001', other_monthly: '6500' },
    derivatives: [
      {
        id: 'swap',
        kind: 'swap',
        side: 'pay_fixed',
        rate: '0.0502',
        fixed_basis: '30/360',
        float_basis: 'actual/360',
        notional: Array.from({ length: 60 }, (_, at) => `${100_000_000 - at * 1_500_000}`),
      },
    ],
    tranches: Array.from({ length: CLASSES }, (_, at) => ({
      id: `c${at}`,
      rank: (at >> 1) + 1,
      balance: '24000000',
      coupon: { kind: 'float', margin: '0.0026' },
      basis: 'actual/360',
      price: { kind: 'margin', value: `0.${String(20 + at * 5).padStart(4, '0')}` },
      enhancement: `0.${String(90 - at * 4).padStart(2, '0')}`,
    })),
    oc: {
      cutoff_balance: '600000000',
      target: '0.0085',
      floor: '0.0035',
      stepdown_month: 37,
      stepdown_target: '0.017',
      triggers: [{ kind: 'delinquency', limit: '0.20' }],
    },
    residual: { yield: '0.15' },
    principal_covers_interest: true,
    reimburse_writedowns: true,
  }
}
