/** The browser shell over the real service: a session as the page has it, from the printed address to a copy. */
import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { browserCalls } from '../../electron/browser/calls.ts'
import { startBrowserShell, type BrowserShell } from '../../electron/browser/shell.ts'
import { createDownloads, type Downloads } from '../../electron/browser/downloads.ts'
import { createDispatch, createService } from '../../electron/service/service.ts'
import { createKeeper, type WorkbookKeeper } from '../../electron/service/workbook_keeper.ts'
import { openWorkbook } from '../../db/workbook.ts'
import { ask, signInAt } from './ask.ts'
import { PAGES } from './pages.ts'
import { DRAFT, interest, interestInSteps, OPTIONS, temporaryFolder } from './workbooks.ts'

let place: ReturnType<typeof temporaryFolder>
let keeper: WorkbookKeeper
let downloads: Downloads
let shell: BrowserShell
let key: string

const report = (fault: unknown): void => expect.unreachable(String(fault))

beforeEach(async () => {
  place = temporaryFolder()
  keeper = createKeeper({
    path: place.file('Q3 2007.tieout'),
    filings: () => [DRAFT],
    noFile: 'make',
    workbook: OPTIONS,
    report,
  })
  downloads = createDownloads()
  const shellCalls = browserCalls(keeper, downloads)
  const service = createService({ keeper, shell: 'browser', productVersion: '1.2.3', shellCalls, emit: () => {} })
  const dispatch = createDispatch(service, report)
  shell = await startBrowserShell({ dispatch, rendererFolder: PAGES, downloads, port: 0 })
  key = await signInAt(shell.address)
})

afterEach(async () => {
  await shell.close()
  await downloads.close()
  await keeper.close()
  place.clear()
})

async function call(name: string, request: unknown): Promise<{ ok: boolean; value: never; failure: never }> {
  const headers = {
    'x-tieout-key': key,
    origin: `http://127.0.0.1:${shell.port}`,
    'content-type': 'application/json',
  }
  const reply = await ask(shell.port, { method: 'POST', path: `/api/${name}`, headers, body: JSON.stringify(request) })
  expect(reply.status).toBe(200)
  return JSON.parse(reply.text) as never
}

it('an edit sent over HTTP is in the file', async () => {
  expect(await call('commit', { changeSet: interest('100', '250') })).toMatchObject({ ok: true, value: { number: 2 } })
  await keeper.close()
  const stored = openWorkbook(place.file('Q3 2007.tieout'), { ...OPTIONS, backUpOnOpen: false })
  expect(stored.read().filings[0]!.filing.schedules[0]!.cells[0]!.input).toBe('250')
  stored.close()
})

it('a well-formed body that is no request is answered by the contract, not by the file', async () => {
  expect(await call('commit', { changeSet: { id: 'x' } })).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
  expect(await call('commit', JSON.parse('{"__proto__": {"changeSet": 1}}'))).toMatchObject({ ok: false })
  expect(await call('load', {})).toMatchObject({ value: { number: 1 } })
})

it('an edit as large as the contract allows passes the limit of a body', async () => {
  const [first] = interest('100', '250').changes
  const changes = Array.from({ length: 100_000 }, () => ({ ...first, scenario: 'a_scenario_of_some_length' }))
  const answer = await call('commit', { changeSet: { ...interest('100', '250'), changes } })
  // Refused by the workbook, since the scenario does not exist: it did arrive.
  expect(answer).toMatchObject({ ok: false, failure: { kind: expect.not.stringMatching('invalid') } })
})

it('an edit of more changes than that is refused in plain words, not as malformed', async () => {
  const changes = Array.from({ length: 100_001 }, () => interest('100', '250').changes[0])
  const answer = await call('commit', { changeSet: { ...interest('100', '250'), changes } })
  expect(answer).toMatchObject({
    ok: false,
    failure: {
      kind: 'refused',
      message: expect.stringMatching(/has 100,001 parts, .* at most 100,000 are stored at once.*smaller parts/),
    },
  })
})

it('the change log is downloaded under the name of the workbook, whole, up to where it was exported', async () => {
  const pieces = 3
  for (let at = 0; at < 300 * (pieces - 1) + 10; at += 1) {
    await keeper.run((workbook) => workbook.commit(interest(String(100 + at), String(101 + at))))
  }
  const answer = await call('export_log', {})
  expect(answer).toEqual({ ok: true, value: { path: expect.stringMatching(/^\/download\/[\w-]{32}$/) } })
  const address = `http://127.0.0.1:${shell.port}${(answer.value as { path: string }).path}`
  await call('commit', { changeSet: interest('710', '0') })
  const reply = await fetch(address)
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(reply.headers.get('content-disposition')).toContain('filename="Q3 2007 change log.csv"')
  const bytes = await reply.arrayBuffer()
  expect(Number(reply.headers.get('content-length'))).toBe(bytes.byteLength)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  expect(text.startsWith('\uFEFFnumber,time_utc,author,')).toBe(true)
  expect(text).toContain('"Interest, Q1: 100 to 101",as_filed,income,interest,q1,100,101,')
  const numbers = text
    .split('\r\n')
    .slice(1, -1)
    .map((row) => Number(row.split(',')[0]))
  expect(numbers).toEqual(Array.from({ length: 611 }, (_, at) => at + 1))
  expect((await fetch(address)).status).toBe(404)
})

it('a change log that another state of the workbook interrupts is refused, and nothing is downloaded', async () => {
  // The backup of opening is made before anything is edited.
  await keeper.run(() => null)
  await keeper.settled()
  for (let at = 0; at < 5; at += 1) {
    await keeper.run((workbook) => workbook.commit(interestInSteps(100 + at * 4_000, 4_000)))
  }
  const { backups } = (await call('backups', {})).value as { backups: { name: string }[] }
  const exported = keeper.run(() => null).then(() => call('export_log', {}))
  // Put back while the pages of the log are written: a call waits for its turn, not for the end of the export.
  const restored = keeper.run(() => null).then(() => call('restore', { name: backups.at(-1)!.name }))
  expect(await restored).toMatchObject({ ok: true })
  const answer = await exported
  if (answer.ok) expect.unreachable('The export was over before the restore.')
  expect(answer).toMatchObject({ failure: { kind: 'refused', message: expect.stringContaining('Another workbook') } })
})

it('a workbook that cannot be read is said at once, not by a download that fails', async () => {
  await keeper.close()
  expect(await call('export_log', {})).toMatchObject({ ok: false, failure: { kind: 'refused' } })
})

it('a copy is downloaded as a workbook under its own name', async () => {
  await call('commit', { changeSet: interest('100', '250') })
  const answer = await call('save_copy', {})
  expect(answer).toMatchObject({ ok: true, value: { path: expect.stringMatching(/^\/download\/[\w-]{32}$/) } })
  const { path } = answer.value as { path: string }
  const reply = await fetch(`http://127.0.0.1:${shell.port}${path}`)
  expect(reply.headers.get('content-disposition')).toContain('filename="Q3 2007 copy.tieout"')
  writeFileSync(place.file('copy.tieout'), new Uint8Array(await reply.arrayBuffer()))
  const copy = openWorkbook(place.file('copy.tieout'), { ...OPTIONS, backUpOnOpen: false })
  expect(copy.read()).toMatchObject({ number: 2 })
  copy.close()
})
