/** Long work of both shells over a real file: it tells how far it is, other calls are answered meanwhile, and called off it leaves nothing. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserCalls } from '../../electron/browser/calls.ts'
import { createDownloads, type Downloads } from '../../electron/browser/downloads.ts'
import { ownPrefix } from '../../electron/browser/left_over.ts'
import { createDispatch, createService, type Dispatch } from '../../electron/service/service.ts'
import { createKeeper, type WorkbookKeeper } from '../../electron/service/workbook_keeper.ts'
import type { Progress } from '../../shared/contract/contract.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import * as desk from './desktop_desk.ts'
import { DRAFT, interest, interestInSteps, OPTIONS, temporaryFolder } from './workbooks.ts'

const WORK = '11111111-2222-4333-8444-555555555555'
const CANCELED = { ok: false, failure: { kind: 'canceled' } }

const STEPS = 4_000

/** Three acts, each as long as a page of the exported log. */
async function change(commit: (changeSet: ChangeSet) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < 3; at += 1) {
    expect(await commit(interestInSteps(100 + at * STEPS, STEPS))).toMatchObject({ ok: true })
  }
}

const report = (fault: unknown): void => expect.unreachable(String(fault))

/** What waits to be downloaded. */
const offered = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(ownPrefix('tieout-copy')))

/** Asks again and again until the work tells this, or is over. */
async function until(asked: () => Promise<unknown>, step: Progress['step']): Promise<Progress> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const { value } = (await asked()) as { value: { progress: Progress | null } }
    if (value.progress?.step === step) return value.progress
    await setImmediate()
  }
  throw new Error(`The work never told of ${step}.`)
}

