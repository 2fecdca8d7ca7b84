/**
 * An act over very many cells: planned, applied and taken back piece by piece, on the screen as a whole, stored as one change.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isAtWork } from '../../../../renderer/session/selection/at_work.ts'
import { clearSelected } from '../../../../renderer/session/selection/many_acts.ts'
import { pasteBlock } from '../../../../renderer/session/selection/pasting.ts'
import { selectArea } from '../../../../renderer/session/selection/selection.ts'
import { reverse } from '../../../../renderer/session/committing.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import { readClipboard } from '../../../../shared/intake/pasted.ts'
import { blockFiling, blockLine, BLOCK_COLUMNS } from '../../../bench/block_filing.ts'
import { type Desk, heldBy, openService, type Service } from '../open_session.ts'

const LINES = 1300
const FIRST = { line: blockLine(0), column: BLOCK_COLUMNS[0]! }
const LAST = { line: blockLine(LINES - 1), column: BLOCK_COLUMNS.at(-1)! }

let service: Service
let desk: Desk

beforeEach(async () => {
  service = openService([blockFiling(LINES)])
  desk = await service.openSession('#/block/ledger')
  // The clock goes on by being looked at: how fast the machine is does not matter.
  let time = 0
  desk.session.timer.now = () => (time += 5)
})

afterEach(async () => {
  await desk.saved()
  expect(heldBy(desk.session.workbook().book)).toEqual(await service.stored())
  await service.close()
})

/** Selects the whole block. */
function selectAll(): void {
  go(desk.session, desk.session.getState().place!, { cell: FIRST })
  selectArea(desk.session, FIRST, FIRST, LAST)
}

/** How often other tasks came in between until the act was done, and the different states of the workbook that were on the screen. */
async function whileAtWork(isDone: () => boolean): Promise<{ pauses: number; states: number }> {
  const seen = new Set([desk.session.getState().held])
  const end = desk.session.subscribe(({ held }) => seen.add(held))
  let pauses = 0
  while (!isDone()) {
    await new Promise((resolve) => setTimeout(resolve))
    pauses += 1
  }
  end()
  return { pauses, states: seen.size }
}

const figures = (): string[] => [FIRST, LAST].map(({ line, column }) => desk.figure(line, column))

it('a block of more than 20,000 cells is cleared and comes back, the page free in between', async () => {
  const before = figures()
  const total = desk.figure('net_earnings', BLOCK_COLUMNS[3]!)
  selectAll()
  clearSelected(desk.session)
  expect(isAtWork(desk.session)).toBe(true)
  const cleared = await whileAtWork(() => !isAtWork(desk.session))
  expect(cleared.pauses).toBeGreaterThan(4)
  expect(cleared.states).toBe(2)
  expect(figures()).toEqual(['', ''])
  expect(desk.figure('net_earnings', BLOCK_COLUMNS[3]!)).toBe('')
  await desk.saved()
  expect(desk.session.getState().number).toBe(2)

  reverse(desk.session, 'undo')
  const back = await whileAtWork(() => desk.session.workbook().queue.isIdle())
  expect(back.pauses).toBeGreaterThan(4)
  expect(back.states).toBe(2)
  expect(figures()).toEqual(before)
  expect(desk.figure('net_earnings', BLOCK_COLUMNS[3]!)).toBe(total)
}, 60_000)

it('a block of more than 20,000 cells is pasted; an edit made meanwhile finds it whole', async () => {
  const text = Array.from({ length: LINES }, (_, row) =>
    BLOCK_COLUMNS.map((_column, at) => `${100_000 + ((row * 7 + at * 13) % 90_000)}`).join('\t'),
  ).join('\n')
  go(desk.session, desk.session.getState().place!, { cell: FIRST })
  pasteBlock(desk.session, readClipboard(text, '')!)
  const { session } = desk
  // It goes where it was pasted, whatever is chosen before it was looked at.
  expect(isAtWork(session)).toBe(true)
  selectArea(session, LAST, LAST, LAST)
  // Half of it is applied, nothing of it shown: whoever comes now waits for the whole.
  await whileAtWork(() => session.getState().status === 'saving')
  desk.enter(FIRST.line, FIRST.column, '654321')
  await whileAtWork(() => !isAtWork(session))
  await desk.saved()
  const last = 100_000 + (((LINES - 1) * 7 + 15 * 13) % 90_000)
  expect(figures()).toEqual(['654,321', last.toLocaleString('en-US')])
}, 60_000)
