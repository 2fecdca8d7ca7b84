/** Tabs of one browser: each with a storage of its own, over a channel as a browser has it, in front of a real shell. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDownloads } from '../../../electron/browser/downloads.ts'
import { startBrowserShell, type BrowserShell } from '../../../electron/browser/shell.ts'
import type { Dispatch } from '../../../electron/service/service.ts'
import { joinTabs, type Tabs } from '../../../renderer/client/tabs.ts'
import { LostAnswer, SignedOut } from '../../../renderer/client/lost_answer.ts'
import { createBrowserClient } from '../../../renderer/client/workbench_client.ts'
import type { Workbench } from '../../../shared/contract/contract.ts'
import { signInAt } from '../../electron/ask.ts'
import { PAGES } from '../../electron/pages.ts'

const channels: BroadcastChannel[] = []
const shells: BrowserShell[] = []
let origin: string
let sent: { path: string; key: string | null }[]
let renewed: string[]
let done: string[]

/** A shell whose service answers every call that reaches it with the number of calls done. */
async function startShell(port = 0): Promise<BrowserShell> {
  const dispatch = ((name: string) => {
    done.push(name)
    return Promise.resolve(
      name === 'restore' ? { ok: true, value: { kept: 'x' } } : { ok: true, value: { number: null } },
    )
  }) as unknown as Dispatch
  const shell = await startBrowserShell({
    dispatch,
    rendererFolder: PAGES,
    downloads: createDownloads(),
    port,
    renewed: (address) => renewed.push(address),
  })
  shells.push(shell)
  return shell
}

/** The origin's channel, of a name of its own for each test. */
let name: string

beforeEach(() => {
  name = crypto.randomUUID()
  sent = []
  renewed = []
  done = []
})

afterEach(async () => {
  vi.useRealTimers()
  for (const channel of channels.splice(0)) channel.close()
  for (const shell of shells.splice(0)) await shell.close()
})

type Tab = { tabs: Tabs; client: Workbench; storage: Map<string, string> }

/** A tab: signed in by the printed address where its key is given. */
function openTab(key?: string): Tab {
  const storage = new Map<string, string>(key === undefined ? [] : [['tieout_key', key]])
  const channel = new BroadcastChannel(name)
  channels.push(channel)
  const tabs = joinTabs({
    channel,
    storage: {
      getItem: (place) => storage.get(place) ?? null,
      setItem: (place, value) => void storage.set(place, value),
      removeItem: (place) => void storage.delete(place),
    },
  })
  const client = createBrowserClient((path, init) => {
    const headers = new Headers(init.headers)
    sent.push({ path, key: headers.get('x-tieout-key') })
    headers.set('origin', origin)
    return fetch(`${origin}${path}`, { ...init, headers })
  }, tabs)
  return { tabs, client, storage }
}

const ask = ({ client }: Tab): Promise<unknown> => client.outcome({ id: crypto.randomUUID() })

const ANSWER = { ok: true, value: { number: null } }

