/**
 * Who may speak to the browser shell: the address bar of this machine's browser, once for each token that was printed; after
 * that whoever sends the session's key, from pages of this very origin. Must decide before anything else is looked at.
 * There is no cookie: a cookie goes to every port of this machine, where any program can read and overwrite it.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { KEY_HEADER } from '../../shared/contract/calls.ts'

/** A refusal of the shell: HTTP status and a sentence that says what to do. */
export type Refusal = { status: number; error: string }

/** A refusal that a person may meet as a page, under a title, with a way on where there is one. */
export type PageRefusal = Refusal & { title: string; goesOn?: boolean }

export type BrowserGate = {
  /** The newest one-time token: the one that stands in the address printed last. */
  token(): string
  /** Null when the request names this machine's loopback address and port. */
  checkHost(headers: IncomingHttpHeaders): PageRefusal | null
  /** Null when the request comes from a page of this origin or an address bar, or, for `navigation`, from a link elsewhere. */
  checkOrigin(headers: IncomingHttpHeaders, kind: 'read' | 'write' | 'navigation'): PageRefusal | null
  /** Null when the request carries the session's key. */
  checkKey(headers: IncomingHttpHeaders): PageRefusal | null
  /** Exchanges a token for the session's key. */
  enter(token: string): { key: string } | PageRefusal
  /**
   * Makes a fresh token where the newest one is spent; false where that one still waits to be used. Whoever asks again and
   * again gets one token at most, and takes none from the person.
   */
  renew(): boolean
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

/**
 * The gate of one server. `Sec-Fetch-Site: same-site` is another program on this machine, at another port, and is refused
 * like a foreign site.
 */
export function createBrowserGate(port: number): BrowserGate {
  const key = secret()
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const spent: string[] = []
  let token = secret()

  return {
    token: () => token,
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
    checkKey(headers) {
      const given = headers[KEY_HEADER]
      if (typeof given === 'string' && sameSecret(given, key)) return null
      return {
        status: 401,
        title: 'Not signed in',
        error: 'This page is not signed in to Tieout. Open the newest address that Tieout printed.',
      }
    },
    enter(given) {
      if (spent.some((used) => sameSecret(given, used))) {
        return {
          status: 403,
          title: 'This address was used before',
          error:
            'It signs one browser in, once. In that browser “Go on” opens the workbook, as long as another tab shows it. Elsewhere “Go on” has Tieout print a fresh address in the terminal where it runs.',
          goesOn: true,
        }
      }
      if (!sameSecret(given, token)) {
        return {
          status: 403,
          title: 'Not the printed address',
          error:
            'This address is not the one that Tieout printed. Open that one, whole; each start of Tieout prints a new one.',
        }
      }
      if (!spent.includes(token)) spent.push(token)
      return { key }
    },
    renew() {
      if (!spent.includes(token)) return false
      token = secret()
      return true
    },
  }
}
