/**
 * The words of a print document with apostrophes as print sets them. Comes last, so that what builds a document need not think of it;
 * figures and ids stay as they are.
 */
import { typeset } from '../money/typeset.ts'
import type { PrintBlock, PrintCell, PrintDocument } from './document.ts'

export function typesetDocument(document: PrintDocument): PrintDocument {
  const { registrant, title, qualifiers, banner, warnings, caption, groups, columns, rows, blocks, foot } = document
  return {
    ...document,
    registrant: typeset(registrant),
    title: typeset(title),
    qualifiers: qualifiers.map(typeset),
    banner: banner.map(typeset),
    warnings: warnings.map(typeset),
    caption: typeset(caption),
    groups: groups.map((group) => ({ ...group, label: typeset(group.label) })),
    columns: columns.map((column) => ({ ...column, label: typeset(column.label) })),
    rows: rows.map((row) => ({ ...row, label: typeset(row.label), cells: row.cells.map(cellSet) })),
    blocks: blocks.map(blockSet),
    foot: foot && { ...foot, statement: typeset(foot.statement) },
  }
}

function cellSet(cell: PrintCell): PrintCell {
  return cell.kind === 'words' ? { ...cell, text: typeset(cell.text) } : cell
}

function blockSet(block: PrintBlock): PrintBlock {
  if (block.kind === 'chart') return { ...block, chart: chartSet(block.chart) }
  return { ...block, text: typeset(block.text) }
}

type Chart = Extract<PrintBlock, { kind: 'chart' }>['chart']

function chartSet(chart: Chart): Chart {
  if ('points' in chart) return { ...chart, title: typeset(chart.title), across: typeset(chart.across) }
  return { ...chart, bars: chart.bars.map((bar) => ({ ...bar, label: typeset(bar.label) })) }
}
