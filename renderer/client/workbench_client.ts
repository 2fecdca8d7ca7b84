/**
 * The contract's client in a browser: installs `window.workbench` over fetch when no preload has done so. Every answer is
 * checked against the contract before anything trusts it.
 * A failure the service reports is an answer; a lost answer (no connection, half an answer) rejects with LostAnswer,
 * because its outcome is unknown and only the caller knows whether to ask or to try again.
 * Must hold no connection open: a browser has six for all its tabs, and the seventh tab would wait for ever.
 */
import { CALLS, EVENTS, KEY_HEADER, type CallName, type EventName } from '../../shared/contract/calls.ts'
import { answerInSteps, type EventPayloads, type Workbench } from '../../shared/contract/contract.ts'
import type { Steps } from '../../shared/model/steps.ts'
import { foundTooLarge, jsonInSteps } from '../../shared/contract/size.ts'
import { joinTabs, type Tabs } from './tabs.ts'
import { LostAnswer, SignedOut } from './lost_answer.ts'
import { nextTask } from './next_task.ts'

declare global {
  interface Window {
    workbench?: Workbench
  }
}

type Listener = (payload: never) => void

/** How a call travels, as `fetch` does; tests bring their own. */
type Fetch = (path: string, init: RequestInit) => Promise<globalThis.Response>

/** Longer requests are not sent as text, in characters. */
const LONG = 1_000_000

/** How long a piece of long work may hold up the page, in milliseconds. */
const PIECE = 12

/** Does all steps, other tasks in between where they take long. */
async function inPieces<T>(steps: Steps<T>): Promise<T> {
  for (let end = performance.now() + PIECE; ;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < end) continue
    await nextTask()
    end = performance.now() + PIECE
  }
}

async function send(fetch: Fetch, name: CallName, body: string, key: string | null): Promise<globalThis.Response> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (key !== null) headers[KEY_HEADER] = key
  // What is long is copied to the browser's own process, which is not waited for.
  const sent = body.length > LONG ? new Blob([body]) : body
  try {
    return await fetch(`/api/${name}`, { method: 'POST', headers, body: sent, credentials: 'omit' })
  } catch (cause) {
    throw new LostAnswer('The program that keeps the workbook did not answer.', { cause })
  }
}

/** Sends with the key of this tab; where that is refused nothing was done, and the keys of other tabs are tried. */
async function sendSignedIn(fetch: Fetch, tabs: Tabs, name: CallName, body: string): Promise<globalThis.Response> {
  let key = await tabs.key()
  for (;;) {
    const response = await send(fetch, name, body, key)
    if (response.status !== 401) return response
    if (key === null) throw new SignedOut()
    tabs.refuse(key)
    key = await tabs.key()
    if (key === null) throw new SignedOut()
  }
}

async function post(fetch: Fetch, tabs: Tabs, name: CallName, request: unknown): Promise<unknown> {
  // Sending is not to hold up the frame of the key that caused it.
  await nextTask()
  const sized = await inPieces(jsonInSteps(request))
  if ('failure' in sized) return sized
  const response = await sendSignedIn(fetch, tabs, name, sized.json)
  if (response.status === 413) return foundTooLarge(sized.json)
  try {
    return await response.json()
  } catch (cause) {
    throw new LostAnswer(`The answer (${response.status}) could not be read.`, { cause })
  }
}

/** A client of the browser shell's calls. The one event there is `workbook_changed`, which the tabs tell one another. */
export function createBrowserClient(fetch: Fetch, tabs: Tabs): Workbench {
  const listeners = new Map<EventName, Set<Listener>>(EVENTS.map((event) => [event, new Set()]))

  function emitChanged(): void {
    for (const listener of listeners.get('workbook_changed')!) listener(null as never)
  }
  tabs.onChanged(emitChanged)

  const calls = Object.fromEntries(
    CALLS.map((name) => [
      name,
      async (request: unknown): Promise<unknown> => {
        const answer = await inPieces(answerInSteps(name, await post(fetch, tabs, name, request)))
        if (!answer) throw new LostAnswer(`The answer to ${name} is not one the contract knows.`)
        if (name === 'restore' && answer.ok) {
          tabs.tellChanged()
          emitChanged()
        }
        return answer
      },
    ]),
  )
  return {
    ...calls,
    on<E extends keyof EventPayloads>(event: E, listener: (payload: EventPayloads[E]) => void): () => void {
      const set = listeners.get(event)!
      set.add(listener)
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
  window.workbench ??=
    around ??
    createBrowserClient(
      (path, init) => fetch(path, init),
      joinTabs({ channel: new BroadcastChannel('tieout'), storage: sessionStorage }),
    )
  return window.workbench
}