describe('in the browser shell', () => {
  let place: ReturnType<typeof temporaryFolder>
  let keeper: WorkbookKeeper
  let downloads: Downloads
  let dispatch: Dispatch

  beforeEach(async () => {
    place = temporaryFolder()
    const path = place.file('Books.tieout')
    keeper = createKeeper({ path, filings: () => [DRAFT], noFile: 'make', workbook: OPTIONS, report })
    downloads = createDownloads()
    const shellCalls = browserCalls(keeper, downloads)
    const service = createService({ keeper, shell: 'browser', productVersion: '1', shellCalls, emit: () => {} })
    dispatch = createDispatch(service, report)
    await keeper.run(() => null)
    await keeper.settled()
    await change((changeSet) => keeper.run((workbook) => workbook.commit(changeSet)))
  })

  afterEach(async () => {
    await downloads.close()
    await keeper.close()
    place.clear()
  })

  const progress = () => dispatch('progress', { work: WORK })

  it('the export of the change log counts its entries, and an edit is saved before it ends', async () => {
    const order: string[] = []
    const exported = dispatch('export_log', { work: WORK }).then((answer) => {
      order.push('exported')
      return answer
    })
    expect(await until(progress, 'entries')).toEqual({ step: 'entries', done: 2, of: 4 })
    expect(await dispatch('commit', { changeSet: interest(String(100 + 3 * STEPS), '5') })).toMatchObject({ ok: true })
    order.push('saved')
    expect(await exported).toMatchObject({ ok: true, value: { path: expect.stringMatching(/^\/download\//) } })
    expect(order).toEqual(['saved', 'exported'])
    expect(await progress()).toEqual({ ok: true, value: { progress: null } })
    expect(offered()).toHaveLength(1)
  })

  it.each([
    ['export_log', 'entries'],
    ['save_copy', 'copying'],
  ] as const)('%s called off hands nothing to the download', async (call, step) => {
    const answer = dispatch(call, { work: WORK })
    await until(progress, step)
    expect(await dispatch('call_off', { work: WORK })).toEqual({ ok: true, value: {} })
    expect(await answer).toMatchObject(CANCELED)
    expect(offered()).toEqual([])
    expect(await progress()).toEqual({ ok: true, value: { progress: null } })
    // What was called off is not called off for good.
    expect(await dispatch(call, { work: WORK })).toMatchObject({ ok: true })
  })

  it('a copy tells of itself, and calling off what is over does nothing', async () => {
    const answer = dispatch('save_copy', { work: WORK })
    expect(await until(progress, 'copying')).toMatchObject({ step: 'copying', done: 0 })
    expect(await answer).toMatchObject({ ok: true })
    expect(await dispatch('call_off', { work: WORK })).toEqual({ ok: true, value: {} })
    expect(await dispatch('export_log', { work: 'no name' })).toMatchObject({ failure: { kind: 'invalid' } })
  })
})

const told = () => desk.electron.call('progress', { work: WORK })
const callOff = () => desk.electron.call('call_off', { work: WORK })

describe('in the desktop program', () => {
  it.each([
    ['export_log', 'entries', 'log.csv'],
    ['save_copy', 'copying', 'Copy.tieout'],
  ] as const)('%s called off leaves the file that was there, and no half of one', async (call, step, name) => {
    await desk.start()
    await change((changeSet) => desk.electron.call('commit', { changeSet }))
    const path = desk.place.file(name)
    writeFileSync(path, 'of yesterday')
    desk.electron.saveTo = path
    const answer = desk.electron.call(call, { work: WORK })
    await until(told, step)
    await callOff()
    expect(await answer).toMatchObject(CANCELED)
    expect(readFileSync(path, 'utf8')).toBe('of yesterday')
    expect(readdirSync(desk.place.folder).filter((file) => file.includes('.part'))).toEqual([])
    expect(await desk.electron.call(call, { work: WORK })).toEqual({ ok: true, value: { path } })
    expect(readFileSync(path, 'latin1').length).toBeGreaterThan(1_000)
  })

  const address = { filing: 'draft_2008', schedules: ['income'], scenario: null, mode: 'filing', details: 'changed' }

  it('the hidden window tells how far the pages are, and called off it goes with nothing printed', async () => {
    await desk.start()
    const path = desk.place.file('pages.pdf')
    desk.electron.saveTo = path
    desk.electron.onWindow = ({ webContents }) => {
      webContents.states = [
        ['', '', '', ''],
        ['', '', '12/40', 'figures'],
        ['', '', '3/40', 'pages'],
      ]
    }
    const answer = desk.electron.call('print', { address, to: 'pdf', work: WORK })
    expect(await until(told, 'figures')).toEqual({ step: 'figures', done: 12, of: 40 })
    await vi.waitFor(async () =>
      expect(await told()).toEqual({ ok: true, value: { progress: { step: 'pages', done: 3, of: 40 } } }),
    )
    await callOff()
    expect(await answer).toMatchObject(CANCELED)
    const hidden = desk.electron.windows[1]!
    expect([hidden.isGone, hidden.webContents.pdfOptions, existsSync(path)]).toEqual([true, undefined, false])
  })

  it('called off while the PDF is made, no file is begun', async () => {
    await desk.start()
    const path = desk.place.file('pages.pdf')
    desk.electron.saveTo = path
    const made = Promise.withResolvers<Uint8Array>()
    desk.electron.onWindow = ({ webContents }) => {
      webContents.printToPDF = () => made.promise
    }
    const answer = desk.electron.call('print', { address, to: 'pdf', work: WORK })
    expect(await until(told, 'writing')).toEqual({ step: 'writing', done: 0, of: 0 })
    await callOff()
    made.resolve(new Uint8Array(9))
    expect(await answer).toMatchObject(CANCELED)
    expect([existsSync(path), desk.electron.windows[1]!.isGone]).toEqual([false, true])
  })

  it('nothing is told while the system asks for the printer', async () => {
    await desk.start()
    let answered: (() => void) | undefined
    desk.electron.onWindow = ({ webContents }) => {
      webContents.print = (_options, callback) => {
        answered = () => callback(true, '')
      }
      webContents.states = [
        ['', '', '1/2', 'pages'],
        ['ready', ''],
      ]
    }
    const answer = desk.electron.call('print', { address, to: 'printer', work: WORK })
    await until(told, 'pages')
    await vi.waitFor(async () => expect(await told()).toEqual({ ok: true, value: { progress: null } }))
    await vi.waitFor(() => expect(answered).toBeDefined())
    answered!()
    expect(await answer).toEqual({ ok: true, value: { path: null } })
  })
})
