/**
 * One controller's desk: the browser shell as a process of its own over a workbook in a temporary folder, and a
 * browser at its address. Fails the test on a console error, a policy violation or a request off the machine.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { sampleFilings } from '../../db/samples/samples.ts'
import { createWorkbook } from '../../db/workbook.ts'
import { productVersion } from '../../electron/project.ts'
import { workbookOptions } from '../../electron/service/workbook_options.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { stopShell, type ShellProcess } from '../shell_process.ts'
import { draftMade } from './draft.ts'
import { watch } from './trespasses.ts'
import { giveBack, takeShell } from './shell_host.ts'
import { describe, expect, inject } from 'vitest'

/** Declares end-to-end tests, skipped with the reason where there is no browser. */
export function describeInBrowser(name: string, tests: () => void): void {
  const missing = inject('chromiumMissing')
  describe.skipIf(missing !== '')(missing === '' ? name : `${name} (skipped: ${missing})`, tests)
}

let shared: Promise<Browser> | undefined

/** The browser of all tests that this process runs, one file after the other; each desk has a context of its own in it. Ends with the process. */
async function sharedBrowser(): Promise<Browser> {
  shared ??= chromium.launch({
    executablePath: inject('chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
    headless: true,
  })
  const browser = await shared
  if (browser.isConnected()) return browser
  // A browser that broke down under one test is not the next one's.
  shared = undefined
  return sharedBrowser()
}

export type DeskOptions = {
  /** Shows the first-run page; most tests do not look at it and find a workbook that has been opened before. */
  welcome?: boolean
  theme?: 'light' | 'dark'
  /** What the workbook holds instead of the samples. */
  filings?: readonly Filing[]
  motion?: 'reduce' | 'no-preference'
  /** The time zone of the machine that shows the page. */
  zone?: string
  /** The workbook holds a draft besides the samples. */
  draft?: boolean
  /** The place shown first, by its address. */
  at?: string
  /** What was done in that workbook before it is opened, and when. */
  done?: readonly { at: string; changes: ChangeSet }[]
}

export class Desk {
  readonly folder: string
  readonly page: Page
  readonly trespasses: string[]
  private server: ShellProcess
  private readonly context: BrowserContext

  private constructor(folder: string, server: ShellProcess, context: BrowserContext, page: Page, trespasses: string[]) {
    this.folder = folder
    this.server = server
    this.context = context
    this.page = page
    this.trespasses = trespasses
  }

  /** Starts shell and browser; opens the workbench, without the first-run page unless asked for. */
  static async open(options: DeskOptions = {}): Promise<Desk> {
    const folder = await mkdtemp(join(tmpdir(), 'tieout-desk-'))
    await put(join(folder, 'desk.tieout'), options)
    const server = await takeShell(join(folder, 'desk.tieout'))
    const context = await (
      await sharedBrowser()
    ).newContext({
      viewport: { width: 1440, height: 1000 },
      colorScheme: options.theme ?? 'light',
      timezoneId: options.zone ?? 'Pacific/Chatham',
      locale: 'de-DE',
      reducedMotion: options.motion ?? 'reduce',
    })
    const page = await context.newPage()
    const trespasses = await watch(page)
    const desk = new Desk(folder, server, context, page, trespasses)
    try {
      await page.goto(`${server.address}${options.at ?? ''}`)
      await page.locator('[data-status]').waitFor()
      if (options.at !== undefined) await desk.shown(options.at)
    } catch (fault) {
      await desk.close().catch(() => undefined)
      throw fault
    }
    return desk
  }

  /** Ends the test's desk; nothing may have trespassed. */
  async close(): Promise<void> {
    await this.context.close()
    await giveBack(this.server)
    await rm(this.folder, { recursive: true, force: true })
    expect(this.trespasses).toEqual([])
  }

  /** Ends the shell and starts it again over the same workbook, as the next morning; `before` the page is shown. */
  async restart(signal: NodeJS.Signals = 'SIGTERM', before?: () => Promise<unknown>): Promise<void> {
    await this.page.goto('about:blank')
    await stopShell(this.server, signal)
    this.server = await takeShell(join(this.folder, 'desk.tieout'))
    await before?.()
    await this.page.goto(this.server.address)
    await this.page.locator('[data-status]').waitFor()
  }

  /** Ends the shell while the page stays open, as when the program is killed. */
  async end(signal: NodeJS.Signals): Promise<void> {
    await stopShell(this.server, signal)
  }

  /** Starts the shell again at the port where it was, the page staying as it is; returns the new address. */
  async startAgain(): Promise<string> {
    this.server = await takeShell(this.workbook, Number(new URL(this.server.address).port))
    return this.server.address
  }

  /** Ends the shell, overwrites part of the workbook as a failing disk would, and starts again. */
  async damage(): Promise<void> {
    await this.page.goto('about:blank')
    await stopShell(this.server)
    const bytes = await readFile(this.workbook)
    bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 6_000)
    await writeFile(this.workbook, bytes)
    this.server = await takeShell(this.workbook)
    await this.page.goto(this.server.address)
  }

  /** The page that a second program at the same file shows. */
  async secondOpener(): Promise<string> {
    const second = await takeShell(this.workbook)
    const page = await this.context.newPage()
    try {
      await page.goto(second.address)
      await page.locator('main.not-open h1').waitFor()
      return await page.locator('#root').innerHTML()
    } finally {
      await page.close()
      await giveBack(second)
    }
  }

  /** The address that the shell printed when it started. */
  get printed(): string {
    return this.server.address
  }

  /** All that the shell has printed since it was started. */
  output(): string {
    return this.server.output()
  }

  get workbook(): string {
    return join(this.folder, 'desk.tieout')
  }

  /** Shows a place by its address. */
  async show(address: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash
    }, address)
    await this.shown(address)
  }

  /** Waits until a place is shown. */
  private async shown(address: string): Promise<void> {
    const schedule = address.split('/')[2]!.split('?')[0]!
    await this.page.locator(`[data-schedule="${schedule}"] [row-id]`).first().waitFor()
  }

  cell(line: string, column: string): Locator {
    return this.page.locator(`[data-schedule] [row-id="${line}"] [col-id="${column}"]`)
  }

  /** The figure of a cell as it stands on the screen. */
  async figure(line: string, column: string): Promise<string> {
    return (await this.cell(line, column).innerText()).replaceAll(/\s+/g, ' ').trim()
  }

  headline(id: string): Promise<string> {
    return this.page.locator(`[data-headline="${id}"]`).innerText()
  }

  why(): Promise<string> {
    return this.page.locator('.headline-why').innerText()
  }

  /** The name of the focused cell, `line@column`; empty where the focus is in none. */
  focus(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.activeElement?.closest('.ag-cell')
      const row = cell?.closest('[row-id]')
      return cell && row ? `${row.getAttribute('row-id')}@${cell.getAttribute('col-id')}` : ''
    })
  }

  /** Chooses a cell and types into it, without ending the edit. */
  async type(line: string, column: string, text: string): Promise<void> {
    await this.cell(line, column).click()
    await this.page.keyboard.type(text)
  }

  /** Chooses a cell, types and presses Enter, then waits until it is on disk. */
  async enter(line: string, column: string, text: string): Promise<void> {
    await this.type(line, column, text)
    await this.page.keyboard.press('Enter')
    await this.saved()
  }

  async chooseFlow(flow: 'books_and_tax' | 'tax_only'): Promise<void> {
    await this.page.locator(`input[name="flow"][value="${flow}"]`).check()
  }

  /** Waits until every edit is stored. */
  async saved(): Promise<void> {
    await this.page.locator('[data-status="saved"]').waitFor()
  }

  /** What a failed test stood before: the place, where the focus was, dialogs and messages, and what the page did wrong. */
  async standing(): Promise<string> {
    const seen = await this.page.evaluate(() => {
      // The browser has nothing but this function.
      // oxlint-disable-next-line unicorn/consistent-function-scoping
      const outline = ({ tagName, className, ariaLabel }: Element): string =>
        `${tagName.toLowerCase()}.${className} “${ariaLabel ?? ''}”`
      const open = [...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="menu"], .toast, .cell-hint')]
      return [
        `at ${location.hash}, focus on ${document.activeElement ? outline(document.activeElement) : 'nothing'}`,
        `status ${document.querySelector('[data-status]')?.getAttribute('data-status')}`,
        ...open.map((part) => `${outline(part)}, ${JSON.stringify(part.getBoundingClientRect())}: ${part.innerText}`),
      ]
    })
    return [...seen, ...this.trespasses].join('\n')
  }

  async number(): Promise<number> {
    return Number(await this.page.locator('[data-seq]').getAttribute('data-seq'))
  }
}

