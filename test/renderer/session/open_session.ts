/**
 * Sessions over the real service on a temporary file, without a browser: the acts of a person with what they store. A call can be
 * made to fail or its answer to be lost. Waits of the session pass at once.
 */
import { afterEach, beforeEach, expect } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { browserCalls } from '../../../electron/browser/calls.ts'
import { createDownloads } from '../../../electron/browser/downloads.ts'
import { createDispatch, createService } from '../../../electron/service/service.ts'
import { createKeeper } from '../../../electron/service/workbook_keeper.ts'
import { LostAnswer } from '../../../renderer/client/lost_answer.ts'
import { readBook } from '../../../renderer/session/book/book.ts'
import { beginEdit, commitEdit } from '../../../renderer/session/edit/editing.ts'
import { reverse } from '../../../renderer/session/committing.ts'
import { followWork } from '../../../renderer/session/messages.ts'
import { offerCellAndName } from '../../../renderer/session/offered_texts.ts'
import { open } from '../../../renderer/session/opening.ts'
import { go } from '../../../renderer/session/place/going.ts'
import { followCell } from '../../../renderer/session/place/remembering.ts'
import { answers } from '../../../renderer/session/queue_answers.ts'
import { shownFiling, viewCell } from '../../../renderer/session/reading/figures.ts'
import { selectArea } from '../../../renderer/session/selection/selection.ts'
import { createSession, type Session } from '../../../renderer/session/session.ts'
import { followPanels } from '../../../renderer/session/view/view.ts'
import type { CallName } from '../../../shared/contract/calls.ts'
import type { Answer, Failure, Workbench } from '../../../shared/contract/contract.ts'
import { factSchema, type CellRef, type Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { OPTIONS, temporaryFolder } from '../../electron/workbooks.ts'

/** A draft of two quarters beside the samples, whose structure can be changed. */
export const BOOKS: Filing = {
  id: 'books',
  title: 'Books 2008',
  status: 'draft',
  unit: 'thousands',
  schedules: [
    {
      id: 'income',
      columns: [
        { id: 'q1', label: 'Q1', kind: 'duration' },
        { id: 'q2', label: 'Q2', kind: 'duration' },
      ],
      lines: [
        { id: 'interest', label: 'Interest', kind: 'input' },
        { id: 'fees', label: 'Fees', kind: 'input' },
        { id: 'total', label: 'Total', kind: 'formula', formula: '= interest + fees' },
      ],
      cells: [
        { schedule: 'income', line: 'interest', column: 'q1', input: '100' },
        { schedule: 'income', line: 'interest', column: 'q2', input: '200' },
        { schedule: 'income', line: 'fees', column: 'q1', input: '10' },
      ],
    },
  ],
}

/** How a call goes otherwise than well: its answer is lost before or after it was done, or it is refused. */
export type Fate = 'lost_before' | 'lost_after' | Failure

export type Desk = {
  session: Session
  /** The calls next made of this name go so, one after another. */
  meet(call: CallName, ...fates: Fate[]): void
  /** Shows a schedule of a filing. */
  show(filing: string, schedule: string, scenario?: string | null): void
  /** Types a text into a cell of the schedule shown and ends it with Enter. */
  enter(line: string, column: string, text: string): 'done' | 'kept'
  /** The figure of a cell of the schedule shown, as it is formatted. */
  figure(line: string, column: string): string
  /** Selects the cells between two, each named `line@column`, the first in focus. */
  select(from: string, to?: string): void
  /** Undoes or redoes one change once all is stored; resolves when that is stored too. */
  back(way?: 'undo' | 'redo'): Promise<void>
  /** Resolves when all is stored. */
  saved(): Promise<void>
  /** The messages that stand. */
  said(): string[]
  /** Where the person is: filing, schedule, scenario, and the cell in focus. */
  where(): string
}

export type Service = {
  /** Another window on the same workbook. */
  openSession(address?: string): Promise<Desk>
  client: Workbench
  /** Every filing with its scenarios and comments as the file holds them, in no order of inputs. */
  stored(): Promise<unknown>
  close(): Promise<void>
}

/** A session at an address for each test of a file; after each, whatever happened, what it holds is what is stored. */
export function eachAtDesk(address: string, take: (desk: Desk, service: Service) => unknown): void {
  let desk: Desk
  let service: Service
  beforeEach(async () => {
    service = openService()
    desk = await service.openSession(address)
    await take(desk, service)
  })
  afterEach(async () => {
    await desk.saved()
    expect(heldBy(desk.session.workbook().book)).toEqual(await service.stored())
    await service.close()
  })
}

/** A service over a new workbook of these filings, else of the samples and one draft; an open one is ended by `close`. */
export function openService(filings: readonly Filing[] = [...sampleFilings(), BOOKS]): Service {
  const place = temporaryFolder()
  const faults: unknown[] = []
  const downloads = createDownloads()
  const keeper = createKeeper({
    path: place.file('Workbook.tieout'),
    filings: () => [...filings],
    noFile: 'make_with_folder',
    workbook: { ...OPTIONS, backUpOnOpen: false },
    report: (fault) => faults.push(fault),
    timers: { setInterval: () => 1, clearInterval: () => undefined },
  })
  const service = createService({
    keeper,
    shell: 'browser',
    productVersion: '1.2.3',
    shellCalls: browserCalls(keeper, downloads),
    emit: () => undefined,
  })
  const dispatch = createDispatch(service, (fault) => faults.push(fault))
  const calls = Object.keys(service) as CallName[]
  const client = clientOf(calls, dispatch)
  return {
    client,
    openSession: (address) => openSession(client, calls, address),
    stored: async () => contents((await valueOf(client)).filings),
    async close() {
      await keeper.close()
      await downloads.close()
      place.clear()
      if (faults.length > 0) throw new AggregateError(faults, 'The service met faults.')
    },
  }
}

type Call = (name: CallName, request: never) => Promise<unknown>

function clientOf(names: readonly CallName[], call: Call): Workbench {
  const calls = Object.fromEntries(names.map((name) => [name, (request: never) => call(name, request)]))
  return { ...(calls as Pick<Workbench, CallName>), on: () => () => undefined }
}

async function valueOf(client: Workbench) {
  const answer = await client.load({})
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

/** What a book made of stored filings holds, comparable whatever the order of its inputs. */
function contents(filings: Parameters<typeof readBook>[0]): unknown {
  return heldBy(readBook(filings))
}

function sorted(cells: readonly object[]): string[] {
  return cells.map((cell) => JSON.stringify(cell)).toSorted()
}

/** All that a book holds, comparable whatever the order of its inputs and facts. */
export function heldBy(book: ReturnType<typeof readBook>): unknown {
  return book.filings().map((filing) => ({
    ...filing,
    schedules: filing.schedules.map((schedule) => ({
      ...schedule,
      cells: sorted(schedule.cells),
      // A fact that came back by undo stands behind the others.
      facts: sorted((schedule.facts ?? []).map((one) => factSchema.parse(one))),
    })),
    scenarios: book.scenarios(filing.id).map((head) => ({
      ...head,
      // What a scenario is not, it may say or not.
      standsOn: head.standsOn ?? null,
      locked: head.locked ?? false,
      cells: sorted(book.scenarioCells(filing.id, head.id)),
    })),
    comments: book.comments(filing.id),
  }))
}

/** A call whose outcome goes as it is fated. */
async function fated(fate: Fate | undefined, call: () => Promise<unknown>): Promise<unknown> {
  if (fate === undefined) return call()
  if (typeof fate === 'object') return { ok: false, failure: fate } satisfies Answer<'commit'>
  if (fate === 'lost_after') await call()
  throw new LostAnswer('The answer was lost.')
}

function cellNamed(name: string): { line: string; column: string } {
  const [line = '', column = ''] = name.split('@')
  return { line, column }
}

async function openSession(client: Workbench, calls: readonly CallName[], address = ''): Promise<Desk> {
  let hash = address
  const fates = new Map<CallName, Fate[]>()
  const call: Call = (name, request) => fated(fates.get(name)?.shift(), () => client[name](request))
  const session = createSession({
    client: clientOf(calls, call),
    drawAtOnce: (act) => act(),
    address: { read: () => hash, write: (next) => (hash = next) },
    download: () => undefined,
    timer: {
      now: () => performance.now(),
      after(_wait, run) {
        const timer = setTimeout(run)
        return () => clearTimeout(timer)
      },
      afterFrame: (run) => void setTimeout(run),
    },
  })
  followPanels(session)
  followWork(session)
  followCell(session)
  offerCellAndName(session)
  await open(session, answers)

  const refOf = (line: string, column: string): CellRef => ({
    schedule: session.getState().place!.schedule,
    line,
    column,
  })
  return {
    session,
    meet(name, ...some) {
      fates.set(name, [...(fates.get(name) ?? []), ...some])
    },
    show(filing, schedule, scenario = null) {
      go(session, { filing, schedule, scenario }, { remember: true })
    },
    enter(line, column, text) {
      const ref = refOf(line, column)
      go(session, session.getState().place!, { cell: { line, column } })
      beginEdit(session, ref, 'cell', text)
      return commitEdit(session)
    },
    figure(line, column) {
      const { filing, scenario } = session.getState().place!
      const found = findCell(shownFiling(session), refOf(line, column))
      if (!found) throw new Error(`There is no cell ${line}@${column}.`)
      return viewCell(session, found, session.workbook().sheets.engine(filing, scenario), scenario).text
    },
    select(from, to = from) {
      const [first, last] = [cellNamed(from), cellNamed(to)]
      go(session, session.getState().place!, { cell: first })
      selectArea(session, first, first, last)
    },
    async back(way = 'undo') {
      await session.workbook().queue.idle()
      reverse(session, way)
      await session.workbook().queue.idle()
    },
    async saved() {
      await session.workbook().queue.idle()
    },
    said: () => session.getState().toasts.map(({ text }) => text),
    where() {
      const { place, focus } = session.getState()
      if (!place) return 'nowhere'
      const cell = focus ? ` ${focus.line}@${focus.column}` : ''
      return `${place.filing}/${place.schedule} ${place.scenario ?? 'base'}${cell}`
    },
  }
}
