/**
 * The one way an amount becomes text that people read, on screen and on paper.
 * Rounds once, here; must not be used to feed arithmetic.
 */

/** How a figure is shown: `percent` holds percentage points (390 is 390%), `rate` a fraction (0.125 is 12.5%). */
export type Format = 'amount' | 'per_share' | 'shares' | 'percent' | 'rate' | 'text'
