/**
 * Workbooks opened before.
 */
import { useEffect, useState, type JSX } from 'react'
import { say } from '../../session/messages.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { NO_ANSWER, RECENT_UNREAD } from './wording.ts'
import { Button } from '../../ui/button.tsx'

type Recent = { path: string; name: string; missing: boolean }

async function openIt(session: Session, path: string): Promise<void> {
  try {
    const answer = await session.client.open_workbook({ path })
    if (answer.ok) closeDialog(session)
    else say(session, answer.failure.message, { tone: 'warned' })
  } catch {
    say(session, NO_ANSWER.open, { tone: 'warned' })
  }
}

export function Recent(): JSX.Element {
  const session = useOpenSession()
  const [workbooks, setWorkbooks] = useState<Recent[]>([])

  useEffect(() => {
    session.client
      .recent_workbooks({})
      .then((answer) =>
        answer.ok ? setWorkbooks(answer.value.workbooks) : say(session, answer.failure.message, { tone: 'warned' }),
      )
      .catch(() => say(session, RECENT_UNREAD, { tone: 'warned' }))
  }, [session])

  return (
    <DialogFrame title="Recent workbooks">
      {workbooks.length === 0 ? <p>No other workbook was opened yet.</p> : null}
      <ul className="backups">
        {workbooks.map(({ path, name, missing }) => (
          <li key={path}>
            <span>
              {name}
              <small>{path}</small>
              {missing ? <small className="problem">The file is not there now.</small> : null}
            </span>
            <Button onClick={() => void openIt(session, path)}>Open</Button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}
