/**
 * The contract's client in a browser: installs `window.workbench` over fetch and server-sent events when no preload
 * has done so. Every answer is checked against the contract before anything trusts it.
 * A failure the service reports is an answer; a lost answer (no connection, half an answer) rejects with LostAnswer,
 * because its outcome is unknown and only the caller knows whether to ask or to try again.
 */
import { CALLS, EVENTS, type CallName, type EventName } from '../shared/contract/calls.ts'
import { answerSchema, type EventPayloads, type Workbench } from '../shared/contract/contract.ts'
import { LostAnswer, SignedOut } from './workbench/lost_answer.ts'

declare global {
  interface Window {
    workbench?: Workbench
  }
}

type Listener = (payload: never) => void

/** The next task: sending is not to hold up the frame of the key that caused it. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

async function post(name: CallName, request: unknown): Promise<unknown> {
  let response: globalThis.Response
  await nextTask()
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      credentials: 'same-origin',
    })
  } catch (cause) {
    throw new LostAnswer('The program that keeps the workbook did not answer.', { cause })
  }
  if (response.status === 401) throw new SignedOut('The program that answers does not know this page.')
  try {
    return await response.json()
  } catch (cause) {
    throw new LostAnswer(`The answer (${response.status}) could not be read.`, { cause })
  }
}

function readPayload(data: unknown): unknown {
  return typeof data === 'string' && data !== '' ? JSON.parse(data) : null
}

/** A client of the browser shell's calls and events; connects to events on the first listener. */
function createBrowserClient(): Workbench {
  const listeners = new Map<EventName, Set<Listener>>(EVENTS.map((event) => [event, new Set()]))
  let source: EventSource | undefined

  function connect(): void {
    if (source) return
    source = new EventSource('/api/events')
    for (const event of EVENTS) {
      source.addEventListener(event, (message: MessageEvent<unknown>) => {
        const payload = readPayload(message.data)
        for (const listener of listeners.get(event)!) listener(payload as never)
      })
    }
  }

  const calls = Object.fromEntries(
    CALLS.map((name) => [
      name,
      async (request: unknown): Promise<unknown> => {
        const answer = answerSchema(name).safeParse(await post(name, request))
        if (!answer.success) throw new LostAnswer(`The answer to ${name} is not one the contract knows.`)
        return answer.data
      },
    ]),
  )
  return {
    ...calls,
    on<E extends keyof EventPayloads>(event: E, listener: (payload: EventPayloads[E]) => void): () => void {
      const set = listeners.get(event)!
      set.add(listener)
      connect()
      return () => void set.delete(listener)
    },
  } as Workbench
}

/**
 * The workbench in reach: the preload's, else that of the window around (the print preview is a frame, and a frame has
 * no preload), else one over HTTP; installed so that automation finds it.
 */
export function workbenchClient(): Workbench {
  const around = window.parent === window ? undefined : window.parent.workbench
  window.workbench ??= around ?? createBrowserClient()
  return window.workbench
}
