/**
 * The check of access by axe, set up once: violations alone are looked for, and in the page itself, which a page of this
 * product allows and which takes a fifth of the time.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
}
