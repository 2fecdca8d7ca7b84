/** The browser shell under attack, and in use. Each test states the attack that it stands for. */
import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import {
  BODY_LIMIT,
  call,
  calls,
  downloads,
  expectRefused,
  key,
  read,
  shell,
  signIn,
  tokenPath,
} from './shell_in_front.ts'

describe('other sites', () => {
  beforeEach(signIn)

  it.each(['evil.example', 'evil.example:{port}', '127.0.0.1.evil.example:{port}', '127.0.0.1', '[::1]:{port}'])(
    'DNS rebinding: a name that points at this machine (%s) is refused, key or not',
    async (name) => {
      const host = name.replace('{port}', String(shell.port))
      expectRefused(await call({ headers: { host, origin: `http://${host}` } }), 403)
      expectRefused(await read('/', { host }), 403)
      expectRefused(await read(tokenPath(), { host }), 403)
    },
  )

  it.each(['https://evil.example', 'null', 'http://127.0.0.1', 'https://127.0.0.1:{port}', 'app://tieout'])(
    'a form or script of another origin (%s) calls nothing',
    async (origin) => {
      expectRefused(await call({ headers: { origin: origin.replace('{port}', String(shell.port)) } }), 403)
    },
  )

  it('a page on another port of this machine calls nothing, key or not', async () => {
    expectRefused(await call({ headers: { origin: `http://127.0.0.1:${shell.port + 1}` } }), 403)
    expectRefused(await call({ headers: { 'sec-fetch-site': 'same-site' } }), 403)
  })

  it('a page under the other loopback name is another origin', async () => {
    expectRefused(await call({ headers: { origin: `http://localhost:${shell.port}` } }), 403)
  })

  it('a call without an Origin, which no page of ours sends, is refused', async () => {
    expectRefused(await call({ headers: { origin: '' } }), 403)
  })

  it.each(['cross-site', 'same-site', 'none'])('a call that the browser marks %s is refused', async (site) => {
    expectRefused(await call({ headers: { 'sec-fetch-site': site } }), 403)
  })

  it('a form that is sent by opening it as a page calls nothing', async () => {
    const headers = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expectRefused(await call({ headers }), 403)
  })

  it.each([
    ['/', 'iframe'],
    ['/print/impac_2009/trusts', 'iframe'],
    ['/assets/index-Ab3_x-9.js', 'script'],
    ['/download/x', 'empty'],
  ])('another site can neither frame nor load %s', async (path, dest) => {
    const mode = dest === 'iframe' ? 'navigate' : 'no-cors'
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest }
      expectRefused(await read(path, headers), 403)
    }
  })

  it.each(['/', '/print/impac_2009/trusts', '/download/x'])('a link of another site does not open %s', async (path) => {
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
      const reply = await read(path, headers)
      expect([reply.status, reply.text.includes('came from another site')]).toEqual([403, true])
    }
  })

  it('another site cannot read a download, for which it must send its Origin', async () => {
    expectRefused(await read('/download/x', { origin: 'https://evil.example' }), 403)
  })

  it('nobody is granted access across origins', async () => {
    const replies = [await read('/'), await call(), await call({ method: 'OPTIONS' })]
    for (const reply of replies) {
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('calls', () => {
  beforeEach(signIn)

  it('reach the service with their request', async () => {
    const reply = await call({ path: '/api/log', body: '{"limit": 5}' })
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { ok: true, value: {} }])
    expect(calls).toEqual([{ name: 'log', request: { limit: 5 } }])
  })

  it.each(['__proto__', 'constructor', 'toString', 'then', 'Load', 'load%20', '%6Coad', '', 'call', 'events'])(
    'a name the contract does not have (%s) reaches nothing',
    async (name) => {
      const reply = await call({ path: `/api/${name}` })
      expect(reply.status).toBe(404)
      expect(calls).toEqual([])
    },
  )

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'])('a call is no %s request', async (method) => {
    const reply = await call({ method, body: undefined })
    expect([reply.status, reply.headers.allow]).toEqual([405, 'POST'])
    expect(calls).toEqual([])
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('a body that a plain form can send (%s) is refused', async (type) =>
    expectRefused(await call({ headers: { 'content-type': type } }), 415),
  )

  it.each(['application/json; charset=latin1', 'application/json; charset=utf-16'])('%s is refused', async (type) => {
    expectRefused(await call({ headers: { 'content-type': type } }), 415)
  })

  it('JSON in UTF-8 said in other words is accepted', async () => {
    expect((await call({ headers: { 'content-type': 'Application/JSON;charset="UTF-8"' } })).status).toBe(200)
  })

  it.each(['', '{', '{"a":}', 'undefined', "{'a': 1}", '{"a":1}{"b":2}', '\uFEFF\uFEFF{}'])(
    'a malformed body (%s) is refused',
    async (body) => expectRefused(await call({ body }), 400),
  )

  it('a body that is not UTF-8 is refused', async () => {
    expectRefused(await call({ body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) }), 400)
  })

  it('a compressed body, which could grow without bound, is refused', async () => {
    expectRefused(await call({ headers: { 'content-encoding': 'gzip' } }), 415)
  })

  it('an oversized body that says its length is refused before it is read', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(BODY_LIMIT) })
    expectRefused(await call({ body, headers: { 'content-length': String(body.length) } }), 413)
  })

  it('an oversized body is refused by its length alone, before any of it came', async () => {
    const origin = `http://127.0.0.1:${shell.port}`
    const headers = { 'x-tieout-key': key, origin, 'content-type': 'application/json' }
    const status = await new Promise((resolve, reject) => {
      const path = '/api/load'
      const sent = request({ host: '127.0.0.1', port: shell.port, method: 'POST', path, headers, agent: false })
      sent.setHeader('content-length', '1000000000')
      sent.on('response', (reply) => {
        resolve(reply.statusCode)
        sent.destroy()
      })
      sent.on('error', reject)
      sent.flushHeaders()
    })
    expect([status, calls]).toEqual([413, []])
  })

  it('an oversized body that hides its length is refused', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(BODY_LIMIT) })
    expectRefused(await call({ body, headers: { 'transfer-encoding': 'chunked' } }), 413)
  })

  it('the shell serves on after every refusal', async () => {
    await call({ body: '{' })
    expect((await call()).status).toBe(200)
  })
})

