/**
 * The check of access by axe, set up once: every rule that axe has on by itself, in the page and its frames, of which the
 * violations alone come back. A page is checked in the theme in which it stands, and for what can differ, the contrast of
 * its colours, in the other one too: one desk serves both. Where a dialog or a menu hides the page from assistive technology, it
 * alone is looked at; `html` names all of it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type Violation = { id: string; nodes: { html: string }[] }

export type Check = {
  /** Looks at this part alone, and at others so named. */
  include(part: string): Check
  analyze(): Promise<{ violations: Violation[] }>
}

/** What depends on the theme. */
const CONTRAST = ['color-contrast', 'link-in-text-block']

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What the rules, all of them where none is named, find in the parts, or in the whole page where none is named. */
async function find(page: Page, include: readonly string[], rules?: readonly string[]): Promise<Violation[]> {
  for (const frame of page.frames()) {
    // Axe itself is half a megabyte of source: a document that has it is not given it again.
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(SOURCE)
  }
  return page.evaluate(
    async ({ include, rules }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const options = { resultTypes: ['violations' as const], ...(rules && { runOnly: [...rules] }) }
      const { violations } = await axe.run(include.length === 0 ? document : { include: [...include] }, options)
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }))
    },
    { include, rules },
  )
}

/** What stands before the page while that is hidden, and the messages, which never are; nothing where the page is to be looked at. */
async function before(page: Page): Promise<string[]> {
  // Rules on a page as a whole would take a frame within a part for one.
  if (page.frames().length > 1) return []
  if ((await page.locator('[data-aria-hidden="true"]').count()) === 0) return []
  const there = ['[role="dialog"]', '[role="menu"]', '.toasts'].map(async (part) =>
    (await page.locator(part).count()) > 0 ? [part] : [],
  )
  return (await Promise.all(there)).flat()
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
      const looked = parts.length === 0 ? await before(page) : parts
      const violations = await find(page, looked)
      const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
      await showIn(page, isDark ? 'light' : 'dark')
      const other = await find(page, looked, CONTRAST)
      await showIn(page, isDark ? 'dark' : 'light')
      return { violations: [...violations, ...other] }
    },
  }
}
