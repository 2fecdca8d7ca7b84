/**
 * A page that stands alone, under a policy and nonce of its own: it needs nothing of the built product, and holds nothing of the
 * workbook. Its few colours are those of the screen.
 */
import { contentSecurityPolicy, freshNonce, SECURITY_HEADERS } from './content_security_policy.ts'

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="36" height="36" aria-hidden="true"><rect width="32" height="32" rx="6" fill="#1d4868"/><path d="M8 9h16M8 14h16" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><path d="M8 20.5h16M8 24h16" stroke="#e9c46a" stroke-width="1.8" stroke-linecap="round"/></svg>'

const STYLE = `
:root { color-scheme: light dark; --desk: #f3f0e9; --ink: #1d1b18; --ink-soft: #57524a; --way: #1d4868; }
@media (prefers-color-scheme: dark) { :root { --desk: #141517; --ink: #ece8e1; --ink-soft: #b5b0a6; --way: #8fc1e6; } }
html, body { height: 100%; margin: 0; }
body { display: grid; place-items: center; box-sizing: border-box; padding: 32px; background: var(--desk); color: var(--ink); font: 15px/1.5 'Inter Variable', system-ui, sans-serif; }
main { display: grid; gap: 14px; width: min(620px, 100%); }
h1 { margin: 0; font: 600 28px/1.25 'Source Serif 4 Variable', Georgia, serif; }
p { margin: 0; color: var(--ink-soft); }
a { color: var(--way); }
`

/** Text as it may stand in a page. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export type PlainPage = { headers: Record<string, string>; body: string }

/** A page under a title; `content` is markup below it, `script` runs by the nonce of the page. */
export function plainPage({ title, content, script }: { title: string; content: string; script?: string }): PlainPage {
  const nonce = freshNonce()
  const icon = encodeURIComponent(ICON)
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Tieout</title>
<link rel="icon" href="data:image/svg+xml,${icon}">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
${ICON}
<h1>${escaped(title)}</h1>
${content}
</main>
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>\n`}</body>
</html>
`
  return {
    headers: {
      ...SECURITY_HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
    },
    body,
  }
}
