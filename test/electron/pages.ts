/**
 * A folder that stands for the built pages, with things around it that must never be served. Gone after the tests of
 * the file that imports it.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'tieout-pages-'))

/** Beside it lies `outside.txt`, of a type that is served: only containment keeps it in. */
export const PAGES = join(folder, 'pages')

const page = (title: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta property="csp-nonce" nonce="__CSP_NONCE__" />
    <title>${title}</title>
    <script type="module" nonce="__CSP_NONCE__" src="/assets/index-Ab3_x-9.js"></script>
  </head>
</html>
`

mkdirSync(join(PAGES, 'assets'), { recursive: true })
writeFileSync(join(folder, 'outside.txt'), 'outside')
writeFileSync(join(PAGES, 'index.html'), page('Workbench'))
writeFileSync(join(PAGES, 'print.html'), page('Print document'))
writeFileSync(join(PAGES, 'assets', 'index-Ab3_x-9.js'), 'export const ready = true\n')
writeFileSync(join(PAGES, 'assets', 'index-C9.css'), 'body { margin: 0 }\n')
writeFileSync(join(PAGES, 'assets', 'notes.sqlite'), 'a type that is not served')
writeFileSync(join(PAGES, '.secret.txt'), 'hidden')
// Links need a privilege on Windows.
if (process.platform !== 'win32') symlinkSync(join(folder, 'outside.txt'), join(PAGES, 'assets', 'link.txt'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))
