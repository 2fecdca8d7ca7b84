/**
 * The screen while no workbook is open: being read, locked, damaged, too new, or out of reach.
 */
import { FileWarning } from 'lucide-react'
import type { JSX } from 'react'
import { perform } from '../../contrib/lookup.ts'
import { whenSaved } from '../../session/view/copies.ts'
import { reopen } from '../../session/queue_answers.ts'
import { BackupList } from './backup_list.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { TITLES, NOT_OPENED, OPENING } from './wording.ts'
import { Button } from '../../ui/button.tsx'

/** In a window of its own another workbook can be chosen; the browser shows the one that it was started with. */
const isDesktop = (): boolean => location.protocol !== 'http:'

/** Makes a new workbook where the one that was named is missing: only when asked to. */
async function makeHere(session: Session): Promise<void> {
  if (await whenSaved(session, () => session.client.new_workbook({ here: true }))) await reopen(session)
}

export function NotOpen(): JSX.Element {
  const session = useOpenSession()
  const failure = useSession((state) => state.failure)
  if (!failure) {
    return (
      <main className="not-open" aria-busy="true">
        <p>{OPENING}</p>
      </main>
    )
  }
  return (
    <main className="not-open" data-failure={failure.kind}>
      <div className="not-open-page">
        <FileWarning aria-hidden size={30} strokeWidth={1.5} />
        <h1>{TITLES[failure.kind] ?? NOT_OPENED}</h1>
        <p>{failure.message}</p>
        {failure.kind === 'damaged' || failure.kind === 'missing' ? (
          <section>
            <h2>Backups</h2>
            <BackupList />
          </section>
        ) : null}
        <div className="dialog-acts">
          <Button look="primary" onClick={() => void reopen(session)}>
            Try again
          </Button>
          {isDesktop() ? (
            <Button onClick={() => perform(session, 'open_workbook')}>Open another workbook…</Button>
          ) : null}
          {failure.kind === 'missing' ? (
            <Button onClick={() => void makeHere(session)}>Make a new workbook here</Button>
          ) : null}
        </div>
      </div>
    </main>
  )
}
