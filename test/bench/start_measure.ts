/**
 * From the start of the browser shell to the first edit that is stored, beside an empty page of the same shell in the same browser. The
 * pages are built before; each start has a shell and a browser context of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { sampleFilings } from '../../db/samples/samples.ts'
import { createWorkbook } from '../../db/workbook.ts'
import { startShell, stopShell } from '../shell_process.ts'
import { browserToDrive } from './browser_stage.ts'
import { BENCH } from './logged_workbook.ts'

const WHAT = ['workbench', 'empty'] as const
type What = (typeof WHAT)[number]

/** Milliseconds from the start of the shell's process, and from asking for the page. */
type Started = { whole: number; page: number }

const ROUNDS = 7

async function edit(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  await page.goto(`${address}#/impac_2007_q3/income`)
  await page.click('[data-schedule="income"] [row-id="provision_for_loan_losses"] [col-id="q3_2007"]')
  await page.keyboard.type('799445')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-status="saved"]:not([data-seq="1"])')
  await page.close()
}

/** A page of the shell that holds a sentence: an address at which there is nothing. */
async function look(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  await page.goto(new URL('/nothing', address).href)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  await page.close()
}

async function start(browser: Browser, what: What): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'tieout-start-'))
  try {
    const file = join(folder, 'Bench.tieout')
    const made = createWorkbook(file, sampleFilings(), BENCH)
    made.remember({ welcomed: true })
    made.close()
    const began = performance.now()
    const shell = await startShell(file)
    try {
      const asked = performance.now()
      await (what === 'empty' ? look : edit)(browser, shell.address)
      const now = performance.now()
      return { whole: now - began, page: now - asked }
    } finally {
      await stopShell(shell)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Starts of both, turn by turn; or why there is no browser to start in. */
export async function measureStarts(): Promise<{ skipped: string } | Record<What, Started[]>> {
  const found = await browserToDrive()
  if ('missing' in found) return { skipped: found.missing }
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const starts: Record<What, Started[]> = { workbench: [], empty: [] }
    // The first of each warms the system up and is not counted.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const what of WHAT) {
        const started = await start(browser, what)
        if (round > 0) starts[what].push(started)
      }
    }
    return starts
  } finally {
    await browser.close()
  }
}
