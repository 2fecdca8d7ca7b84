/** The service over a real workbook file: what it stores, what it answers when things go wrong, and that it goes on. */
import { existsSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserCalls } from '../../electron/browser/calls.ts'
import { createDownloads, type Downloads } from '../../electron/browser/downloads.ts'
import { createDispatch, createService, type Dispatch } from '../../electron/service/service.ts'
import { BACKUP_INTERVAL_MS, createKeeper, type WorkbookKeeper } from '../../electron/service/workbook_keeper.ts'
import type { CallName } from '../../shared/contract/calls.ts'
import { answerSchema, type Answer, type Response } from '../../shared/contract/contract.ts'
import { changeSetSchema } from '../../shared/model/change_set.ts'
import { DRAFT, interest, OPTIONS, temporaryFolder } from './workbooks.ts'

type Opened = { keeper: WorkbookKeeper; dispatch: Dispatch; tick: () => Promise<void>; intervals: number[] }

let place: ReturnType<typeof temporaryFolder>
let faults: unknown[]
let events: string[]
let openKeepers: WorkbookKeeper[]
let downloads: Downloads

beforeEach(() => {
  place = temporaryFolder()
  faults = []
  events = []
  openKeepers = []
  downloads = createDownloads()
})

afterEach(async () => {
  for (const keeper of openKeepers) await keeper.close()
  await downloads.close()
  place.clear()
})

const workbookFile = (): string => place.file('Books/Workbook.tieout')

function open(path = workbookFile()): Opened {
  const intervals: number[] = []
  const runs: (() => void)[] = []
  const keeper = createKeeper({
    path,
    filings: () => [DRAFT],
    noFile: 'make_with_folder',
    workbook: OPTIONS,
    report: (fault) => faults.push(fault),
    timers: {
      setInterval(callback, ms) {
        runs.push(callback)
        intervals.push(ms)
        return 1
      },
      clearInterval: () => intervals.pop(),
    },
  })
  openKeepers.push(keeper)
  const service = createService({
    keeper,
    shell: 'browser',
    productVersion: '1.2.3',
    shellCalls: browserCalls(keeper, downloads),
    emit: (event) => events.push(event),
  })
  const dispatch = createDispatch(service, (fault) => faults.push(fault))
  return {
    keeper,
    intervals,
    dispatch,
    async tick() {
      for (const run of runs) run()
      await keeper.settled()
    },
  }
}

/** The value of an answer, which must be one that the contract knows. */
async function value<N extends CallName>(name: N, answer: Promise<Answer<N>>): Promise<Response<N>> {
  const given = answerSchema(name).parse(await answer) as Answer<N>
  if (!given.ok) throw new Error(`${name}: ${given.failure.message}`)
  return given.value
}

async function failure<N extends CallName>(name: N, answer: Promise<Answer<N>>): Promise<[string, string]> {
  const given = answerSchema(name).parse(await answer) as Answer<N>
  if (given.ok) throw new Error(`${name} did not fail`)
  return [given.failure.kind, given.failure.message]
}

const storedInterest = async ({ dispatch }: Opened): Promise<string | null | undefined> => {
  const { filings } = await value('load', dispatch('load', {}))
  return filings[0]?.filing.schedules[0]?.cells[0]?.input
}

describe('the first start', () => {
  it('makes the folder, the workbook and its filings', async () => {
    const { dispatch } = open()
    const snapshot = await value('load', dispatch('load', {}))
    expect(snapshot).toMatchObject({
      name: 'Workbook.tieout',
      path: workbookFile(),
      shell: 'browser',
      productVersion: '1.2.3',
      undo: null,
      notices: [],
    })
    expect(snapshot.filings.map(({ filing }) => filing.id)).toEqual(['draft_2008'])
  })
})