describe('pages and files', () => {
  beforeEach(signIn)

  it('serves the workbench under a policy whose nonce is new at each load', async () => {
    const nonces = new Set<string>()
    for (const reply of [await read('/'), await read('/')]) {
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
      const policy = String(reply.headers['content-security-policy'])
      const nonce = /script-src 'self' 'nonce-([\w-]{22})'/.exec(policy)![1]!
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|\*|http/)
      expect(reply.text.split(nonce)).toHaveLength(3)
      expect(reply.text).not.toContain('__CSP_NONCE__')
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(2)
  })

  it('serves a print document at its address', async () => {
    const reply = await read('/print/impac_2007_q3/reconciliation?scenario=as_filed&mode=filing')
    expect([reply.status, reply.text.includes('Print document')]).toEqual([200, true])
  })

  it('serves a set of schedules as one print document', async () => {
    expect((await read('/print/impac_2007_q3/income?and=reconciliation')).text).toContain('Print document')
  })

  it('serves the print preview into a frame of the product', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
    const reply = await read('/print/impac_2009/trusts', headers)
    expect(reply.status).toBe(200)
    expect(reply.headers['x-frame-options']).toBe('SAMEORIGIN')
    expect(reply.headers['content-security-policy']).toContain("frame-ancestors 'self'")
  })

  it.each([
    ['/assets/index-Ab3_x-9.js', 'text/javascript; charset=utf-8'],
    ['/assets/index-C9.css?v=1', 'text/css; charset=utf-8'],
  ])('serves %s with its type, which no browser may guess', async (path, type) => {
    const reply = await read(path)
    expect([reply.status, reply.headers['content-type']]).toEqual([200, type])
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })

  it.each(['/index.html', '/print.html', '/nothing', '/assets', '/assets/', '/print', '/print/a', '/print/a/b/c'])(
    'has nothing at %s',
    async (path) => expectRefused(await read(path), 404),
  )

  it.each(['/print/A/b', '/print/a/..', '/print/__proto__/b', '/print/a/b%2fc', '/print/a//b'])(
    'knows no print document by a name that is no id: %s',
    async (path) => expectRefused(await read(path), 404),
  )

  it.each([
    ['plain', '/../outside.txt'],
    ['plain, deep', '/assets/../../outside.txt'],
    ['within the folder', '/assets/../assets/index-C9.css'],
    ['encoded', '/%2e%2e/outside.txt'],
    ['encoded separator', '/assets/..%2f..%2foutside.txt'],
    ['double-encoded', '/%252e%252e%252foutside.txt'],
    ['backslash', '/..\\outside.txt'],
    ['encoded backslash', '/assets%5c..%5c..%5coutside.txt'],
    ['null byte', '/assets/index-C9.css%00.js'],
    ['overlong UTF-8', '/%c0%ae%c0%ae/outside.txt'],
    ['drive', '/C:/Windows/win.ini.txt'],
    ['stream', '/assets/index-C9.css::$DATA.css'],
    ['hidden file', '/.secret.txt'],
    ['folder of its own', '/assets//index-C9.css'],
    ['current folder', '/./assets/index-C9.css'],
    ['link that leads out', '/assets/link.txt'],
    ['type that is not served', '/assets/notes.sqlite'],
  ])('traversal, %s: reads nothing', async (_attack, path) => expectRefused(await read(path), 404))

  it('an address that names another server is not followed', async () => {
    expect((await read('http://evil.example/')).status).toBe(404)
  })

  it.each(['POST', 'PUT', 'DELETE', 'TRACE'])('pages are only read: %s is refused', async (method) => {
    const reply = await ask(shell.port, { method, path: '/' })
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET'])
  })
})

const copyNamed = (name: string) => ({ name, type: 'application/octet-stream' })

describe('a copy to download', () => {
  beforeEach(signIn)

  it('comes under the name of the workbook and only once', async () => {
    const path = await downloads.offer(copyNamed('Büro "Q3" copy.tieout'), (file) => writeFile(file, 'the copy'))
    const reply = await read(path)
    expect([reply.status, reply.text]).toEqual([200, 'the copy'])
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="B_ro _Q3_ copy.tieout"; filename*=UTF-8''B%C3%BCro%20%22Q3%22%20copy.tieout`,
    )
    expectRefused(await read(path), 404)
  })

  it('is found by its whole name alone', async () => {
    const path = await downloads.offer(copyNamed('a.tieout'), (file) => writeFile(file, 'the copy'))
    expectRefused(await read('/download/'), 404)
    expectRefused(await read(path.slice(0, -1)), 404)
    expectRefused(await read(`/download/${'A'.repeat(32)}`), 404)
    expect((await read(path)).status).toBe(200)
  })
})
