/**
 * The grid's look, by AG Grid's theming parameters over the product's own style variables.
 */
import { themeQuartz } from 'ag-grid-community'

/** A measure of type or space at 100%, which grows with the sheet. */
function grown(pixels: number): string {
  return `calc(${pixels}px * var(--zoom))`
}

export const gridTheme = themeQuartz.withParams({
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--paper)',
  foregroundColor: 'var(--ink)',
  borderColor: 'var(--hairline)',
  chromeBackgroundColor: 'var(--paper)',
  headerBackgroundColor: 'var(--paper)',
  headerTextColor: 'var(--ink-soft)',
  headerFontWeight: 500,
  headerFontSize: grown(12.5),
  fontFamily: 'var(--figures)',
  fontSize: grown(13.25),
  rowHeight: 'var(--row)',
  cellHorizontalPadding: grown(7),
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
