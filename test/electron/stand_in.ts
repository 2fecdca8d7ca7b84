/**
 * A typed stand-in for the parts of Electron that the desktop shell uses. Records what it is told, and lets a test
 * play the system and the page.
 */
import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, PrintToPDFOptions } from 'electron'
import type {
  CallEvent,
  ContentsPart,
  DesktopParts,
  Frame,
  Preventable,
  SessionPart,
  WindowPart,
} from '../../electron/desktop/parts.ts'

export class StandInEvent implements Preventable {
  isPrevented = false
  preventDefault(): void {
    this.isPrevented = true
  }
}

export class StandInSession extends EventEmitter implements SessionPart {
  permissionRequest: Parameters<SessionPart['setPermissionRequestHandler']>[0] | undefined
  permissionCheck: (() => boolean) | undefined
  deviceCheck: (() => boolean) | undefined
  displayMedia: unknown = 'not set'
  beforeRequest: Parameters<SessionPart['webRequest']['onBeforeRequest']>[0] | undefined
  webRequest: SessionPart['webRequest'] = {
    onBeforeRequest: (listener) => {
      this.beforeRequest = listener
    },
  }
  setPermissionRequestHandler(handler: NonNullable<StandInSession['permissionRequest']>): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.deviceCheck = handler
  }
  setDisplayMediaRequestHandler(handler: null): void {
    this.displayMedia = handler
  }
}

export class StandInContents extends EventEmitter implements ContentsPart {
  readonly id = 1
  mainFrame: Frame = { url: '', origin: 'null' }
  session = new StandInSession()
  openHandler: (() => { action: 'deny' }) | undefined
  sent: { channel: string; payload: unknown }[] = []
  pdfOptions: PrintToPDFOptions | undefined
  /** What the page answers to each question about its state, the last one again and again. */
  states: [state: string, reasons: string, progress?: string, step?: string][] = [['ready', '']]
  printed: [boolean, string] = [true, '']
  setWindowOpenHandler(handler: () => { action: 'deny' }): void {
    this.openHandler = handler
  }
  send(channel: string, payload: unknown): void {
    this.sent.push({ channel, payload })
  }
  executeJavaScript(): Promise<unknown> {
    return Promise.resolve(this.states.length > 1 ? this.states.shift() : this.states[0])
  }
  printToPDF(options: PrintToPDFOptions): Promise<Uint8Array> {
    this.pdfOptions = options
    return Promise.resolve(new TextEncoder().encode('%PDF-1.7 stand-in'))
  }
  print(_options: unknown, callback: (isPrinted: boolean, reason: string) => void): void {
    callback(...this.printed)
  }
}

export class StandInWindow extends EventEmitter implements WindowPart {
  readonly webContents = new StandInContents()
  readonly options: BrowserWindowConstructorOptions
  addresses: string[] = []
  title = ''
  isShown = false
  isFocused = false
  isSmall = false
  isLarge = false
  isGone = false
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
  }
  loadURL(address: string): Promise<void> {
    this.addresses.push(address)
    this.webContents.mainFrame = { url: address, origin: 'app://tieout' }
    return Promise.resolve()
  }
  show(): void {
    this.isShown = true
  }
  focus(): void {
    this.isFocused = true
  }
  restore(): void {
    this.isSmall = false
  }
  maximize(): void {
    this.isLarge = true
  }
  destroy(): void {
    this.isGone = true
    this.emit('closed')
  }
  isMinimized(): boolean {
    return this.isSmall
  }
  isMaximized(): boolean {
    return this.isLarge
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 10, y: 20, width: 1_000, height: 700 }
  }
  setTitle(title: string): void {
    this.title = title
  }
  /** Plays a click on the window's close button. */
  close(): StandInEvent {
    const event = new StandInEvent()
    this.emit('close', event)
    return event
  }
}

class StandInApp extends EventEmitter {
  isPackaged = true
  isFirst = true
  hasQuit = false
  requestSingleInstanceLock(): boolean {
    return this.isFirst
  }
  quit(): void {
    this.hasQuit = true
  }
  whenReady(): Promise<void> {
    return Promise.resolve()
  }
}

/** All parts, with what they were told. */
export class StandIn implements DesktopParts {
  app = new StandInApp()
  windows: StandInWindow[] = []
  ownSession = new StandInSession()
  calls = new Map<string, (event: CallEvent, request: unknown) => Promise<unknown>>()
  schemes = new Map<string, (request: Request) => Promise<Response>>()
  menu: MenuItemConstructorOptions[] = []
  /** What the person answers to the next dialogs. */
  saveTo: string | null = null
  openFrom: string | null = null
  answerToBox = 0
  boxes: { message: string; detail?: string }[] = []
  /** Called for each window that is made, before it loads anything. */
  onWindow: (window: StandInWindow) => void = () => {}

  dialog = {
    showOpenDialog: () =>
      Promise.resolve({ canceled: this.openFrom === null, filePaths: this.openFrom === null ? [] : [this.openFrom] }),
    showSaveDialog: () => Promise.resolve({ canceled: this.saveTo === null, filePath: this.saveTo ?? '' }),
    showMessageBox: (_window: never, options: { message: string; detail?: string }) => {
      this.boxes.push(options)
      return Promise.resolve({ response: this.answerToBox })
    },
  }

  createWindow(options: BrowserWindowConstructorOptions): StandInWindow {
    const window = new StandInWindow(options)
    this.windows.push(window)
    this.app.emit('web-contents-created', {}, window.webContents)
    this.onWindow(window)
    return window
  }
  session(): StandInSession {
    return this.ownSession
  }
  handleCall(channel: string, listener: (event: CallEvent, request: unknown) => Promise<unknown>): void {
    this.calls.set(channel, listener)
  }
  handleScheme(scheme: string, handler: (request: Request) => Promise<Response>): void {
    this.schemes.set(scheme, handler)
  }
  setMenu(template: MenuItemConstructorOptions[]): void {
    this.menu = template
  }
  workAreas(): { x: number; y: number; width: number; height: number }[] {
    return [{ x: 0, y: 0, width: 1_920, height: 1_040 }]
  }

  /** Plays a call of a window's page through its preload. */
  call(name: string, request: unknown, window: StandInWindow = this.windows[0]!): Promise<unknown> {
    const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame }
    return this.calls.get(`tieout:${name}`)!(event, request)
  }
}
