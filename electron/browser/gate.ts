/**
 * Who may speak to the browser shell: the address bar of this machine's browser, once, with the token that was
 * printed; after that its cookie, from pages of this very origin. Must decide before anything else is looked at.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** A refusal of the shell: HTTP status and a sentence that says what to do. */
export type Refusal = { status: number; error: string }

/** A refusal that a person may meet as a page, under a title. */
export type PageRefusal = Refusal & { title: string }

type Entry = { cookie: string | null } | PageRefusal

export type BrowserGate = {
  /** The one-time token that stands in the printed address. */
  token: string
  /** Null when the request names this machine's loopback address and port. */
  checkHost(headers: IncomingHttpHeaders): PageRefusal | null
  /** Null when the request comes from a page of this origin, or, for `navigation`, from an address bar or link. */
  checkOrigin(headers: IncomingHttpHeaders, kind: 'read' | 'write' | 'navigation'): PageRefusal | null
  /** Null when the request carries the session's cookie. */
  checkCookie(headers: IncomingHttpHeaders): PageRefusal | null
  /** Exchanges a token for the value of Set-Cookie; null cookie when the session's cookie is there already. */
  enter(token: string, headers: IncomingHttpHeaders): Entry
}

/** True where a browser asks for a page to show: typed, followed, or in the product's own frame. All else reads answers. */
export function isNavigation(headers: IncomingHttpHeaders): boolean {
  const { accept = '', 'sec-fetch-mode': mode, 'sec-fetch-dest': dest, 'sec-fetch-site': site } = headers
  if (mode === undefined) return accept.includes('text/html')
  return mode === 'navigate' && (dest === 'document' || (dest === 'iframe' && site === 'same-origin'))
}

const secret = (): string => randomBytes(32).toString('base64url')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares digests, so that neither content nor length shows in the time taken. */
function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

/** The value of a cookie by exact name; the first one counts, as browsers send the closest first. */
function readCookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}

/**
 * The gate of one server. The cookie is named by port because cookies are shared by all ports of a host; for the same
 * reason `Sec-Fetch-Site: same-site` is another program on this machine and is refused like a foreign site.
 */
export function createBrowserGate(port: number): BrowserGate {
  const token = secret()
  const session = secret()
  const cookieName = `tieout_${port}`
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  let isTokenSpent = false

  const hasCookie = (headers: IncomingHttpHeaders): boolean =>
    sameSecret(readCookie(headers, cookieName) ?? '', session)

  return {
    token,
    checkHost(headers) {
      if (hosts.includes(headers.host ?? '')) return null
      return {
        status: 403,
        title: 'No address of Tieout',
        error: 'This address does not belong to Tieout. Open the address that Tieout printed.',
      }
    },
    checkOrigin(headers, kind) {
      const refusal = {
        status: 403,
        title: 'Another site asked',
        error: 'The request came from another site and was refused. Open the address that Tieout printed.',
      }
      const { origin } = headers
      const site = headers['sec-fetch-site']
      if (kind === 'write' && origin === undefined) return refusal
      if (origin !== undefined && origin !== `http://${headers.host}`) return refusal
      if (site === undefined || site === 'same-origin') return null
      if (kind === 'write') return refusal
      const isTopLevel = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
      return isTopLevel && (kind === 'navigation' || site === 'none') ? null : refusal
    },
    checkCookie(headers) {
      if (hasCookie(headers)) return null
      return {
        status: 401,
        title: 'Not signed in',
        error: 'This browser is not signed in to Tieout. Open the address that Tieout printed when it started.',
      }
    },
    enter(given, headers) {
      if (hasCookie(headers)) return { cookie: null }
      const isRight = sameSecret(given, token)
      if (!isRight || isTokenSpent) {
        return {
          status: 403,
          title: isRight ? 'This address was used before' : 'Not the printed address',
          error: isRight
            ? 'It opens the workbook once, in one browser. Go on in that browser, or start Tieout again and open the address that it prints then.'
            : 'This address is not the one that Tieout printed. Open that one, whole; each start of Tieout prints a new one.',
        }
      }
      isTokenSpent = true
      return { cookie: `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict` }
    },
  }
}
