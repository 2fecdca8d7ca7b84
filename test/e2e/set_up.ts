/**
 * Before all end-to-end tests: builds the pages once and finds a Chromium once (unpacking it in parallel would race);
 * where there is none, the tests are skipped with the reason.
 */
import type { TestProject } from 'vitest/node'
import { ensureRenderer } from '../../electron/commands/renderer_build.ts'
import { findChromium } from './find_chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser to drive; empty where there is none. */
    chromium: string
    /** Why there is none; empty where there is one. */
    chromiumMissing: string
  }
}

export default async function setUp(project: TestProject): Promise<void> {
  await ensureRenderer(() => undefined)
  const { path, missing } = await findChromium()
  if (missing) console.warn(`End-to-end tests are skipped. ${missing}`)
  project.provide('chromium', path)
  project.provide('chromiumMissing', missing)
}
