/**
 * What the cells of a grid say on hover.
 */
export const OVERRIDES = 'Overrides the formula'
export const OVERRIDES_HERE = 'Overrides the formula; press Delete to restore it'
