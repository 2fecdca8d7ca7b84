/**
 * `app://tieout`: the product's own origin in the desktop shell. Only reads, only built files, only this host.
 */
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '../pages/content_security_policy.ts'
import { serveRendererFile } from '../pages/renderer_files.ts'

export const APP_ORIGIN = 'app://tieout'

/** To be registered before Electron is ready: an origin of its own, treated as secure, no policy bypassed. */
export const APP_SCHEME = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** True for an address of the product itself, by the whole origin, not by how the text begins. */
export function isOwnAddress(address: string): boolean {
  return address.startsWith(`${APP_ORIGIN}/`)
}

const refusal = (status: number): Response =>
  new Response(null, { status, headers: { ...SECURITY_HEADERS, 'Content-Security-Policy': NO_PAGE_POLICY } })

/** Answers the requests of the windows from the folder of built pages. */
export function createAppHandler(rendererFolder: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    // Taken from the text as it came: a parsed URL would have its dot segments resolved before they can be refused.
    const path = isOwnAddress(url) ? /^[^?#]*/.exec(url.slice(APP_ORIGIN.length))![0] : undefined
    if (path === undefined) return refusal(404)
    if (method !== 'GET') return refusal(405)
    const file = await serveRendererFile(rendererFolder, path)
    return file ? new Response(file.body, { headers: file.headers }) : refusal(404)
  }
}
