/**
 * The check of access by axe, set up once. Violations alone are looked for, and in the page itself, which a page of this
 * product allows and which takes a fifth of the time. A page is checked in the theme in which it stands, and for what can differ,
 * the contrast of its colours, in the other one too: one desk serves both.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

export type Check = {
  /** Looks at this part alone, and at others so named. */
  include(part: string): Check
  analyze(): Promise<{ violations: Results['violations'] }>
}

/** Axe itself is half a megabyte of source: a document that has it is not given it again. */
async function builder(page: Page, parts: readonly string[]): Promise<AxeBuilder> {
  const there = await Promise.all(page.frames().map((frame) => frame.evaluate(() => 'axe' in window)))
  const source = there.every(Boolean) ? { axeSource: 'axe' } : {}
  const made = new AxeBuilder({ page, ...source }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
  return parts.reduce((whole, part) => whole.include(part), made)
}

/** Shows the page as a system of that scheme would have it, and waits until it is drawn so. */
async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

export function axe(page: Page, parts: readonly string[] = []): Check {
  return {
    include: (part) => axe(page, [...parts, part]),
    async analyze() {
      const { violations } = await (await builder(page, parts)).analyze()
      const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
      await showIn(page, isDark ? 'light' : 'dark')
      const other = await (await builder(page, parts)).withRules(['color-contrast', 'link-in-text-block']).analyze()
      await showIn(page, isDark ? 'dark' : 'light')
      return { violations: [...violations, ...other.violations] }
    },
  }
}
