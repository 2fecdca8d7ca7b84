/** Verification beside the work, over a real file: it begins unasked, tells of damage and refuses it from then on, and holds nothing up. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { browserCalls } from '../../electron/browser/calls.ts'
import { createDownloads } from '../../electron/browser/downloads.ts'
import { createDispatch, createService, type Dispatch } from '../../electron/service/service.ts'
import { createKeeper, type WorkbookKeeper } from '../../electron/service/workbook_keeper.ts'
import { listBackups } from '../../db/workbook.ts'
import { tamper } from '../db/rotting.ts'
import { DRAFT, interestInSteps, OPTIONS, temporaryFolder } from './workbooks.ts'

const WORK = '11111111-2222-4333-8444-555555555555'
const DONE = { ok: true, value: {} }

let place: ReturnType<typeof temporaryFolder>
let path: string
let keeper: WorkbookKeeper
let dispatch: Dispatch

const report = (fault: unknown): void => expect.unreachable(String(fault))

function start(): void {
  keeper = createKeeper({ path, filings: () => [DRAFT], noFile: 'make', workbook: OPTIONS, report })
  const shellCalls = browserCalls(keeper, createDownloads())
  const service = createService({ keeper, shell: 'browser', productVersion: '1', shellCalls, emit: () => {} })
  dispatch = createDispatch(service, report)
}

beforeEach(async () => {
  place = temporaryFolder()
  path = place.file('Books.tieout')
  start()
  for (const from of [100, 4_100, 8_100]) {
    expect(await dispatch('commit', { changeSet: interestInSteps(from, 4_000) })).toMatchObject({ ok: true })
  }
  await keeper.close()
})

afterEach(async () => {
  await keeper.close()
  place.clear()
})

const damage = (): void => tamper(path, "UPDATE change_set SET author = 'B' WHERE number = 2")

it('a log that was damaged on the disk is told of, with a backup, and every call after it is refused', async () => {
  // The state as it was closed is backed up, so that no copy is made and verified on opening.
  start()
  await dispatch('load', {})
  await keeper.close()
  damage()
  start()
  expect(await dispatch('load', {})).toMatchObject({ ok: true, value: { number: 4, notices: [] } })
  const message = expect.stringMatching(/entry 2 of the change log is not what was written.*newest good backup holds/)
  const failure = { kind: 'damaged', message }
  expect(await dispatch('verify', { opening: true })).toEqual({ ok: false, failure })
  expect(await dispatch('commit', { changeSet: interestInSteps(12_100, 1) })).toEqual({ ok: false, failure })
  const { name } = listBackups(path)[0]!
  expect(await dispatch('restore', { name })).toMatchObject({ ok: true })
  expect(await dispatch('load', {})).toMatchObject({ ok: true, value: { number: 4 } })
  expect(await dispatch('verify', { opening: true })).toEqual(DONE)
})

it('so is one that the copy for the backup on opening carries', async () => {
  damage()
  start()
  expect(await dispatch('load', {})).toMatchObject({ ok: true })
  expect(await dispatch('verify', { opening: true })).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
  expect(await dispatch('load', {})).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
})

it('on request all is verified, edits are saved meanwhile, and it is called off', async () => {
  start()
  await dispatch('load', {})
  const verified = dispatch('verify', { work: WORK })
  expect(await dispatch('commit', { changeSet: interestInSteps(12_100, 1) })).toMatchObject({ ok: true })
  expect(await verified).toEqual(DONE)
  const again = dispatch('verify', { work: WORK })
  await dispatch('call_off', { work: WORK })
  expect(await again).toMatchObject({ ok: false, failure: { kind: 'canceled' } })
  expect(await dispatch('load', {})).toMatchObject({ ok: true })
})

it('closing waits for none of it, and the next opening is as quick', async () => {
  start()
  await dispatch('load', {})
  await keeper.close()
  start()
  await dispatch('load', {})
  expect(await keeper.run((workbook) => workbook.isProven)).toEqual({ ok: true, value: false })
  expect(await dispatch('verify', { opening: true })).toEqual(DONE)
  expect(await keeper.run((workbook) => workbook.isProven)).toEqual({ ok: true, value: true })
})
