/**
 * Serves the built pages over any filings, with the product's own policy, and prints it in headless Chromium.
 * A stand-in for the workbook alone: what it answers to `load` is what the service would.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { RENDERER_FOLDER } from '../../electron/project.ts'
import { serveRendererFile } from '../../electron/pages/renderer_files.ts'
import type { Snapshot } from '../../shared/contract/contract.ts'
import type { StoredFiling } from '../../shared/model/stored_filing.ts'

/** A print page opened in a browser. */
type Printed = {
  state: string
  page: Page
  /** What the policy forbade and what went elsewhere; both must stay empty. */
  trespasses: string[]
}

export type PrintHost = {
  /** Opens a print page and waits for what it says of itself; `meanwhile` acts on it before. */
  open(address: string, meanwhile?: (page: Page) => Promise<void>): Promise<Printed>
  close(): Promise<void>
}

function snapshotOf(filings: StoredFiling[]): Snapshot {
  return {
    name: 'test.tieout',
    path: '/test.tieout',
    shell: 'browser',
    productVersion: '0.0.0',
    author: 'A. Controller',
    number: 42,
    undo: null,
    redo: null,
    filings,
    registrants: [],
    view: {},
    notices: [],
  }
}

/** Starts a host over the filings; `executable` is a Chromium. */
export async function startPrintHost(executable: string, filings: StoredFiling[]): Promise<PrintHost> {
  const server = createServer((request, response) => {
    void respond(response, answer(filings, request.url ?? '/'))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: executable, args: ARGUMENTS })
  return {
    open: (address, meanwhile) => openPage(browser, origin, address, meanwhile),
    async close() {
      await browser.close()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]

type Answer = { status: number; headers: Record<string, string>; body: string | Uint8Array }

async function respond(response: ServerResponse, answer: Promise<Answer>): Promise<void> {
  const { status, headers, body } = await answer
  response.writeHead(status, headers).end(body)
}

async function answer(filings: StoredFiling[], url: string): Promise<Answer> {
  if (url === '/api/load') {
    const body = JSON.stringify({ ok: true, value: snapshotOf(filings) })
    return { status: 200, headers: { 'content-type': 'application/json' }, body }
  }
  const served = await serveRendererFile(RENDERER_FOLDER, url.split('?')[0]!)
  return served ? { status: 200, ...served } : { status: 404, headers: {}, body: 'not found' }
}

async function openPage(
  browser: Browser,
  origin: string,
  address: string,
  meanwhile?: (page: Page) => Promise<void>,
): Promise<Printed> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'America/New_York' })
  const page = await context.newPage()
  const trespasses: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      trespasses.push(message.text())
  })
  page.on('pageerror', (error) => trespasses.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) trespasses.push(request.url())
  })
  await page.goto(`${origin}${address}`)
  await meanwhile?.(page)
  await page.waitForFunction(() => document.documentElement.dataset['print'] !== undefined)
  const state = await page.evaluate(() => document.documentElement.dataset['print']!)
  return { state, page, trespasses }
}

export type Paper = { pages: string[]; sizes: [number, number][]; pdf: Buffer }

/** Prints the page to PDF and reads the text back, page by page. */
export async function toPaper(page: Page): Promise<Paper> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  const proxy = await getDocumentProxy(new Uint8Array(pdf))
  const { text } = await extractText(proxy, { mergePages: false })
  const sizes: [number, number][] = []
  for (let number = 1; number <= proxy.numPages; number += 1) {
    const [, , width, height] = (await proxy.getPage(number)).view
    sizes.push([Math.round(width!), Math.round(height!)])
  }
  return { pages: text, sizes, pdf }
}

/** A PDF as text with its compressed streams read. */
export function inflated(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')]
  for (const { index, 0: start } of parts[0]!.matchAll(/stream\r?\n/g)) {
    const end = pdf.indexOf('endstream', index + start.length)
    try {
      parts.push(inflateSync(pdf.subarray(index + start.length, end)).toString('latin1'))
    } catch {
      // No compressed stream, such as a picture or plain text.
    }
  }
  return parts.join('\n')
}

/** The rows of a golden file, by its header's names. */
export async function goldenRows(name: string): Promise<Record<string, string>[]> {
  const text = await readFile(join(import.meta.dirname, `../golden/${name}.csv`), 'utf8')
  const [head, ...rows] = text.trim().split('\n').map(fields)
  return rows.map((row) => Object.fromEntries(head!.map((column, index) => [column, row[index] ?? ''])))
}

function fields(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  )
}
