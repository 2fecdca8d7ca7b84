/**
 * Cut, Copy, Paste and Clear on the menu of a cell. Paste stands there only where the page may read the clipboard
 * unasked; the key always pastes. What each does is the selection's.
 */
import { ContextMenu } from 'radix-ui'
import { useEffect, useState, type JSX } from 'react'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { MenuEntry } from '../../contrib/menu_entry.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { needsCell } from '../../session/edit/resetting.ts'
import { warn } from '../../session/messages.ts'
import { clearSelected } from '../../session/selection/many_acts.ts'
import { clearRefusal, cutRefusal, pasteRefusal } from '../../session/selection/selection_refusals.ts'
import type { Session } from '../../session/session.ts'
import { copyAs, mayPaste, pasteAsked } from './clipboard.ts'

type Item = {
  label: string
  shortcut: string
  run: (session: Session) => void
  whyNot: (session: Session) => Refusal | undefined
}

const CUT: Item = {
  label: 'Cut',
  shortcut: 'CommandOrControl+X',
  run: (session) => copyAs(session, 'shown', true),
  whyNot: cutRefusal,
}
const COPY: Item = {
  label: 'Copy',
  shortcut: 'CommandOrControl+C',
  run: (session) => copyAs(session, 'shown'),
  whyNot: needsCell,
}
const PASTE: Item = {
  label: 'Paste',
  shortcut: 'CommandOrControl+V',
  run: (session) => void pasteAsked(session),
  whyNot: pasteRefusal,
}
const CLEAR: Item = { label: 'Clear', shortcut: 'Delete', run: clearSelected, whyNot: clearRefusal }

export function ClipboardItems(): JSX.Element {
  const session = useOpenSession()
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
      {[CUT, COPY, ...(pastes ? [PASTE] : []), CLEAR].map(({ label, shortcut, run, whyNot }) => {
        const refusal = whyNot(session)
        return (
          <MenuEntry
            key={label}
            Item={ContextMenu.Item}
            label={label}
            shortcut={shortcut}
            reason={refusal ? refusalText(refusal) : null}
            onChoose={() => (refusal ? warn(session, refusal) : run(session))}
          />
        )
      })}
    </ContextMenu.Group>
  )
}
