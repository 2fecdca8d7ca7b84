/**
 * Print documents of the sample filings, computed by the engine as the print page does, for tests to look at.
 */
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { buildPrintDocument } from '../../../shared/print/build_document.ts'
import type { PrintDocument, PrintOptions, PrintRow, Refusal } from '../../../shared/print/document.ts'

export function sample(id: 'impac_2007_q3' | 'impac_2009'): Filing {
  return sampleFilings().find((filing) => filing.id === id)!
}

type Wanted = Pick<PrintOptions, 'mode' | 'details' | 'comments' | 'notes'> & { cells?: CellInput[] }

/** The document of a schedule; with cells, of a scenario "Downside" that holds them. */
export function print(filing: Filing, schedule: string, wanted: Wanted): PrintDocument | Refusal {
  const engine = createEngine(filing, wanted.cells ?? [])
  return buildPrintDocument(filing, schedule, (ref, layer) => engine.value(ref, layer), {
    mode: wanted.mode,
    ...(wanted.details && { details: wanted.details }),
    ...(wanted.notes !== undefined && { notes: wanted.notes }),
    ...(wanted.comments && { comments: wanted.comments }),
    tieOuts: tieOuts(filing, engine),
    changeNumber: 17,
    time: 'November 20, 2026 at 9:45 PM',
    ...(wanted.cells && { beside: true, scenario: { name: 'Downside', cells: wanted.cells } }),
  })
}

export function printed(filing: Filing, schedule: string, wanted: Wanted): PrintDocument {
  const result = print(filing, schedule, wanted)
  if (result.kind === 'refusal') throw new Error(result.reasons.join('\n'))
  return result
}

/** A row's cells as text, each part in its order. */
export function cellTexts(row: PrintRow): string[] {
  return row.cells.map((cell) => {
    if (cell.kind === 'words') return cell.text
    if (cell.kind === 'error') return cell.code
    if (cell.kind !== 'figure') return cell.kind === 'blank' ? '' : 'n.d.'
    const { currency, sign, digits, suffix } = cell.parts
    return `${currency}${currency && ' '}${sign}${digits}${suffix}`
  })
}
