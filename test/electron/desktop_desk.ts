/**
 * What the tests of the desktop program share: a stand-in of Electron, a folder, a start, and a screen that has nothing to save.
 */
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { startDesktop } from '../../electron/desktop/desktop.ts'
import type { Snapshot } from '../../shared/contract/contract.ts'
import { PAGES } from './pages.ts'
import { StandIn, type StandInWindow } from './stand_in.ts'
import { DRAFT, OPTIONS, temporaryFolder } from './workbooks.ts'

export let place: ReturnType<typeof temporaryFolder>
export let electron: StandIn
let faults: unknown[]

beforeEach(() => {
  place = temporaryFolder()
  electron = new StandIn()
  faults = []
})

afterEach(async () => {
  const window = electron.windows[0]
  if (window && !window.isGone) await closeSaved(window)
  place.clear()
  expect(faults).toEqual([])
})

/** A program that was started before has ended: the next start meets a fresh Electron. */
export function freshElectron(): void {
  electron = new StandIn()
}

export async function start(change: { args?: string[]; closeLimitMs?: number } = {}): Promise<StandInWindow> {
  await startDesktop(electron, {
    platform: 'linux',
    productVersion: '1.2.3',
    rendererFolder: PAGES,
    preload: '/product/preload.cjs',
    stateFolder: place.file('state'),
    defaultWorkbook: place.file('Workbook.tieout'),
    args: [],
    folder: place.folder,
    filings: () => [DRAFT],
    workbook: OPTIONS,
    report: (fault) => faults.push(fault),
    ...change,
  })
  return electron.windows[0]!
}

export const channels = (window: StandInWindow): string[] => window.webContents.sent.map(({ channel }) => channel)

/** Closes as a screen with nothing left to save does. */
export async function closeSaved(window: StandInWindow): Promise<void> {
  window.close()
  await vi.waitFor(() => expect(channels(window)).toContain('tieout:close_requested'))
  await electron.call('ready_to_close', {}, window)
  await vi.waitFor(() => expect(window.isGone).toBe(true))
}

export const load = async (): Promise<Snapshot> => ((await electron.call('load', {})) as { value: Snapshot }).value

export function menuItem(id: string): {
  click: () => void
  submenu: { label: string; click: () => void }[]
  enabled: boolean
} {
  const items = electron.menu.flatMap((menu) => menu.submenu as { id?: string }[])
  return items.find((item) => item.id === id) as never
}
