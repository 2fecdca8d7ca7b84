/**
 * The number of the last change, in the status bar: the way to the change log.
 */
import type { JSX } from 'react'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { showPanel } from '../../session/view/view.ts'
import { Button } from '../../ui/button.tsx'

export function ChangeNumber(): JSX.Element {
  const session = useOpenSession()
  const number = useSession((state) => state.number)
  return (
    <Button look="quiet" className="change-number" onClick={() => showPanel(session, 'log')}>
      Change {number}
    </Button>
  )
}
