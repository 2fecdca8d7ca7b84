/**
 * One sheet of paper: head, table, what follows it, foot, in a box of the paper's exact size.
 * Must not decide what stands on it: that is paginate.
 */
import type { CSSProperties, ReactElement } from 'react'
import type { PrintBlock, PrintDocument } from '../../shared/print/document.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { contentWidth, marginOf, sheetSize } from '../../shared/print/paper.ts'
import { LineDrawing } from '../ui/charts/line_chart.tsx'
import { WaterfallChart, type ChartSize } from '../ui/charts/waterfall_chart.tsx'
import type { Page } from '../../shared/print/paginate.ts'
import { Table } from './table.tsx'

/** A page of a set: `number` and `count` run through the whole set. */
export type SheetProps = { document: PrintDocument; layout: Layout; page: Page; number: number; count: number }

export function Sheet({ document, layout, page, number, count }: SheetProps): ReactElement {
  return (
    <section className={sheetClass(document, layout)} style={paperStyle(layout)} data-page={number}>
      <div className="content">
        <Head document={document} continued={page.continued} />
        {(page.rows.to > page.rows.from || !page.continued) && (
          <Table document={document} layout={layout} panel={page.panel} rows={page.rows} />
        )}
        {page.blocks.to > page.blocks.from && (
          <>
            {page.rows.to > page.rows.from && <Gap />}
            {page.blocks.head !== undefined && <Block block={document.blocks[page.blocks.head]!} layout={layout} />}
            {document.blocks.slice(page.blocks.from, page.blocks.to).map((block, index) => (
              <Block key={page.blocks.from + index} block={block} layout={layout} />
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

/** The classes of a sheet: its paper names the page that it prints on. */
export function sheetClass({ mode }: PrintDocument, { paper, orientation }: Layout): string {
  return `sheet ${paper.paper} ${orientation} ${mode}`
}

/** Type size, widths and margins of a sheet, as the styles read them. */
export function paperStyle({ paper, orientation, size }: Layout): CSSProperties {
  const { width, height } = sheetSize(paper, orientation)
  const margin = marginOf(paper)
  return {
    '--size': `${size}pt`,
    '--sheet-width': `${width}pt`,
    '--sheet-height': `${height}pt`,
    '--content-width': `${contentWidth(paper, orientation)}pt`,
    '--margin-side': `${margin.side}pt`,
    '--margin-top': `${margin.top}pt`,
    '--margin-bottom': `${margin.bottom}pt`,
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

type Drawn = Extract<PrintBlock, { kind: 'chart' }>['chart']

/** A chart as wide as the content of a portrait page, in pixels of the screen at 96 to the inch. */
function chartSize({ paper }: Layout): ChartSize {
  return { width: Math.floor((contentWidth(paper, 'portrait') * 96) / 72), row: 34, label: 220, type: 11.5 }
}

function Chart({ chart, size }: { chart: Drawn; size: ChartSize }): ReactElement {
  if ('points' in chart) {
    return (
      <div className="block chart">
        <p className="chart-title">{chart.title}</p>
        <LineDrawing line={chart} width={size.width} />
      </div>
    )
  }
  return (
    <div className="block chart">
      <WaterfallChart waterfall={chart} size={size} />
      <p className="chart-key">Solid bars raise the figure, hatched ones lower it.</p>
    </div>
  )
}

export function Block({ block, layout }: { block: PrintBlock; layout: Layout }): ReactElement {
  switch (block.kind) {
    case 'heading':
      return <h2 className="block">{block.text}</h2>
    case 'chart':
      return <Chart chart={block.chart} size={chartSize(layout)} />
    case 'row':
      return (
        <div className={block.isHead ? 'block row head-row' : 'block row'}>
          <p>{block.text}</p>
          {block.figures.map((figure, at) => (
            // The columns of a row never move.
            // oxlint-disable-next-line react/no-array-index-key
            <RowFigure key={at} text={figure} width={block.width} isHead={block.isHead} />
          ))}
        </div>
      )
    case 'item':
      return (
        <div className={block.mark === '' ? 'block item plain' : 'block item'}>
          {block.mark !== '' && <span className="mark">{block.mark}</span>}
          <p>{block.text}</p>
        </div>
      )
    default:
      return block satisfies never
  }
}

/** A figure whose parenthesis hangs, or the head of its column. */
function RowFigure({ text, width, isHead }: { text: string; width: number; isHead: boolean }): ReactElement {
  const hangs = !isHead && text.endsWith(')')
  return (
    <span className="row-figure" style={{ width: `${width}em` }}>
      {hangs ? text.slice(0, -1) : text}
      {!isHead && <span className="row-hang">{hangs ? ')' : ''}</span>}
    </span>
  )
}
