/**
 * What a screen reader learns of a cell. Sets attributes only; what a cell shows is its renderer's.
 */
import { spokenFigure } from '../../ui/spoken_figure.ts'

/** A cell says its figure; one that reads right as it stands has no name beside its text. */
export function speakCell(cell: HTMLElement, text: string, column: { format?: string | undefined }): void {
  const said = spokenFigure(text, { percent: column.format === 'percent' })
  cell.ariaLabel = said === text ? null : said
}

/** A cell that is computed takes no text of its own; an entry says nothing of it. */
export function speakComputed(cell: HTMLElement, isComputed: boolean): void {
  cell.ariaReadOnly = isComputed ? 'true' : null
}
