/** The preload, run against a stand-in of Electron: it exposes exactly the contract. */
import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CALLS, EVENTS } from '../../shared/contract/calls.ts'
import { jsonOf } from '../../shared/contract/size.ts'

const { exposed, renderer } = vi.hoisted(() => ({
  exposed: [] as { name: string; api: Record<string, (...args: unknown[]) => unknown> }[],
  renderer: { emitter: undefined as unknown as EventEmitter, invoked: [] as unknown[][] },
}))

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: never) => exposed.push({ name, api }),
  },
  ipcRenderer: {
    invoke: (...args: unknown[]) => {
      renderer.invoked.push(args)
      return Promise.resolve('the answer')
    },
    on: (channel: string, listener: () => void) => renderer.emitter.on(channel, listener),
    removeListener: (channel: string, listener: () => void) => renderer.emitter.off(channel, listener),
    send: () => expect.unreachable(),
  },
}))

beforeEach(async () => {
  exposed.length = 0
  renderer.invoked.length = 0
  renderer.emitter = new EventEmitter()
  vi.resetModules()
  await import('../../electron/preload.ts')
})

const workbench = () => exposed[0]!.api

describe('window.workbench', () => {
  it('is the one thing exposed, and exactly the contract', () => {
    expect(exposed.map(({ name }) => name)).toEqual(['workbench'])
    expect(Object.keys(workbench()).sort()).toEqual([...CALLS, 'on'].sort())
    expect(Object.values(workbench()).every((member) => typeof member === 'function')).toBe(true)
    expect(Object.isFrozen(workbench())).toBe(true)
  })

  it('carries each call on its own channel, and only its first argument', async () => {
    for (const name of CALLS) {
      expect(await workbench()[name]!({ of: name }, 'more')).toBe('the answer')
      expect(renderer.invoked.at(-1)).toEqual([`tieout:${name}`, { of: name }])
    }
  })

  it('refuses an edit that is too large in the words of the browser shell, and carries it nowhere', async () => {
    const changes = Array.from({ length: 100_001 }, () => 0)
    expect(await workbench().commit!({ changeSet: { changes } })).toEqual(jsonOf({ changeSet: { changes } }))
    expect(
      await workbench().commit!({ changeSet: { title: 'x'.repeat(97 * 1024 * 1024), changes: [] } }),
    ).toMatchObject({
      ok: false,
      failure: { kind: 'refused', message: expect.stringContaining('97.1 MB') },
    })
    expect(renderer.invoked).toEqual([])
  })

  it('hands on the payload of an event, never the event', () => {
    for (const event of EVENTS) {
      const listener = vi.fn<(...args: unknown[]) => void>()
      workbench().on!(event, listener)
      renderer.emitter.emit(`tieout:${event}`, { sender: 'a way to Electron' }, { id: 'save' }, 'more')
      expect(listener.mock.calls).toEqual([[{ id: 'save' }]])
    }
  })

  it('forgets a listener that was taken back', () => {
    const listener = vi.fn<() => void>()
    const forget = workbench().on!('action', listener) as () => void
    forget()
    renderer.emitter.emit('tieout:action', {}, { id: 'save' })
    expect([listener.mock.calls.length, renderer.emitter.listenerCount('tieout:action')]).toEqual([0, 0])
  })

  it.each(['commit', 'tieout:action', '__proto__', 'constructor', '', 7, null])('knows no event %s', (event) => {
    expect(() => workbench().on!(event, () => {})).toThrow('no such event')
    expect(renderer.emitter.eventNames()).toEqual([])
  })

  it('takes only functions for listeners', () => {
    expect(() => workbench().on!('action', { handleEvent: () => {} })).toThrow(TypeError)
  })
})
