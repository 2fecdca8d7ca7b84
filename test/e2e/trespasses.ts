/**
 * What may not happen on any page of the product: an error on the console, a violation of the policy, a request off the
 * machine. Collects; the test judges.
 */
import type { Page } from 'playwright-core'

/** Collects what may not happen on any page; failures that a test provokes are its own to expect. */
export async function watch(page: Page, trespasses: string[] = []): Promise<string[]> {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trespasses.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => trespasses.push(`page: ${error.message}`))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    const isLocal = hostname === '127.0.0.1' || protocol === 'blob:' || protocol === 'data:' || protocol === 'about:'
    if (!isLocal) trespasses.push(`request: ${request.url()}`)
  })
  await page.exposeBinding('tellViolation', (_source, text: string) => void trespasses.push(`policy: ${text}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { tellViolation: (text: string) => void }).tellViolation
      tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return trespasses
}
