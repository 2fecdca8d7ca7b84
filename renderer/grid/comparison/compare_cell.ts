/**
 * Draws one figure of the comparison in the look of any other schedule.
 * Draws only: figures come from the comparison that the grid was last given.
 */
import type { CompareSheet } from '../../../shared/analysis/compare_schedule.ts'
import { CellError, ERROR_MEANING } from '../../../shared/calc/cell_error.ts'
import { cellText, formatOf } from '../../../shared/calc/cell_text.ts'
import { isText } from '../../../shared/calc/layout.ts'
import { isAmount, sameFigure, type Value } from '../../../shared/calc/value.ts'
import type { Column, Line } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { figureParts, formatAmount } from '../../../shared/money/format.ts'
import { barWidth } from '../../ui/charts/signed_bar.tsx'
import { codeEms, partsEms } from '../figures/figure_widths.ts'
import { drawnParts, element, FittedCell, NOTHING, type CellParams } from '../figures/fitted_cell.ts'
import { speakCell } from '../figures/speak_cell.ts'

type Params = CellParams & {
  sheet: () => CompareSheet | undefined
  /** Whether the scenario of a column holds an input of its own at the line's cell. */
  isTyped: (line: string, column: string) => boolean
}

/** Beside figures of more characters there is no room for a bar. */
const LONG = 11

/** What a cell is drawn by besides its figure. */
type Drawn = { line: Line; column: Column; typed: boolean; bar: HTMLElement[] }

/** A small bar of a difference, as long as its share of the figure that it changes; none where nothing differs. */
function barOf(difference: Value, base: Value): HTMLElement[] {
  if (!isAmount(difference) || difference.isZero()) return []
  const bar = element('signed-bar')
  const length = element(difference.isNegative() ? 'length lower' : 'length')
  const most = isAmount(base) ? Decimal.max(base.abs(), difference.abs()) : difference
  length.style.width = barWidth(difference, most)
  bar.ariaHidden = 'true'
  bar.append(length)
  return [bar]
}

export class CompareCell extends FittedCell<Params> {
  protected draw({ sheet, isTyped, data, column, eGridCell }: Params): void {
    const shown = sheet()
    const at = shown?.schedule.columns.find(({ id }) => id === column?.getColId())
    const line = shown?.schedule.lines.find(({ id }) => id === data?.line.id)
    if (!shown || !at || !line || line.kind === 'heading') return this.show(NOTHING)
    const ref = { schedule: shown.schedule.id, line: line.id, column: at.id }
    const typed = isTyped(line.id, at.id)
    const bar = at.id.endsWith('_difference') ? barOf(shown.values(ref), shown.values({ ...ref, column: 'base' })) : []
    speakCell(eGridCell, this.write(shown.values(ref), shown.values(ref, 'base'), { line, column: at, typed, bar }), at)
  }

  /** Returns the figure as it is formatted. */
  private write(value: Value, base: Value, { line, column, typed: isTyped, bar }: Drawn): string {
    const classes = ['figure']
    if (isTyped) classes.push('typed')
    if (!sameFigure(value, base)) classes.push('changed')
    if (value instanceof CellError) classes.push('error')
    if (typeof value === 'string') classes.push('words')
    const title = [
      isTyped ? 'Entered in this scenario' : '',
      value instanceof CellError ? ERROR_MEANING[value.code] : '',
    ]
      .filter(Boolean)
      .join('. ')
    const isFigure = isAmount(value) && !isText(line)
    const currency = line.currency === true
    const options = { ...formatOf(line, column), currency, percentSign: currency }
    const parts = isFigure ? figureParts(value, options) : undefined
    const text = isFigure ? formatAmount(value, options) : cellText(value, line, column)
    if (parts?.currency) classes.push('with-currency')
    this.gui.className = classes.join(' ')
    const ems = parts ? partsEms(parts, column) : value instanceof CellError ? codeEms(text, column) : 0
    const children = parts ? drawnParts(parts) : [element('digits', text)]
    this.show({ ...NOTHING, children, marks: text.length > LONG ? [] : bar, ems, text, title })
    return text
  }
}
