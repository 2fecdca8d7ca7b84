/** Long work as a person meets it: the count, the way to call it off, and what is said at its end. */
import { describe, expect, it } from 'vitest'
import { exportLog } from '../../../../renderer/features/history/export_log.ts'
import { exchange, saveCopy } from '../../../../renderer/session/view/copies.ts'
import { callOff, isHeldByWork, longWork, whyNoWork } from '../../../../renderer/session/view/long_work.ts'
import { createSession, type Session } from '../../../../renderer/session/session.ts'
import { countWords } from '../../../../renderer/ui/work_steps.ts'
import type { Answer, Progress, Workbench } from '../../../../shared/contract/contract.ts'
import type { Opened } from '../../../../renderer/session/session.ts'

type Call = 'export_log' | 'save_copy'

const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** A session over a program in which work lasts until it is told to end, and ends where it is called off. */
function desk(progress: Progress | null = { step: 'entries', done: 12_000, of: 30_000 }) {
  let asked = Promise.withResolvers<Answer<Call>>()
  let work: string | undefined
  const downloaded: string[] = []
  const waiting: (() => void)[] = []
  const begin = (request: { work?: string | undefined }): Promise<Answer<Call>> => {
    work = request.work
    asked = Promise.withResolvers()
    return asked.promise
  }
  const client = {
    export_log: begin,
    save_copy: begin,
    progress: (of: { work: string }) =>
      Promise.resolve({ ok: true, value: { progress: of.work === work ? progress : null } }),
    call_off(of: { work: string }) {
      if (of.work === work) asked.resolve({ ok: false, failure: { kind: 'canceled', message: 'Canceled.' } })
      return Promise.resolve({ ok: true, value: {} })
    },
  } as unknown as Workbench
  const session: Session = createSession({
    client,
    drawAtOnce: (act) => act(),
    address: { read: () => '', write: () => undefined },
    download: (path) => void downloaded.push(path),
    timer: {
      now: () => 0,
      after(_wait, run) {
        waiting.push(run)
        return () => void waiting.splice(waiting.indexOf(run), waiting.includes(run) ? 1 : 0)
      },
      afterFrame: (run) => run(),
    },
  })
  session.replace({ queue: { idle: () => Promise.resolve() } } as unknown as Opened)
  return {
    session,
    downloaded,
    /** What waits is done, and what that began is settled. */
    later: async (): Promise<void> => {
      for (const run of waiting.splice(0)) run()
      await moment()
    },
    end: (path: string): void => asked.resolve({ ok: true, value: { path } }),
    said: () => session.getState().toasts.map(({ text }) => text),
    shown: () => longWork(session).getState().underWay?.progress ?? null,
  }
}

describe('long work', () => {
  it.each([
    ['the export', exportLog, 'The export was canceled. No file was written.'],
    ['a copy', saveCopy, 'The copy was canceled. No file was written.'],
  ] as const)('%s that is called off says so and downloads nothing', async (_what, act, words) => {
    const { session, later, said, shown, downloaded } = desk()
    const done = act(session)
    await moment()
    expect(shown()).toBeNull()
    await later()
    expect(countWords(shown()!)).toBe('12,000 of 30,000 entries')
    callOff(session)
    expect(longWork(session).getState().underWay?.isCanceled).toBe(true)
    await done
    expect([said(), downloaded, shown()]).toEqual([[words], [], null])
  })

  it('that ends is downloaded, and asks no more how far it is', async () => {
    const { session, later, end, said, downloaded, shown } = desk()
    const done = exportLog(session)
    await moment()
    await later()
    end('/download/log')
    await done
    await later()
    expect([said(), downloaded, shown()]).toEqual([
      ['The change log is in the downloads folder.'],
      ['/download/log'],
      null,
    ])
  })

  it('is one at a time: another is refused with the reason', async () => {
    const { session, end, said, downloaded } = desk()
    const done = exportLog(session)
    await moment()
    expect(whyNoWork(session)).toEqual({ code: 'work_under_way' })
    expect(await saveCopy(session)).toBe(false)
    // Another workbook would take the work its file away.
    exchange(session, () => expect.unreachable('The workbook was exchanged.'))
    expect(said()).toEqual(['A file is being written. Wait until it is complete, or cancel it.'])
    end('/download/log')
    await done
    expect(isHeldByWork(session)).toBe(false)
    expect(downloaded).toEqual(['/download/log'])
    expect(whyNoWork(session)).toBeUndefined()
  })

  it('shows nothing while nothing is counted, and says nothing of a dialog that was left', async () => {
    const { session, later, said, shown } = desk(null)
    const done = exportLog(session)
    await moment()
    await later()
    expect(shown()).toBeNull()
    await session.client.call_off({ work: longWork(session).getState().underWay!.work })
    await done
    expect(said()).toEqual([])
  })
})

describe('the count of work', () => {
  it.each([
    [{ step: 'copying', done: 12, of: 41 }, '12 of 41 MB'],
    [{ step: 'checking', done: 100, of: 251 }, '100 of 251 changes'],
    [{ step: 'figures', done: 12, of: 40 }, '12 of 40 schedules'],
    [{ step: 'pages', done: 0, of: 1 }, '0 of 1 schedule'],
    [{ step: 'checking', done: 0, of: 0 }, null],
    [{ step: 'writing', done: 0, of: 0 }, null],
  ] as const)('%o', (progress, words) => expect(countWords(progress)).toBe(words))
})
