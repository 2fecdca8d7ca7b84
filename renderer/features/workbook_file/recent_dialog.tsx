/**
 * Workbooks opened before.
 */
import { useEffect, useState, type JSX } from 'react'
import { warn } from '../../session/messages.ts'
import { isHeldByWork } from '../../session/view/long_work.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { NO_ANSWER, RECENT_UNREAD, RECENT } from './wording.ts'
import { Button } from '../../ui/button.tsx'

type Recent = { path: string; name: string; missing: boolean }

async function openIt(session: Session, path: string): Promise<void> {
  if (isHeldByWork(session)) return
  try {
    const answer = await session.client.open_workbook({ path })
    if (answer.ok) closeDialog(session)
    else warn(session, answer.failure.message)
  } catch {
    warn(session, NO_ANSWER.open)
  }
}

export function Recent(): JSX.Element {
  const session = useOpenSession()
  const [workbooks, setWorkbooks] = useState<Recent[]>([])

  useEffect(() => {
    session.client
      .recent_workbooks({})
      .then((answer) => (answer.ok ? setWorkbooks(answer.value.workbooks) : warn(session, answer.failure.message)))
      .catch(() => warn(session, RECENT_UNREAD))
  }, [session])

  return (
    <DialogFrame title="Recent workbooks">
      {workbooks.length === 0 ? <p>{RECENT.none}</p> : null}
      <ul className="backups">
        {workbooks.map(({ path, name, missing }) => (
          <li key={path}>
            <span>
              {name}
              <small>{path}</small>
              {missing ? <small className="problem">{RECENT.missing}</small> : null}
            </span>
            <Button onClick={() => void openIt(session, path)}>Open</Button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}
