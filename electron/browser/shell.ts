/**
 * Shell two: the contract over HTTP on the loopback address, for a browser on the same machine.
 * Serves one workbook to whoever holds its one-time token. Must not reach the service before the request passed the
 * gate, and must never listen on an address that another machine can reach.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CALLS, type CallName } from '../../shared/contract/calls.ts'
import type { EventPayloads } from '../../shared/contract/contract.ts'
import { createBrowserGate, type BrowserGate, type Refusal } from './gate.ts'
import { createEventStreams, type EventStreams } from './events.ts'
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '../pages/content_security_policy.ts'
import type { Downloads } from './downloads.ts'
import { serveRendererFile } from '../pages/renderer_files.ts'
import { readJsonBody } from './request_body.ts'
import type { Dispatch } from '../service/service.ts'

/** An edit of 100,000 cells, the contract's largest, is about 15 MB of text. */
/** A filing of 120,000 cells fits with all that is said of each. */
const BODY_LIMIT = 96 * 1024 * 1024

export type BrowserShellOptions = {
  dispatch: Dispatch
  /** The folder of the built pages. */
  rendererFolder: string
  downloads: Downloads
  /** 0 lets the system choose a free port. */
  port: number
  /** Largest body of a call, in bytes. */
  bodyLimit?: number
}

export type BrowserShell = {
  port: number
  /** The address to open, with its one-time token. */
  address: string
  emit<E extends keyof EventPayloads>(event: E, payload: EventPayloads[E]): void
  /** Stops listening and ends every connection, open event streams included. */
  close(): Promise<void>
}

type Context = BrowserShellOptions & { gate: BrowserGate; events: EventStreams }

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

function refuse(response: ServerResponse, refusal: Refusal, more: Record<string, string> = {}): void {
  sendJson(response, refusal.status, { error: refusal.error }, more)
}

const NOT_FOUND: Refusal = { status: 404, error: 'Tieout has nothing at this address.' }

/** The first refusal of several, in order; null when all pass. */
function firstRefusal(...checks: (() => Refusal | null)[]): Refusal | null {
  for (const check of checks) {
    const refusal = check()
    if (refusal) return refusal
  }
  return null
}

async function answerCall(context: Context, name: string, request: IncomingMessage, response: ServerResponse) {
  const { gate } = context
  const { headers } = request
  const refusal = firstRefusal(
    () => gate.checkOrigin(headers, 'write'),
    () => gate.checkCookie(headers),
    () => (isCallName(name) ? null : NOT_FOUND),
  )
  if (refusal) return refuse(response, refusal, { Connection: 'close' })
  if (request.method !== 'POST') {
    return refuse(response, { status: 405, error: 'A call is a POST request.' }, { Allow: 'POST', Connection: 'close' })
  }
  const body = await readJsonBody(request, context.bodyLimit ?? BODY_LIMIT)
  if ('error' in body) return refuse(response, body, { Connection: 'close' })
  sendJson(response, 200, await context.dispatch(name as CallName, body.value))
}

/** Exchanges the token of the printed address for the cookie, and takes it out of the address bar. */
function enter(context: Context, token: string, request: IncomingMessage, response: ServerResponse): void {
  const entry = context.gate.enter(token, request.headers)
  if ('error' in entry) return refuse(response, entry)
  const headers: Record<string, string> = { ...SECURITY_HEADERS, Location: '/' }
  if (entry.cookie) headers['Set-Cookie'] = entry.cookie
  send(response, 303, headers, '')
}

async function answerRead(
  context: Context,
  path: string,
  query: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { gate } = context
  const { headers } = request
  const token = path === '/' ? new URLSearchParams(query).get('token') : null
  const kind = path === '/' || path.startsWith('/print/') ? 'navigation' : 'read'
  const refusal = firstRefusal(
    () => gate.checkOrigin(headers, kind),
    () => (token === null ? gate.checkCookie(headers) : null),
  )
  if (refusal) return refuse(response, refusal)
  if (token !== null) return enter(context, token, request, response)
  if (path === '/api/events') return context.events.open(response)
  if (path.startsWith('/download/')) {
    const isSent = await context.downloads.send(path.slice('/download/'.length), response)
    return isSent ? undefined : refuse(response, NOT_FOUND)
  }
  const file = await serveRendererFile(context.rendererFolder, path)
  return file ? send(response, 200, file.headers, file.body) : refuse(response, NOT_FOUND)
}

async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // The address is read as it was sent: URL would resolve dot segments before they can be refused.
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
  const refusal = context.gate.checkHost(request.headers)
  if (refusal) return refuse(response, refusal, { Connection: 'close' })
  const call = /^\/api\/([^/]*)$/.exec(path)?.[1]
  if (call !== undefined && call !== 'events') return answerCall(context, call, request, response)
  if (request.method !== 'GET') {
    return refuse(response, { status: 405, error: 'Only GET is served here.' }, { Allow: 'GET', Connection: 'close' })
  }
  return answerRead(context, path, query, request, response)
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
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, (request, response) => {
    answer(context!, request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else refuse(response, { status: 500, error: 'A fault inside Tieout stopped this request. Try it again.' })
    })
  })
  const port = await listen(server, options.port)
  const events = createEventStreams()
  context = { ...options, gate: createBrowserGate(port), events }
  return {
    port,
    address: `http://127.0.0.1:${port}/?token=${context.gate.token}`,
    emit: (event, payload) => events.emit(event, payload),
    close: () =>
      new Promise((resolve) => {
        events.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
