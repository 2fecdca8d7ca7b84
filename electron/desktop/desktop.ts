/**
 * Shell one: the desktop program. Wires one window, the service, the menu and the dialogs to what Electron offers,
 * which it takes as parts. Must run once only: a second start hands over to the first.
 */
import { basename, extname, join, resolve } from 'node:path'
import { CALLS, CHANNEL_PREFIX } from '../../shared/contract/calls.ts'
import type { EventPayloads } from '../../shared/contract/contract.ts'
import type { Filing } from '../../shared/model/filing.ts'
import type { WorkbookOptions } from '../../db/workbook.ts'
import { APP_ORIGIN, APP_SCHEME, createAppHandler } from './app_protocol.ts'
import { createCloseHandshake, type CloseHandshake, type Silence } from './closing.ts'
import { desktopCalls, type DesktopCalls } from './calls.ts'
import { registerCalls, type Admission } from './channel.ts'
import { menuTemplate } from './menu.ts'
import { createExportFolders } from './export_folders.ts'
import type { DesktopParts, WindowPart } from './parts.ts'
import { createRecentWorkbooks, type RecentWorkbooks } from '../service/recent_workbooks.ts'
import type { NoFile } from '../service/places.ts'
import { createDispatch, createService } from '../service/service.ts'
import { hardenContents, hardenedPreferences, hardenSession } from './window_security.ts'
import { readWindowState, writeWindowState } from './window_state.ts'
import { createKeeper, type WorkbookKeeper } from '../service/workbook_keeper.ts'

export type DesktopSettings = {
  platform: NodeJS.Platform
  productVersion: string
  rendererFolder: string
  preload: string
  /** Where the window's state and the list of recent workbooks are kept. */
  stateFolder: string
  /** The workbook to open when none is named. */
  defaultWorkbook: string
  /** Arguments of this start, and the folder that they are relative to. */
  args: readonly string[]
  folder: string
  filings: () => readonly Filing[]
  workbook: WorkbookOptions
  report: (fault: unknown) => void
  /** How long the screen may take to say that it has saved. */
  closeLimitMs?: number
}

/** The workbook that a start names: its last argument that is one. */
export function namedWorkbook(args: readonly string[], folder: string): string | null {
  const name = args.findLast((arg) => !arg.startsWith('-') && extname(arg).toLowerCase() === '.tieout')
  return name === undefined ? null : resolve(folder, name)
}

type Desktop = {
  parts: DesktopParts
  settings: DesktopSettings
  keeper: WorkbookKeeper
  recent: RecentWorkbooks
  window: WindowPart
  closing: CloseHandshake
  calls: DesktopCalls
  admission: Admission
}

const stateFile = (settings: DesktopSettings): string => join(settings.stateFolder, 'window.json')

function openMainWindow(parts: DesktopParts, settings: DesktopSettings): WindowPart {
  const { isMaximized, ...bounds } = readWindowState(stateFile(settings), parts.workAreas())
  const window = parts.createWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Tieout',
    webPreferences: hardenedPreferences(settings.preload, parts.app.isPackaged),
  })
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  return window
}

/** The question when the screen does not say that everything is saved. */
async function askOnSilence(parts: DesktopParts, window: WindowPart): Promise<Silence> {
  const { response } = await parts.dialog.showMessageBox(window as never, {
    type: 'warning',
    buttons: ['Keep waiting', 'Go on anyway'],
    defaultId: 0,
    cancelId: 0,
    message: 'The window has not said that everything is saved.',
    detail: 'Everything shown as saved is stored. An edit that is still being saved could be lost by going on.',
  })
  return response === 1 ? 'go_on' : 'stay'
}

function setMenu({ parts, settings, recent, window, calls }: Desktop): void {
  const tell = (id: string): void => window.webContents.send(`${CHANNEL_PREFIX}action`, { id })
  parts.setMenu(
    menuTemplate({
      platform: settings.platform,
      isPackaged: parts.app.isPackaged,
      recent: recent.list(),
      choose: tell,
      openRecent: (path) => void openNamed({ parts, window, calls }, path),
    }),
  )
}

/** Opens a workbook named outside the window; what went wrong is said in a dialog, since no call waits for it. */
async function openNamed({ parts, window, calls }: Pick<Desktop, 'parts' | 'window' | 'calls'>, path: string) {
  const outcome = await calls.openNamed(path)
  if (outcome.ok || outcome.failure.kind === 'canceled') return
  await parts.dialog.showMessageBox(window as never, {
    type: 'error',
    buttons: ['Close'],
    message: `${basename(path)} was not opened.`,
    detail: outcome.failure.message,
  })
}

/** The product's own workbook is made at the first start; any other that is not there only where the start says that it is new. */
function noFileAt(path: string, settings: DesktopSettings, recent: RecentWorkbooks): NoFile {
  if (path === resolve(settings.defaultWorkbook)) return recent.has(path) ? 'ask' : 'make_with_folder'
  return settings.args.includes('--new') ? 'make' : 'ask'
}

