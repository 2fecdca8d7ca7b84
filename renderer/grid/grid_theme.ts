/**
 * The grid's look, by AG Grid's theming parameters over the product's own style variables.
 */
import { themeQuartz } from 'ag-grid-community'

/** Height of a row whose label takes one line, and of each further line of a label, in pixels. */
export const ROW_HEIGHT = 26
export const LABEL_LINE = 17

export const gridTheme = themeQuartz.withParams({
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--paper)',
  foregroundColor: 'var(--ink)',
  borderColor: 'var(--hairline)',
  chromeBackgroundColor: 'var(--paper)',
  headerBackgroundColor: 'var(--paper)',
  headerTextColor: 'var(--ink-soft)',
  headerFontWeight: 500,
  headerFontSize: 12.5,
  fontFamily: 'var(--figures)',
  fontSize: 13.25,
  rowHeight: ROW_HEIGHT,
  cellHorizontalPadding: 10,
  rowBorder: false,
  columnBorder: false,
  headerRowBorder: false,
  headerColumnBorder: false,
  headerColumnResizeHandleColor: 'transparent',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  rowHoverColor: 'var(--hover)',
  pinnedColumnBorder: false,
  browserColorScheme: 'inherit',
})
