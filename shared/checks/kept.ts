/**
 * A filed figure against the one that its version keeps: what was filed must come out of what was entered then, under whatever arithmetic the
 * product has by now. Only what differs is told. Compares; the kept figures are the service's to read.
 */
import { cellText } from '../calc/cell_text.ts'
import { storedAt } from '../calc/layout.ts'
import { cellTitle } from '../model/lookup.ts'
import type { CellCheck } from './tie_out.ts'

/** The text that the version keeps of each cell which comes to something else today, by the name of the cell. */
export type KeptApart = ReadonlyMap<string, string>

export const NOTHING_APART: KeptApart = new Map()

export const VERSION: CellCheck = {
  kind: 'version',
  find({ found, value, keptApart }) {
    if (keptApart === undefined) return undefined
    return {
      scenario: { status: 'fail', difference: null },
      filed: 'fail',
      words: () => {
        const now = cellText(value, found.line, found.column) || 'blank'
        const amount = storedAt(found, keptApart)
        const kept = amount ? cellText(amount, found.line, found.column) : keptApart || 'blank'
        return `${cellTitle(found)}: filed as ${kept}; what was entered then comes to another figure today, now ${now}.`
      },
    }
  },
}
