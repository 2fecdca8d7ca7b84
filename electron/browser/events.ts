/**
 * Events of the contract as server-sent events: every open stream hears every event.
 * Must not keep the process alive, nor hold anything for a stream that is gone.
 */
import type { ServerResponse } from 'node:http'
import type { EventPayloads } from '../../shared/contract/contract.ts'
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '../pages/content_security_policy.ts'

export type EventStreams = {
  open(response: ServerResponse): void
  emit<E extends keyof EventPayloads>(event: E, payload: EventPayloads[E]): void
  close(): void
}

/** Streams that stay silent are cut by some browsers and filters after a minute or so. */
const KEEP_ALIVE_MS = 25_000

export function createEventStreams(): EventStreams {
  const streams = new Set<ServerResponse>()
  const keepAlive = setInterval(() => {
    for (const stream of streams) stream.write(': still here\n\n')
  }, KEEP_ALIVE_MS)
  keepAlive.unref()
  return {
    open(response) {
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'Content-Security-Policy': NO_PAGE_POLICY,
        'Content-Type': 'text/event-stream; charset=utf-8',
      })
      response.write('retry: 1000\n\n')
      streams.add(response)
      response.on('close', () => streams.delete(response))
    },
    emit(event, payload) {
      for (const stream of streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`)
    },
    close() {
      clearInterval(keepAlive)
      for (const stream of streams) stream.end()
      streams.clear()
    },
  }
}
