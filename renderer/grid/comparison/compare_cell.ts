/**
 * Draws one figure of the comparison, at once and without React, in the look of any other schedule.
 * Draws only: figures come from the comparison that the grid was last given.
 */
import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { CompareSheet } from '../../../shared/analysis/compare_schedule.ts'
import { CellError, ERROR_MEANING } from '../../../shared/calc/cell_error.ts'
import { cellText, formatOf } from '../../../shared/calc/cell_text.ts'
import { isText } from '../../../shared/calc/layout.ts'
import { isAmount, sameFigure, type Value } from '../../../shared/calc/value.ts'
import type { Column, Line } from '../../../shared/model/filing.ts'
import { figureParts, formatAmount, NIL } from '../../../shared/money/format.ts'
import { codeEms, partsEms } from '../figures/figure_widths.ts'
import type { GridContext } from '../grid_context.ts'
import { FittedFigure, NOTHING } from '../figures/fitted_figure.ts'
import type { GridRow } from '../../session/reading/rows.ts'
import { speakCell } from '../figures/speak_cell.ts'

type Params = ICellRendererParams<GridRow, unknown, GridContext> & { sheet: () => CompareSheet | undefined }

function element(className: string, text: string): HTMLSpanElement {
  const span = document.createElement('span')
  span.className = className
  span.textContent = text
  return span
}

export class CompareCell implements ICellRendererComp<GridRow> {
  private readonly gui = element('figure', '')
  private readonly fitted = new FittedFigure(this.gui)

  init(params: Params): void {
    this.fitted.start(params.context.session, params.column)
    this.draw(params)
  }

  destroy(): void {
    this.fitted.end()
  }

  getGui(): HTMLElement {
    return this.gui
  }

  refresh(params: Params): boolean {
    this.draw(params)
    return true
  }

  private draw({ sheet, data, column, eGridCell }: Params): void {
    const shown = sheet()
    const at = shown?.schedule.columns.find(({ id }) => id === column?.getColId())
    const line = shown?.schedule.lines.find(({ id }) => id === data?.line.id)
    if (!shown || !at || !line || line.kind === 'heading') return this.fitted.show(NOTHING)
    const ref = { schedule: shown.schedule.id, line: line.id, column: at.id }
    speakCell(eGridCell, this.write(shown.values(ref), shown.values(ref, 'base'), line, at), at)
  }

  /** Returns the figure as it is formatted. */
  private write(value: Value, base: Value, line: Line, column: Column): string {
    const classes = ['figure']
    if (!sameFigure(value, base)) classes.push('changed')
    if (value instanceof CellError) classes.push('error')
    const title = value instanceof CellError ? ERROR_MEANING[value.code] : ''
    if (!isAmount(value) || isText(line)) {
      if (typeof value === 'string') classes.push('words')
      const text = cellText(value, line, column)
      this.gui.className = classes.join(' ')
      const ems = value instanceof CellError ? codeEms(text, column) : 0
      this.fitted.show({ ...NOTHING, children: [element('digits', text)], ems, text, title })
      return text
    }
    const signs = { currency: line.currency === true, percentSign: line.currency === true }
    const options = { ...formatOf(line, column), ...signs }
    const parts = figureParts(value, options)
    const { currency, sign, digits, suffix } = parts
    const amount = element('amount', '')
    const gap = digits === NIL && suffix ? ' ' : ''
    const hung = element(suffix === ')%' ? 'suffix both' : 'suffix', `${gap}${suffix}`)
    amount.append(element('digits', `${sign}${digits}`), hung)
    if (currency) classes.push('with-currency')
    this.gui.className = classes.join(' ')
    const children = currency ? [`${currency} `, amount] : [amount]
    const text = formatAmount(value, options)
    this.fitted.show({ ...NOTHING, children, ems: partsEms(parts, column), text, title })
    return text
  }
}
