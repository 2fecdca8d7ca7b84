/**
 * What attacks by the browser stand on: the shell over a workbook as a process of its own, and one context of headless
 * Chromium with as many pages as asked, each watched. Attacks nothing.
 */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { ensureRenderer } from '../../electron/commands/renderer_build.ts'
import { createWorkbook } from '../../db/workbook.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { killOptions } from '../db/kill_plan.ts'
import { findChromium } from '../e2e/find_chromium.ts'
import { watch } from '../e2e/trespasses.ts'
import { startShell, stopShell, type ShellProcess } from '../shell_process.ts'

/** How long a page may take to show itself. */
const PATIENCE_MS = 60_000

/** A browser to attack with, the pages built for it. Throws where there is none. */
export async function launch(): Promise<Browser> {
  const { path, missing } = await findChromium()
  if (missing) throw new Error(missing)
  await ensureRenderer(() => undefined)
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'], headless: true })
}

export type Stage = {
  context: BrowserContext
  /** The page that signed in. */
  page: Page
  /** What happened on any page that may not. */
  trespasses: string[]
  /** One more page of the same browser, at the workbook. */
  another(): Promise<Page>
  /** Ends the shell and starts it anew, as the next morning; the page signs in again. */
  restart(): Promise<void>
  /** Ends the shell, so that the file can be looked at. */
  end(): Promise<void>
  close(): Promise<void>
}

/** Puts a workbook of these filings on stage; nobody is introduced to it. */
export async function stage(browser: Browser, path: string, filings: readonly Filing[]): Promise<Stage> {
  const workbook = createWorkbook(path, filings, killOptions())
  workbook.remember({ welcomed: true })
  workbook.close()
  let shell: ShellProcess = await startShell(path)
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' })
  context.setDefaultTimeout(PATIENCE_MS)
  const trespasses: string[] = []
  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage()
    await watch(page, trespasses)
    await page.goto(address)
    await page.locator('[data-status]').waitFor()
    return page
  }
  const first = await open(shell.address)
  return {
    context,
    page: first,
    trespasses,
    another: () => open(new URL('/', shell.address).href),
    async restart() {
      await first.goto('about:blank')
      await stopShell(shell)
      shell = await startShell(path)
      await first.goto(shell.address)
    },
    end: () => stopShell(shell),
    async close() {
      await context.close()
      await stopShell(shell)
    },
  }
}
