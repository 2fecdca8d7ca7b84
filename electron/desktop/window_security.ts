/**
 * What a window of the product may do: show the product's own pages, and nothing else.
 * Every window goes through here; must hold even if a page were taken over.
 */
import type { BrowserWindowConstructorOptions } from 'electron'
import { APP_ORIGIN, isOwnAddress } from './app_protocol.ts'
import type { ContentsPart, SessionPart } from './parts.ts'

/** The web preferences of every window. Development tools exist only while the product runs from its sources. */
export function hardenedPreferences(
  preload: string,
  isPackaged: boolean,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    plugins: false,
    spellcheck: false,
    devTools: !isPackaged,
  }
}

/** The page without what follows `?` or `#`, which it may change by itself. */
const pageOf = (address: string): string => /^[^?#]*/.exec(address)![0]

/** A window stays on its page (a reload is allowed); a frame shows print documents only. */
function isAllowedNavigation({ url, isMainFrame }: { url: string; isMainFrame: boolean }, ownPage: string): boolean {
  if (!isOwnAddress(url)) return false
  return isMainFrame ? pageOf(url) === pageOf(ownPage) : url.startsWith(`${APP_ORIGIN}/print/`)
}

/** Denies a window's contents every way out: navigation, redirects, new windows, embedded contents. */
export function hardenContents(contents: ContentsPart): void {
  contents.on('will-frame-navigate', (details) => {
    if (!isAllowedNavigation(details, contents.mainFrame.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Requests that stay inside the product: its own pages, what they hold in memory, and development tools. */
function isOwnRequest(url: string, isPackaged: boolean): boolean {
  if (isOwnAddress(url) || url.startsWith(`blob:${APP_ORIGIN}/`) || url.startsWith('data:image/')) return true
  return !isPackaged && url.startsWith('devtools://')
}

/** Denies the session every permission, device, download, and request that leaves the product. */
export function hardenSession(session: SessionPart, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isOwnRequest(url, isPackaged) }))
  session.on('will-download', (event) => event.preventDefault())
}
