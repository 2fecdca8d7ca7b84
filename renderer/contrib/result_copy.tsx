/**
 * Puts a result on the clipboard as a table that other programs take: text with tabs, and the same as a table of the web.
 */
import { Copy } from 'lucide-react'
import type { JSX } from 'react'
import { writeTabbed } from '../../shared/intake/tabbed_text.ts'
import { say, warn } from '../session/messages.ts'
import { writeTable } from '../session/selection/copying.ts'
import type { Session } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useOpenSession } from './use_session.ts'
import { copiedText, NOT_COPIED } from './wording.ts'

/** By the page's own clipboard event, so that no permission is asked for. */
function copyRows(session: Session, rows: readonly (readonly string[])[]): void {
  const table = rows.map((row) => [...row])
  const copied = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', writeTabbed(table))
    event.clipboardData?.setData('text/html', writeTable(table, table))
  }
  document.addEventListener('copy', copied, { capture: true, once: true })
  // The one way that asks for no permission; it is kept by every browser for that reason.
  // oxlint-disable-next-line typescript/no-deprecated
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', copied, { capture: true })
  if (isCopied) say(session, copiedText(rows.length))
  else warn(session, NOT_COPIED)
}

export function CopyResult({ rows }: { rows: () => readonly (readonly string[])[] }): JSX.Element {
  const session = useOpenSession()
  return (
    <Button className="small" onClick={() => copyRows(session, rows())}>
      <Copy aria-hidden size={14} /> Copy
    </Button>
  )
}
