/**
 * The page behind the printed address: hands the session's key to the tab that opened it and goes on to the workbench, so that
 * neither token nor key stays in the address bar. Must never put the key into an address.
 */
import { KEY_PLACE } from '../../shared/contract/calls.ts'
import { plainPage, type PlainPage } from './plain_page.ts'

/** What is said where the browser keeps nothing for the page, as some do where storing is switched off. */
const NOT_KEPT =
  'This browser keeps nothing for pages of this machine, so it cannot be signed in. Allow it to store data for 127.0.0.1, then start Tieout again.'

/** The page that signs a tab in with `key`, a text of base64url. What follows # in the address is kept. */
export function entryPage(key: string): PlainPage {
  const script = `
try {
  sessionStorage.setItem(${JSON.stringify(KEY_PLACE)}, ${JSON.stringify(key)})
  location.replace('/' + location.hash)
} catch {
  document.querySelector('h1').textContent = 'Not signed in'
  document.querySelector('p').textContent = ${JSON.stringify(NOT_KEPT)}
}
`
  const { headers, body } = plainPage({
    title: 'Opening the workbook',
    content: '<p>One moment.</p><noscript><p>Tieout needs JavaScript.</p></noscript>',
    script,
  })
  // The token in this address is spent; the workbench need not know it either.
  return { headers: { ...headers, 'Referrer-Policy': 'no-referrer' }, body }
}
