/**
 * One sheet of paper: head, table, what follows it, foot, in a box of the paper's exact size.
 * Must not decide what stands on it: that is paginate.
 */
import type { CSSProperties, ReactElement } from 'react'
import type { PrintBlock, PrintDocument } from '../../shared/print/document.ts'
import { type Layout, PAPER, contentWidth } from '../../shared/print/layout.ts'
import { WaterfallChart, type ChartSize } from '../ui/charts/waterfall_chart.tsx'
import type { Page } from '../../shared/print/paginate.ts'
import { Table } from './table.tsx'

/** A page of a set: `number` and `count` run through the whole set. */
export type SheetProps = { document: PrintDocument; layout: Layout; page: Page; number: number; count: number }

export function Sheet({ document, layout, page, number, count }: SheetProps): ReactElement {
  return (
    <section className={`sheet ${layout.orientation} ${document.mode}`} style={paperStyle(layout)} data-page={number}>
      <div className="content">
        <Head document={document} continued={page.continued} />
        {(page.rows.to > page.rows.from || !page.continued) && (
          <Table document={document} layout={layout} panel={page.panel} rows={page.rows} />
        )}
        {page.blocks.to > page.blocks.from && (
          <>
            {page.rows.to > page.rows.from && <Gap />}
            {document.blocks.slice(page.blocks.from, page.blocks.to).map((block, index) => (
              <Block key={page.blocks.from + index} block={block} />
            ))}
          </>
        )}
      </div>
      <footer>
        {document.foot && (
          <>
            <p className="statement">{document.foot.statement}</p>
            <p className="signatures">
              {document.foot.signatures.map((role) => (
                <span key={role} className="signature">
                  {role}
                  <span className="rule" />
                  Date
                  <span className="rule short" />
                </span>
              ))}
            </p>
          </>
        )}
        <p className="number">{`Page ${number} of ${count}`}</p>
      </footer>
    </section>
  )
}

/** Type size, widths and margins of a sheet, as the styles read them. */
export function paperStyle(layout: Layout): CSSProperties {
  return {
    '--size': `${layout.size}pt`,
    '--content-width': `${contentWidth(layout.orientation)}pt`,
    '--margin-side': `${PAPER.margin.side}pt`,
    '--margin-top': `${PAPER.margin.top}pt`,
    '--margin-bottom': `${PAPER.margin.bottom}pt`,
  } as CSSProperties
}

/** The head of a page; later pages repeat registrant, title and unit. */
export function Head({ document, continued }: { document: PrintDocument; continued: boolean }): ReactElement {
  return (
    <header className={continued ? 'continued' : 'first'}>
      <p className="registrant">{document.registrant}</p>
      {continued ? (
        <p className="title">{`${document.title} (continued)`}</p>
      ) : (
        <h1 className="title">{document.title}</h1>
      )}
      {document.qualifiers.map((text) => (
        <p key={text} className="qualifier">
          {text}
        </p>
      ))}
      {[...document.banner, ...(continued ? [] : document.warnings)].map((text) => (
        <p key={text} className="banner">
          {text}
        </p>
      ))}
    </header>
  )
}

/** The space between the table and what follows it, with the short rule above notes. */
export function Gap(): ReactElement {
  return (
    <div className="gap">
      <span />
    </div>
  )
}

/** A chart as wide as the content of a portrait page, in pixels of the screen at 96 to the inch. */
const CHART: ChartSize = { width: Math.floor((contentWidth('portrait') * 96) / 72), row: 34, label: 220, type: 11.5 }

export function Block({ block }: { block: PrintBlock }): ReactElement {
  if (block.kind === 'heading') return <h2 className="block">{block.text}</h2>
  if (block.kind === 'chart') {
    return (
      <div className="block chart">
        <WaterfallChart waterfall={block.chart} size={CHART} />
        <p className="chart-key">Solid bars raise the figure, hatched ones lower it.</p>
      </div>
    )
  }
  return (
    <div className={block.mark === '' ? 'block item plain' : 'block item'}>
      {block.mark !== '' && <span className="mark">{block.mark}</span>}
      <p>{block.text}</p>
    </div>
  )
}