describe('the calls', () => {
  it('look through a change set once, where it comes in', async () => {
    const { dispatch } = open()
    await value('load', dispatch('load', {}))
    const again = vi.spyOn(changeSetSchema, 'safeParse')
    await value('commit', dispatch('commit', { changeSet: interest('100', '250') }))
    expect(again).not.toHaveBeenCalled()
    again.mockRestore()
    const malformed = { changeSet: { ...interest('250', '300'), title: '' } }
    expect((await failure('commit', dispatch('commit', malformed)))[0]).toBe('invalid')
  })

  it('store, tell, undo, redo and list an edit, and find it after a restart', async () => {
    const first = open()
    const edit = interest('100', '250')
    const stored = await value('commit', first.dispatch('commit', { changeSet: edit }))
    expect(await value('outcome', first.dispatch('outcome', { id: edit.id }))).toEqual({ number: stored.number })
    const undone = await value('undo', first.dispatch('undo', { expect: stored.number }))
    expect([undone.reverses, await storedInterest(first)]).toEqual([stored.number, '100'])
    await value('redo', first.dispatch('redo', { expect: stored.number }))
    const { entries } = await value('log', first.dispatch('log', { limit: 3 }))
    expect(entries.map((entry) => entry.kind)).toEqual(['redo', 'undo', 'edit'])
    await first.keeper.close()
    expect(await storedInterest(open())).toBe('250')
  })

  it('remember the view', async () => {
    const first = open()
    await value('remember', first.dispatch('remember', { view: { theme: 'dark' } }))
    expect((await value('load', first.dispatch('load', {}))).view).toEqual({ theme: 'dark' })
  })

  it('are answered in the order asked, one at a time', async () => {
    const opened = open()
    const amounts = Array.from({ length: 20 }, (_, index) => String(100 + index))
    const answers = amounts
      .slice(1)
      .map((amount, index) =>
        value('commit', opened.dispatch('commit', { changeSet: interest(amounts[index]!, amount) })),
      )
    const numbers = (await Promise.all(answers)).map(({ number }) => number)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(new Set(numbers).size).toBe(19)
    expect(await storedInterest(opened)).toBe('119')
  })

  it.each([
    ['commit', {}],
    ['commit', { changeSet: { ...interest('100', '1'), extra: true } }],
    ['commit', { changeSet: { ...interest('100', '1'), changes: [] } }],
    ['commit', null],
    ['undo', { expect: -1 }],
    ['log', { limit: 501 }],
    ['load', { filing: 'x' }],
    ['load', []],
    ['restore', { name: 7 }],
    [
      'print',
      { address: { filing: '../x', schedules: ['a'], scenario: null, mode: 'filing', details: 'all' }, to: 'pdf' },
    ],
  ] as const)('%s refuses a malformed request %#, saying where', async (name, request) => {
    const opened = open()
    const [kind, message] = await failure(name, opened.dispatch(name, request))
    expect([kind, message]).toEqual(['invalid', expect.stringContaining(`"${name}" is malformed`)])
    expect((await value('load', opened.dispatch('load', {}))).number).toBe(1)
  })

  it('say of half of a character what it is and what to do, not where in a request it stood', async () => {
    const opened = open()
    const changeSet = { ...interest('100', '1'), title: 'Half \ud83d' }
    const [kind, message] = await failure('commit', opened.dispatch('commit', { changeSet }))
    expect([kind, message]).toEqual([
      'invalid',
      expect.stringMatching(/half of a character.*Nothing was stored.*enter it again\.$/),
    ])
    expect((await value('load', opened.dispatch('load', {}))).number).toBe(1)
  })

  it('name what to do instead of what a browser cannot do', async () => {
    const { dispatch } = open()
    for (const name of ['new_workbook', 'open_workbook', 'ready_to_close'] as const) {
      const [kind, message] = await failure(name, dispatch(name, {}))
      expect([kind, message]).toEqual(['unavailable', expect.stringMatching(/\.$/)])
    }
    expect(await value('recent_workbooks', dispatch('recent_workbooks', {}))).toEqual({ workbooks: [] })
  })
})

describe('a stale edit', () => {
  it('is answered as stale and leaves what is stored', async () => {
    const opened = open()
    const [kind] = await failure('commit', opened.dispatch('commit', { changeSet: interest('7', '8') }))
    expect([kind, await storedInterest(opened)]).toEqual(['stale', '100'])
  })
})