/** Workbooks made before, by whether they hold a draft: a copy takes less time than making one. */
const made = new Map<boolean, Buffer>()

/** A workbook of the samples that has been opened before, and was left with the side panel open. */
async function sampleWorkbook(hasDraft: boolean): Promise<Buffer> {
  const before = made.get(hasDraft)
  if (before) return before
  const folder = await mkdtemp(join(tmpdir(), 'tieout-samples-'))
  const path = join(folder, 'samples.tieout')
  const workbook = createWorkbook(path, sampleFilings(), {
    ...workbookOptions(productVersion()),
    backUpOnOpen: false,
  })
  if (hasDraft) workbook.commit(draftMade())
  workbook.remember({ welcomed: true, panelOpen: true })
  workbook.close()
  const bytes = await readFile(path)
  made.set(hasDraft, bytes)
  await rm(folder, { recursive: true })
  return bytes
}

/** Puts the workbook of a test in its place. None at all where the first run is to be seen: the shell makes it. */
async function put(path: string, { filings, done, welcome, draft }: DeskOptions): Promise<void> {
  if (!filings && welcome) return
  if (!filings) return writeFile(path, await sampleWorkbook(draft ?? false))
  let now = new Date()
  const workbook = createWorkbook(path, filings, { now: () => now, author: 'A. Controller', productVersion: '0.1.0' })
  for (const { at, changes } of done ?? []) {
    now = new Date(at)
    workbook.commit(changes)
  }
  if (!welcome) workbook.remember({ welcomed: true, panelOpen: true })
  workbook.close()
}

/** Runs a test at a desk of its own. */
export function atDesk(test: (desk: Desk) => Promise<void>, options?: DeskOptions): () => Promise<void> {
  return async () => {
    const desk = await Desk.open(options)
    let fault: unknown
    try {
      await test(desk)
    } catch (caught) {
      fault = caught
      console.error(await desk.standing().catch(String))
      throw caught
    } finally {
      // A failed test says its own reason, not what followed from it.
      if (fault === undefined) await desk.close()
      else await desk.close().catch(() => undefined)
    }
  }
}
