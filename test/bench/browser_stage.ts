/**
 * The stage of the browser benchmarks: a workbook in a temporary folder, the browser shell over it as a process of its
 * own, and a page of headless Chromium at its address. Says why where there is no browser. Measures nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { createWorkbook } from '../../db/workbook.ts'
import { ensureRenderer } from '../../electron/commands/renderer_build.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { findChromium } from '../e2e/find_chromium.ts'
import { startShell, stopShell, type ShellProcess } from '../shell_process.ts'

export type Stage = {
  page: Page
  /** The browser's own instruments: memory, collecting garbage. */
  instruments: CDPSession
  /** From asking for the page to the first frame with figures, in milliseconds. */
  opening: number
}

/** The path of the browser to drive, the pages built for it; or why there is none. */
export async function browserToDrive(): Promise<{ path: string } | { missing: string }> {
  const { path, missing } = await findChromium()
  if (missing) return { missing }
  await ensureRenderer(() => undefined)
  return { path }
}

/** Navigates and waits for the frame that shows the first figure; the page notes the time itself. */
async function open(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    type Noted = { firstFigures: Promise<number> }
    ;(window as unknown as Noted).firstFigures = new Promise((resolve) => {
      const look = (): void => {
        const figure = document.querySelector('[data-schedule] [row-id] .figure .digits')
        if (!figure) return void requestAnimationFrame(look)
        // The task after the next frame: by then it is painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now()))
          port1.start()
          port2.postMessage(null)
        })
      }
      requestAnimationFrame(look)
    })
  })
  await page.goto(address)
  return page.evaluate(() => (window as unknown as { firstFigures: Promise<number> }).firstFigures)
}

/** Puts a workbook of these filings on stage, plays, and clears everything away. */
export async function onStage<T>(
  path: string,
  filings: readonly Filing[],
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tieout-bench-'))
  let shell: ShellProcess | undefined
  let browser: Browser | undefined
  try {
    const file = join(folder, 'bench.tieout')
    const made = createWorkbook(file, filings, { now: () => new Date(), author: 'Bench', productVersion: '0.1.0' })
    // Nobody is to be introduced: what is measured is the sheet.
    made.remember({ welcomed: true })
    made.close()
    shell = await startShell(file)
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'], headless: true })
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
    // A page that fails would be measured as a fast one.
    const failed = new Promise<never>((_resolve, reject) => page.on('pageerror', reject))
    const instruments = await page.context().newCDPSession(page)
    const opening = await Promise.race([open(page, shell.address), failed])
    return await Promise.race([play({ page, instruments, opening }), failed])
  } finally {
    await browser?.close()
    if (shell) await stopShell(shell)
    await rm(folder, { recursive: true, force: true })
  }
}
