/** What the desktop shell writes where a person says: the change log as CSV, and the addresses that it prints. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { desktopCalls, type DesktopCalls, type DesktopCallsOptions } from '../../electron/desktop/calls.ts'
import { WorkbookFailure } from '../../db/failure.ts'
import { printAt, type PrintingOptions, type PrintRequest } from '../../electron/desktop/printing.ts'
import { createService, type ServiceOptions } from '../../electron/service/service.ts'
import { createKeeper } from '../../electron/service/workbook_keeper.ts'
import { DRAFT, OPTIONS, temporaryFolder } from './workbooks.ts'

let place: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  place = temporaryFolder()
})

afterEach(() => place.clear())

function noFault(fault: unknown): void {
  expect(fault).toBeUndefined()
}

/** The desktop's calls with a save dialog that answers `chosen`; null is Cancel. */
function calls(chosen: string | null): DesktopCalls {
  const dialog = { showSaveDialog: async () => ({ canceled: chosen === null, filePath: chosen ?? '' }) }
  const keeper = { path: () => place.file('Workbook.tieout') }
  return desktopCalls({
    keeper,
    dialog,
    window: () => ({}),
    recent: {},
    exports: { add: async () => {} },
  } as unknown as DesktopCallsOptions)
}

/** A text that is made in two pieces; `between` runs before the second. */
async function* text(between: () => void = () => undefined): AsyncGenerator<string> {
  yield 'number\n'
  await Promise.resolve()
  between()
  yield '1\n'
}

it('the change log goes into the file that the dialog names, with its ending, whole or not at all', async () => {
  const path = place.file('log.csv')
  writeFileSync(path, 'the log of yesterday')
  const seen: string[] = []
  const saved = await calls(place.file('log')).saveLog(
    'log.csv',
    text(() => seen.push(readFileSync(path, 'utf8'))),
  )
  expect(saved).toEqual({ ok: true, value: { path } })
  expect(seen).toEqual(['the log of yesterday'])
  expect(readFileSync(path, 'utf8')).toBe('number\n1\n')
  const broken = await calls(path).saveLog(
    'log.csv',
    text(() => {
      throw new WorkbookFailure('damaged', 'The workbook is damaged.')
    }),
  )
  expect(broken).toEqual({ ok: false, failure: { kind: 'damaged', message: 'The workbook is damaged.' } })
  expect(readFileSync(path, 'utf8')).toBe('number\n1\n')
  expect(readdirSync(place.folder)).toEqual(['log.csv'])
})

it('nothing is written when no file was chosen, or none can be', async () => {
  expect(await calls(null).saveLog('log.csv', text())).toMatchObject({ ok: false, failure: { kind: 'canceled' } })
  writeFileSync(place.file('plain'), '')
  const answer = await calls(place.file('plain/log.csv')).saveLog('log.csv', text())
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'storage' } })
  expect(readdirSync(place.folder)).toEqual(['plain'])
})

it('the service says where the log was saved, and passes a cancel on', async () => {
  const path = place.file('Desk.tieout')
  const opened = createKeeper({ path, filings: () => [DRAFT], noFile: 'make', workbook: OPTIONS, report: noFault })
  try {
    const service = (chosen: string | null): ReturnType<typeof createService> =>
      createService({
        keeper: opened,
        shell: 'electron',
        productVersion: '1.0.0',
        shellCalls: { saveLog: calls(chosen).saveLog },
        emit: () => undefined,
      } as unknown as ServiceOptions)
    const saved = await service(place.file('kept.csv')).export_log({})
    expect(saved).toEqual({ ok: true, value: { path: place.file('kept.csv') } })
    expect(readFileSync(place.file('kept.csv'), 'utf8')).toContain('time_utc')
    expect(await service(null).export_log({})).toMatchObject({ ok: false, failure: { kind: 'canceled' } })
    expect(existsSync(place.file('log.csv'))).toBe(false)
  } finally {
    await opened.close()
  }
})

it('a comparison and a bridge print at their own addresses', async () => {
  const addresses: string[] = []
  const window = {
    loadURL: async (address: string) => void addresses.push(address),
    webContents: { executeJavaScript: async () => ['failed', 'Not laid out.'] },
  }
  const options = {
    openWindow: () => window,
    closeWindow: () => undefined,
    chooseFile: async () => place.file('page.pdf'),
  } as unknown as PrintingOptions
  const plain = { filing: 'f', scenario: null, mode: 'workpaper', details: 'changed' } as const
  const asked: PrintRequest['address'][] = [
    { ...plain, schedules: ['compare'], scenarios: ['a', 'b'], period: 'q3', changed: true },
    { ...plain, schedules: ['income'], scenario: 'a', bridge: 'taxable_income', period: 'q3' },
  ]
  for (const address of asked) expect(await printAt({ address, to: 'pdf' }, options)).toMatchObject({ ok: false })
  expect(addresses.map((address) => new URL(address).pathname + new URL(address).search)).toEqual([
    '/print/f/compare?mode=workpaper&scenarios=a,b&period=q3&changed=1',
    '/print/f/income?scenario=a&mode=workpaper&period=q3&bridge=taxable_income',
  ])
})

/** A window whose page answers so. */
const pageThat = (executeJavaScript: () => Promise<string[]>) =>
  ({ loadURL: async () => undefined, webContents: { executeJavaScript } }) as never

/** Prints from such a page, with half a second for each schedule. */
const ask = (executeJavaScript: () => Promise<string[]>) =>
  printAt(
    { address: { filing: 'f', schedules: ['s'], scenario: null, mode: 'filing', details: 'changed' }, to: 'pdf' },
    {
      openWindow: () => pageThat(executeJavaScript),
      closeWindow: () => undefined,
      chooseFile: async () => '/tmp/never.pdf',
      limitMs: 500,
      pause: async () => undefined,
    },
  )

it('waits for a long set as long as it goes on, and no longer than the limit where it does not', async () => {
  let polls = 0
  const goesOn = async (): Promise<string[]> => {
    polls += 1
    return polls < 40 ? ['', '', `${polls}/40`] : ['failed', 'Laid out to the end.', '']
  }
  expect(await ask(goesOn)).toMatchObject({ failure: { message: 'Laid out to the end.' } })
  expect(await ask(async () => ['', '', '3/40'])).toMatchObject({
    failure: { message: 'The pages could not be laid out in time, so nothing was printed. Print again.' },
  })
})
