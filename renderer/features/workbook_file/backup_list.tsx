/**
 * The backups of the workbook, newest first, each restorable; the file that is replaced is kept beside it.
 */
import { useEffect, useState, type JSX } from 'react'
import type { Backup } from '../../../shared/contract/contract.ts'
import { localTime } from '../../ui/local_time.ts'
import { reopen } from '../../session/queue_answers.ts'
import { say } from '../../session/messages.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { ABOUT_BACKUPS, BACKUPS_UNREAD, NO_ANSWER, restoredText, BACKUPS } from './wording.ts'
import { Button } from '../../ui/button.tsx'

export function BackupList({ onRestored }: { onRestored?: () => void }): JSX.Element {
  const session = useOpenSession()
  const [backups, setBackups] = useState<Backup[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)

  useEffect(() => {
    session.client
      .backups({})
      .then((answer) => (answer.ok ? setBackups(answer.value.backups) : setProblem(answer.failure.message)))
      .catch(() => setProblem(BACKUPS_UNREAD))
  }, [session])

  async function restore(name: string): Promise<void> {
    try {
      const answer = await session.client.restore({ name })
      if (!answer.ok) return setProblem(answer.failure.message)
      onRestored?.()
      await reopen(session)
      say(session, restoredText(answer.value.kept))
    } catch {
      setProblem(NO_ANSWER.restore)
    }
  }

  if (problem !== null) return <p className="problem">{problem}</p>
  if (backups === null) return <p>{BACKUPS.reading}</p>
  if (backups.length === 0) return <p>{BACKUPS.none}</p>
  return (
    <ul className="backups">
      {backups.map(({ name, time, number }) => (
        <li key={name}>
          <span>
            <time dateTime={time}>{localTime(time)}</time>
            <small>{number === null ? name : `up to change ${number}`}</small>
          </span>
          {chosen === name ? (
            <Button look="primary" onClick={() => void restore(name)}>
              {BACKUPS.restore}
            </Button>
          ) : (
            <Button onClick={() => setChosen(name)}>Restore…</Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Going back to a backup while the workbook is open. */
export function Backups(): JSX.Element {
  const session = useOpenSession()
  return (
    <DialogFrame title="Restore a backup" about={ABOUT_BACKUPS}>
      <BackupList onRestored={() => closeDialog(session)} />
    </DialogFrame>
  )
}
