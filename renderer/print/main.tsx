/**
 * The print page: loads the workbook, builds the documents of its address, lays them out and shows the sheets, in turns.
 * `data-print` on the root element says when: ready, refused, failed or canceled, and `data-progress` how far it is until then, and
 * `data-step` with what. Must not change the workbook.
 */
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { isolated } from '../../shared/money/isolated.ts'
import type { KeptFigures } from '../../shared/model/version.ts'
import {
  documentName,
  readPrintAddress,
  setUpOf,
  unknownSetUp,
  versionsNamed,
  type PrintAddress,
} from '../../shared/print/address.ts'
import { asSet, documentMakers, type Made, type Makers } from '../../shared/print/prepare.ts'
import { workbenchClient } from '../client/workbench_client.ts'
import { localPrintedTime, ZONE } from '../ui/local_time.ts'
import { layOut, type LaidOut } from './measure.tsx'
import { Refused } from './refused.tsx'
import { Sheets } from './sheet_set.tsx'
import { Toolbar } from './toolbar.tsx'
import { Canceled, createTurns, drawn, type Turns } from './turns.ts'
import type { WorkProgress } from '../ui/work_steps.ts'
import { CanceledPage, Working } from './working.tsx'
import '../ui/styles/isolation.css'
import './print.css'
import './remarks.css'
import './chart.css'
import './preview.css'

/** Faces the sheets use, asked for before anything is measured. */
const FACES = ['400 10pt', '600 10pt', 'italic 400 10pt'].map((face) => `${face} "Source Serif 4"`)

/** Progress is told of work that takes longer, in milliseconds: what is done at once need not be counted. */
const WORTH_TELLING = 300

/** Over the reasons why a page was refused. */
const NOT_MADE = { filing: 'No filing copy was made', workpaper: 'No workpaper was made' } as const

type State = 'ready' | 'refused' | 'failed' | 'canceled'

const root = createRoot(document.querySelector('#root')!)

function show(state: State, content: ReactElement): void {
  flushSync(() => root.render(content))
  document.documentElement.dataset['print'] = state
}

async function run(): Promise<void> {
  const address = readPrintAddress(location.pathname, location.search)
  if (!address) {
    const unknown = unknownSetUp(location.search)
    const reason = unknown
      ? `The address asks for ${unknown}, which is no way to set up paper.`
      : 'The address names no schedule of a filing.'
    show('failed', <Refused heading="Nothing to print" reasons={[reason]} />)
    return
  }
  const turns = createTurns(() => performance.now(), drawn)
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') turns.cancel()
  }
  document.addEventListener('keydown', escape)
  try {
    await printed(address, turns)
  } catch (error) {
    if (error instanceof Canceled) show('canceled', <CanceledPage />)
    else {
      const message = error instanceof Error ? error.message : String(error)
      show('failed', <Refused heading="The schedule could not be printed" reasons={[message]} />)
    }
  } finally {
    document.removeEventListener('keydown', escape)
    delete document.documentElement.dataset['progress']
    delete document.documentElement.dataset['step']
  }
}

/** Makes, lays out and shows the documents of an address; all of them or none. */
async function printed(address: PrintAddress, turns: Turns): Promise<void> {
  const tell = teller(turns)
  const prepared = await makersOf(address, turns, tell)
  if (prepared.kind === 'failed') {
    show('failed', <Refused heading="Nothing to print" reasons={[prepared.message]} />)
    return
  }
  await Promise.all(FACES.map((face) => document.fonts.load(face)))
  const laidOut: LaidOut[] = []
  const made: Made[] = []
  for (const make of prepared.makers) {
    tell({ step: 'pages', done: made.length, of: prepared.makers.length })
    await turns.pause()
    const one = make()
    made.push(one)
    // Once one is refused nothing is printed, and the rest is looked at for its reasons alone.
    if (made.every(({ kind }) => kind === 'document') && one.kind === 'document') {
      laidOut.push(await layOut(one, setUpOf(address), turns.pause))
    }
  }
  const set = asSet(made)
  if (set.kind === 'failed') show('failed', <Refused heading="Nothing to print" reasons={[set.message]} />)
  else if (set.kind === 'refused') {
    show('refused', <Refused heading={NOT_MADE[address.mode]} refusals={set.refusals} address={address} />)
  } else await shown(address, laidOut, turns, tell)
}

async function makersOf(address: PrintAddress, turns: Turns, tell: Tell): Promise<Makers> {
  const answer = await workbenchClient().load({})
  if (!answer.ok) return { kind: 'failed', message: answer.failure.message }
  const versions = new Map<string, KeptFigures>()
  for (const { filing, version } of versionsNamed(address)) {
    const kept = await workbenchClient().version({ filing, number: version })
    if (!kept.ok) return { kind: 'failed', message: kept.failure.message }
    versions.set(documentName({ filing, version }), kept.value)
  }
  const steps = documentMakers({ ...answer.value, versions }, address, localPrintedTime(new Date().toISOString()), ZONE)
  let done = -1
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await turns.pause()
    if (!step.value || step.value.done === done) continue
    ;({ done } = step.value)
    tell({ step: 'figures', ...step.value })
  }
}

type Tell = (progress: WorkProgress, sheets?: ReactElement) => void

/** Tells how far the work is, on the page once it takes long, and on the root element for whoever waits for it. */
function teller(turns: Turns): Tell {
  const begun = performance.now()
  return (progress, sheets) => {
    Object.assign(document.documentElement.dataset, {
      progress: `${progress.done}/${progress.of}`,
      step: progress.step,
    })
    if (performance.now() - begun < WORTH_TELLING) return
    flushSync(() =>
      root.render(
        <>
          <Working progress={progress} onCancel={turns.cancel} />
          {sheets}
        </>,
      ),
    )
  }
}

/** Draws the sheets schedule by schedule. Until the last is there the page prints none of them. */
async function shown(address: PrintAddress, laidOut: LaidOut[], turns: Turns, tell: Tell): Promise<void> {
  const of = laidOut.length
  const count = laidOut.flatMap(({ pages }) => pages).length
  for (let drawn = 1; drawn < of; drawn += 1) {
    tell({ step: 'pages', done: drawn, of }, <Sheets laidOut={laidOut.slice(0, drawn)} count={count} />)
    await turns.pause()
  }
  const titles = laidOut.map((one) => `${isolated(one.document.registrant)}: ${isolated(one.document.title)}`)
  document.title = [...new Set(titles)].join('; ')
  flushSync(() =>
    root.render(
      <>
        <Toolbar address={address} />
        <Sheets laidOut={laidOut} count={count} />
      </>,
    ),
  )
  await settled()
  document.documentElement.dataset['print'] = 'ready'
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
