/**
 * The page that a browser gets in place of the one it asked for: what happened and what to do, and nothing of the workbook.
 * Nothing runs in it.
 */
import { escaped, plainPage, type PlainPage } from './plain_page.ts'

/** The page of a refusal; `goesOn` adds the way to the workbench. */
export function refusalPage(refusal: { title: string; error: string; goesOn?: boolean }): PlainPage {
  const { title, error, goesOn = false } = refusal
  return plainPage({
    title,
    content: `<p>${escaped(error)}</p>${goesOn ? '\n<p><a href="/">Go on</a></p>' : ''}`,
  })
}
