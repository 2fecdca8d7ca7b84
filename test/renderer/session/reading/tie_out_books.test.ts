/**
 * A large filing has one book of tie-outs, whichever of its scenarios is shown: it goes along and says what one made afresh would.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { go } from '../../../../renderer/session/place/going.ts'
import { checked, checkedBook } from '../../../../renderer/session/reading/tie_out_books.ts'
import { shownFiling } from '../../../../renderer/session/reading/figures.ts'
import { TieOutBook } from '../../../../shared/checks/tie_out_book.ts'
import { tieOuts } from '../../../../shared/checks/tie_outs.ts'
import type { CellInput } from '../../../../shared/model/filing.ts'
import { item, largeFiling, LEDGER } from '../../../bench/large_filing.ts'
import { type Desk, openService, type Service } from '../open_session.ts'

const LINES = 900

let service: Service
let desk: Desk
/** Books that were looked at from their beginning, and those that were ended. */
let begun: () => unknown[]
let ended: () => unknown[]

beforeEach(async () => {
  const [advanced, stopped] = [vi.spyOn(TieOutBook.prototype, 'advance'), vi.spyOn(TieOutBook.prototype, 'end')]
  begun = () => [...new Set(advanced.mock.contexts)]
  ended = () => [...new Set(stopped.mock.contexts)]
  service = openService([largeFiling({ lines: LINES, status: 'filed' })])
  desk = await service.openSession(`#/large/${LEDGER}`)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await desk.saved()
  await service.close()
})

function bookNow(): TieOutBook | undefined {
  return checked(desk.session)?.tieOuts
}

async function bookMade(): Promise<TieOutBook> {
  await expect.poll(bookNow, { timeout: 20_000 }).toBeDefined()
  return bookNow()!
}

function expectInStep(): void {
  const { filing, engine } = checked(desk.session)!
  const fresh = tieOuts(filing, engine)
  const all = bookNow()!.all()
  expect(all.map(({ id, status, filed, text }) => [id, status, filed, text])).toEqual(
    fresh.map(({ id, status, filed, text }) => [id, status, filed, text]),
  )
}

function goTo(scenario: string | null): void {
  const { filing, schedule } = desk.session.getState().place!
  go(desk.session, { filing, schedule, scenario })
}

it('the first edit of a filed filing and its undo leave the book that was, in step at once', async () => {
  const book = await bookMade()
  desk.enter(item(0, 0), 'q1_2006', '7')
  expect(desk.session.getState().place!.scenario).not.toBeNull()
  expect(bookNow()).toBe(book)
  expectInStep()
  await desk.back()
  expect(desk.session.getState().place!.scenario).toBeNull()
  expect(bookNow()).toBe(book)
  expectInStep()
  expect(begun().length).toBe(1)
}, 60_000)

it('the book goes to and fro between a scenario and as filed, and edits in either are not missed', async () => {
  const book = await bookMade()
  desk.enter(item(0, 0), 'q1_2006', '7')
  const { scenario } = desk.session.getState().place!
  for (const [at, place] of [null, scenario, null, scenario].entries()) {
    goTo(place)
    expect(bookNow()).toBe(book)
    if (place !== null) desk.enter(item(0, 1), 'q1_2006', `${at}`)
    expectInStep()
  }
  expect(begun().length).toBe(1)
}, 60_000)

it('a book that is looked at piece by piece goes along before it is done', async () => {
  await expect.poll(() => bookNow() ?? begun().length).toBe(1)
  desk.enter(item(0, 0), 'q1_2006', '7')
  const book = await bookMade()
  expect(begun()).toEqual([book])
  expectInStep()
}, 60_000)

it('scenarios that differ in very much have one book too: the other ends', async () => {
  const book = await bookMade()
  desk.enter(item(0, 0), 'q1_2006', '7')
  expect(bookNow()).toBe(book)
  const { session } = desk
  const { place } = session.getState()
  const cells = shownFiling(session)!.schedules.flatMap((one) => one.cells)
  const inputs = cells.map((cell): CellInput => ({ ...cell, input: '3' }))
  const engine = session.workbook().sheets.engine(place!.filing, place!.scenario)
  engine.apply(inputs, 'scenario')
  goTo(null)
  await bookMade()
  expectInStep()
  expect(begun().length).toBe(2)
  expect(ended()).toEqual([book])
}, 60_000)

it('the tie-outs of a scenario that is not shown are looked at apart, and the book of the shown one stays', async () => {
  const book = await bookMade()
  desk.enter(item(0, 0), 'q1_2006', '7')
  const { session } = desk
  expect(bookNow()).toBe(book)
  const base = session.workbook().sheets.engine('large', null)
  const filing = shownFiling(session)!
  await expect.poll(() => checkedBook(session, filing, base), { timeout: 20_000 }).toBeDefined()
  expect(checkedBook(session, filing, base)).not.toBe(book)
  expect(bookNow()).toBe(book)
  expectInStep()
  goTo(null)
  expectInStep()
  expect(ended()).toEqual([book])
}, 60_000)
