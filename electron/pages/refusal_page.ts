/**
 * The page that a browser gets in place of the one it asked for: what happened and what to do, and nothing of the workbook.
 */
import { KEY_PLACE } from '../../shared/contract/calls.ts'
import { escaped, plainPage, type PlainPage } from './plain_page.ts'

/** Goes on to the workbench by itself in a browser that is signed in: this tab, or another one that answers. */
const GO_ON = `
const goOn = () => location.replace('/' + location.hash)
try {
  const tabs = new BroadcastChannel('tieout')
  tabs.addEventListener('message', ({ data }) => data?.what === 'key' && goOn())
  if (sessionStorage.getItem(${JSON.stringify(KEY_PLACE)}) === null) tabs.postMessage({ what: 'key_wanted' })
  else goOn()
} catch {
  // The link remains.
}
`

/** The page of a refusal; `goesOn` adds the way to the workbench. */
export function refusalPage(refusal: { title: string; error: string; goesOn?: boolean }): PlainPage {
  const { title, error, goesOn = false } = refusal
  return plainPage({
    title,
    content: `<p>${escaped(error)}</p>${goesOn ? '\n<p><a href="/">Go on</a></p>' : ''}`,
    ...(goesOn && { script: GO_ON }),
  })
}
