/**
 * The print page: loads the workbook, builds the documents of its address, lays them out and shows the sheets.
 * `data-print` on the root element says when: ready, refused or failed. Must not change the workbook.
 */
import { isolated } from '../../shared/money/isolated.ts'
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { readPrintAddress, type PrintAddress } from '../../shared/print/address.ts'
import { momentText } from '../../shared/calendar/moment.ts'
import { prepareDocuments, type Prepared } from '../../shared/print/prepare.ts'
import { workbenchClient } from '../client/workbench_client.ts'
import { layOut, type LaidOut } from './measure.tsx'
import { Refused } from './refused.tsx'
import { Sheet } from './sheet.tsx'
import { Toolbar } from './toolbar.tsx'
import '../ui/styles/isolation.css'
import './print.css'
import './chart.css'
import './preview.css'

/** Faces the sheets use, asked for before anything is measured. */
const FACES = ['400 10pt', '600 10pt', 'italic 400 10pt'].map((face) => `${face} "Source Serif 4 Variable"`)

async function run(): Promise<void> {
  const root = createRoot(document.querySelector('#root')!)
  const show = (state: 'ready' | 'refused' | 'failed', content: ReactElement): void => {
    flushSync(() => root.render(content))
    document.documentElement.dataset['print'] = state
  }
  const address = readPrintAddress(location.pathname, location.search)
  if (!address) {
    show('failed', <Refused heading="Nothing to print" reasons={['The address names no schedule of a filing.']} />)
    return
  }
  try {
    const prepared = await prepare(address)
    if (prepared.kind === 'failed') {
      show('failed', <Refused heading="Nothing to print" reasons={[prepared.message]} />)
    } else if (prepared.kind === 'refused') {
      show('refused', <Refused heading="No filing copy was made" refusals={prepared.refusals} address={address} />)
    } else {
      await Promise.all(FACES.map((face) => document.fonts.load(face)))
      const laidOut: LaidOut[] = []
      for (const printed of prepared.documents) laidOut.push(await layOut(printed))
      document.title = [
        ...new Set(prepared.documents.map((printed) => `${isolated(printed.registrant)}: ${isolated(printed.title)}`)),
      ].join('; ')
      flushSync(() => root.render(<Sheets laidOut={laidOut} address={address} />))
      await settled()
      document.documentElement.dataset['print'] = 'ready'
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    show('failed', <Refused heading="The schedule could not be printed" reasons={[message]} />)
  }
}

async function prepare(address: PrintAddress): Promise<Prepared> {
  const answer = await workbenchClient().load({})
  if (!answer.ok) return { kind: 'failed', message: answer.failure.message }
  return prepareDocuments(answer.value, address, momentText(new Date().toISOString()))
}

function Sheets({ laidOut, address }: { laidOut: LaidOut[]; address: PrintAddress }): ReactElement {
  const all = laidOut.flatMap(({ document: printed, layout, pages }) =>
    pages.map((page) => ({ printed, layout, page })),
  )
  const sheets = all.map(({ printed, layout, page }, index) => (
    <Sheet
      key={`${printed.schedule} ${page.number}`}
      document={printed}
      layout={layout}
      page={page}
      number={index + 1}
      count={all.length}
    />
  ))
  return (
    <>
      <Toolbar address={address} />
      <main>{sheets}</main>
    </>
  )
}

/** After the fonts of what stands on the page are there and two frames were drawn with them. */
async function settled(): Promise<void> {
  document.body.getBoundingClientRect()
  await document.fonts.ready
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}

void run()
