/** Who is let in by the browser shell, and by what: the printed address, a fresh one, the key; never a cookie. */
import { describe, expect, it } from 'vitest'
import { ask, keyIn } from './ask.ts'
import {
  call,
  entries,
  expectRefused,
  key,
  pathOf,
  read,
  renewed,
  shell,
  signIn,
  tokenPath,
  useKey,
} from './shell_in_front.ts'

describe('the printed address', () => {
  it('is on the loopback address and holds 256 random bits', () => {
    expect(shell.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  })

  it('exchanges its token for a key that is kept in the tab: in no cookie, in no address, in no cache', async () => {
    const reply = await signIn()
    expect(reply.status).toBe(200)
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(key).not.toBe(new URL(shell.address).searchParams.get('token'))
    expect(reply.headers).not.toHaveProperty('set-cookie')
    expect(reply.headers).not.toHaveProperty('location')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.headers['referrer-policy']).toBe('no-referrer')
    const nonce = /script-src 'self' 'nonce-([\w-]{22})'/.exec(String(reply.headers['content-security-policy']))![1]!
    expect(reply.text.match(/<script[^>]*>/g)).toEqual([`<script nonce="${nonce}">`])
    expect(reply.text).toContain("location.replace('/' + location.hash)")
    expect(entries).toBe(1)
  })

  it('works once: a token found in a history or a log opens nothing', async () => {
    await signIn()
    const replay = await ask(shell.port, { path: tokenPath() })
    expectRefused(replay, 403)
    expect([keyIn(replay), entries]).toEqual([undefined, 1])
  })

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5_000)])(
    'refuses a guessed token (%#) and stays open',
    async (guess) => {
      expectRefused(await ask(shell.port, { path: `/?token=${guess}` }), 403)
      expect(keyIn(await signIn())).toMatch(/^[\w-]{43}$/)
    },
  )
})

describe('a page on disk, through which the system browser comes', () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

  it('leads to the printed address, and to no file', async () => {
    expect((await read('/assets/index-Ab3_x-9.js', headers)).status).toBe(403)
    expect(keyIn(await read(tokenPath(), headers))).toMatch(/^[\w-]{43}$/)
  })

  it('cannot frame it', async () => {
    expectRefused(await read(tokenPath(), { ...headers, 'sec-fetch-dest': 'iframe' }), 403)
    expect(entries).toBe(0)
  })
})

describe('a fresh address', () => {
  it('is printed where a page is not signed in and the old one is spent; it signs in once', async () => {
    await signIn()
    const first = key
    useKey('')
    expectRefused(await call(), 401)
    expect(renewed).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)])
    expect(pathOf(renewed[0]!)).not.toBe(tokenPath())
    expectRefused(await ask(shell.port, { path: tokenPath() }), 403)
    const reply = await ask(shell.port, { path: pathOf(renewed[0]!) })
    expect(keyIn(reply)).toBe(first)
    expectRefused(await ask(shell.port, { path: pathOf(renewed[0]!) }), 403)
  })

  it('is not printed while the newest waits: whoever asks for it again and again gains nothing, and takes none', async () => {
    for (let time = 0; time < 20; time += 1) expectRefused(await call(), 401)
    expect(renewed).toEqual([])
    await signIn()
    useKey('')
    for (let time = 0; time < 20; time += 1) expectRefused(await call(), 401)
    expect(renewed).toHaveLength(1)
    expect(keyIn(await ask(shell.port, { path: pathOf(renewed[0]!) }))).toMatch(/^[\w-]{43}$/)
  })

  it('is not printed for another site, nor for an address that is followed', async () => {
    await signIn()
    useKey('')
    expectRefused(await call({ headers: { origin: 'https://evil.example' } }), 403)
    await read('/')
    await read(tokenPath())
    await read('/api/load')
    expect(renewed).toEqual([])
  })
})

describe('without the key', () => {
  it('pages and files are read, which hold nothing of the workbook', async () => {
    for (const path of ['/', '/assets/index-Ab3_x-9.js', '/print/impac_2009/trusts']) {
      expect([path, (await read(path)).status]).toEqual([path, 200])
    }
  })

  it('another program on this machine calls nothing', async () => {
    expectRefused(await call(), 401)
  })

  it.each(['', 'A'.repeat(43), 'A'.repeat(5_000), 'undefined', 'null'])(
    'a key that was guessed (%#) calls nothing',
    async (guess) => {
      await signIn()
      useKey(guess)
      expectRefused(await call(), 401)
    },
  )

  it('the token is no key, and no cookie is one', async () => {
    await signIn()
    const { port } = shell
    for (const cookie of [`tieout_${port}=${key}`, `tieout_key=${key}`, `x-tieout-key=${key}`]) {
      expectRefused(await call({ headers: { 'x-tieout-key': '', cookie } }), 401)
    }
    useKey(new URL(shell.address).searchParams.get('token')!)
    expectRefused(await call(), 401)
  })

  it('an address never carries the key', async () => {
    await signIn()
    expectRefused(await call({ path: `/api/load?x-tieout-key=${key}`, headers: { 'x-tieout-key': '' } }), 401)
  })
})

describe('cookies that other programs of this machine set', () => {
  it.each([
    ['of our old name', (port: number) => `tieout_${port}=x; tieout_${port}=y`],
    ['of any form', () => `a=b=c;;=;"; \t; __proto__=1; =; tieout_key`],
    [
      'as many and as large as a browser keeps',
      () => Array.from({ length: 180 }, (_, n) => `c${n}=${'x'.repeat(4_090)}`).join('; '),
    ],
  ])('%s shut nobody out', async (_what, made) => {
    const cookie = made(shell.port)
    const entered = await ask(shell.port, { path: tokenPath(), headers: { cookie } })
    expect(entered.status).toBe(200)
    useKey(keyIn(entered)!)
    expect((await read('/', { cookie })).status).toBe(200)
    expect((await call({ headers: { cookie } })).status).toBe(200)
  })

  it('beyond all that, the request is refused and the next one served', async () => {
    const reply = await read('/', { cookie: `a=${'x'.repeat(1_100_000)}` }).catch(() => ({ status: 431 }))
    expect(reply.status).toBe(431)
    expect((await read('/')).status).toBe(200)
  })
})