describe('a call', () => {
  it('carries the key of its tab in a header', async () => {
    const shell = await startShell()
    origin = `http://127.0.0.1:${shell.port}`
    const key = await signInAt(shell.address)
    expect(await ask(openTab(key))).toEqual(ANSWER)
    expect(sent).toEqual([{ path: '/api/outcome', key }])
  })

  it('of a new tab carries the key that another tab has, asked for once, and keeps it', async () => {
    const shell = await startShell()
    origin = `http://127.0.0.1:${shell.port}`
    const key = await signInAt(shell.address)
    openTab(key)
    const second = openTab()
    // By the other tab's answer alone: while the timers stand still, a tab's patience has no end.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    expect(await Promise.all([second.tabs.key(), second.tabs.key()])).toEqual([key, key])
    vi.useRealTimers()
    expect(await Promise.all([ask(second), ask(second)])).toEqual([ANSWER, ANSWER])
    expect(sent.map((one) => one.key)).toEqual([key, key])
    expect(second.storage.get('tieout_key')).toBe(key)
  })

  it('that no tab can help is signed out, and has a fresh address printed, by which it goes on', async () => {
    const shell = await startShell()
    origin = `http://127.0.0.1:${shell.port}`
    await signInAt(shell.address)
    const lonely = openTab()
    await expect(ask(lonely)).rejects.toThrow(SignedOut)
    await expect(ask(lonely)).rejects.toThrow('not signed in')
    expect([done, renewed.length]).toEqual([[], 1])
    openTab(await signInAt(renewed[0]!))
    expect(await ask(lonely)).toEqual(ANSWER)
  })

  it('after a new start takes the key of a tab that signed in anew, and does nothing twice', async () => {
    const first = await startShell()
    origin = `http://127.0.0.1:${first.port}`
    const old = await signInAt(first.address)
    const [tab, other] = [openTab(old), openTab(old)]
    await first.close()
    await expect(ask(tab)).rejects.toThrow(LostAnswer)
    await expect(ask(tab)).rejects.not.toThrow(SignedOut)
    const second = await startShell(first.port)
    await expect(ask(tab)).rejects.toThrow(SignedOut)
    // The address of the new start waits still.
    expect(renewed).toEqual([])
    sent = []
    const fresh = await signInAt(second.address)
    openTab(fresh)
    expect(await ask(tab)).toEqual(ANSWER)
    expect(await ask(other)).toEqual(ANSWER)
    expect(sent.map(({ key }) => key)).toEqual([fresh, old, fresh])
    expect(done).toHaveLength(2)
    expect(tab.storage.get('tieout_key')).toBe(fresh)
  })

  it('goes on by a tab that signed in anew and was closed since', async () => {
    const first = await startShell()
    origin = `http://127.0.0.1:${first.port}`
    const [waiting, unaware] = [openTab(await signInAt(first.address)), openTab()]
    expect(await ask(unaware)).toEqual(ANSWER)
    await first.close()
    const second = await startShell(first.port)
    await expect(ask(waiting)).rejects.toThrow(SignedOut)
    openTab(await signInAt(second.address))
    channels.at(-1)!.close()
    expect(await ask(waiting)).toEqual(ANSWER)
    expect(await ask(unaware)).toEqual(ANSWER)
  })

  it('is not misled by keys that were refused, however many tabs still hold them', async () => {
    const shell = await startShell()
    origin = `http://127.0.0.1:${shell.port}`
    const key = await signInAt(shell.address)
    for (const stale of ['one', 'two', 'three']) openTab(stale)
    openTab(key)
    expect(await ask(openTab())).toEqual(ANSWER)
  })
})

const changeSet = (changes: unknown[]): never =>
  ({ id: crypto.randomUUID(), filing: 'f', title: 'T', place: null, changes }) as never

/** A shell with a limit of its own. */
const refuse = (): Promise<Response> => Promise.resolve(Response.json({ error: 'Too large.' }, { status: 413 }))

describe('a change set that is too large', () => {
  it('is refused in plain words before it is sent', async () => {
    const shell = await startShell()
    origin = `http://127.0.0.1:${shell.port}`
    const { client } = openTab(await signInAt(shell.address))
    for (const [changes, words] of [
      [['€'.repeat(34_000_000)] as unknown[], /takes 97\.\d MB, and at most 96\.0 MB/],
      [Array.from({ length: 100_001 }, () => 0), /has 100,001 parts/],
    ] as const) {
      const answer = await client.commit({ changeSet: changeSet(changes) })
      expect(answer).toEqual({ ok: false, failure: { kind: 'refused', message: expect.stringMatching(words) } })
    }
    expect(sent).toEqual([])
  })

  it('is a refusal too where the shell finds it so, not an answer that was lost', async () => {
    const shell = await startShell()
    origin = `http://127.0.0.1:${shell.port}`
    const { tabs } = openTab(await signInAt(shell.address))
    const answer = await createBrowserClient(refuse, tabs).commit({ changeSet: changeSet(['x'.repeat(2_000_000)]) })
    expect(answer).toMatchObject({
      ok: false,
      failure: { kind: 'refused', message: expect.stringMatching(/it takes 2\.0 MB\. Nothing was stored/) },
    })
  })
})

describe('a restore', () => {
  it('is told in every tab, its own included, and only when it was done', async () => {
    const shell = await startShell()
    origin = `http://127.0.0.1:${shell.port}`
    const key = await signInAt(shell.address)
    const heard: string[] = []
    const all = [openTab(key), openTab(key), openTab()]
    for (const [index, { client }] of all.entries()) client.on('workbook_changed', () => heard.push(`tab ${index}`))
    await all[0]!.client.outcome({ id: crypto.randomUUID() })
    expect(heard).toEqual([])
    await all[0]!.client.restore({ name: 'a backup' })
    await expect.poll(() => heard.toSorted()).toEqual(['tab 0', 'tab 1', 'tab 2'])
  })

  it('is no more told to a listener that was taken back', async () => {
    const shell = await startShell()
    origin = `http://127.0.0.1:${shell.port}`
    const { client } = openTab(await signInAt(shell.address))
    let heard = 0
    client.on('workbook_changed', () => (heard += 1))()
    await client.restore({ name: 'a backup' })
    expect(heard).toBe(0)
  })
})
