/**
 * The contract as the page sees it: one function for each call, and `on` for events. Runs in the sandboxed preload,
 * so it must import nothing but the names and sizes of the calls, and must hand nothing of Electron's to the page.
 */
import { CALLS, CHANNEL_PREFIX, EVENTS } from '../../shared/contract/calls.ts'
import { jsonOf } from '../../shared/contract/size.ts'

/** The part of Electron's ipcRenderer that carries the contract. */
export type Carrier = {
  invoke(channel: string, request: unknown): Promise<unknown>
  on(channel: string, listener: (event: unknown, payload: unknown) => void): unknown
  removeListener(channel: string, listener: (event: unknown, payload: unknown) => void): unknown
}

/** `window.workbench`, to be checked against the contract by the page that uses it. */
export function createBridge(carrier: Carrier): Readonly<Record<string, unknown>> {
  const calls = CALLS.map((name) => [
    name,
    (request: unknown): Promise<unknown> => {
      // Only edits can be large. What the browser shell refuses is refused here in the same words.
      const sized = name === 'commit' ? jsonOf(request) : undefined
      return sized && 'failure' in sized ? Promise.resolve(sized) : carrier.invoke(`${CHANNEL_PREFIX}${name}`, request)
    },
  ])
  return Object.freeze({
    ...Object.fromEntries(calls),
    on(event: unknown, listener: unknown): () => void {
      const name = EVENTS.find((known) => known === event)
      if (name === undefined || typeof listener !== 'function') throw new TypeError('There is no such event.')
      const channel = `${CHANNEL_PREFIX}${name}`
      // Only the payload goes on: the event itself would hand the page a way to Electron.
      const hear = (_event: unknown, payload: unknown): void => void listener(payload)
      carrier.on(channel, hear)
      return () => void carrier.removeListener(channel, hear)
    },
  })
}