describe('a fault inside the program', () => {
  it('is answered, reported, loses nothing, and the next call works', async () => {
    const opened = open()
    await value('commit', opened.dispatch('commit', { changeSet: interest('100', '101') }))
    let before: unknown
    await opened.keeper.run((workbook) => void (before = workbook))
    const outcome = await opened.keeper.run(() => {
      throw new TypeError('x is not a function')
    })
    expect(outcome).toMatchObject({
      ok: false,
      failure: { kind: 'storage', message: expect.not.stringContaining('x is') },
    })
    expect(faults).toHaveLength(1)
    // Verified anew: the file was let go of and opened again.
    expect(await opened.keeper.run((workbook) => workbook === before)).toEqual({ ok: true, value: false })
    expect(await storedInterest(opened)).toBe('101')
    await value('commit', opened.dispatch('commit', { changeSet: interest('101', '102') }))
    expect(await storedInterest(opened)).toBe('102')
  })

  it('after an edit was stored does not call it lost', async () => {
    const opened = open()
    const edit = interest('100', '101')
    const outcome = await opened.keeper.write(
      (workbook) => {
        workbook.commit(edit)
        throw new TypeError('after the fact')
      },
      (workbook) => workbook.outcome(edit.id),
    )
    expect(outcome).toEqual({ ok: true, value: 2 })
  })

  it('before an edit was stored does not call it saved', async () => {
    const opened = open()
    const outcome = await opened.keeper.write(
      (): number => {
        throw new TypeError('before the fact')
      },
      (workbook) => workbook.outcome(crypto.randomUUID()),
    )
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'storage' } })
    expect(await storedInterest(opened)).toBe('100')
  })
})

async function withBackup(): Promise<void> {
  const opened = open()
  await value('commit', opened.dispatch('commit', { changeSet: interest('100', '250') }))
  await opened.keeper.runBeside((workbook) => workbook.backUp())
  await opened.keeper.close()
}

describe('a file that cannot be opened', () => {
  it.each([
    ['damaged', 'truncated', () => truncateSync(workbookFile(), 5_000)],
    ['damaged', 'no database', () => writeFileSync(workbookFile(), 'These are not the books you seek. '.repeat(200))],
    ['missing', 'not there', () => rmSync(workbookFile())],
  ])('%s, %s: says so, lists the backups, and goes on after a restore', async (wrong, _state, damage) => {
    await withBackup()
    damage()
    const opened = open()
    const [kind, message] = await failure('load', opened.dispatch('load', {}))
    expect([kind, message]).toEqual([wrong, expect.stringMatching(/\.$/)])
    expect((await failure('commit', opened.dispatch('commit', { changeSet: interest('250', '1') })))[0]).toBe(wrong)
    const { backups } = await value('backups', opened.dispatch('backups', {}))
    expect(backups.length).toBeGreaterThan(0)
    await value('restore', opened.dispatch('restore', { name: backups[0]!.name }))
    expect(events).toEqual(['workbook_changed'])
    expect(await storedInterest(opened)).toBe('250')
    await value('commit', opened.dispatch('commit', { changeSet: interest('250', '251') }))
  })

  it('locked by another window: says so, and opens once that one has closed', async () => {
    const first = open()
    await value('load', first.dispatch('load', {}))
    const second = open()
    const [kind, message] = await failure('load', second.dispatch('load', {}))
    expect([kind, message]).toEqual(['locked', expect.stringContaining('Close it there')])
    const { backups } = await value('backups', second.dispatch('backups', {}))
    const [restored] = await failure('restore', second.dispatch('restore', { name: backups[0]?.name ?? 'none' }))
    expect(restored).toBe('locked')
    await first.keeper.close()
    expect(await storedInterest(second)).toBe('100')
  })

  it('a file that is put back is found again', async () => {
    await withBackup()
    renameSync(workbookFile(), place.file('elsewhere.tieout'))
    const opened = open()
    expect((await failure('load', opened.dispatch('load', {})))[0]).toBe('missing')
    renameSync(place.file('elsewhere.tieout'), workbookFile())
    expect(await storedInterest(opened)).toBe('250')
  })

  it('a restore of a backup that is not there is refused and changes nothing', async () => {
    const opened = open()
    await value('load', opened.dispatch('load', {}))
    await failure('restore', opened.dispatch('restore', { name: '../Workbook.tieout' }))
    expect(await storedInterest(opened)).toBe('100')
    expect(events).toEqual([])
  })
})

