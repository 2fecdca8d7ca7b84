/**
 * Shell two: the contract over HTTP on the loopback address, for a browser on the same machine.
 * Serves one workbook to whoever holds its one-time token. Pages, scripts, styles and fonts carry no data and are read by every
 * page of this origin; a call needs the session's key. Must not reach the service before the request passed the gate, must hold
 * no connection open (a browser has six for all its tabs), and must never listen on an address that another machine can reach.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CALLS, type CallName } from '../../shared/contract/calls.ts'
import { packed } from '../../shared/contract/packing.ts'
import { MOST_BYTES } from '../../shared/contract/size.ts'
import { createBrowserGate, isNavigation, type BrowserGate, type PageRefusal } from './gate.ts'
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '../pages/content_security_policy.ts'
import { entryPage } from '../pages/entry_page.ts'
import { refusalPage } from '../pages/refusal_page.ts'
import type { Downloads } from './downloads.ts'
import { serveRendererFile } from '../pages/renderer_files.ts'
import { readJsonBody } from './request_body.ts'
import type { Dispatch } from '../service/service.ts'

/**
 * Largest head of a request, in bytes. Other programs of this machine can set cookies for 127.0.0.1, which the browser then sends
 * here too: 180 of 4 kB each, the most that browsers keep for a host, must not shut the person out. Beyond it Node answers 431.
 */
const HEAD_LIMIT = 1024 * 1024

export type BrowserShellOptions = {
  dispatch: Dispatch
  /** The folder of the built pages. */
  rendererFolder: string
  downloads: Downloads
  /** 0 lets the system choose a free port. */
  port: number
  /** Largest body of a call, in bytes. */
  bodyLimit?: number
  /** Told when a browser was signed in: the address printed last is spent. */
  entered?: () => void
  /** Told of a fresh address, made because a page that nobody could sign in asked for the workbook. */
  renewed?: (address: string) => void
}

export type BrowserShell = {
  port: number
  /** The address to open, with its one-time token. */
  address: string
  /** Stops listening and ends every connection. */
  close(): Promise<void>
}

type Context = BrowserShellOptions & { gate: BrowserGate; port: number }

const addressOf = (port: number, gate: BrowserGate): string => `http://127.0.0.1:${port}/?token=${gate.token()}`

/** A request and what it is answered with. */
type Exchange = { request: IncomingMessage; response: ServerResponse }

function isCallName(name: string): name is CallName {
  return (CALLS as readonly string[]).includes(name)
}

function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: Uint8Array | string,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': String(Buffer.byteLength(body)) })
  response.end(body)
}

function sendJson(response: ServerResponse, status: number, value: unknown, more: Record<string, string> = {}): void {
  const headers = { ...SECURITY_HEADERS, 'Content-Security-Policy': NO_PAGE_POLICY, ...more }
  send(response, status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(value))
}

/** A program is told in JSON; a person who follows an address, by a page. */
function refuse({ request, response }: Exchange, refusal: PageRefusal, more: Record<string, string> = {}): void {
  const { status, error } = refusal
  if (request.method !== 'GET' || !isNavigation(request.headers)) return sendJson(response, status, { error }, more)
  const page = refusalPage(refusal)
  // A page with a way on is no fault of the browser's own, which would note one.
  send(response, refusal.goesOn ? 200 : status, { ...page.headers, ...more }, page.body)
}

const NOT_FOUND: PageRefusal = {
  status: 404,
  title: 'Nothing here',
  error: 'Tieout has nothing at this address. The workbook is at the address without what follows the port.',
}

/** The first refusal of several, in order; null when all pass. */
function firstRefusal(...checks: (() => PageRefusal | null)[]): PageRefusal | null {
  for (const check of checks) {
    const refusal = check()
    if (refusal) return refusal
  }
  return null
}

async function answerCall(context: Context, name: string, exchange: Exchange) {
  const { request, response } = exchange
  const { gate } = context
  const { headers } = request
  const refusal = firstRefusal(
    () => gate.checkOrigin(headers, 'write'),
    () => gate.checkKey(headers),
    () => (isCallName(name) ? null : NOT_FOUND),
  )
  if (refusal?.status === 401 && gate.renew()) context.renewed?.(addressOf(context.port, gate))
  if (refusal) return refuse(exchange, refusal, { Connection: 'close' })
  if (request.method !== 'POST') {
    const wrong = { status: 405, title: 'Not a page', error: 'A call is a POST request.' }
    return refuse(exchange, wrong, { Allow: 'POST', Connection: 'close' })
  }
  const body = await readJsonBody(request, context.bodyLimit ?? MOST_BYTES)
  if ('error' in body) return sendJson(response, body.status, { error: body.error }, { Connection: 'close' })
  sendJson(response, 200, packed(await context.dispatch(name as CallName, body.value)))
}

/** Exchanges the token of the printed address for the session's key, which a page hands to its tab. */
function enter(context: Context, token: string, exchange: Exchange): void {
  const entry = context.gate.enter(token)
  if ('error' in entry) return refuse(exchange, entry)
  const page = entryPage(entry.key)
  send(exchange.response, 200, page.headers, page.body)
  context.entered?.()
}

async function answerRead(context: Context, path: string, query: string, exchange: Exchange) {
  const { request, response } = exchange
  const token = path === '/' ? new URLSearchParams(query).get('token') : null
  // Whoever knows the token may follow it from anywhere, as from a page on disk; no other site opens the workbench.
  const refusal = context.gate.checkOrigin(request.headers, token === null ? 'read' : 'navigation')
  if (refusal) return refuse(exchange, refusal)
  if (token !== null) return enter(context, token, exchange)
  if (path.startsWith('/download/')) {
    const isSent = await context.downloads.send(path.slice('/download/'.length), response)
    return isSent ? undefined : refuse(exchange, NOT_FOUND)
  }
  const file = await serveRendererFile(context.rendererFolder, path)
  return file ? send(response, 200, file.headers, file.body) : refuse(exchange, NOT_FOUND)
}

async function answer(context: Context, exchange: Exchange): Promise<void> {
  const { request } = exchange
  // The address is read as it was sent: URL would resolve dot segments before they can be refused.
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
  const refusal = context.gate.checkHost(request.headers)
  if (refusal) return refuse(exchange, refusal, { Connection: 'close' })
  const call = /^\/api\/([^/]*)$/.exec(path)?.[1]
  if (call !== undefined) return answerCall(context, call, exchange)
  if (request.method !== 'GET') {
    const wrong = { status: 405, title: 'Not a page', error: 'Only GET is served here.' }
    return refuse(exchange, wrong, { Allow: 'GET', Connection: 'close' })
  }
  return answerRead(context, path, query, exchange)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Starts the shell on the loopback address; rejects with the system's error where the port cannot be had. */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  let context: Context | undefined
  const limits = { requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: HEAD_LIMIT }
  const server = createServer(limits, (request, response) => {
    const exchange = { request, response }
    answer(context!, exchange).catch(() => {
      const error = 'A fault inside Tieout stopped this request. Try it again.'
      if (response.headersSent) response.destroy()
      else refuse(exchange, { status: 500, title: 'The page could not be made', error })
    })
  })
  const port = await listen(server, options.port)
  const gate = createBrowserGate(port)
  context = { ...options, gate, port }
  return {
    port,
    address: addressOf(port, gate),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
