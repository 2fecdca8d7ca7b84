/** What a page that was taken over could try in the desktop shell, and what it gets. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { APP_SCHEME, createAppHandler, isOwnAddress } from '../../electron/desktop/app_protocol.ts'
import { registerCalls, type Admission } from '../../electron/desktop/channel.ts'
import type { Dispatch } from '../../electron/service/service.ts'
import { hardenContents, hardenedPreferences, hardenSession } from '../../electron/desktop/window_security.ts'
import { CALLS } from '../../shared/contract/calls.ts'
import { PAGES } from './pages.ts'
import { StandIn, StandInContents, StandInEvent, StandInSession } from './stand_in.ts'

describe('the window', () => {
  it('runs its page sandboxed, isolated and without Node', () => {
    expect(hardenedPreferences('/preload.cjs', true)).toEqual({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('has development tools only while it runs from its sources', () => {
    expect(hardenedPreferences('/preload.cjs', false).devTools).toBe(true)
  })
})

describe('its contents', () => {
  let contents: StandInContents

  beforeEach(() => {
    contents = new StandInContents()
    contents.mainFrame = { url: 'app://tieout/#/impac_2009/trusts', origin: 'app://tieout' }
    hardenContents(contents)
  })

  function navigate(url: string, isMainFrame: boolean, event = 'will-frame-navigate'): boolean {
    const details = Object.assign(new StandInEvent(), { url, isMainFrame })
    contents.emit(event, details)
    return details.isPrevented
  }

  it.each([
    'https://evil.example/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://tieout.evil.example/',
    'app://tieoutx/',
    'app://tieout',
    'app://tieout/print/impac_2009/trusts',
    'https://evil.example/?app://tieout/',
    'about:blank',
  ])('the window never leaves its page for %s', (url) => {
    expect(navigate(url, true)).toBe(true)
  })

  it('the window may reload its page', () => {
    expect(navigate('app://tieout/#/impac_2009/equity', true)).toBe(false)
  })

  it.each(['https://evil.example/', 'app://tieout/', 'app://tieout/assets/x.js', 'about:srcdoc'])(
    'a frame shows no %s',
    (url) => expect(navigate(url, false)).toBe(true),
  )

  it('a frame shows print documents', () => {
    expect(navigate('app://tieout/print/impac_2009/trusts?mode=filing', false)).toBe(false)
  })

  it('no redirect is followed, not even to the product', () => {
    expect(navigate('app://tieout/', true, 'will-redirect')).toBe(true)
  })

  it('no window is opened and no other contents are embedded', () => {
    expect(contents.openHandler!()).toEqual({ action: 'deny' })
    const event = new StandInEvent()
    contents.emit('will-attach-webview', event)
    expect(event.isPrevented).toBe(true)
  })
})

describe('the session', () => {
  let session: StandInSession

  beforeEach(() => {
    session = new StandInSession()
    hardenSession(session, true)
  })

  it('grants no permission, when asked and when checked, and no device or screen', () => {
    const granted = vi.fn<(isGranted: boolean) => void>()
    for (const permission of ['media', 'geolocation', 'openExternal', 'clipboard-read', 'fileSystem', 'unknown']) {
      session.permissionRequest!({}, permission, granted)
    }
    expect(granted.mock.calls).toEqual(Array.from({ length: 6 }, () => [false]))
    expect([session.permissionCheck!(), session.deviceCheck!(), session.displayMedia]).toEqual([false, false, null])
  })

  it('downloads nothing', () => {
    const event = new StandInEvent()
    session.emit('will-download', event)
    expect(event.isPrevented).toBe(true)
  })

  const isCanceled = (url: string): boolean | undefined => {
    const answer = vi.fn<(answer: { cancel?: boolean }) => void>()
    session.beforeRequest!({ url }, answer)
    return answer.mock.calls[0]![0].cancel
  }

  it.each([
    'https://evil.example/',
    'http://127.0.0.1:9000/',
    'ws://evil.example/',
    'wss://evil.example/',
    'file:///etc/passwd',
    'ftp://evil.example/',
    'app://other/',
    'app://tieout.evil.example/',
    'blob:https://evil.example/1',
    'data:text/html,x',
    'chrome://gpu/',
    'devtools://devtools/bundled/inspector.html',
    'https://evil.example/app://tieout/',
  ])('cancels the request of %s', (url) => expect(isCanceled(url)).toBe(true))

  it.each(['app://tieout/', 'app://tieout/assets/a.js', 'blob:app://tieout/1', 'data:image/png;base64,AA=='])(
    'lets %s pass',
    (url) => expect(isCanceled(url)).toBe(false),
  )

  it('lets development tools load while the product runs from its sources', () => {
    session = new StandInSession()
    hardenSession(session, false)
    expect(isCanceled('devtools://devtools/bundled/inspector.html')).toBe(false)
    expect(isCanceled('https://evil.example/')).toBe(true)
  })
})

describe('the scheme app:', () => {
  const handle = createAppHandler(PAGES)
  const get = (url: string, method = 'GET'): Promise<Response> => handle({ method, url } as Request)

  it('is a secure origin of its own that bypasses no policy', () => {
    expect(APP_SCHEME).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    })
  })

  it('shows the workbench under a policy whose nonce is new at each load', async () => {
    const replies = [await get('app://tieout/#/a/b'), await get('app://tieout/?x=1')]
    const nonces = replies.map((reply) => /'nonce-([\w-]+)'/.exec(reply.headers.get('content-security-policy')!)![1]!)
    expect(nonces[0]).not.toBe(nonces[1])
    expect(await replies[0]!.text()).toContain(`nonce="${nonces[0]}"`)
    expect(replies[0]!.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('shows print documents and serves files with their type', async () => {
    expect(await (await get('app://tieout/print/impac_2009/trusts?mode=filing')).text()).toContain('Print document')
    const script = await get('app://tieout/assets/index-Ab3_x-9.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    'app://tieout/../outside.txt',
    'app://tieout/%2e%2e/outside.txt',
    'app://tieout/assets/..%2f..%2foutside.txt',
    'app://tieout/%252e%252e/outside.txt',
    'app://tieout/..\\outside.txt',
    'app://tieout/%5c..%5coutside.txt',
    'app://tieout/assets/index-C9.css%00.js',
    'app://tieout/.secret.txt',
    'app://tieout//etc/passwd.txt',
    'app://tieout/index.html',
    'app://other/',
    'app://tieout.evil.example/',
    'app://tieout@evil.example/',
    'https://tieout/',
  ])('has nothing at %s', async (url) => {
    const reply = await get(url)
    expect([reply.status, await reply.text()]).toEqual([404, ''])
  })

  it.each(['POST', 'PUT', 'HEAD'])('is only read: %s is refused', async (method) => {
    expect((await get('app://tieout/', method)).status).toBe(405)
  })

  it('knows its own addresses by the whole origin', () => {
    expect(['app://tieout/', 'app://tieout/x'].map(isOwnAddress)).toEqual([true, true])
    expect(['app://tieout', 'app://tieout:80/', 'APP://tieout/', ' app://tieout/'].map(isOwnAddress)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('a call', () => {
  let electron: StandIn
  let reached: string[]
  let admission: Admission
  let contents: StandInContents

  beforeEach(() => {
    electron = new StandIn()
    reached = []
    contents = new StandInContents()
    contents.mainFrame = { url: 'app://tieout/#/a/b', origin: 'app://tieout' }
    const dispatch = ((name: string) => {
      reached.push(name)
      return Promise.resolve({ ok: true, value: {} })
    }) as unknown as Dispatch
    admission = registerCalls(electron, dispatch)
  })

  const call = (name: string, senderFrame: unknown, sender: unknown = contents): Promise<unknown> =>
    electron.calls.get(`tieout:${name}`)!({ sender, senderFrame: senderFrame as never }, {})

  const REFUSED = { ok: false, failure: { kind: 'refused' } }

  it('from the main frame of the admitted window reaches the service', async () => {
    admission.admit(contents, CALLS)
    for (const name of CALLS) await call(name, contents.mainFrame)
    expect(reached).toEqual(CALLS)
  })

  it.each([
    ['a frame inside the window', () => ({ url: 'app://tieout/print/a/b', origin: 'app://tieout' })],
    ['a frame that is gone', () => null],
    ['a main frame that left the product', () => (contents.mainFrame = { url: 'https://e/', origin: 'https://e' })],
    ['a main frame of an opaque origin', () => (contents.mainFrame = { url: 'app://tieout/', origin: 'null' })],
    ['a main frame on a page of its own', () => (contents.mainFrame = { url: 'about:blank', origin: 'app://tieout' })],
  ])('from %s is refused', async (_who, frame) => {
    admission.admit(contents, CALLS)
    expect(await call('load', frame())).toMatchObject(REFUSED)
    expect(reached).toEqual([])
  })

  it('from a window that was never admitted, or no longer is, is refused', async () => {
    expect(await call('load', contents.mainFrame)).toMatchObject(REFUSED)
    admission.admit(contents, CALLS)
    const other = new StandInContents()
    expect(await call('load', contents.mainFrame, other)).toMatchObject(REFUSED)
    admission.dismiss(contents)
    expect(await call('load', contents.mainFrame)).toMatchObject(REFUSED)
    expect(reached).toEqual([])
  })

  it('outside of what the window was admitted to is refused', async () => {
    admission.admit(contents, ['load'])
    expect(await call('commit', contents.mainFrame)).toMatchObject(REFUSED)
    await call('load', contents.mainFrame)
    expect(reached).toEqual(['load'])
  })
})
