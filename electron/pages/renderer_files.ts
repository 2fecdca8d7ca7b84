/**
 * The built pages, scripts, styles and fonts, as both shells serve them: one address, one file inside the folder, or
 * nothing. Must never answer with a file from outside the folder, whatever the address says.
 */
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, relative, isAbsolute } from 'node:path'
import { readPrintAddress } from '../../shared/print/address.ts'
import {
  contentSecurityPolicy,
  freshNonce,
  NO_PAGE_POLICY,
  NONCE_PLACEHOLDER,
  SECURITY_HEADERS,
} from './content_security_policy.ts'

/** What an address is answered with; the body of a page differs at each load by its nonce. */
export type ServedFile = { headers: Record<string, string>; body: Uint8Array<ArrayBuffer> }

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** A name that the build can give a file: no leading dot, no separator, no drive, no percent sign, no control. */
const SEGMENT = /^[A-Za-z0-9_@][A-Za-z0-9_@.+~-]*$/

/** The decoded segments of a path as it stands in an address; undefined for what no build ever names. */
function safeSegments(path: string): string[] | undefined {
  if (!path.startsWith('/')) return undefined
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  const segments = decoded.slice(1).split('/')
  return segments.every((segment) => SEGMENT.test(segment) && !segment.endsWith('.')) ? segments : undefined
}

/** The page that an address shows: the workbench, a print document, or none. */
function pageOf(path: string): 'index.html' | 'print.html' | undefined {
  if (path === '/') return 'index.html'
  return readPrintAddress(path, '') ? 'print.html' : undefined
}

/** Reads a file of the folder; undefined where there is none or where a link leads out of the folder. */
async function readContained(folder: string, segments: string[]): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, ...segments))
    const inside = relative(root, file)
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return undefined
    return new Uint8Array(await readFile(file))
  } catch {
    return undefined
  }
}

/**
 * What a path (undecoded, without query) of the product's own origin is answered with; undefined is "not found".
 * `/` and `/print/<filing id>/<schedule id>` are pages with a policy and nonce of their own; all else is a file whose
 * type is known. The pages are not served under their file names, since they would miss their nonce.
 */
export async function serveRendererFile(folder: string, path: string): Promise<ServedFile | undefined> {
  const page = pageOf(path)
  if (page) {
    const bytes = await readContained(folder, [page])
    if (!bytes) return undefined
    const nonce = freshNonce()
    const html = new TextDecoder().decode(bytes).replaceAll(NONCE_PLACEHOLDER, nonce)
    return {
      headers: {
        ...SECURITY_HEADERS,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': contentSecurityPolicy(nonce),
      },
      body: new TextEncoder().encode(html),
    }
  }
  const segments = safeSegments(path)
  const type = segments && TYPES[extname(segments.at(-1)!).toLowerCase()]
  if (!segments || !type) return undefined
  const body = await readContained(folder, segments)
  if (!body) return undefined
  return {
    headers: { ...SECURITY_HEADERS, 'Content-Type': type, 'Content-Security-Policy': NO_PAGE_POLICY },
    body,
  }
}
