/**
 * Cut, Copy, Paste and Clear on the menu of a cell. Paste stands there only where the page may read the clipboard
 * unasked; the key always pastes. What each does is the selection's.
 */
import { ContextMenu } from 'radix-ui'
import { useEffect, useState, type JSX } from 'react'
import { keyboardPlatform, spellShortcut } from '../../../shared/actions/shortcuts.ts'
import { copyAs, mayPaste, pasteAsked } from './clipboard.ts'
import { clearSelected } from '../../session/selection/many_acts.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'

type Item = { label: string; shortcut: string; run: (session: Session) => void }

const CUT: Item = { label: 'Cut', shortcut: 'CommandOrControl+X', run: (session) => copyAs(session, 'shown', true) }
const COPY: Item = {
  label: 'Copy',
  shortcut: 'CommandOrControl+C',
  run: (session) => copyAs(session, 'shown'),
}
const PASTE: Item = { label: 'Paste', shortcut: 'CommandOrControl+V', run: (session) => void pasteAsked(session) }
const CLEAR: Item = { label: 'Clear', shortcut: 'Delete', run: clearSelected }

export function ClipboardItems(): JSX.Element {
  const session = useOpenSession()
  const platform = keyboardPlatform(navigator.platform)
  const [pastes, setPastes] = useState(false)
  useEffect(() => {
    let isThere = true
    const look = async (): Promise<void> => {
      const may = await mayPaste()
      if (isThere) setPastes(may)
    }
    void look()
    return () => {
      isThere = false
    }
  }, [])
  return (
    <ContextMenu.Group>
      {[CUT, COPY, ...(pastes ? [PASTE] : []), CLEAR].map(({ label, shortcut, run }) => (
        // The menu gives the focus back first, as after every item.
        <ContextMenu.Item key={label} className="menu-item" onSelect={() => setTimeout(() => run(session))}>
          <span>{label}</span>
          <kbd>{spellShortcut(shortcut, platform)}</kbd>
        </ContextMenu.Item>
      ))}
    </ContextMenu.Group>
  )
}
