/**
 * Measures a document's parts where fonts are, in the widths of a layout, and chooses the layout.
 * Leaves nothing on the page.
 */
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { PrintDocument } from '../../shared/print/document.ts'
import { layoutsFor, type Layout } from '../../shared/print/layout.ts'
import { contentHeight, type Paper } from '../../shared/print/paper.ts'
import { paginate, type Heights, type Page } from '../../shared/print/paginate.ts'
import { Block, Gap, Head, paperStyle, sheetClass } from './sheet.tsx'
import { Table } from './table.tsx'

/** A document of more pages stays at its first layout: no smaller type would save it all of them. */
const MOST_TRIED = 4

const POINTS_PER_PIXEL = 72 / 96

export type LaidOut = { document: PrintDocument; layout: Layout; pages: Page[] }

/**
 * Lays a document out: the preferred layout, or a smaller type of the same paper where that brings all onto one page, or at least
 * the table onto as few as it has panels. Pauses between two attempts.
 */
export async function layOut(document: PrintDocument, paper: Paper, pause: () => Promise<void>): Promise<LaidOut> {
  const candidates: LaidOut[] = []
  for (const layout of layoutsFor(document, paper)) {
    await pause()
    const heights = await measure(document, layout)
    const pages = paginate(document, heights, contentHeight(paper, layout.orientation, document.mode))
    if (pages.length === 1) return { document, layout, pages }
    candidates.push({ document, layout, pages })
    // Type that is too large by far is not tried in every size.
    if (pages.length > MOST_TRIED) break
  }
  const isTableWhole = ({ layout, pages }: LaidOut): boolean =>
    pages.filter(({ rows }) => rows.to > rows.from).length <= layout.panels.length
  return candidates.find(isTableWhole) ?? candidates[0]!
}

async function measure(document: PrintDocument, layout: Layout): Promise<Heights> {
  const host = window.document.createElement('div')
  host.className = 'measuring'
  host.ariaHidden = 'true'
  window.document.body.append(host)
  const root = createRoot(host)
  try {
    flushSync(() => root.render(<Everything document={document} layout={layout} />))
    host.getBoundingClientRect() // Starts the fonts that the text needs.
    await window.document.fonts.ready
    return heightsOf(host)
  } finally {
    root.unmount()
    host.remove()
  }
}

function Everything({ document, layout }: { document: PrintDocument; layout: Layout }): ReactElement {
  return (
    <div className={sheetClass(document, layout)} style={paperStyle(layout)}>
      <div className="content">
        <Head document={document} continued={false} />
        <Head document={document} continued />
        {layout.panels.map((panel, index) => (
          <Table
            key={panel.from}
            document={document}
            layout={layout}
            panel={index}
            rows={{ from: 0, to: document.rows.length }}
          />
        ))}
        <Gap />
        {document.blocks.map((block, index) => (
          // The blocks of one document never move.
          // oxlint-disable-next-line react/no-array-index-key
          <Block key={index} block={block} layout={layout} />
        ))}
      </div>
    </div>
  )
}

function heightsOf(host: HTMLElement): Heights {
  const all = (selector: string): Element[] => [...host.querySelectorAll(selector)]
  const tables = all('table')
  return {
    title: height(host.querySelector('header.first')),
    continued: height(host.querySelector('header.continued')),
    heads: tables.map((table) => height(table.querySelector('thead'))),
    rows: tables.map((table) => [...table.querySelectorAll('tbody > tr')].map(height)),
    gap: height(host.querySelector('.gap')),
    blocks: all('.block').map(height),
  }
}

/** Height in points with the margins, which no part of a sheet shares with its neighbour. */
function height(element: Element | null): number {
  return element === null ? 0 : element.getBoundingClientRect().height * POINTS_PER_PIXEL
}