function wire(parts: DesktopParts, settings: DesktopSettings, named: string | null): Desktop {
  const { isPackaged } = parts.app
  const window = openMainWindow(parts, settings)
  const emit = <E extends keyof EventPayloads>(event: E, payload: EventPayloads[E]): void => {
    if (!window.isDestroyed()) window.webContents.send(`${CHANNEL_PREFIX}${event}`, payload)
  }
  const path = resolve(named ?? settings.defaultWorkbook)
  const recent = createRecentWorkbooks(join(settings.stateFolder, 'recent.json'))
  const keeper = createKeeper({ ...settings, path, noFile: noFileAt(path, settings, recent) })
  const exports = createExportFolders(join(settings.stateFolder, 'export_folders.json'))
  exports.clear()
  const closing = createCloseHandshake({
    ask: () => emit('close_requested', null),
    onSilence: () => askOnSilence(parts, window),
    limitMs: settings.closeLimitMs ?? 10_000,
  })
  // The hidden print window needs an admission, which needs the service, which needs the calls.
  let admission: Admission | undefined
  const calls = desktopCalls({
    keeper,
    recent,
    exports,
    dialog: parts.dialog,
    window: () => window,
    closing,
    emit,
    mayLeave: () => mayLeaveHeld(parts, window, keeper, calls),
    switched: () => present(desktop),
    printing: {
      openWindow() {
        const hidden = parts.createWindow({
          show: false,
          webPreferences: {
            ...hardenedPreferences(settings.preload, isPackaged),
            backgroundThrottling: false,
          },
        })
        admission?.admit(hidden.webContents, ['load'])
        return hidden
      },
      closeWindow(hidden) {
        admission?.dismiss(hidden.webContents)
        if (!hidden.isDestroyed()) hidden.destroy()
      },
    },
  })
  const { openNamed: _openNamed, ...shellCalls } = calls
  const { productVersion } = settings
  const service = createService({
    keeper,
    shell: 'electron',
    productVersion,
    shellCalls,
    emit,
  })
  admission = registerCalls(parts, createDispatch(service, settings.report))
  admission.admit(window.webContents, CALLS)
  const desktop: Desktop = { parts, settings, keeper, recent, window, closing, calls, admission }
  return desktop
}

/** Title and menu of the workbook that is now open. */
function present(desktop: Desktop): void {
  desktop.window.setTitle(`${basename(desktop.keeper.path())} - Tieout`)
  setMenu(desktop)
}

/** After the page was lost: shows it anew, or leaves the window to be closed. */
async function showAnew(parts: DesktopParts, window: WindowPart, closing: CloseHandshake): Promise<void> {
  const { response } = await parts.dialog.showMessageBox(window as never, {
    type: 'error',
    buttons: ['Show it again', 'Leave it'],
    defaultId: 0,
    cancelId: 1,
    message: 'The window stopped working.',
    detail: 'Everything shown as saved is stored in the workbook.',
  })
  if (response !== 0 || window.isDestroyed()) return
  closing.shown()
  await window.loadURL(`${APP_ORIGIN}/`)
}

/**
 * Asks before the end of a workbook whose file was taken away: what Tieout holds is all there is of it. True where the end
 * may come.
 */
async function mayLeaveHeld(
  parts: DesktopParts,
  window: WindowPart,
  keeper: WorkbookKeeper,
  calls: DesktopCalls,
): Promise<boolean> {
  const gone = await keeper.displaced()
  if (!gone) return true
  const { response } = await parts.dialog.showMessageBox(window as never, {
    type: 'warning',
    buttons: ['Save a copy…', 'Close without a copy', 'Stay'],
    defaultId: 0,
    cancelId: 2,
    message: 'The workbook file is gone.',
    detail: gone.message,
  })
  if (response === 0) return (await calls.save_copy({})).ok
  return response === 1
}

/** The window closes once the screen is done saving, the file after it, the program last. */
function followClosing({ parts, settings, keeper, window, closing, calls }: Desktop): void {
  let isEnding = false
  async function end(): Promise<void> {
    isEnding = (await closing.request()) && (await mayLeaveHeld(parts, window, keeper, calls))
    if (!isEnding) return
    await writeWindowState(stateFile(settings), window.getNormalBounds(), window.isMaximized())
    await keeper.close()
    window.destroy()
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (isEnding) return
    isEnding = true
    void end()
  })
  window.webContents.on('render-process-gone', () => {
    closing.lost()
    if (!isEnding) void showAnew(parts, window, closing)
  })
  parts.app.on('window-all-closed', () => parts.app.quit())
}

/**
 * Starts the desktop shell. Resolves once the window shows its page, or at once when another instance runs: that one
 * comes to the front and opens the workbook that this start names.
 */
export async function startDesktop(parts: DesktopParts, settings: DesktopSettings): Promise<void> {
  const { app } = parts
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  let desktop: Desktop | undefined
  let named = namedWorkbook(settings.args, settings.folder)
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
  app.on('second-instance', (_event, args, folder) => {
    const path = namedWorkbook(args, folder)
    if (!desktop) {
      named = path ?? named
      return
    }
    if (desktop.window.isMinimized()) desktop.window.restore()
    desktop.window.focus()
    if (path !== null) void openNamed(desktop, path)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (desktop) void openNamed(desktop, path)
    else named = path
  })
  await app.whenReady()
  hardenSession(parts.session(), app.isPackaged)
  parts.handleScheme(APP_SCHEME.scheme, createAppHandler(settings.rendererFolder))
  desktop = wire(parts, settings, named)
  const opened = await desktop.keeper.run(() => null)
  if (opened.ok) await desktop.recent.add(desktop.keeper.path())
  present(desktop)
  followClosing(desktop)
  await desktop.window.loadURL(`${APP_ORIGIN}/`)
}
