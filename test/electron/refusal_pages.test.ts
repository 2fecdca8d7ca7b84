/**
 * What a person reads who follows an address that the browser shell refuses: a page under the policy of all pages, and nothing of
 * the workbook. Programs go on being told in JSON.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDownloads, type Downloads } from '../../electron/browser/downloads.ts'
import { startBrowserShell, type BrowserShell } from '../../electron/browser/shell.ts'
import { contentSecurityPolicy, SECURITY_HEADERS } from '../../electron/pages/content_security_policy.ts'
import type { Dispatch } from '../../electron/service/service.ts'
import { ask, keyIn, signInAt, type Reply } from './ask.ts'
import { PAGES } from './pages.ts'

let shell: BrowserShell
let downloads: Downloads
let calls: string[]

beforeEach(async () => {
  calls = []
  const dispatch = ((name: string) => {
    calls.push(name)
    return Promise.resolve({ ok: true, value: {} })
  }) as unknown as Dispatch
  downloads = createDownloads()
  shell = await startBrowserShell({ dispatch, rendererFolder: PAGES, downloads, port: 0 })
})

afterEach(async () => {
  await shell.close()
  await downloads.close()
})

const tokenPath = (): string => shell.address.replace(/^http:\/\/[^/]+/, '')

/** What a browser sends that shows an address typed or followed. */
const NAVIGATION = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'none',
}

const pageAt = (path: string, headers: Record<string, string> = {}): Promise<Reply> =>
  ask(shell.port, { path, headers: { ...NAVIGATION, ...headers } })

function expectPage(reply: Reply, status: number, words: RegExp): void {
  expect(reply.status).toBe(status)
  expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
  const nonce = /'nonce-([\w-]{22})'/.exec(String(reply.headers['content-security-policy']))?.[1]
  expect(reply.headers['content-security-policy']).toBe(contentSecurityPolicy(nonce!))
  expect(reply.headers).toMatchObject(
    Object.fromEntries(Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value])),
  )
  expect(reply.headers['set-cookie']).toBeUndefined()
  expect(reply.text).toContain(`<style nonce="${nonce}">`)
  expect(reply.text).toMatch(/<title>[^<]+ · Tieout<\/title>/)
  expect(reply.text).toMatch(words)
  // No data of the workbook and no secret stands in it, and nothing runs but what goes on by itself.
  expect(reply.text).not.toContain(new URL(shell.address).searchParams.get('token'))
  expect(reply.text).not.toMatch(/\son\w+=/)
  const scripts = reply.text.match(/<script[^>]*>/g) ?? []
  expect(scripts).toEqual(reply.text.includes('<a href="/">Go on</a>') ? [`<script nonce="${nonce}">`] : [])
  expect(keyIn(reply)).toBeUndefined()
  expect(calls).toEqual([])
}

function expectRefused(reply: Reply, status: number): void {
  expect(reply.status).toBe(status)
  expect(JSON.parse(reply.text)).toEqual({ error: expect.stringMatching(/\.$/) })
  expect(calls).toEqual([])
}

describe('a person who follows an address that is refused', () => {
  it('reads a page after the printed address was used, with the way to go on', async () => {
    await signInAt(shell.address)
    const reply = await pageAt(tokenPath())
    expectPage(reply, 200, /used before.*Go on.*print a fresh address/s)
    expect(reply.text).toContain('<a href="/">Go on</a>')
  })

  it('reads a page at an address with another token, and where nothing is', async () => {
    const reply = await pageAt('/?token=x')
    expectPage(reply, 403, /not the one that Tieout printed/)
    expect(reply.text).not.toContain('<a ')
    expectPage(await pageAt('/download/x'), 404, /nothing at this address/)
    expectPage(await pageAt('/nothing'), 404, /nothing at this address/)
    expectPage(await pageAt('/api/load'), 403, /another site/)
  })

  it('reads a page under a foreign name of this machine, with nothing in it', async () => {
    expectPage(await pageAt('/', { host: 'tieout.example' }), 403, /does not belong to Tieout/)
    expectPage(await pageAt(tokenPath(), { host: 'tieout.example' }), 403, /does not belong to Tieout/)
    // The token was not spent by it.
    expect(await signInAt(shell.address)).toMatch(/^[\w-]{43}$/)
  })

  it('reads a page in the preview of the product, and no other site can show one in a frame', async () => {
    const frame = { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-origin' }
    expectPage(await pageAt('/print/impac_2009/trusts/x', frame), 404, /nothing at this address/)
    expectRefused(await pageAt('/', { ...frame, 'sec-fetch-site': 'cross-site' }), 403)
  })

  it('is told in JSON what no person reads', async () => {
    const answers = { accept: '*/*', 'sec-fetch-mode': 'cors' }
    expectRefused(await ask(shell.port, { path: '/nothing', headers: answers }), 404)
    expectRefused(await ask(shell.port, { method: 'POST', path: '/api/load', headers: NAVIGATION, body: '{}' }), 403)
  })

  it('never reads its own address back', async () => {
    expect((await pageAt('/<b>x</b>?token=<b>y</b>')).text).not.toContain('<b>')
  })
})
