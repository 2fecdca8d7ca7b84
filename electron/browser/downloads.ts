/**
 * Copies of the workbook that wait to be downloaded: each has an address that works once.
 * Must leave no copy behind: a copy goes when it was sent, after a while, or when the shell closes.
 */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '../pages/content_security_policy.ts'

export type Downloads = {
  /** Lets `write` make a file in a private folder and returns the address, `/download/<once>`, that sends it. */
  offer(fileName: string, write: (path: string) => Promise<void>): Promise<string>
  /** Sends what was offered under this name; false where there is nothing (any more). */
  send(name: string, response: ServerResponse): Promise<boolean>
  close(): Promise<void>
}

type Offer = { folder: string; path: string; fileName: string; expiry: NodeJS.Timeout }

const EXPIRY_MS = 10 * 60_000

/** RFC 6266: a plain name for old readers, the exact one percent-encoded. */
function contentDisposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w .()-]/g, '_')
  const exact = encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

export function createDownloads(): Downloads {
  const offers = new Map<string, Offer>()

  async function discard(offer: Offer): Promise<void> {
    clearTimeout(offer.expiry)
    await rm(offer.folder, { recursive: true, force: true })
  }

  return {
    async offer(fileName, write) {
      const folder = await mkdtemp(join(tmpdir(), 'tieout-copy-'))
      const path = join(folder, 'copy.tieout')
      try {
        await write(path)
      } catch (fault) {
        await rm(folder, { recursive: true, force: true })
        throw fault
      }
      const name = randomBytes(24).toString('base64url')
      const expiry = setTimeout(() => {
        const offer = offers.get(name)
        offers.delete(name)
        if (offer) void discard(offer)
      }, EXPIRY_MS)
      expiry.unref()
      offers.set(name, { folder, path, fileName, expiry })
      return `/download/${name}`
    },
    async send(name, response) {
      const offer = offers.get(name)
      if (!offer) return false
      offers.delete(name)
      try {
        const { size } = await stat(offer.path)
        response.writeHead(200, {
          ...SECURITY_HEADERS,
          'Content-Security-Policy': NO_PAGE_POLICY,
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': contentDisposition(offer.fileName),
          'Content-Length': String(size),
        })
        await pipeline(createReadStream(offer.path), response)
      } finally {
        await discard(offer)
      }
      return true
    },
    async close() {
      const waiting = [...offers.values()]
      offers.clear()
      await Promise.all(waiting.map(discard))
    },
  }
}
