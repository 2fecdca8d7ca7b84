/**
 * A browser shell in front of a service that notes what reaches it, new for each test of the file that imports it, with the
 * requests that its own pages send.
 */
import { afterEach, beforeEach, expect } from 'vitest'
import { createDownloads, type Downloads } from '../../electron/browser/downloads.ts'
import { startBrowserShell, type BrowserShell } from '../../electron/browser/shell.ts'
import type { Dispatch } from '../../electron/service/service.ts'
import { ask, keyIn, type Question, type Reply } from './ask.ts'
import { PAGES } from './pages.ts'

export let shell: BrowserShell
export let downloads: Downloads
export let calls: { name: string; request: unknown }[]
export let key: string
export let renewed: string[]
export let entries: number

export const BODY_LIMIT = 2_000

beforeEach(async () => {
  calls = []
  key = ''
  renewed = []
  entries = 0
  const dispatch = ((name: string, request: unknown) => {
    calls.push({ name, request })
    return Promise.resolve({ ok: true, value: {} })
  }) as unknown as Dispatch
  downloads = createDownloads()
  shell = await startBrowserShell({
    dispatch,
    rendererFolder: PAGES,
    downloads,
    port: 0,
    bodyLimit: BODY_LIMIT,
    entered: () => (entries += 1),
    renewed: (address) => renewed.push(address),
  })
})

afterEach(async () => {
  await shell.close()
  await downloads.close()
})

export const pathOf = (address: string): string => address.replace(/^http:\/\/[^/]+/, '')

export const tokenPath = (): string => pathOf(shell.address)

/** The key that further calls carry; empty is none. */
export function useKey(value: string): void {
  key = value
}

/** Opens the printed address as a browser does and keeps the key that its page hands out. */
export async function signIn(): Promise<Reply> {
  const reply = await ask(shell.port, { path: tokenPath() })
  key = keyIn(reply) ?? ''
  return reply
}

/** A call as the product's own page sends it, changed where the attack changes it. */
export function call(change: Question = {}): Promise<Reply> {
  const own = { 'x-tieout-key': key, origin: `http://127.0.0.1:${shell.port}`, 'content-type': 'application/json' }
  const headers = Object.fromEntries(Object.entries({ ...own, ...change.headers }).filter(([, value]) => value !== ''))
  return ask(shell.port, { method: 'POST', path: '/api/load', body: '{}', ...change, headers })
}

export const read = (path: string, headers: Record<string, string> = {}): Promise<Reply> =>
  ask(shell.port, { path, headers })

export function expectRefused(reply: Reply, status: number): void {
  expect(reply.status).toBe(status)
  expect(JSON.parse(reply.text)).toEqual({ error: expect.stringMatching(/\.$/) })
  expect(calls).toEqual([])
}
