/**
 * How wide figures are in the shipped fonts, in ems: the widest of the weights and sizes that they are set in, tabular figures.
 * Made from the font files by test/shared/money/font_widths.ts; not to be changed by hand.
 */
export type FigureWidths = Record<'digit' | 'separator' | 'parenthesis' | 'percent' | 'currency' | 'hash', number>

/** Inter, on screen. */
export const SCREEN_WIDTHS: FigureWidths = {
  digit: 0.6485,
  separator: 0.2686,
  parenthesis: 0.3907,
  percent: 1.0099,
  currency: 0.6526,
  hash: 0.6463,
}

/** Source Serif 4, on paper. */
export const PAPER_WIDTHS: FigureWidths = {
  digit: 0.547,
  separator: 0.307,
  parenthesis: 0.384,
  percent: 0.949,
  currency: 0.538,
  hash: 0.544,
}
