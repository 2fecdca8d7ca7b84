/**
 * Finds the Chromium that tests and benchmarks drive. Linux on x64 brings its own from npm; elsewhere CHROME_PATH names
 * one, else there is none, with the reason. Unpacks; starts nothing.
 */
import { existsSync } from 'node:fs'
import bundled from '@sparticuz/chromium'

/** The path of a browser, or why there is none; the other of the two is empty. */
export async function findChromium(): Promise<{ path: string; missing: string }> {
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
