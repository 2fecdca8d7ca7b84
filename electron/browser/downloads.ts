/**
 * What waits to be downloaded, each at an address that works once: whole files, such as a copy of the workbook or the change log.
 * Must leave none behind: a file goes when it was sent, after a while, when the shell closes, or at a later start.
 */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '../pages/content_security_policy.ts'
import { ownPrefix, removeLeftOver } from './left_over.ts'

/** The name under which a file is downloaded, and what it is. */
export type Offered = { name: string; type: string }

export type Downloads = {
  /** Lets `write` make a file in a private folder and returns the address, `/download/<once>`, that sends it. */
  offer(file: Offered, write: (path: string) => Promise<void>): Promise<string>
  /** Sends what was offered under this name; false where there is nothing (any more). */
  send(name: string, response: ServerResponse): Promise<boolean>
  close(): Promise<void>
}

type Offer = {
  name: string
  send(response: ServerResponse, headers: Record<string, string>): Promise<void>
  discard(): Promise<void>
}

const EXPIRY_MS = 10 * 60_000

const COPY = 'tieout-copy'

/** Removes the copies that a program left which was killed. */
export function removeLeftCopies(): Promise<void> {
  return removeLeftOver(tmpdir(), COPY, 'folder')
}

/** RFC 6266: a plain name for old readers, the exact one percent-encoded. */
function contentDisposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w .()-]/g, '_')
  const exact = encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

/** Lets `write` make a file that only this user can read, whatever the process lets new files be. */
async function offerOf({ name, type }: Offered, write: (path: string) => Promise<void>): Promise<Offer> {
  const folder = await mkdtemp(join(tmpdir(), ownPrefix(COPY)))
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'offered')
  try {
    await chmod(folder, 0o700)
    await write(path)
    await chmod(path, 0o600)
  } catch (fault) {
    await discard()
    throw fault
  }
  return {
    name,
    discard,
    async send(response, headers) {
      const { size } = await stat(path)
      response.writeHead(200, {
        ...headers,
        'Content-Type': type,
        'Content-Length': String(size),
      })
      await pipeline(createReadStream(path), response)
    },
  }
}

export function createDownloads(): Downloads {
  const offers = new Map<string, { offer: Offer; expiry: NodeJS.Timeout }>()

  /** Takes an offer out, so that it is sent or discarded once. */
  function take(name: string): Offer | undefined {
    const waiting = offers.get(name)
    offers.delete(name)
    clearTimeout(waiting?.expiry)
    return waiting?.offer
  }

  function add(offer: Offer): string {
    const name = randomBytes(24).toString('base64url')
    const expiry = setTimeout(() => void take(name)?.discard(), EXPIRY_MS)
    expiry.unref()
    offers.set(name, { offer, expiry })
    return `/download/${name}`
  }

  return {
    offer: async (file, write) => add(await offerOf(file, write)),
    async send(name, response) {
      const offer = take(name)
      if (!offer) return false
      try {
        await offer.send(response, {
          ...SECURITY_HEADERS,
          'Content-Security-Policy': NO_PAGE_POLICY,
          'Content-Disposition': contentDisposition(offer.name),
        })
      } finally {
        await offer.discard()
      }
      return true
    },
    async close() {
      for (const name of offers.keys()) await take(name)?.discard()
    },
  }
}
