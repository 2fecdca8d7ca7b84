/**
 * Before all end-to-end tests: builds the pages once and finds a Chromium once (unpacking it in parallel would race).
 * Linux on x64 brings its own from npm; elsewhere CHROME_PATH names one, else the tests are skipped with the reason.
 */
import { existsSync } from 'node:fs'
import bundled from '@sparticuz/chromium'
import type { TestProject } from 'vitest/node'
import { ensureRenderer } from '../../electron/commands/renderer_build.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser to drive; empty where there is none. */
    chromium: string
    /** Why there is none; empty where there is one. */
    chromiumMissing: string
  }
}

async function findChromium(): Promise<{ path: string; missing: string }> {
  const named = process.env['CHROME_PATH']
  if (named !== undefined && named !== '') {
    return existsSync(named)
      ? { path: named, missing: '' }
      : { path: '', missing: `CHROME_PATH names no file: ${named}` }
  }
  if (process.platform === 'linux' && process.arch === 'x64')
    return { path: await bundled.executablePath(), missing: '' }
  return {
    path: '',
    missing: `No Chromium comes along for ${process.platform} ${process.arch}; set CHROME_PATH to one.`,
  }
}

export default async function setUp(project: TestProject): Promise<void> {
  await ensureRenderer(() => undefined)
  const { path, missing } = await findChromium()
  if (missing) console.warn(`End-to-end tests are skipped. ${missing}`)
  project.provide('chromium', path)
  project.provide('chromiumMissing', missing)
}
