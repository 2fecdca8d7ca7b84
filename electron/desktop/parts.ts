/**
 * The narrow view of Electron that the desktop shell uses, so that only main.ts imports Electron itself and every
 * other part runs in a test with a typed stand-in. Types only.
 */
import type {
  BrowserWindowConstructorOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  OpenDialogOptions,
  PrintToPDFOptions,
  Rectangle,
  SaveDialogOptions,
  WebContentsPrintOptions,
} from 'electron'

export type Preventable = { preventDefault(): void }

export type Frame = { readonly url: string; readonly origin: string }

type FrameNavigation = Preventable & { url: string; isMainFrame: boolean }

export type SessionPart = {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (isGranted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: () => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
  setDisplayMediaRequestHandler(handler: null): void
  webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void,
    ): void
  }
  on(event: 'will-download', listener: (event: Preventable) => void): unknown
}

export type ContentsPart = {
  readonly id: number
  readonly mainFrame: Frame
  session: SessionPart
  on(event: 'will-frame-navigate', listener: (details: FrameNavigation) => void): unknown
  on(event: 'will-redirect', listener: (details: FrameNavigation) => void): unknown
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown
  on(event: 'render-process-gone', listener: () => void): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  send(channel: string, payload: unknown): void
  executeJavaScript(code: string): Promise<unknown>
  printToPDF(options: PrintToPDFOptions): Promise<Uint8Array>
  print(options: WebContentsPrintOptions, callback: (isPrinted: boolean, reason: string) => void): void
}

export type WindowPart = {
  readonly webContents: ContentsPart
  loadURL(address: string): Promise<void>
  on(event: 'close', listener: (event: Preventable) => void): unknown
  on(event: 'closed', listener: () => void): unknown
  once(event: 'ready-to-show', listener: () => void): unknown
  show(): void
  focus(): void
  restore(): void
  maximize(): void
  destroy(): void
  isMinimized(): boolean
  isMaximized(): boolean
  isDestroyed(): boolean
  getNormalBounds(): Rectangle
  setTitle(title: string): void
}

export type CallEvent = { sender: unknown; senderFrame: Frame | null }

export type DialogPart = {
  showOpenDialog(window: never, options: OpenDialogOptions): Promise<{ canceled: boolean; filePaths: string[] }>
  showSaveDialog(window: never, options: SaveDialogOptions): Promise<{ canceled: boolean; filePath: string }>
  showMessageBox(window: never, options: MessageBoxOptions): Promise<{ response: number }>
}

type AppPart = {
  readonly isPackaged: boolean
  requestSingleInstanceLock(): boolean
  quit(): void
  whenReady(): Promise<void>
  on(event: 'second-instance', listener: (event: unknown, args: string[], folder: string) => void): unknown
  on(event: 'open-file', listener: (event: Preventable, path: string) => void): unknown
  on(event: 'before-quit', listener: () => void): unknown
  on(event: 'window-all-closed', listener: () => void): unknown
  on(event: 'web-contents-created', listener: (event: unknown, contents: ContentsPart) => void): unknown
}

/** Everything that the desktop shell takes from Electron. */
export type DesktopParts = {
  app: AppPart
  createWindow(options: BrowserWindowConstructorOptions): WindowPart
  /** The session of every window. */
  session(): SessionPart
  dialog: DialogPart
  handleCall(channel: string, listener: (event: CallEvent, request: unknown) => Promise<unknown>): void
  handleScheme(scheme: string, handler: (request: Request) => Promise<Response>): void
  setMenu(template: MenuItemConstructorOptions[]): void
  /** Working areas of the screens, where a remembered window must lie. */
  workAreas(): Rectangle[]
}