describe('backups by time', () => {
  it('are made every quarter of an hour, only when something changed', async () => {
    const opened = open()
    await value('load', opened.dispatch('load', {}))
    await opened.keeper.settled()
    const count = async (): Promise<number> => (await value('backups', opened.dispatch('backups', {}))).backups.length
    const before = await count()
    expect(opened.intervals).toEqual([BACKUP_INTERVAL_MS])
    await opened.tick()
    expect(await count()).toBe(before)
    await value('commit', opened.dispatch('commit', { changeSet: interest('100', '101') }))
    await opened.tick()
    const after = await count()
    expect(after).toBe(before + 1)
    await opened.tick()
    expect(await count()).toBe(after)
    await opened.keeper.close()
    expect(opened.intervals).toEqual([])
  })

  it('that fail are tried again and told at the next load', async () => {
    const opened = open()
    await value('commit', opened.dispatch('commit', { changeSet: interest('100', '101') }))
    await opened.keeper.settled()
    await value('commit', opened.dispatch('commit', { changeSet: interest('101', '102') }))
    const folder = readdirSync(dirname(workbookFile()), { withFileTypes: true }).find((entry) => entry.isDirectory())!
    const path = `${dirname(workbookFile())}/${folder.name}`
    rmSync(path, { recursive: true })
    writeFileSync(path, 'a file where the backups belong')
    await opened.tick()
    const { notices } = await value('load', opened.dispatch('load', {}))
    expect(notices).toEqual([expect.stringContaining('The backup by time could not be made.')])
    expect((await value('load', opened.dispatch('load', {}))).notices).toEqual([])
    rmSync(path)
    await opened.tick()
    expect(readdirSync(path).length).toBe(1)
  })
})

describe('another workbook', () => {
  it('is made, opened, and left again', async () => {
    const opened = open()
    await value('commit', opened.dispatch('commit', { changeSet: interest('100', '101') }))
    expect(await opened.keeper.switchTo(place.file('Second.tieout'), 'create')).toEqual({ ok: true, value: null })
    expect(await storedInterest(opened)).toBe('100')
    expect(await opened.keeper.switchTo(workbookFile(), 'open')).toEqual({ ok: true, value: null })
    expect(await storedInterest(opened)).toBe('101')
  })

  it.each([
    ['a missing file is not opened', 'open', 'Missing.tieout', 'missing'],
    ['an existing file is not overwritten', 'create', 'Broken.tieout', 'refused'],
    ['a damaged file is not opened', 'open', 'Broken.tieout', 'damaged'],
  ] as const)('%s, and the open one stays open', async (_what, how, name, kind) => {
    writeFileSync(place.file('Broken.tieout'), 'no workbook '.repeat(500))
    const opened = open()
    await value('commit', opened.dispatch('commit', { changeSet: interest('100', '101') }))
    const outcome = await opened.keeper.switchTo(place.file(name), how)
    expect(outcome).toMatchObject({ ok: false, failure: { kind } })
    expect(opened.keeper.path()).toBe(workbookFile())
    expect(await storedInterest(opened)).toBe('101')
  })

  it('opening the open one changes nothing', async () => {
    const opened = open()
    await value('load', opened.dispatch('load', {}))
    expect(await opened.keeper.switchTo(workbookFile(), 'open')).toEqual({ ok: true, value: null })
    expect(await storedInterest(opened)).toBe('100')
  })
})

describe('closing', () => {
  it('lets what was asked before finish, refuses what comes after, and frees the file', async () => {
    const opened = open()
    const last = opened.dispatch('commit', { changeSet: interest('100', '101') })
    const closed = opened.keeper.close()
    const late = failure('commit', opened.dispatch('commit', { changeSet: interest('101', '102') }))
    expect((await last).ok).toBe(true)
    expect((await late)[0]).toBe('refused')
    await closed
    expect(existsSync(`${workbookFile()}-journal`)).toBe(false)
    expect(await storedInterest(open())).toBe('101')
  })
})
