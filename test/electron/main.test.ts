/** The entry of the desktop program, with Electron replaced: what must happen before it is ready, and the wiring. */
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from './workbooks.ts'

const { order, note, app, handled, windows } = vi.hoisted(() => {
  const steps: string[] = []
  return {
    order: steps,
    note: (name: string) => (): void => void steps.push(name),
    app: {},
    handled: [] as string[],
    windows: [] as { options: { webPreferences: { preload: string } }; addresses: string[]; events: EventEmitter }[],
  }
})

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  const { StandInSession, StandInContents } = await import('./stand_in.ts')
  Object.assign(app, {
    isPackaged: true,
    setName: (name: string) => order.push(`name ${name}`),
    setPath(name: string, path: string) {
      if (!existsSync(path)) throw new Error('Electron takes only a folder that is there.')
      order.push(`${name} ${path}`)
    },
    enableSandbox: note('sandbox'),
    requestSingleInstanceLock: () => order.push('lock') > 0,
    whenReady: async () => void order.push('ready'),
    on: () => app,
    quit: note('quit'),
    exit: note('exit'),
  })
  const session = { defaultSession: new StandInSession() }
  class BrowserWindow extends Emitter {
    webContents = new StandInContents()
    addresses: string[] = []
    options: unknown
    constructor(options: unknown) {
      super()
      this.options = options
      windows.push({ options, addresses: this.addresses, events: this } as never)
    }
    loadURL(address: string): Promise<void> {
      this.addresses.push(address)
      return Promise.resolve()
    }
    setTitle(): void {}
    isDestroyed = (): boolean => false
    isMaximized = (): boolean => false
    getNormalBounds = () => ({ x: 0, y: 0, width: 1_000, height: 700 })
    destroy = note('destroyed')
  }
  return {
    app,
    BrowserWindow,
    session,
    dialog: {
      showErrorBox: (_title: string, text: string) => order.push(text),
      showMessageBox: () => Promise.resolve({ response: 1 }),
    },
    ipcMain: { handle: (channel: string) => handled.push(channel) },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: note('menu') },
    protocol: {
      registerSchemesAsPrivileged: ([scheme]: { scheme: string }[]) => order.push(`privileged ${scheme!.scheme}`),
      handle: (scheme: string) => order.push(`handle ${scheme}`),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1_920, height: 1_040 } }] },
  }
})

const place = temporaryFolder()

beforeAll(async () => {
  vi.stubEnv('XDG_DATA_HOME', place.folder)
  vi.stubEnv('APPDATA', place.folder)
  vi.stubEnv('HOME', place.folder)
  await import('../../electron/main.ts')
  await vi.waitFor(() => expect(windows[0]?.addresses).toHaveLength(1), { timeout: 30_000 })
})

afterAll(async () => {
  // The crash of the page spares the wait for its answer; closing frees the file before its folder goes.
  const window = windows[0]!.events as EventEmitter & { webContents: EventEmitter }
  window.webContents.emit('render-process-gone')
  window.emit('close', { preventDefault: () => {} })
  await vi.waitFor(() => expect(order).toContain('destroyed'))
  vi.unstubAllEnvs()
  place.clear()
})

describe('the entry', () => {
  it('sandboxes everything and registers its scheme before Electron is ready', () => {
    const ready = order.indexOf('ready')
    for (const step of ['name Tieout', 'sandbox', 'privileged app', 'lock']) {
      expect(order).toContain(step)
      expect(order.indexOf(step)).toBeLessThan(ready)
    }
    expect(order.find((step) => step.startsWith('userData '))).toMatch(/Tieout[\\/]desktop$/)
    expect(order).not.toContain('exit')
  })

  it('opens the window on the product, over the built preload, with every call in place', () => {
    expect(windows[0]!.addresses).toEqual(['app://tieout/'])
    expect(windows[0]!.options.webPreferences.preload).toMatch(/dist[\\/]preload[\\/]preload\.cjs$/)
    expect(order).toContain('handle app')
    expect(order).toContain('menu')
    expect(handled).toContain('tieout:commit')
  })
})
